namespace Trellis.StatutoryReturns.Pages;

public sealed class FindForm
{
    public string? Child { get; set; }
}

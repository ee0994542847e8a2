namespace Trellis.StatutoryReturns.Pages;

public sealed class OpenForm
{
    public string? Why { get; set; }
}

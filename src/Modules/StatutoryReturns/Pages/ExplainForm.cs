namespace Trellis.StatutoryReturns.Pages;

public sealed class ExplainForm
{
    public string? Reason { get; set; }
}

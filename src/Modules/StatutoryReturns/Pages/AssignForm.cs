namespace Trellis.StatutoryReturns.Pages;

public sealed class AssignForm
{
    public string? AccountId { get; set; }
}

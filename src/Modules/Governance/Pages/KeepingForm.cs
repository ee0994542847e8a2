using Trellis.Governance.Meetings;

namespace Trellis.Governance.Pages;

/// <summary>How open something is, as the forms of agenda items, papers, forward plan and challenges ask it.</summary>
public abstract class KeepingForm
{
    public string? Openness { get; set; }
    public string? ExemptParagraph { get; set; }
    public string? PublicInterest { get; set; }

    protected Keeping Keeping
    {
        get => new(Reading.Choice(Openness, Governance.Meetings.Openness.Public), Reading.NumberOrNone(ExemptParagraph), PublicInterest);
        init => (Openness, ExemptParagraph, PublicInterest) = ($"{value.Openness}", $"{value.Paragraph}", value.PublicInterest);
    }
}

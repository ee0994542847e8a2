using Trellis.Governance.Meetings;
using Trellis.GovUk;
using Trellis.Kernel.Calendar;

namespace Trellis.Governance.Pages.Decisions;

public sealed class DecisionForm
{
    public int Version { get; set; }
    public string? Text { get; set; }
    public string? OwnerOfficerId { get; set; }
    public TypedDate DueOn { get; set; } = new();

    public static DecisionForm Of(Decision decision) =>
        new() { Version = decision.Version, Text = decision.Text, OwnerOfficerId = $"{decision.OwnerOfficerId}", DueOn = TypedDate.Of(decision.DueOn) };

    public DecisionOptions Read(FormErrors errors) => new(Text ?? "", Reading.Id(OwnerOfficerId), errors.DayOrNone("Form.DueOn", DueOn, "Due"));
}

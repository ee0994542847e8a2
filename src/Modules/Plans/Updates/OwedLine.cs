using Trellis.Governance.Cycles;

namespace Trellis.Plans.Updates;

/// <summary>One thing of which an owner says how it stands in an open cycle, with all that is said of it so far.</summary>
/// <param name="Milestones">Those of a key action that are not done yet, in their order.</param>
/// <param name="HasOpenAsk">Support was asked for it before and is not answered yet.</param>
public sealed record OwedLine(
    ReportingCycle Cycle, Plan Plan, PlanItem Item, IReadOnlyList<Milestone> Milestones, Update? Update, UpdateDraft? Draft, bool HasOpenAsk)
{
    /// <summary>The line's name in forms and errors.</summary>
    public string Key => $"Line[{Item.Id:N}]";

    /// <summary>Nothing was sent yet, or it came back.</summary>
    public bool IsOwed => Update is null or { State: UpdateState.Returned };

    /// <summary>Nobody has approved it yet, so its owner may still say it otherwise.</summary>
    public bool MayBeSaid => Update is not { State: UpdateState.Approved };

    /// <summary>What was last said and approved.</summary>
    public string? LastText => Item switch
    {
        KeyAction action => action.Commentary,
        Section section => section.Body,
        _ => null,
    };

    /// <summary>What stands in the fields: the draft, what was sent or came back, or nothing yet.</summary>
    public UpdateForm Form => Draft?.Form ?? (Update is null ? new UpdateForm() : FormOf(Update));

    /// <summary>The saved states of update and draft together: what a form sends back says what it was made from.</summary>
    public string Stamp => $"{Update?.Version ?? 0}.{Draft?.Stamp ?? 0}";

    private UpdateForm FormOf(Update update) => new()
    {
        Progress = Item is KeyAction ? update.Progress.ToString() : null,
        NoChange = update.NoChange,
        Text = update.Text,
        Why = update.Why,
        LateWhy = update.LateWhy,
        AskWhat = update.AskWhat,
        AskOf = update.AskOf,
        Milestones = update.Milestones
            .Select(s => (Saying: s, Milestone: Milestones.FirstOrDefault(m => m.Id == s.Id)))
            .Where(s => s.Milestone is not null)
            .ToDictionary(s => s.Milestone!.Reference, s => new MilestoneForm
            {
                State = s.Saying.Lifecycle.ToString(),
                When = s.Saying.CompletedOn is { } day ? $"{day:d MMMM yyyy}" : s.Saying.Forecast.Kind == DueKind.None ? "" : s.Saying.Forecast.ToString(),
            }, StringComparer.Ordinal),
    };
}

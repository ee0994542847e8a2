using Trellis.Kernel;

namespace Trellis.Risks;

/// <summary>What will be done about a risk, by whom and by when.</summary>
public sealed class RiskAction : Thing
{
    public const int LongestText = 1000;

    public Guid RiskId { get; internal init; }
    public string Text { get; internal set; } = "";
    public Guid? OwnerOfficerId { get; internal set; }
    public DateOnly Due { get; internal set; }
    public ActionState State { get; internal set; }
    public DateOnly? DoneOn { get; internal set; }

    public bool IsLateOn(DateOnly day) => State == ActionState.Open && Due < day;
}

public enum ActionState
{
    Open,
    Done,
    Cancelled,
}

using Trellis.GovUk;
using Trellis.Kernel.Calendar;

namespace Trellis.Risks.Pages.Actions;

public sealed class ActionForm
{
    public int Version { get; set; }
    public string? Text { get; set; }
    public string? OwnerOfficerId { get; set; }
    public TypedDate Due { get; set; } = new();
    public string? State { get; set; }
    public TypedDate DoneOn { get; set; } = new();

    public static ActionForm Of(RiskAction action) => new()
    {
        Version = action.Version, Text = action.Text, OwnerOfficerId = $"{action.OwnerOfficerId}", Due = TypedDate.Of(action.Due), State = action.State.ToString(), DoneOn = TypedDate.Of(action.DoneOn),
    };

    /// <summary>What was typed, or null after noting on <paramref name="errors"/> what cannot be understood.</summary>
    public RiskActionOptions? Read(FormErrors errors)
    {
        var (due, wrong) = Due.Read("Due");
        if (wrong is not null)
        {
            RiskChoices.Require(Text, "Form.Text", "Enter what will be done", errors);
            errors.Add("Form.Due", wrong);
        }

        return ReadState(errors) is var (state, doneOn) && due is { } day ? new RiskActionOptions(Text ?? "", RiskChoices.Id(OwnerOfficerId), day, state, doneOn) : null;
    }

    /// <summary>How it stands; the day only where it is done.</summary>
    public (ActionState State, DateOnly? DoneOn)? ReadState(FormErrors errors)
    {
        if (RiskChoices.Word<ActionState>(State) is not { } state)
        {
            errors.Add("Form.State", "Choose how it stands");
            return null;
        }

        DateOnly? doneOn = null;
        return state != ActionState.Done || OptionalDate.Read(DoneOn, "Form.DoneOn", "Done on", errors, out doneOn) ? (state, doneOn) : null;
    }
}

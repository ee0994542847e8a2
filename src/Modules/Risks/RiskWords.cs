namespace Trellis.Risks;

/// <summary>What the register's choices are called.</summary>
internal static class RiskWords
{
    public static string Of(Effectiveness? works) => works switch
    {
        Effectiveness.Effective => "Effective",
        Effectiveness.Partly => "Partly effective",
        Effectiveness.Not => "Not effective",
        _ => "Not judged yet",
    };

    public static string Of(Treatment treatment) => treatment switch
    {
        Treatment.Treat => "Treat: do something about it",
        Treatment.Tolerate => "Tolerate: live with it",
        Treatment.Transfer => "Transfer: let somebody else carry it",
        _ => "Terminate: stop what brings it",
    };

    public static string Of(ScoreKind kind) => kind switch
    {
        ScoreKind.Inherent => "Inherent",
        ScoreKind.Target => "Target",
        _ => "Current",
    };

    public static string StateOf(RiskAction action, DateOnly today) => action switch
    {
        { State: ActionState.Done } => $"Done {action.DoneOn:d MMMM yyyy}",
        { State: ActionState.Cancelled } => "Cancelled",
        _ when action.IsLateOn(today) => "Late",
        _ => "Open",
    };

    /// <summary>What the history calls a field whose own name does not say it.</summary>
    public static string? FieldOf(string name) => name switch
    {
        nameof(Risk.Title) => "What may happen",
        nameof(Risk.Appetite) => "Highest level accepted, counted from the lowest",
        nameof(Risk.Controls) => "Controls in free text",
        nameof(Risk.OwnerOfficerId) => "Owner",
        _ => null,
    };

    /// <summary>What somebody should look at again: scores that contradict each other, and more than is accepted.</summary>
    public static IEnumerable<string> Questions(Risk risk, RiskMatrix matrix)
    {
        if (risk.IsAboveAppetite)
        {
            yield return $"The level is {risk.Level}; the council accepts {matrix.BandName(risk.Appetite)} at the most.";
        }

        if (risk.Current?.Product > risk.Inherent?.Product)
        {
            yield return "The current score is higher than the inherent one, as if what is in place made it worse. Look again at both.";
        }

        if (risk.Target?.Product > risk.Current?.Product)
        {
            yield return "The target score is higher than the current one. Look again at both.";
        }
    }
}

namespace Trellis.Governance.Scrutiny;

/// <summary>The words that people see for challenges and their answers.</summary>
public static class ScrutinyWords
{
    public static string Of(ScrutinyKind kind) => $"{kind}";

    public static string Of(ScrutinyVerdict verdict) => verdict switch
    {
        ScrutinyVerdict.NotAnswered => "Not answered",
        ScrutinyVerdict.InPart => "Accepted in part",
        _ => $"{verdict}",
    };

    /// <summary>Where it stands, in a sentence without a full stop.</summary>
    public static string State(ChallengeLine c) => c switch
    {
        { ClosedOn: { } on } => $"Closed on {on:d MMMM yyyy}",
        { AnsweredOn: { } on } => $"Answered on {on:d MMMM yyyy}: {Of(c.Verdict).ToLowerInvariant()}",
        _ => $"Answer due on {c.DueOn:d MMMM yyyy}",
    };
}

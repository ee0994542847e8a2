using Trellis.Measures.Figures;
using Trellis.Measures.Statuses;

namespace Trellis.Measures.Scorecards;

/// <summary>What a line of a scorecard says, on pages and in papers.</summary>
public static class ScoreWords
{
    /// <summary>The newest figure, with as many decimals as decide against its target.</summary>
    public static string Latest(ScoreLine line) => line.Status is { } status
        ? line.Unit.Say(status.Value, status.Target is { } target ? ShownNumber.Deciding(status.Value, target, line.Decimals) : line.Decimals)
        : "No figures yet";

    public static string Target(ScoreLine line) => line.Status?.Target is { } target ? line.Unit.Say(target, line.Decimals) : "None";

    public static string Colour(ScoreLine line) => line.Status is { Rag: not Rag.None } status ? $"{status.Rag}" : "No colour";

    public static string Chance(ScoreLine line) => line.Status is not { } status ? ""
        : string.Join(". ", new[] { status.Variation.Words(), status.Assurance.Words() }.Where(w => w.Length > 0)) is { Length: > 0 } words ? words : "Too few points to say";

    /// <summary>Where it stands among those that need attention: a change that is no chance, then a target that the process will not reach, before what is merely red.</summary>
    public static int Urgency(IndicatorStatus? status) => status switch
    {
        null => 9,
        { Variation: Variation.Concern } => 0,
        { Assurance: Assurance.Fail } => 1,
        { Rag: Rag.Red } => 2,
        { FromYearBefore: Direction.Worsening } => 3,
        { Rag: Rag.Amber } => 4,
        { FromPrevious: Direction.Worsening } => 5,
        _ => 6,
    };
}

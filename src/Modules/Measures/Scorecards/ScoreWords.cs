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
}

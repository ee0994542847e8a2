using Trellis.Measures.Figures;
using Trellis.Measures.Periods;

namespace Trellis.Measures.Statuses;

/// <summary>How an indicator stands at one place, worked out from its figures alone.</summary>
/// <param name="Latest">The newest figure with a value.</param>
/// <param name="Previous">The newest before it of a period as long.</param>
/// <param name="YearBefore">The same period a year ago.</param>
/// <param name="Judged">What the colour was found from.</param>
/// <param name="Rule">The rule that was true; null for no colour.</param>
public sealed record Judgement(
    Figure Latest, Figure? Previous, Figure? YearBefore, JudgedFigure Judged, StatusRule? Rule, Direction FromPrevious, Direction FromYearBefore, ProcessChart Process)
{
    public Rag Rag => Rule?.Gives ?? Rag.None;

    /// <summary>Null where no figure has a value.</summary>
    /// <param name="figures">In the order of their periods.</param>
    /// <param name="guard">How the measure stands that must not get worse meanwhile; null where there is none.</param>
    public static Judgement? Of(MeasureNature nature, IReadOnlyList<Figure> figures, Func<Period, decimal?> target, GuardState? guard = null)
    {
        var last = figures.Count - 1;
        while (last >= 0 && figures[last].Value is null)
        {
            last--;
        }

        if (last < 0)
        {
            return null;
        }

        var latest = figures[last];
        var previous = Before(figures, last, f => IsComparable(f) && (f.Period.Months == latest.Period.Months || nature.Basis == Basis.YearToDate && f.Period.Start == latest.Period.Start));
        var yearBefore = Before(figures, last, f => IsComparable(f) && f.Period == latest.Period.YearBefore);
        var goal = target(latest.Period);
        // Fewer plans are no improvement while more come back: then a change is only said to go up or down.
        var spoken = guard is null or GuardState.Holds ? nature : nature with { Polarity = Polarity.None };
        var judged = new JudgedFigure(latest.Value!.Value, goal, yearBefore?.Value, nature.Polarity, nature.Unit, latest.Said.Denominator);
        return new Judgement(
            latest, previous, yearBefore, judged, judged.IsOfTooFew ? null : nature.Rules.For(judged),
            Directions.Of(judged.Value, previous?.Value, spoken.Polarity, nature.SmallestGap, goal),
            Directions.Of(judged.Value, yearBefore?.Value, spoken.Polarity, nature.SmallestGap, goal),
            ProcessChart.Of(spoken, figures, target));

        bool IsComparable(Figure figure) => !nature.AreParted(figure.Period, latest.Period);
    }

    /// <summary>Whether this measure holds as the guard of another.</summary>
    public static GuardState AsGuard(Judgement? judgement) => judgement switch
    {
        null or { FromYearBefore: Direction.Unknown, FromPrevious: Direction.Unknown } => GuardState.NotKnown,
        { FromYearBefore: Direction.Worsening } or { FromYearBefore: Direction.Unknown, FromPrevious: Direction.Worsening } => GuardState.GetsWorse,
        _ => GuardState.Holds,
    };

    private static Figure? Before(IReadOnlyList<Figure> figures, int last, Func<Figure, bool> isWanted)
    {
        for (var i = last - 1; i >= 0; i--)
        {
            if (figures[i].Value is not null && isWanted(figures[i]))
            {
                return figures[i];
            }
        }

        return null;
    }
}

/// <summary>How the measure stands that must not get worse while another is brought down.</summary>
public enum GuardState
{
    NotKnown,
    Holds,
    GetsWorse,
}

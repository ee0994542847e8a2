using Trellis.Measures.Figures;
using Trellis.Measures.Periods;
using Trellis.Spc;

namespace Trellis.Measures.Statuses;

/// <summary>Figures as a process chart, or the reason why a chart of them would mislead.</summary>
/// <param name="Figures">What the points are: for figures since the year began, what happened in each period alone.</param>
/// <param name="Chart">Null where there is a refusal.</param>
/// <param name="Warning">What to bear in mind where there is a chart.</param>
public sealed record ProcessChart(IReadOnlyList<Figure> Figures, Chart? Chart, string? Refusal, string? Warning)
{
    /// <summary>Fewer months or quarters are no basis for limits.</summary>
    public const int FewestPoints = 13;

    private const string MonthEnds = "These are counts at the end of each month. Most children counted in one are counted in the next, so neighbouring points are alike and the limits may be too narrow.";

    /// <param name="figures">In the order of their periods.</param>
    /// <param name="target">What was to be reached in a period.</param>
    public static ProcessChart Of(MeasureNature nature, IReadOnlyList<Figure> figures, Func<Period, decimal?> target)
    {
        if (nature.Frequency is Frequency.Yearly)
        {
            return Refused(figures, "Figures of whole years are too few for process limits: a line and comparisons say more.");
        }

        if (nature.Basis == Basis.Rolling12Months)
        {
            return Refused(figures, "Each figure tells of twelve months, eleven of which the one before tells of too. Process limits would take that for calm.");
        }

        IReadOnlyList<Figure>? points = nature.Basis == Basis.YearToDate ? YearToDate.Undo(nature.Unit, figures) : figures;
        if (points is null)
        {
            return Refused(figures, "These are rates since the year began without the counts behind them, so what happened in each month alone cannot be told.");
        }

        if (Overlapping(points) is { } twice)
        {
            return Refused(figures, $"{twice.Words} shares months with the period before it: process limits need periods that share none.");
        }

        var trimmed = points.Reverse().SkipWhile(f => f.Value is null).Reverse().ToList();
        if (trimmed.Count(f => f.Value is not null) < FewestPoints)
        {
            return Refused(points, $"Process limits need {FewestPoints} points; there {(trimmed.Count == 1 ? "is 1" : $"are {trimmed.Count}")}.");
        }

        var chart = XmrChart.Draw(
            [.. trimmed.Select(f => (double?)f.Value ?? double.NaN)],
            OptionsOf(nature),
            targets: [.. trimmed.Select(f => (double?)target(f.Period) ?? double.NaN)]);
        return chart.Segments[^1].Refusal is var refusal and not LimitRefusal.None
            ? Refused(trimmed, refusal.InWords())
            : new ProcessChart(trimmed, chart, null, nature.Basis == Basis.Snapshot ? MonthEnds : null);
    }

    public Variation Variation => Chart?.Variation switch
    {
        null => Statuses.Variation.None,
        VariationIcon.ImprovementHigh or VariationIcon.ImprovementLow => Statuses.Variation.Improvement,
        VariationIcon.ConcernHigh or VariationIcon.ConcernLow => Statuses.Variation.Concern,
        VariationIcon.NeutralHigh => Statuses.Variation.High,
        VariationIcon.NeutralLow => Statuses.Variation.Low,
        _ => Statuses.Variation.CommonCause,
    };

    public Assurance Assurance => Chart?.Assurance switch
    {
        Spc.Assurance.ConsistentPass => Statuses.Assurance.Pass,
        Spc.Assurance.ConsistentFail => Statuses.Assurance.Fail,
        Spc.Assurance.Inconsistent => Statuses.Assurance.HitOrMiss,
        _ => Statuses.Assurance.None,
    };

    private static ProcessChart Refused(IReadOnlyList<Figure> figures, string why) => new(figures, null, why, null);

    private static Period? Overlapping(IReadOnlyList<Figure> figures)
    {
        for (var i = 1; i < figures.Count; i++)
        {
            if (figures[i].Period.Overlaps(figures[i - 1].Period))
            {
                return figures[i].Period;
            }
        }

        return null;
    }

    /// <summary>Nothing that is counted is below nought, and no percentage above a hundred.</summary>
    private static ChartOptions OptionsOf(MeasureNature nature) => new()
    {
        MinimumPoints = FewestPoints,
        Direction = nature.Polarity switch
        {
            Polarity.High => ImprovementDirection.Increase,
            Polarity.Low => ImprovementDirection.Decrease,
            _ => ImprovementDirection.Neutral,
        },
        LowerBound = nature.Unit is MeasureUnit.Score or MeasureUnit.NotSaid ? double.NegativeInfinity : 0,
        UpperBound = nature.Unit == MeasureUnit.Percentage ? 100 : double.PositiveInfinity,
    };
}

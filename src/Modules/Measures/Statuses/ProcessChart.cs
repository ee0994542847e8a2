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
        var (points, refused) = PointsOf(nature, figures);
        if (refused is not null)
        {
            return Refused(points, refused);
        }

        var trimmed = points.Reverse().SkipWhile(f => f.Value is null).Reverse().ToList();
        var starts = StartsOf(nature, trimmed);
        if (trimmed.Skip(starts.LastOrDefault()).Count(f => f.Value is not null) is < FewestPoints and var count)
        {
            return Refused(points, $"Process limits need {FewestPoints} points{(starts.Length > 0 ? " since the series changed" : "")}; there {(count == 1 ? "is 1" : $"are {count}")}.");
        }

        var chart = Draw(nature, trimmed, starts, FewestPoints, [.. trimmed.Select(f => (double?)target(f.Period) ?? double.NaN)]);
        return chart.Segments[^1].Refusal is var refusal and not LimitRefusal.None
            ? Refused(trimmed, refusal.InWords())
            : new ProcessChart(trimmed, chart, null, nature.Basis == Basis.Snapshot ? MonthEnds : null);
    }

    /// <summary>
    /// The last figure as a point of its own, with the limits that the points before it draw; null where they draw none, or where so few of
    /// them are that it means nothing.
    /// </summary>
    public static (decimal Value, decimal Lower, decimal Upper)? LimitsBefore(MeasureNature nature, IReadOnlyList<Figure> figures, int fewest)
    {
        var (points, refused) = PointsOf(nature, figures);
        if (refused is not null || points is not [.., { Value: { } last } newest] || newest.Period.End != figures[^1].Period.End)
        {
            return null;
        }

        List<Figure> before = [.. points.Take(points.Count - 1)];
        if (before.Count < fewest || nature.Changes.Any(c => c.Period.EndIndex == newest.Period.EndIndex))
        {
            return null;
        }

        var chart = Draw(nature, before, StartsOf(nature, before), fewest, []);
        var end = chart[chart.Count - 1];
        return chart.Segments[^1].Refusal == LimitRefusal.None
            ? (last, double.IsInfinity(end.LowerLimit) ? decimal.MinValue : (decimal)end.LowerLimit, double.IsInfinity(end.UpperLimit) ? decimal.MaxValue : (decimal)end.UpperLimit)
            : null;
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

    /// <summary>What happened in each period alone, or why that is no basis for limits.</summary>
    private static (IReadOnlyList<Figure> Points, string? Refusal) PointsOf(MeasureNature nature, IReadOnlyList<Figure> figures)
    {
        if (nature.Frequency is Frequency.Yearly)
        {
            return (figures, "Figures of whole years are too few for process limits: a line and comparisons say more.");
        }

        if (nature.Basis == Basis.Rolling12Months)
        {
            return (figures, "Each figure tells of twelve months, eleven of which the one before tells of too. Process limits would take that for calm.");
        }

        IReadOnlyList<Figure>? points = nature.Basis == Basis.YearToDate ? YearToDate.Undo(nature.Unit, figures) : figures;
        return points is null ? (figures, "These are rates since the year began without the counts behind them, so what happened in each month alone cannot be told.")
            : Overlapping(points) is { } twice ? (points, $"{twice.Words} shares months with the period before it: process limits need periods that share none.")
            : (points, null);
    }

    /// <summary>Where the series begins anew: at the first figure of each break and rebasing that has figures before it.</summary>
    private static int[] StartsOf(MeasureNature nature, List<Figure> figures) =>
        [.. nature.Changes.Select(c => figures.FindIndex(f => f.Period.EndIndex >= c.Period.EndIndex)).Where(at => at > 0).Distinct().Order()];

    private static Chart Draw(MeasureNature nature, List<Figure> figures, int[] starts, int fewest, double[] targets) =>
        XmrChart.Draw([.. figures.Select(f => (double?)f.Value ?? double.NaN)], OptionsOf(nature) with { MinimumPoints = fewest }, starts, targets);

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

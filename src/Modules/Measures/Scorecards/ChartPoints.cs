using Trellis.GovUk;
using Trellis.Measures.Changes;
using Trellis.Measures.Figures;
using Trellis.Measures.Statuses;
using Trellis.Spc;

namespace Trellis.Measures.Scorecards;

/// <summary>What a chart of an indicator draws.</summary>
public static class ChartPoints
{
    /// <summary>The points of the process chart where there is one, otherwise every figure of the place.</summary>
    public static List<TimePoint> Of(IndicatorView view, Judgement judgement)
    {
        var chart = judgement.Process.Chart;
        return [.. judgement.Process.Figures.Select((figure, i) => Point(view, figure) is var point && chart is null ? point : point with
        {
            State = StateOf(chart![i].Type), Rebased = i > 0 && chart[i].Segment != chart[i - 1].Segment, Note = NoteOf(chart[i].Cause), Mean = Line(chart[i].Centre), Lower = Line(chart[i].LowerLimit), Upper = Line(chart[i].UpperLimit),
        })];
    }

    public static List<Comparator> ComparatorsOf(IndicatorView view, Judgement judgement) =>
        [.. view.Comparators.Where(c => judgement.Process.Figures.Any(f => c.Values.ContainsKey(f.Period)))
            .Select(c => new Comparator(c.Name, [.. judgement.Process.Figures.Select(f => c.Values.TryGetValue(f.Period, out var value) ? (decimal?)value : null)]))];

    /// <summary>What a line across the chart says where the series begins anew, or is told of otherwise.</summary>
    public static List<SeriesBreak> BreaksOf(IndicatorView view, Judgement judgement)
    {
        var figures = judgement.Process.Figures;
        return
        [
            .. from change in view.Changes
               let at = figures.TakeWhile(f => f.Period.EndIndex < change.FirstPeriod.EndIndex).Count()
               where at > 0 && at < figures.Count
               select new SeriesBreak(at, change.Kind.Words()),
        ];
    }

    /// <summary>The place and its neighbours.</summary>
    public static List<Dot> DotsOf(IndicatorView view) => [.. view.Neighbours.Select(n => new Dot(n.Place.Name, n.Value) { Ours = n.IsOurs, Shorthand = n.Mark })];

    /// <summary>What England, the region and the neighbours had in the newest period.</summary>
    public static List<ReferenceLine> ReferencesOf(IndicatorView view, Judgement judgement) =>
        [.. view.Comparators.Where(c => c.Values.ContainsKey(judgement.Latest.Period)).Select(c => new ReferenceLine(c.Name, c.Values[judgement.Latest.Period]))];

    private static TimePoint Point(IndicatorView view, Figure figure) => new(figure.Period.Words, figure.Period.Short, figure.Value)
    {
        Shorthand = figure.Said.Shorthand.Mark(), Provisional = figure.Said.Status is FigureStatus.Provisional or FigureStatus.Estimated,
        Target = view.Targets.For(figure.Period)?.Value,
    };

    private static decimal? Line(double value) => double.IsNaN(value) ? null : (decimal)value;

    private static PointState StateOf(PointType type) => type switch
    {
        PointType.Improvement => PointState.Improvement,
        PointType.Concern => PointState.Concern,
        PointType.NeutralHigh => PointState.High,
        PointType.NeutralLow => PointState.Low,
        _ => PointState.CommonCause,
    };

    private static string? NoteOf(SpecialCause cause) => cause switch
    {
        SpecialCause.AboveUpperLimit => "above the upper process limit",
        SpecialCause.BelowLowerLimit => "below the lower process limit",
        SpecialCause.TrendUp => "one of seven or more, each higher than the one before",
        SpecialCause.TrendDown => "one of seven or more, each lower than the one before",
        SpecialCause.TwoOfThreeAbove => "one of two in three near the upper limit",
        SpecialCause.TwoOfThreeBelow => "one of two in three near the lower limit",
        SpecialCause.RunAbove => "one of seven or more in a row above the mean",
        SpecialCause.RunBelow => "one of seven or more in a row below the mean",
        _ => null,
    };
}

namespace Trellis.GovUk;

/// <summary>A time chart in a few sentences, for who does not see it. Each value stands in the table, so none is listed here.</summary>
internal static class TimeWords
{
    // A longer list of periods is not listened to.
    private const int MostPeriods = 6;

    public static string Describe(TimeChart chart, Ticks ticks)
    {
        var points = chart.Points;
        var known = points.Where(point => point.Value is not null).ToList();
        if (known.Count == 0)
            return points.Count == 0 ? "Line chart without values." : $"Line chart of {Periods(points)}. No value is known.";

        var (lowest, highest, latest) = (known.MinBy(point => point.Value)!, known.MaxBy(point => point.Value)!, known[^1]);
        List<string> sentences =
        [
            $"Line chart of {Periods(points)}.",
            lowest.Value == highest.Value
                ? $"Every value is {chart.Say(latest.Value!.Value)}."
                : $"Values are between {Said(chart, lowest)} and {Said(chart, highest)}.",
            $"The latest is {Said(chart, latest)}{(latest.Provisional ? ", provisional" : "")}.",
        ];
        if (known.Count < points.Count)
            sentences.Add($"{points.Count - known.Count} of {points.Count} values are missing.");
        if (latest.Mean is { } mean)
            sentences.Add($"The {chart.MeanName.ToLowerInvariant()} is now {chart.Say(mean)}{Limits(chart, latest)}.");
        if (latest.Target is { } target)
            sentences.Add($"The target is {chart.Say(target)}.");
        foreach (var state in known.Where(point => point.State.IsSpecial()).GroupBy(point => point.State))
            sentences.Add($"{state.Key.Words()} at {Listed([.. state])}.");
        foreach (var change in chart.Breaks)
            sentences.Add($"{change.Words} from {points[change.Index].Period}.");
        if (!ticks.HasZero)
            sentences.Add(ScaledChart.AxisWarning(ticks) + ".");
        return string.Join(' ', sentences);
    }

    private static string Periods(IReadOnlyList<TimePoint> points) =>
        points.Count == 1
            ? $"1 point, {points[0].Period}"
            : $"{points.Count} points from {points[0].Period} to {points[^1].Period}";

    private static string Said(TimeChart chart, TimePoint point) => $"{chart.Say(point.Value!.Value)} ({point.Period})";

    private static string Limits(TimeChart chart, TimePoint point) =>
        (point.Lower, point.Upper) switch
        {
            ({ } lower, { } upper) => $", with limits of {chart.Say(lower)} and {chart.Say(upper)}",
            ({ } lower, null) => $", with a lower limit of {chart.Say(lower)}",
            (null, { } upper) => $", with an upper limit of {chart.Say(upper)}",
            _ => "",
        };

    private static string Listed(IReadOnlyList<TimePoint> points) =>
        points.Count <= MostPeriods
            ? Words.List([.. points.Select(point => point.Period)])
            : $"{points.Count} points, the last of them {points[^1].Period}";
}

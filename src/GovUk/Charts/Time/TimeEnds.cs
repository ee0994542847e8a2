namespace Trellis.GovUk;

/// <summary>The labels right of a time chart: ours, target, mean and limits, comparators. Whatever has no value has no label.</summary>
internal static class TimeEnds
{
    public static List<EndLabel> Of(TimeChart chart, TimeScale scale)
    {
        var points = chart.Points;
        var labels = new List<EndLabel>();
        Add(
            chart.SeriesName,
            chart.Judged ? "trellis-line--judged" : "trellis-line--own",
            points.Select(point => point.Value),
            own: true,
            shift: 0
        );
        Add("Target", "trellis-line--target", points.Select(point => point.Target));
        Add("Upper limit", "trellis-line--limit", points.Select(point => point.Upper));
        Add(chart.MeanName, "trellis-line--mean", points.Select(point => point.Mean));
        Add("Lower limit", "trellis-line--limit", points.Select(point => point.Lower));
        for (var i = 0; i < chart.Comparators.Count; i++)
            Add(chart.Comparators[i].Name, TimeChart.ComparatorClass(i), chart.Comparators[i].Values, shift: 0);
        return labels;

        void Add(string name, string line, IEnumerable<decimal?> values, bool own = false, double shift = 0.5)
        {
            var all = values.ToList();
            var last = all.FindLastIndex(value => value is not null);
            if (last >= 0)
                labels.Add(
                    new(
                        $"{name} {chart.Say(all[last]!.Value)}",
                        line,
                        scale.Edge(last) + (0.5 + shift) * (scale.Edge(1)),
                        scale.Y(all[last]!.Value)
                    )
                    {
                        Own = own,
                    }
                );
        }
    }
}

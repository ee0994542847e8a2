using Trellis.Measures.Periods;

namespace Trellis.Measures.Targets;

/// <summary>Targets in few words: periods that follow each other with one target are said together.</summary>
public static class TargetRuns
{
    public static List<(string Periods, StandingTarget Target)> Of(IndicatorTargets targets) => Runs(targets.All.OrderBy(t => t.Key).Select(t => (t.Key, t.Value)));

    /// <summary>"May 2026 to March 2027: 80.0%; April 2027: 85.0%".</summary>
    public static string Said(IEnumerable<TargetPoint> points, Func<decimal, string> say) =>
        string.Join("; ", Runs(points.OrderBy(p => p.Period).Select(p => (p.Period, p.Value))).Select(run => $"{run.Periods}: {say(run.Target)}"));

    private static List<(string Periods, T Target)> Runs<T>(IEnumerable<(Period Period, T Target)> ordered)
    {
        var runs = new List<(Period First, Period Last, T Target)>();
        foreach (var (period, target) in ordered)
        {
            if (runs.Count > 0 && EqualityComparer<T>.Default.Equals(runs[^1].Target, target) && runs[^1].Last.Shift(Math.Max(1, period.Months)) == period)
            {
                runs[^1] = runs[^1] with { Last = period };
            }
            else
            {
                runs.Add((period, period, target));
            }
        }

        return runs.ConvertAll(run => (run.First == run.Last ? run.First.Words : $"{run.First.Words} to {run.Last.Words}", run.Target));
    }
}

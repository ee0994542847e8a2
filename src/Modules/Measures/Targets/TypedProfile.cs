using System.Globalization;
using Trellis.Measures.Periods;

namespace Trellis.Measures.Targets;

/// <summary>Targets as people type them: a period, a colon and a number on each line.</summary>
public static class TypedProfile
{
    /// <summary>The targets, or the words that say what is wrong with the first line that is.</summary>
    public static (IReadOnlyList<TargetPoint> Points, string? Wrong) Read(string typed, Frequency frequency, Basis basis)
    {
        var points = new List<TargetPoint>();
        foreach (var line in typed.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var at = line.LastIndexOf(':');
            if (at < 0 || TypedPeriod.Read(line[..at], frequency, basis) is not { } period)
            {
                return ([], $"“{line}” does not begin with a period. Write, for example, {TypedPeriod.Example(frequency, basis)}: 90");
            }

            if (!decimal.TryParse(line[(at + 1)..].Trim().TrimEnd('%'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var value))
            {
                return ([], $"“{line[(at + 1)..].Trim()}” is no number. Write, for example, {line[..at]}: 90");
            }

            if (points.Exists(p => p.Period == period))
            {
                return ([], $"{period.Words} has two targets. Remove one of the lines");
            }

            points.Add(new TargetPoint(period, value));
        }

        return (points, null);
    }
}

using System.Diagnostics;
using System.Text.Json;
using Trellis.Spc;

namespace Trellis.Bench;

/// <summary>The SPC engine alone, on one core: limits, all rules and both icons of each series.</summary>
internal static class Charts
{
    private const int Series = 100_000;
    private const int Points = 60;
    private const int Times = 9;
    private const int Rounds = 1_000;

    private static readonly string GivenPath = Path.Combine(Imports.SharedFolder, "oracles", "spc-cases.json");

    public static void Measure(Report report)
    {
        var values = Make();
        var options = new ChartOptions { Direction = ImprovementDirection.Increase };
        var (processor, clock) = (new List<double>(), new List<double>());
        for (var i = 0; i < Times; i++)
        {
            var (used, started) = (Environment.CpuUsage.TotalTime, Stopwatch.GetTimestamp());
            var special = Draw(values, options);
            clock.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            processor.Add((Environment.CpuUsage.TotalTime - used).TotalMilliseconds);
            if (special == 0)
            {
                report.Fail("XmR charts", "no series has a special cause");
            }
        }

        // Processor time is that of one core, whatever else the machine does; the first rounds are compiled as they run.
        report.AtMost($"{Series:N0} XmR charts of {Points} points, one core", processor.Order().ElementAt(Times / 2), 250, "ms");
        Report.Say("  by the clock, fastest of nine", $"{clock.Min(),8:N1} ms");
        MeasureGiven();
    }

    /// <summary>The series that NHSRplotthedots is timed on by nhsrplotthedots.R, each with its own options.</summary>
    private static void MeasureGiven()
    {
        if (!File.Exists(GivenPath))
        {
            Report.Say("  the given series", "not measured: they are not here (TRELLIS_SHARED)");
            return;
        }

        using var file = JsonDocument.Parse(File.ReadAllBytes(GivenPath));
        var given = file.RootElement.GetProperty("cases").EnumerateArray().Select(c => Read(c.GetProperty("input"))).ToList();
        var each = new List<double>();
        for (var i = 0; i < Times; i++)
        {
            var used = Environment.CpuUsage.TotalTime;
            for (var round = 0; round < Rounds; round++)
            {
                foreach (var (values, options, rebaseAt, targets) in given)
                {
                    XmrChart.Draw(values, options, rebaseAt, targets);
                }
            }

            each.Add((Environment.CpuUsage.TotalTime - used).TotalMicroseconds / Rounds / given.Count);
        }

        Report.Say($"  the {given.Count} given series, each", $"{each.Order().ElementAt(Times / 2),8:N2} µs of processor");
    }

    private static (double[] Values, ChartOptions Options, int[] RebaseAt, double[] Targets) Read(JsonElement input) => (
        [.. input.GetProperty("y").EnumerateArray().Select(v => v.ValueKind == JsonValueKind.Null ? double.NaN : v.GetDouble())],
        new ChartOptions
        {
            Direction = Enum.Parse<ImprovementDirection>(input.GetProperty("improvementDirection").GetString()!, ignoreCase: true),
            FixAfter = input.GetProperty("fixAfterNPoints") is { ValueKind: JsonValueKind.Number } points ? points.GetInt32() : null,
            ScreeningFactor = input.GetProperty("screenOutliers").GetBoolean() ? ChartOptions.Default.ScreeningFactor : double.PositiveInfinity,
            MinimumPoints = 0,
        },
        [.. input.GetProperty("rebaseAtIndex").EnumerateArray().Select(i => i.GetInt32())],
        input.GetProperty("target") is { ValueKind: JsonValueKind.Number } target ? [target.GetDouble()] : []);

    /// <returns>How many of the series end in a special cause.</returns>
    private static int Draw(double[] values, ChartOptions options)
    {
        var special = 0;
        for (var start = 0; start < values.Length; start += Points)
        {
            var chart = XmrChart.Draw(values.AsSpan(start, Points), options, targets: [52]);
            special += chart.Variation != VariationIcon.CommonCause && chart.Assurance != Assurance.None ? 1 : 0;
        }

        return special;
    }

    /// <summary>Months around 50 that move by about 2, half of them with a drift.</summary>
    private static double[] Make()
    {
        var random = new Random(20261127);
        var values = new double[Series * Points];
        for (var i = 0; i < values.Length; i++)
        {
            var drift = i / Points % 2 * (i % Points) * 0.05;
            values[i] = Math.Round(50 + drift + (random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5) * 4, 1);
        }

        return values;
    }
}

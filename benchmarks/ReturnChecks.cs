using System.Diagnostics;

namespace Trellis.Bench;

/// <summary>Returns checked by the published program, the whole process from start to exit.</summary>
internal static class ReturnChecks
{
    public static void Measure(string program, string folder, Report report)
    {
        double[] perChild = [.. LookedAfter(program, folder, report)];
        Report.Say("  cost of a child at 100,000, of that at 10,000", $"{perChild[1] / perChild[0]:N2}");
        foreach (var (children, seconds, megabytes) in new[] { (10_000, 0.4, 200.0), (100_000, 4.0, 600.0) })
        {
            var file = Path.Combine(folder, $"census-{children}.xml");
            new MadeReturns(children).WriteInNeed(file);
            Measure($"CIN census of {children:N0} children ({new FileInfo(file).Length / 1e6:N0} MB)", program, ["returns", "check", file, "--year", "2026", "--json"], seconds, megabytes, report);
        }
    }

    private static IEnumerable<double> LookedAfter(string program, string folder, Report report)
    {
        foreach (var (children, seconds, megabytes) in new[] { (10_000, 0.4, 200.0), (100_000, 3.0, 1000.0) })
        {
            var place = Path.Combine(folder, $"looked-after-{children}");
            var rows = new MadeReturns(children).WriteLookedAfter(place);
            var size = Directory.EnumerateFiles(place).Sum(f => new FileInfo(f).Length);
            yield return Measure($"SSDA903 of {children:N0} children ({rows:N0} rows, {size / 1e6:N0} MB)", program, ["returns", "check", place, "--year", "2026", "--json"], seconds, megabytes, report) / children;
            var clock = Stopwatch.StartNew();
            foreach (var file in Directory.EnumerateFiles(place))
            {
                _ = File.ReadAllBytes(file).AsSpan().Count((byte)'\n');
            }

            Report.Say("  its bytes read and its lines counted", $"{clock.Elapsed.TotalSeconds:N3} s");
        }
    }

    /// <summary>The median of five; seconds.</summary>
    private static double Measure(string what, string program, string[] arguments, double seconds, double megabytes, Report report)
    {
        var runs = Enumerable.Range(0, 5).Select(_ => PublishedRun.Run(program, arguments)).ToList();
        var median = runs.Select(r => r.Seconds).Order().ElementAt(2);
        report.AtMost(what, median, seconds, "s");
        report.AtMost("  the most memory it held", runs.Max(r => r.Megabytes), megabytes, "MB");
        return median;
    }
}

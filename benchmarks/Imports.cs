using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Kernel;
using Trellis.Plans;
using Trellis.Plans.Importing;
using Trellis.Plans.Reporting;

namespace Trellis.Bench;

/// <summary>Documents read and saved, in process.</summary>
internal static class Imports
{
    private const string Given = "brief/council-plan-priority-1.txt";
    private static readonly Kernel.Process Process = new("Made for the benchmark", Actor.Program);

    /// <summary>The council's document, read whole; it lies beside the repository, or where TRELLIS_SHARED says.</summary>
    public static async Task ReadGivenAsync(Report report)
    {
        var path = Path.Combine(Environment.GetEnvironmentVariable("TRELLIS_SHARED") ?? Path.Combine("..", "shared"), Given);
        if (!File.Exists(path))
        {
            Report.Say("the given document read", "not measured: it is not here (TRELLIS_SHARED)");
            return;
        }

        var bytes = await File.ReadAllBytesAsync(path);
        var times = new List<double>();
        for (var i = 0; i < 100; i++)
        {
            var clock = Stopwatch.StartNew();
            await ImportService.ReadAsync(bytes, Path.GetFileName(path), null, CancellationToken.None);
            times.Add(clock.Elapsed.TotalMilliseconds);
        }

        report.AtMost("the given document read, the first time", times[0], 50, "ms");
        report.AtMost("the given document read, median of 100", times.Order().ElementAt(times.Count / 2), 50, "ms");
    }

    /// <summary>The large plan written as CSV and imported again as a new one: staged, read, its doubts taken as proposed, saved.</summary>
    public static async Task ImportAgainAsync(BenchHost host, Plan plan, Report report)
    {
        var csv = await host.InScopeAsync(async services =>
            Encoding.UTF8.GetBytes(PlanExport.Csv(await PlanTree.LoadAsync(services.GetRequiredService<AppDbContext>(), plan, default))));
        var clock = Stopwatch.StartNew();
        var (saved, doubts) = await host.InScopeAsync(services => ImportAsync(services.GetRequiredService<ImportService>(), csv));
        if (saved.IsDone)
        {
            report.AtMost($"that plan imported from its CSV ({csv.Length / 1024:N0} kB, {doubts:N0} doubts)", clock.Elapsed.TotalSeconds, 3, "s");
        }
        else
        {
            report.Fail("that plan imported from its CSV", string.Join("; ", saved.Errors.Select(e => e.Message)));
        }
    }

    private static async Task<(Result<Plan> Saved, int Doubts)> ImportAsync(ImportService imports, byte[] csv)
    {
        var staged = await imports.StageAsync("large.csv", csv, null, Process, default);
        var id = staged.Value!.Id;
        var open = (await imports.OpenAsync(id, default))!;
        var doubts = open.Reading.Doubts.Count(d => !d.IsSettled);
        if (doubts > 0)
        {
            await imports.AnswerAsync(id, open.Reading.Doubts.Where(d => !d.IsSettled).ToDictionary(d => d.Id, d => d.Proposed, StringComparer.Ordinal), Process, default);
        }

        return (await imports.SaveAsync(id, "Imported again", "2026/27", new Dictionary<string, string>(StringComparer.Ordinal), Process, default), doubts);
    }
}

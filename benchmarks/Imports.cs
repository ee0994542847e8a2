using System.Diagnostics;
using System.Globalization;
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
    public static readonly string SharedFolder = Environment.GetEnvironmentVariable("TRELLIS_SHARED") ?? Path.Combine("..", "shared");
    public static readonly string GivenPath = Path.Combine(SharedFolder, Given);
    private static readonly Kernel.Process Process = new("Made for the benchmark", Actor.Program);

    /// <summary>This program as ./package publishes the product: compiled beforehand.</summary>
    private static readonly string Ready = Path.Combine("artifacts", "bench", "Trellis.Bench");

    /// <summary>In a new process: reads the given document once and prints how many milliseconds that took.</summary>
    public static async Task<int> ReadFirstAsync()
    {
        var bytes = await File.ReadAllBytesAsync(GivenPath);
        var clock = Stopwatch.StartNew();
        await ImportService.ReadAsync(bytes, Path.GetFileName(Given), null, CancellationToken.None);
        Console.WriteLine(clock.Elapsed.TotalMilliseconds.ToString(CultureInfo.InvariantCulture));
        return 0;
    }

    /// <summary>The median of seven new processes.</summary>
    private static async Task<double> FirstOfSevenAsync(string program)
    {
        var times = new List<double>();
        for (var i = 0; i < 7; i++)
        {
            using var process = System.Diagnostics.Process.Start(new ProcessStartInfo(program, ["first"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
            times.Add(double.Parse(await process.StandardOutput.ReadToEndAsync(), CultureInfo.InvariantCulture));
            await process.WaitForExitAsync();
        }

        return times.Order().ElementAt(times.Count / 2);
    }

    /// <summary>The council's document, read whole; it lies beside the repository, or where TRELLIS_SHARED says.</summary>
    public static async Task ReadGivenAsync(Report report)
    {
        if (!File.Exists(GivenPath))
        {
            Report.Say("the given document read", "not measured: it is not here (TRELLIS_SHARED)");
            return;
        }

        foreach (var (program, how) in new[] { (Environment.ProcessPath!, "compiled as it runs"), (Ready, "as published") })
        {
            if (File.Exists(program))
            {
                report.AtMost($"the given document read, the first time, {how}", await FirstOfSevenAsync(program), 50, "ms");
            }
        }

        var bytes = await File.ReadAllBytesAsync(GivenPath);
        var times = new List<double>();
        for (var i = 0; i < 100; i++)
        {
            var clock = Stopwatch.StartNew();
            await ImportService.ReadAsync(bytes, Path.GetFileName(Given), null, CancellationToken.None);
            times.Add(clock.Elapsed.TotalMilliseconds);
        }

        report.AtMost("the given document read, median of 100", times.Order().ElementAt(times.Count / 2), 50, "ms");
    }

    /// <summary>The large plan written as a council would and imported as a new one: staged, read, its doubts taken as proposed, saved.</summary>
    public static async Task ImportAgainAsync(BenchHost host, Plan plan, Report report)
    {
        var tree = await host.InScopeAsync(services => PlanTree.LoadAsync(services.GetRequiredService<AppDbContext>(), plan, default));
        await ImportAsync(host, "that plan imported from its document", CouncilDocument.Of(tree, isComplete: true), report);
        await ImportAsync(host, "the same with something to ask on each row", CouncilDocument.Of(tree, isComplete: false), report);
    }

    private static async Task ImportAsync(BenchHost host, string what, byte[] bytes, Report report)
    {
        var clock = Stopwatch.StartNew();
        var processor = Environment.CpuUsage.TotalTime;
        var (saved, steps) = await host.InScopeAsync(services => ImportAsync(services.GetRequiredService<ImportService>(), bytes));
        if (!saved.IsDone)
        {
            report.Fail(what, string.Join("; ", saved.Errors.Select(e => e.Message)));
            return;
        }

        report.AtMost(what, clock.Elapsed.TotalSeconds, 3, "s");
        Report.Say($"  {bytes.Length / 1024:N0} kB", $"{steps}; processor {(Environment.CpuUsage.TotalTime - processor).TotalSeconds:N1} s");
    }

    private static async Task<(Result<Plan> Saved, string Steps)> ImportAsync(ImportService imports, byte[] bytes)
    {
        var clock = Stopwatch.StartNew();
        var staged = await imports.StageAsync("large.txt", bytes, null, Process, default);
        var (id, steps) = (staged.Value!.Id, $"staged {Lap()}");
        var open = (await imports.OpenAsync(id, default))!;
        steps += $", read again {Lap()}";
        var doubts = open.Reading.Doubts.Where(d => !d.IsSettled).ToDictionary(d => d.Id, d => d.Proposed, StringComparer.Ordinal);
        if (doubts.Count > 0)
        {
            await imports.AnswerAsync(id, doubts, Process, default);
            steps += $", {doubts.Count:N0} doubts answered {Lap()}";
        }

        var saved = await imports.SaveAsync(id, "Imported again", "2026/27", new Dictionary<string, string>(StringComparer.Ordinal), Process, default);
        return (saved, $"{steps}, saved {Lap()}");

        string Lap()
        {
            var seconds = clock.Elapsed.TotalSeconds;
            clock.Restart();
            return $"{seconds:N2} s";
        }
    }
}

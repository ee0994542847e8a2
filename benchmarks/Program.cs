using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Bench;
using Trellis.Plans;

// ./bench [seconds each] [word]: prints each figure beside its limit, and each rate beside the same server's plaintext; with a
// word, only the rates whose name has it, to look at one alone; with "import", only the imports; with "papers", only
// reports and packs; with "spc", only the charts' engine; with "returns", only statutory returns checked; with "linking", only records linked; with "people", only their index, of a million records or as many as are said after it; with "fuzz", spoilt returns read for so many seconds; with "figures", only figures brought in and reckoned; with "scorecard", only that page.
if (args is ["first"])
{
    return await Imports.ReadFirstAsync();
}

var word = args is [_, var only, ..] ? only : "";
var measured = TimeSpan.FromSeconds(args is [var seconds, ..] ? double.Parse(seconds, CultureInfo.InvariantCulture) : 5);
// Long enough for the second compilation, which a server has behind it after its first minute.
var warm = TimeSpan.FromSeconds(word.Length > 0 ? 15 : 10);
var report = new Report();
if (word is "" or "spc")
{
    Charts.Measure(report);
}

if (word == "spc")
{
    return report.Missed;
}

var folder = Directory.CreateTempSubdirectory("trellis-bench-").FullName;
try
{
    if (word is "" or "returns" && StartUp.Published() is { } checker)
    {
        ReturnChecks.Measure(checker, folder, report);
    }

    if (word is "" or "linking" && StartUp.Published() is { } linker)
    {
        Linking.Measure(linker, folder, report);
    }

    if (word == "linking")
    {
        return report.Missed;
    }

    if (word is "" or "people" && StartUp.Published() is { } serving)
    {
        await People.MeasureAsync(word == "people" && args is [_, _, var size] ? int.Parse(size, CultureInfo.InvariantCulture) : 1_000_000, serving, folder, report);
    }

    if (word == "people")
    {
        _ = StartUp.Published() ?? throw new InvalidOperationException("The published program is not here: ./package linux-x64 makes it.");
        return report.Missed;
    }

    if (word == "fuzz")
    {
        Fuzz.Run(measured, Path.Combine(folder, "spoilt"), report);
        return report.Missed;
    }

    if (word == "returns")
    {
        return report.Missed;
    }

    await using (var host = await BenchHost.StartAsync(Path.Combine(folder, "data")))
    {
        if (word is "" or "figures" && StartUp.Published() is { } importer)
        {
            await Figures.ImportAsync(importer, folder, report);
        }

        if (word == "figures")
        {
            await Figures.ReckonAsync(host, report);
            return report.Missed;
        }

        var clock = Stopwatch.StartNew();
        var plan = await host.InScopeAsync(services => PlanSize.Large.WriteAsync(services, default));
        Report.Say("50 priorities, 2,000 actions, 10,000 milestones put in", $"{clock.Elapsed.TotalSeconds,8:N1} s");
        if (word is "" or "import")
        {
            await Imports.ReadGivenAsync(report);
            await Imports.ImportAgainAsync(host, plan, report);
        }

        if (word == "import")
        {
            return report.Missed;
        }

        var cookie = await host.SignInAsync();
        if (word is "" or "papers")
        {
            await Papers.MeasureAsync(host, cookie, report);
        }

        if (word == "papers")
        {
            return report.Missed;
        }

        var overview = PlanAddress.Of(plan);
        await Load.AloneMsAsync(host.Address, overview, cookie, 50);
        report.AtMost("its overview page, alone", await Load.AloneMsAsync(host.Address, overview, cookie, 200), 30, "ms");

        var usual = PlanAddress.Of(await host.InScopeAsync(services => PlanSize.Usual.WriteAsync(services, default)));
        var plaintext = await Load.RunAsync(host.Address, BenchHost.Plaintext, null, warm, measured);
        var bare = await Load.RunAsync(host.Address, BenchHost.Bare, null, warm, measured);
        Report.Say("the bare server, 16 connections", $"{bare.PerSecond:N0} a second, {bare.CpuMs:N3} ms of processor each");
        Report.Say("plaintext as an endpoint of the program", $"{plaintext.PerSecond:N0} a second, {plaintext.CpuMs:N3} ms of processor each");
        await ShareAsync("a public page from cache (/about)", "/about", null, 50, null);
        await ShareAsync("50 of 216 milestones, signed in", usual + "/milestones", cookie, 4, 18);
        await ShareAsync("50 of 72 actions with their 150 milestones, signed in", usual + "/actions", cookie, null, null);
        await ShareAsync("50 of 10,000 milestones, signed in", overview + "/milestones", cookie, null, null);
        await ShareAsync("the overview of the usual plan, signed in", usual, cookie, null, null);
        if (word is "" or "scorecard")
        {
            await Figures.PutScorecardAsync(host);
            await ShareAsync("scorecard of 200 indicators, 50 on the page, signed in", "/measures", cookie, 1, 60);
            await ShareAsync("all 200 of that scorecard as CSV", "/measures/scorecard.csv", cookie, null, null);
        }

        if (word is "" or "cycle" or "owe")
        {
            var owners = await Cycles.OpenAsync(host, plan, report);
            await ShareAsync("what I owe: 4 actions with 20 milestones", "/updates", owners[0], 3, null);
            if (word != "owe")
            {
                await Cycles.SendAsync(host, owners, warm, TimeSpan.FromSeconds(60), report);
            }
        }

        if (word.Length == 0)
        {
            await Figures.ReckonAsync(host, report);
        }

        async Task ShareAsync(string what, string path, string? with, double? leastPercent, double? mostMs)
        {
            if (!what.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return;
            }

            var load = await Load.RunAsync(host.Address, path, with, warm, measured);
            report.AtLeast(what, load.PerSecond / plaintext.PerSecond * 100, leastPercent, $"% of plaintext ({load.PerSecond:N0} a second, median {load.MedianMs:N1} ms, processor {load.CpuMs:N2} ms, {load.Kilobytes:N0} kB, paused {load.PausedPercent:N1} %)");
            if (mostMs is { } limit)
            {
                report.AtMost("  its p99", load.P99Ms, limit, "ms");
            }
        }
    }

    if (word.Length == 0 && StartUp.Published() is { } program)
    {
        await StartUp.MeasureAsync(program, Path.Combine(folder, "first"), report);
    }
    else if (word.Length == 0)
    {
        Report.Say("start of the published program", "not measured: ./package linux-x64 makes it");
    }
}
finally
{
    Directory.Delete(folder, recursive: true);
}

return report.Missed;

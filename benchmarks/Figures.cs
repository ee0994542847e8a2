using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Kernel;
using Trellis.Kernel.Places;
using Trellis.Kernel.Settings;
using Trellis.Measures;
using Trellis.Measures.Figures;
using Trellis.Measures.Importing;
using Trellis.Measures.Neighbours;
using Trellis.Measures.Periods;
using Trellis.Measures.Statuses;
using Trellis.Measures.Targets;

namespace Trellis.Bench;

/// <summary>Published figures brought in, how everything stands reckoned anew, and a scorecard to be asked for.</summary>
internal static class Figures
{
    private const int Indicators = 200;
    private const int Months = 36;
    private const string Here = "E06000009";
    private static readonly Kernel.Process Process = new("Made for the benchmark", Actor.Program);
    private static readonly string Folder = Path.Combine(Imports.SharedFolder, "data", "lait");
    private static readonly string[] Files = [Path.Combine(Folder, "bds_long_0.parquet"), Path.Combine(Folder, "lait_data_dictionary.csv")];

    /// <summary>The published program brings the interactive tool's file in, twice, into the embedded database and into PostgreSQL where TRELLIS_BENCH_POSTGRES names an empty one.</summary>
    public static async Task ImportAsync(string program, string folder, Report report)
    {
        if (!File.Exists(Files[0]))
        {
            Report.Say("published figures brought in", "not measured: they are not here (TRELLIS_SHARED)");
            return;
        }

        await ImportAsync("SQLite", program, ["--data", Path.Combine(folder, "figures")], 10, report);
        if (Environment.GetEnvironmentVariable("TRELLIS_BENCH_POSTGRES") is { Length: > 0 } postgres)
        {
            await ImportAsync("PostgreSQL", program, ["--data", Path.Combine(folder, "figures-postgres"), "--postgres", postgres], 7, report);
        }
        else
        {
            Report.Say("640,900 figures into PostgreSQL", "not measured: TRELLIS_BENCH_POSTGRES names no empty database");
        }
    }

    /// <summary>Reckons every indicator at every place that has figures.</summary>
    public static async Task ReckonAsync(BenchHost host, Report report)
    {
        if (!File.Exists(Files[0]))
        {
            return;
        }

        var given = await Task.WhenAll(Files.Select(async file => new GivenFile(Path.GetFileName(file), await File.ReadAllBytesAsync(file))));
        await host.InScopeAsync(async services => await services.GetRequiredService<FigureImportService>().SaveAsync(await FigureImportService.ReadAsync(given, default), given, null, Process, default));
        var clock = Stopwatch.StartNew();
        var reckoned = await host.InScopeAsync(services => services.GetRequiredService<StatusReckoning>().ReckonAsync(default));
        report.AtMost($"how {reckoned:N0} figures of 434 indicators stand, reckoned anew", clock.Elapsed.TotalSeconds, 6, "s");
    }

    /// <summary>Indicators of a council with three years of months, targets, neighbours and a comparison in each.</summary>
    public static Task<int> PutScorecardAsync(BenchHost host) => host.InScopeAsync(async services =>
    {
        var settings = services.GetRequiredService<CouncilSettings>();
        await settings.SaveAsync(await settings.VersionAsync(default), new Dictionary<string, string>(StringComparer.Ordinal) { [MeasuresSettings.Place] = Here }, Process, default);
        var db = services.GetRequiredService<AppDbContext>();
        var here = PlaceCode.Read(Here)!.Value;
        var others = EnglandPlaces.All.Where(p => p.Kind == PlaceKind.LocalAuthority && p.Until is null && p.Code != here).Take(10).Select(p => p.Code).ToList();
        db.Add(new NeighbourList { Id = ThingId.New(TimeProvider.System), Number = 1, Title = "Made up for the benchmark", Source = "The benchmark" });
        db.AddInBulk(others.Select((other, i) => new Neighbour { List = 1, Place = here.Number, Rank = i + 1, Other = other.Number }));
        var service = services.GetRequiredService<IndicatorService>();
        var random = new Random(4);
        var last = Period.Month(2026, 10);
        var said = new List<IndicatorFigures>();
        for (var i = 0; i < Indicators; i++)
        {
            var indicator = await service.StageAsync(
                new IndicatorOptions($"Measure {i} of a council", "Made up", null, [], null, [], null)
                {
                    Nature = new NatureOptions(IndicatorKind.Performance, MeasureUnit.Percentage, null, "1", null, null, i % 3 == 0 ? Polarity.Low : Polarity.High, Frequency.Monthly, Basis.Period, null, null, null),
                },
                default);
            var months = Enumerable.Range(0, Months).Select(back => last.Shift(-back)).ToList();
            db.Add(TargetProposal.Approved(ThingId.New(TimeProvider.System), indicator.Id, "Made up", months.Select(m => new TargetPoint(m, 70)), new DateOnly(2023, 1, 1)));
            said.Add(new IndicatorFigures(indicator.Id, [.. others.Append(here).Append(EnglandPlaces.Country).SelectMany(place => months.Select(m => new NewFigure(place, m, FigureValue.Of(60 + random.Next(200) / 10m))))]));
        }

        await services.GetRequiredService<FigureWriting>().SaveAsync(new BatchOptions(BatchKind.MadeUp, "The benchmark"), said, Process, default);
        return await services.GetRequiredService<StatusReckoning>().ReckonAsync([.. said.Select(s => s.IndicatorId)], default);
    });

    private static async Task ImportAsync(string where, string program, string[] place, double limit, Report report)
    {
        await StartUp.MakeAsync(program, place);
        var (first, peak) = Run(program, ["import", "figures", .. Files, .. place]);
        report.AtMost($"640,900 figures into {where}, as published", first, limit, "s");
        report.AtMost("  the most memory it held", peak, 500, "MB");
        var (again, _) = Run(program, ["import", "figures", .. Files, .. place]);
        report.AtMost("  the same again, which changes nothing", again, 3, "s");
    }

    private static (double Seconds, double Megabytes) Run(string program, string[] arguments)
    {
        var (seconds, megabytes, code) = PublishedRun.Run(program, arguments);
        return code == 0 ? (seconds, megabytes) : throw new InvalidOperationException($"The import ended with exit code {code}.");
    }
}

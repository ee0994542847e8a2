using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Governance;
using Trellis.Governance.Meetings;
using Trellis.Kernel;
using Trellis.Kernel.Things;
using Trellis.Measures;
using Trellis.Plans;
using Trellis.Plans.Importing;
using Trellis.Publishing.Reports;
using Trellis.Risks;

namespace Trellis.Bench;

/// <summary>Reports of the given plan, and the pack of a meeting.</summary>
internal static class Papers
{
    private const int Times = 20;
    private const int IndicatorsOfPack = 30;
    private const int RisksOfPack = 15;
    private static readonly Kernel.Process Making = new("Made for the benchmark", Actor.Program);

    /// <summary>40 actions with a milestone each.</summary>
    private static readonly PlanSize OfPack = new("A plan for a board", 2, 4, 5, 1);

    public static async Task MeasureAsync(BenchHost host, string cookie, Report report)
    {
        if (File.Exists(Imports.GivenPath))
        {
            var plan = await host.InScopeAsync(services => ImportAsync(services.GetRequiredService<ImportService>()));
            report.AtMost("the given plan's report as Word, median of 20", await MedianAsync(host, plan, ReportFormat.Docx, Times), 500, "ms");
            if (host.App.Services.GetRequiredService<PaperFiles>().HasPdf)
            {
                report.AtMost("the given plan's report as tagged PDF, median of 5", await MedianAsync(host, plan, ReportFormat.Pdf, 5), 3000, "ms");
            }
            else
            {
                Report.Say("the given plan's report as tagged PDF", "not measured: Chromium is not here");
            }
        }
        else
        {
            Report.Say("the given plan's report", "not measured: it is not here (TRELLIS_SHARED)");
        }

        var address = await host.InScopeAsync(MakeMeetingAsync);
        report.AtMost("a pack of 40 actions, 30 indicators, 15 risks, the first time", await Load.AloneMsAsync(host.Address, address, cookie, 1), 1000, "ms");
        report.AtMost("  the same, median of 20", await Load.AloneMsAsync(host.Address, address, cookie, Times), 1000, "ms");
    }

    private static async Task<double> MedianAsync(BenchHost host, Plan plan, ReportFormat format, int times)
    {
        var measured = new List<double>();
        for (var i = 0; i < times; i++)
        {
            var clock = Stopwatch.StartNew();
            await host.InScopeAsync(async services =>
            {
                var reports = services.GetRequiredService<ReportService>();
                var live = (await reports.MakeAsync(plan.Address, null, default))!;
                return await reports.WriteAsync(live, format, default);
            });
            measured.Add(clock.Elapsed.TotalMilliseconds);
        }

        return measured.Order().ElementAt(times / 2);
    }

    private static async Task<Plan> ImportAsync(ImportService imports)
    {
        var staged = (await imports.StageAsync(Path.GetFileName(Imports.GivenPath), await File.ReadAllBytesAsync(Imports.GivenPath), null, Making, default)).Value!;
        while (await imports.OpenAsync(staged.Id, default) is { Reading.IsSettled: false } open)
        {
            await imports.AnswerAsync(staged.Id, open.Reading.Doubts.Where(d => !d.IsSettled).ToDictionary(d => d.Id, d => d.Proposed, StringComparer.Ordinal), Making, default);
        }

        return (await imports.SaveAsync(staged.Id, "The given plan", "2014/15", new Dictionary<string, string>(StringComparer.Ordinal), Making, default)).Value!;
    }

    /// <returns>The address of the pack's page.</returns>
    private static async Task<string> MakeMeetingAsync(IServiceProvider services)
    {
        var (db, links, clock) = (services.GetRequiredService<AppDbContext>(), services.GetRequiredService<ThingLinks>(), services.GetRequiredService<TimeProvider>());
        var plan = await OfPack.WriteAsync(services, default);
        var board = (await services.GetRequiredService<ForumService>().CreateAsync(new ForumOptions("Board of the benchmark", null, ForumKind.Board, null), Making, default)).Value!;
        var meeting = db.Add(new Meeting { Id = ThingId.New(clock) });
        meeting.Property(m => m.ForumId).CurrentValue = board.Id;
        meeting.Property(m => m.Address).CurrentValue = "2026-06-15";
        meeting.Property(m => m.Day).CurrentValue = new DateOnly(2026, 6, 15);
        foreach (var milestone in await db.Set<Milestone>().Where(m => m.PlanId == plan.Id).Select(m => m.Id).ToListAsync())
        {
            await links.JoinAsync(milestone, nameof(Milestone), LinkKind.ReportsTo, board.Id, nameof(Forum), default);
        }

        for (var i = 0; i < IndicatorsOfPack; i++)
        {
            var indicator = await services.GetRequiredService<IndicatorService>().StageAsync(new IndicatorOptions($"Indicator {i} of the board", null, null, [], null, [], null), default);
            await links.JoinAsync(indicator.Id, nameof(Indicator), LinkKind.ReviewedBy, board.Id, nameof(Forum), default);
        }

        var objective = await db.Set<Objective>().Where(o => o.PlanId == plan.Id).Select(o => o.Id).FirstAsync();
        for (var i = 0; i < RisksOfPack; i++)
        {
            var risk = await services.GetRequiredService<RiskService>().StageAsync(new RiskOptions($"Risk {i} of the board", RiskScope.Local, "High", "Watched each month", null), default);
            await links.JoinAsync(objective, nameof(Objective), LinkKind.Threatened, risk.Id, nameof(Risk), default);
        }

        await db.SaveAsync(Making, default);
        return $"{ForumService.AddressOf(board)}/meetings/2026-06-15/pack";
    }
}

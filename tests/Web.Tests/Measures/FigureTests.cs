using System.Net;
using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.Kernel.Access;
using Trellis.Measures;
using Trellis.Measures.Figures;
using Trellis.Measures.Periods;
using Trellis.Measures.Statuses;
using Trellis.Measures.Targets;
using Trellis.Testing;

namespace Trellis.Web.Tests.Measures;

/// <summary>Figures are never overwritten, their standing is derived, and targets take two people.</summary>
public sealed class FigureTests(BothDatabases databases) : IClassFixture<BothDatabases>
{
    [Theory, OnBothDatabases]
    public async Task Save_MoreFiguresThanGoTogether_EachIsFoundAsTheFrameworkWritesIt(DatabaseKind kind)
    {
        var host = await databases.OnAsync(kind);
        var indicator = await new IndicatorBuilder { Unit = MeasureUnit.Number }.MakeAsync(host);
        decimal[] values = [0, 5, 37.20m, -3.5m, 0.0000001m, 120_400, 100.000m, -0.0m];
        var said = Enumerable.Range(0, 47).Select(i => (Period.Month(2026, 5).Shift(-i), FigureValue.Of(values[i % values.Length]))).ToList();

        await IndicatorBuilder.FiguresAsync(host, indicator, said);

        var read = await host.InScopeAsync(s => s.Get<FigureReader>().ReadAsync(indicator.Id, IndicatorBuilder.Here, default));
        Assert.Equal(said.OrderBy(f => f.Item1).Select(f => f.Item2), read.Select(f => f.Said));
        foreach (var value in values)
        {
            Assert.Equal(said.Count(f => f.Item2.Value == value), await host.InDatabaseAsync(db => (
                from row in db.Set<Observation>()
                join series in db.Set<Series>() on row.Series equals series.Number
                where series.IndicatorId == indicator.Id && row.Value == value
                select row).CountAsync()));
        }

        Assert.Null((await IndicatorBuilder.FiguresAsync(host, indicator, said)).Batch);
    }

    [Theory, OnBothDatabases]
    public async Task Save_ADifferentFigure_BecomesTheNextRevisionAndTheOldOneStaysReadable(DatabaseKind kind)
    {
        var host = await databases.OnAsync(kind);
        var indicator = await new IndicatorBuilder().MakeAsync(host);
        var may = Period.Month(2026, 5);

        await IndicatorBuilder.FiguresAsync(host, indicator, (may, FigureValue.Of(80, FigureStatus.Provisional)), (may.Shift(-1), FigureValue.Of(70.25m)));
        var again = await IndicatorBuilder.FiguresAsync(host, indicator, (may, FigureValue.Of(80, FigureStatus.Provisional)), (may.Shift(-1), FigureValue.Of(70.250m)));
        var revised = await IndicatorBuilder.FiguresAsync(host, indicator, (may, FigureValue.Of(81)));

        Assert.Equal((null, 0, 0, 2), (again.Batch, again.Added, again.Revised, again.Unchanged));
        Assert.Equal((0, 1, 0), (revised.Added, revised.Revised, revised.Unchanged));
        Assert.Equal([(2, 81m), (1, 80m)], (await RevisionsAsync(host, indicator, may)).Select(f => (f.Revision, f.Value!.Value)));
    }

    [Theory, OnBothDatabases]
    public async Task Save_AFigureThatIsNotAvailable_TakesNothingAway(DatabaseKind kind)
    {
        var host = await databases.OnAsync(kind);
        var indicator = await new IndicatorBuilder().MakeAsync(host);
        var may = Period.Month(2026, 5);
        await IndicatorBuilder.FiguresAsync(host, indicator, (may, new FigureValue(80, 8, 10, FigureStatus.Final, Shorthand.None)));

        var missing = await IndicatorBuilder.FiguresAsync(host, indicator, (may, FigureValue.Missing(Shorthand.NotAvailable)));
        var alone = await IndicatorBuilder.FiguresAsync(host, indicator, (may, FigureValue.Of(80)));
        var confidential = await IndicatorBuilder.FiguresAsync(host, indicator, (may, FigureValue.Missing(Shorthand.Confidential)));

        Assert.Equal((1, 1, 1), (missing.Unchanged, alone.Unchanged, confidential.Revised));
    }

    [Theory, OnBothDatabases]
    public async Task TakeBack_ABatch_LetsWhatItReplacedStandAgainAndCanBeUndone(DatabaseKind kind)
    {
        var host = await databases.OnAsync(kind);
        await IndicatorBuilder.PlaceAsync(host);
        var indicator = await new IndicatorBuilder { Title = "Taken back" }.MakeAsync(host);
        var may = Period.Month(2026, 5);
        await IndicatorBuilder.FiguresAsync(host, indicator, (may, FigureValue.Of(80)));
        var wrong = await IndicatorBuilder.FiguresAsync(host, indicator, (may, FigureValue.Of(8)));
        using var visitor = await host.SignedInAsync(Role.Performance);

        var taken = await visitor.SendAsync($"/measures/figures/{wrong.Batch!.Number}/take-back", "set");
        Assert.Equal("The figures count no more.", taken.Said);
        Assert.Equal(80, (await StatusAsync(host, indicator))!.Value);
        // The same again after it was taken back is a revision of its own: nothing is written over.
        await IndicatorBuilder.FiguresAsync(host, indicator, (may, FigureValue.Of(82)));
        Assert.Equal([3, 2, 1], (await RevisionsAsync(host, indicator, may)).Select(f => f.Revision));
        await visitor.SendAsync($"/measures/figures/{wrong.Batch.Number}/bring-back", "set");
        Assert.Equal(82, (await StatusAsync(host, indicator))!.Value);
    }

    [Theory, OnBothDatabases]
    public async Task Get_Indicator_SaysHowItStandsAndWhy(DatabaseKind kind)
    {
        var host = await databases.OnAsync(kind);
        await IndicatorBuilder.PlaceAsync(host);
        var indicator = await new IndicatorBuilder { Title = "Shown with its figures" }.MakeAsync(host);
        await TargetAsync(host, indicator, 95, Role.Head);
        await IndicatorBuilder.FiguresAsync(host, indicator, Months(94.96m));
        using var visitor = await host.SignedInAsync(Role.Reader);

        var page = await visitor.GetAsync(IndicatorService.AddressOf(indicator));

        Assert.Contains("Blackpool: 95.0% in May 2026", page.Main, StringComparison.Ordinal);
        Assert.Contains("Amber 94.96 against 95: below target by 0.04, no more than 10% off.", page.Main, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector("svg[role=img]"));
        Assert.Contains("A source of the test", page.Main, StringComparison.Ordinal);
        var list = await visitor.GetAsync("/measures?q=shown+with+its");
        Assert.Contains("Shown with its figures 94.96% May 2026 95.0% Amber", list.Main, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task Get_Downloads_HoldTheFiguresUnrounded(DatabaseKind kind)
    {
        var host = await databases.OnAsync(kind);
        await IndicatorBuilder.PlaceAsync(host);
        var indicator = await new IndicatorBuilder { Title = "Downloaded" }.MakeAsync(host);
        await IndicatorBuilder.FiguresAsync(host, indicator, Months(94.9625m));
        using var visitor = await host.SignedInAsync(Role.Reader);
        var address = IndicatorService.AddressOf(indicator);

        Assert.Contains("Downloaded,Blackpool,E06000009,May 2026,2026-05/2026-05,94.9625,,,,,A source of the test", await visitor.Http.GetStringAsync($"{address}/figures.csv"), StringComparison.Ordinal);
        Assert.Contains("\"value\":94.9625", await visitor.Http.GetStringAsync($"{address}/figures.json"), StringComparison.Ordinal);
        Assert.StartsWith("<svg", await visitor.Http.GetStringAsync($"{address}/chart.svg"), StringComparison.Ordinal);
        Assert.Contains("Downloaded,", await visitor.Http.GetStringAsync("/measures/scorecard.csv"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Http.GetAsync($"/measures/nothing/figures.csv")).StatusCode);
    }

    [Theory, OnBothDatabases]
    public async Task Post_Target_CountsOnlyOnceSomebodyElseApprovesIt(DatabaseKind kind)
    {
        var host = await databases.OnAsync(kind);
        await IndicatorBuilder.PlaceAsync(host);
        var indicator = await new IndicatorBuilder { Title = "With a target" }.MakeAsync(host);
        await IndicatorBuilder.FiguresAsync(host, indicator, Months(80));
        using var proposer = await host.SignedInAsync(Role.Performance);
        using var head = await host.SignedInAsync(Role.Head);
        var targets = $"{IndicatorService.AddressOf(indicator)}/targets";

        var wrong = await proposer.SendAsync(targets, "propose", ("Form.Profile", "May 2026: lots"), ("Form.Why", "Agreed"));
        Assert.Equal(["“lots” is no number. Write, for example, May 2026: 90"], wrong.Errors);
        var proposed = await proposer.SendAsync(targets, "propose", ("Form.Profile", "May 2026: 80%\nJune 2026: 85"), ("Form.Why", "Agreed by the board"));
        Assert.Contains("May 2026: 80.0%; June 2026: 85.0%", proposed.Main, StringComparison.Ordinal);
        Assert.Contains("No target counts yet", proposed.Main, StringComparison.Ordinal);

        var id = await host.InDatabaseAsync(db => db.Set<TargetProposal>().Where(t => t.IndicatorId == indicator.Id).Select(t => t.Id).SingleAsync());
        var own = await proposer.SendAsync($"{targets}/{id}", "decide", ("Form.Decision", "approve"));
        Assert.Equal(["You proposed this target, so somebody else has to decide on it"], own.Errors);
        var bare = await head.SendAsync($"{targets}/{id}", "decide", ("Form.Decision", "reject"));
        Assert.Equal(["Say why it is turned down"], bare.Errors);
        var approved = await head.SendAsync($"{targets}/{id}", "decide", ("Form.Decision", "approve"));
        Assert.Contains("Approved by", approved.Main, StringComparison.Ordinal);
        Assert.Equal((80m, Rag.Green), await host.InScopeAsync(async _ => (await StatusAsync(host, indicator)) is { } s ? (s.Target!.Value, s.Rag) : default));
        var late = await head.GetAsync($"{targets}/{id}");
        var settled = await head.SendAsync(late, "decide", ("Form.Decision", "reject"), ("Form.Why", "Too late"));
        Assert.Equal(HttpStatusCode.Conflict, settled.Status);
    }

    [Theory, OnBothDatabases]
    public async Task Get_TargetChangedAfterItsPeriodBegan_SaysWhatItWas(DatabaseKind kind)
    {
        var host = await databases.OnAsync(kind);
        await IndicatorBuilder.PlaceAsync(host);
        var indicator = await new IndicatorBuilder { Title = "With a moved target" }.MakeAsync(host);
        await IndicatorBuilder.FiguresAsync(host, indicator, Months(80));
        await TargetAsync(host, indicator, 90, Role.Head);
        await TargetAsync(host, indicator, 80, Role.Head);
        using var visitor = await host.SignedInAsync(Role.Reader);

        var page = await visitor.GetAsync(IndicatorService.AddressOf(indicator));

        Assert.Contains("The target for May 2026 was changed after the period began: it was 90.0%.", page.Main, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task Get_UserDoesNotHavePermission_ReturnsForbidden(DatabaseKind kind)
    {
        var host = await databases.OnAsync(kind);
        using var visitor = await host.SignedInAsync(Role.Reader);
        foreach (var address in new[] { "/measures/figures/import", "/measures/figures/1/take-back", "/measures/new" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync(address)).Status);
        }
    }

    /// <summary>Fourteen months up to May 2026, the last as given.</summary>
    private static IEnumerable<(Period, FigureValue)> Months(decimal last) =>
        Enumerable.Range(-13, 14).Select(i => (Period.Month(2026, 5).Shift(i), FigureValue.Of(i == 0 ? last : 90 + i % 3)));

    private static async Task TargetAsync(TrellisHost host, Indicator indicator, decimal value, string role)
    {
        var (proposer, decider) = (Guid.CreateVersion7(host.Clock.GetUtcNow()), Guid.CreateVersion7(host.Clock.GetUtcNow()));
        var process = new Process("Made for a test", Actor.Program, role);
        await host.InScopeAsync(async services =>
        {
            var targets = services.Get<TargetService>();
            var proposed = await targets.ProposeAsync(indicator.Id, [new TargetPoint(Period.Month(2026, 5), value)], "Agreed", proposer, process, default);
            Assert.True((await targets.DecideAsync(proposed.Value!.Id, 1, true, null, decider, process, default)).IsDone);
        });
    }

    private static Task<List<Figure>> RevisionsAsync(TrellisHost host, Indicator indicator, Period period) =>
        host.InScopeAsync(services => services.Get<FigureReader>().RevisionsAsync(indicator.Id, IndicatorBuilder.Here, period, default));

    private static Task<IndicatorStatus?> StatusAsync(TrellisHost host, Indicator indicator) => host.InDatabaseAsync(db => (
        from status in db.Set<IndicatorStatus>()
        join series in db.Set<Series>() on status.Series equals series.Number
        where series.IndicatorId == indicator.Id && status.Place == IndicatorBuilder.Here.Number
        select status).SingleOrDefaultAsync());
}

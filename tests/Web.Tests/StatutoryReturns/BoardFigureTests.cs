using Trellis.Kernel;
using Trellis.Kernel.Access;
using Trellis.Kernel.Places;
using Trellis.Measures;
using Trellis.Measures.Catalogue;
using Trellis.Measures.Figures;
using Trellis.Measures.Periods;
using Trellis.StatutoryReturns.Figures;
using Trellis.Testing;

namespace Trellis.Web.Tests.StatutoryReturns;

/// <summary>What a kept return counts becomes provisional figures, and the board's page leads from one back to its children.</summary>
public sealed class BoardFigureTests
{
    private static readonly (string, string)[] Keep = [("Form.Keep", "keep"), ("Form.Months", "3")];
    private static readonly Process Made = new("Made for a test", Actor.Program);

    [Theory, OnBothDatabases]
    public async Task Post_Send_StandsBesideThePublishedYearsAndLeadsToTheChildren(DatabaseKind kind)
    {
        await using var host = await TrellisHost.StartAsync(kind);
        await IndicatorBuilder.PlaceAsync(host);
        await host.InScopeAsync(s => s.Get<CatalogueService>().TakeAsync(["children-looked-after", "children-looked-after-rate"], Made, default));
        var taken = (await host.InScopeAsync(s => s.Get<IndicatorService>().FindAsync("children-looked-after", default)))!;
        await IndicatorBuilder.FiguresAsync(host, taken, (Period.AtEndOf(2025, 3), FigureValue.Of(640)));
        await IndicatorBuilder.FiguresAsync(host, taken, EnglandPlaces.Country, (Period.AtEndOf(2025, 3), FigureValue.Of(81770)));
        using var analyst = await host.SignedInAsync(Role.Performance);
        var result = await new SmallReturn().CheckAsync(analyst, typed: Keep);
        var indicators = await analyst.GetAsync($"{result.Address.AbsolutePath}/indicators");

        var board = await analyst.SendAsync(indicators, "send");

        Assert.StartsWith("Sent: ", board.Said, StringComparison.Ordinal);
        var figure = await FigureAsync(host, taken, 2026);
        Assert.Equal((1m, FigureStatus.Provisional), (figure.Value!.Value, figure.Said.Status));
        Assert.Equal(["Children looked after", "640", "1 [p]: the children behind Children looked after", "81,770 (2025)"], Row(board, "Children looked after"));
        var behind = await analyst.GetAsync(board.Document.QuerySelectorAll("tbody tr").First(r => r.QuerySelector("th")!.TextContent == "Children looked after").QuerySelector("td a")!.GetAttribute("href")!);
        Assert.Contains("The children behind it: 1 row", behind.Main, StringComparison.Ordinal);
        var child = await analyst.GetAsync(behind.Link("A1001"));
        Assert.Contains("/indicators/cla.at-year-end", child.Document.QuerySelector("main ul.govuk-list--bullet")!.InnerHtml, StringComparison.Ordinal);

        var foster = board.Document.QuerySelectorAll("tbody tr").First(r => r.QuerySelector("th")!.TextContent == "Children looked after on 31 March by placement: foster placements").QuerySelector("td a")!;
        Assert.EndsWith("/indicators/cla.at-year-end.by-placement?group=foster", foster.GetAttribute("href"), StringComparison.Ordinal);

        using var member = await host.SignedInAsync(Role.BoardMember);
        var read = await member.GetAsync("/returns/board");
        Assert.Contains("1 [p]", read.Main, StringComparison.Ordinal);
        Assert.Null(read.Document.QuerySelector("td a"));

        var again = await analyst.SendAsync($"{result.Address.AbsolutePath}/indicators", "send");
        Assert.Contains("Sent: 0 new, 0 revised", again.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_Send_MakesRatesOfThePopulationAndLeavesWhatIsPublishedAlone()
    {
        await using var host = await TrellisHost.StartAsync();
        await IndicatorBuilder.PlaceAsync(host);
        var people = await new IndicatorBuilder { Title = "Children aged 0 to 17", Unit = MeasureUnit.Number, Kind = IndicatorKind.Contextual, Frequency = Frequency.Yearly }.MakeAsync(host);
        await IndicatorBuilder.FiguresAsync(host, people, (Period.AtEndOf(2025, 6), FigureValue.Of(5000)));
        await host.InScopeAsync(s => s.Get<CatalogueService>().TakeAsync(["children-looked-after", "children-looked-after-rate"], Made, default));
        var count = (await host.InScopeAsync(s => s.Get<IndicatorService>().FindAsync("children-looked-after", default)))!;
        var rate = (await host.InScopeAsync(s => s.Get<IndicatorService>().FindAsync("children-looked-after-rate", default)))!;
        await host.InDatabaseAsync(async db =>
        {
            db.Attach(rate).Property(i => i.PopulationId).CurrentValue = people.Id;
            await db.SaveAsync(Made, default);
            return true;
        });
        await IndicatorBuilder.FiguresAsync(host, count, (Period.AtEndOf(2026, 3), FigureValue.Of(700)));
        using var analyst = await host.SignedInAsync(Role.Performance);
        var result = await new SmallReturn().CheckAsync(analyst, typed: Keep);

        var board = await analyst.SendAsync($"{result.Address.AbsolutePath}/indicators", "send");

        Assert.Contains("1 are published already", board.Said, StringComparison.Ordinal);
        Assert.Equal(700m, (await FigureAsync(host, count, 2026)).Value);
        var made = await FigureAsync(host, rate, 2026);
        Assert.Equal((2m, 1m, 5000m), (made.Value, made.Said.Numerator, made.Said.Denominator));
    }

    [Fact]
    public async Task Get_WithoutFigures_SaysWhereTheyComeFrom()
    {
        await using var host = await TrellisHost.StartAsync();
        using var member = await host.SignedInAsync(Role.BoardMember);

        Assert.Contains("There are no figures yet", (await member.GetAsync("/returns/board")).Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Check a return", (await member.GetAsync("/returns")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public void Feeds_OfReturns_AreIndicatorsThatAreCountedFromThem()
    {
        var counted = Trellis.Returns.Ssda903.IndicatorList.All.Select(i => (i.Code, i.Unit)).Concat(Trellis.Returns.Cin.IndicatorList.All.Select(i => (i.Code, i.Unit))).ToDictionary(i => ReturnFigures.Feed + i.Code, i => i.Unit);
        var fed = CatalogueEntry.All.SelectMany(e => e.Feeds.Where(f => f.StartsWith(ReturnFigures.Feed, StringComparison.Ordinal)).Select(f => (Entry: e, Feed: f.Split('/')))).ToList();

        Assert.NotEmpty(fed);
        Assert.All(fed, f => Assert.Equal((f.Entry.Unit == MeasureUnit.Percentage, f.Entry.Unit == MeasureUnit.PerTenThousand), (counted[f.Feed[0]] == Trellis.Returns.Unit.Percentage, f.Feed[^1] == ReturnFigures.Rate)));
    }

    private static async Task<Figure> FigureAsync(TrellisHost host, Indicator indicator, int year) =>
        (await host.InScopeAsync(s => s.Get<FigureReader>().ReadAsync([indicator.Id], [IndicatorBuilder.Here], default)))[indicator.Id][0].Figures.Last(f => f.Period.EndYear == year);

    private static string[] Row(PageAnswer page, string head) =>
        [.. page.Document.QuerySelectorAll("tr").First(r => r.QuerySelector("th")!.TextContent == head).Children.Select(c => c.TextContent.Trim())];
}

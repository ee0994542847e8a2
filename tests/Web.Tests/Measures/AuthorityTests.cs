using AngleSharp.Dom;
using Trellis.Kernel.Access;
using Trellis.Kernel.Places;
using Trellis.Measures;
using Trellis.Measures.Figures;
using Trellis.Measures.Periods;
using Trellis.Testing;

namespace Trellis.Web.Tests.Measures;

/// <summary>An authority among all authorities of England.</summary>
public sealed class AuthorityTests(BothDatabases databases) : IClassFixture<BothDatabases>
{
    private static readonly Period year = Period.FinancialYear(2025);

    [Theory, OnBothDatabases]
    public async Task Get_YearlyShareWithItsCounts_ShowsAFunnelAndWhereThePlaceLies(DatabaseKind kind)
    {
        var host = await databases.OnAsync(kind);
        await IndicatorBuilder.PlaceAsync(host);
        var indicator = await new IndicatorBuilder { Title = "In a funnel", Frequency = Frequency.Yearly }.MakeAsync(host);
        await IndicatorBuilder.EnteredAsync(host, indicator, [.. Others(25).Select(place => Share(place, 500, 1000)), Share(IndicatorBuilder.Here, 700, 1000)]);
        using var visitor = await host.SignedInAsync(Role.Reader);

        var page = await visitor.GetAsync(IndicatorService.AddressOf(indicator));

        Assert.Contains("Blackpool lies above the upper 99.8% limit: more than chance would do.", page.Main, StringComparison.Ordinal);
        Assert.Contains("Blackpool 1,000 70.0% Above the 99.8% limit", page.Main, StringComparison.Ordinal);
        Assert.Contains("Funnel plot of 26 places. All together: 50.8%.", page.Document.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task Get_CountsThatAreUnknownTooFewOrOfSomethingElse_ShowsNoFunnel(DatabaseKind kind)
    {
        var host = await databases.OnAsync(kind);
        await IndicatorBuilder.PlaceAsync(host);
        var own = Share(IndicatorBuilder.Here, 700, 1000);
        var builder = new IndicatorBuilder { Title = "Without a funnel", Frequency = Frequency.Yearly };
        NewFigure[][] all =
        [
            [.. Others(25).Select(place => new NewFigure(place, year, FigureValue.Of(50))), own],
            [.. Others(18).Select(place => Share(place, 500, 1000)), own],
            [.. Others(25).Select(place => new NewFigure(place, year, new FigureValue(80, 500, 1000, FigureStatus.Final, Shorthand.None))), own],
        ];
        using var visitor = await host.SignedInAsync(Role.Reader);
        foreach (var figures in all)
        {
            var indicator = await builder.MakeAsync(host);
            await IndicatorBuilder.EnteredAsync(host, indicator, figures);

            var page = await visitor.GetAsync(IndicatorService.AddressOf(indicator));

            Assert.Contains("Blackpool: 70.0%", page.Main, StringComparison.Ordinal);
            Assert.DoesNotContain("Funnel plot of", page.Document.Body!.TextContent, StringComparison.Ordinal);
        }
    }

    [Theory, OnBothDatabases]
    public async Task Get_Map_OutlinesThePlaceAndSaysEveryAuthority(DatabaseKind kind)
    {
        var host = await databases.OnAsync(kind);
        await IndicatorBuilder.PlaceAsync(host);
        var indicator = await new IndicatorBuilder { Title = "On a map" }.MakeAsync(host);
        await IndicatorBuilder.EnteredAsync(host, indicator, [.. Others(25).Select((place, i) => new NewFigure(place, year, FigureValue.Of(40 + i))), Share(IndicatorBuilder.Here, 700, 1000)]);
        using var visitor = await host.SignedInAsync(Role.Reader);

        var page = await visitor.GetAsync(IndicatorService.AddressOf(indicator));

        Assert.Equal(153, page.Document.QuerySelectorAll("path.trellis-area").Length);
        Assert.Single(page.Document.QuerySelectorAll("path.trellis-area__ours"));
        Assert.StartsWith("70.0% ", Row(page, "Blackpool"), StringComparison.Ordinal);
        Assert.Equal("[x] No figure to show", Row(page, "York"));
        Assert.Contains("Contains OS data", page.Main, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task Get_PublicMap_HasNoClassForAFigureThatIsKeptBack(DatabaseKind kind)
    {
        var host = await databases.OnAsync(kind);
        await IndicatorBuilder.PlaceAsync(host);
        var indicator = await new IndicatorBuilder { Title = "On a map for all" }.MakeAsync(host);
        var others = Others(25);
        await IndicatorBuilder.EnteredAsync(host, indicator, [.. others.Skip(1).Select((place, i) => Share(place, 20 + i, 100)), Share(others[0], 3, 100), Share(IndicatorBuilder.Here, 70, 100)]);
        await IndicatorBuilder.MakePublicAsync(host, indicator);
        using var anybody = host.Anybody();

        var page = await anybody.GetAsync("/figures/on-a-map-for-all");

        Assert.Equal("[c] No figure to show", Row(page, EnglandPlaces.Find(others[0])!.Name));
        Assert.StartsWith("70.0% ", Row(page, "Blackpool"), StringComparison.Ordinal);
        Assert.DoesNotMatch(@"(?<!\d)3\.0%", page.Document.Body!.TextContent);
        Assert.Contains("Contains OS data", page.Main, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task Get_PlainNumbersOrFewValues_HaveNoMap(DatabaseKind kind)
    {
        var host = await databases.OnAsync(kind);
        await IndicatorBuilder.PlaceAsync(host);
        var number = await new IndicatorBuilder { Title = "Plain numbers", Unit = MeasureUnit.Number, Decimals = 0 }.MakeAsync(host);
        var few = await new IndicatorBuilder { Title = "Few values" }.MakeAsync(host);
        await IndicatorBuilder.EnteredAsync(host, number, Others(25).Append(IndicatorBuilder.Here).Select(place => new NewFigure(place, year, FigureValue.Of(70))));
        await IndicatorBuilder.EnteredAsync(host, few, Others(18).Append(IndicatorBuilder.Here).Select(place => Share(place, 70, 100)));
        using var visitor = await host.SignedInAsync(Role.Reader);
        foreach (var indicator in new[] { number, few })
        {
            var page = await visitor.GetAsync(IndicatorService.AddressOf(indicator));

            Assert.Contains("Blackpool: 70", page.Main, StringComparison.Ordinal);
            Assert.Empty(page.Document.QuerySelectorAll("path.trellis-area"));
        }
    }

    private static List<PlaceCode> Others(int count) =>
        [.. EnglandPlaces.All.Where(p => p is { Kind: PlaceKind.LocalAuthority, Until: null } && p.Code != IndicatorBuilder.Here).Take(count).Select(p => p.Code)];

    private static NewFigure Share(PlaceCode place, decimal some, decimal all) => new(place, year, new FigureValue(100 * some / all, some, all, FigureStatus.Final, Shorthand.None));

    /// <summary>What the map's table says of an authority.</summary>
    private static string Row(PageAnswer page, string name) =>
        string.Join(' ', page.Document.QuerySelectorAll("table tr").Last(row => row.QuerySelector("th")?.TextContent.Trim() == name && row.QuerySelectorAll("td").Length == 2).QuerySelectorAll("td").Select(cell => cell.TextContent.Trim()));
}

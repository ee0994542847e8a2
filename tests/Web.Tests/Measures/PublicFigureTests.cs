using System.Net;
using System.Text.Json;
using Trellis.Kernel.Access;
using Trellis.Kernel.Places;
using Trellis.Measures;
using Trellis.Measures.Figures;
using Trellis.Measures.Periods;
using Trellis.Measures.Public;
using Trellis.Testing;

namespace Trellis.Web.Tests.Measures;

/// <summary>What anybody may read of an indicator, once somebody said that they may.</summary>
public sealed class PublicFigureTests(BothDatabases databases) : IClassFixture<BothDatabases>
{
    private static readonly Period May = Period.Month(2026, 5);

    [Theory, OnBothDatabases]
    public async Task Get_IndicatorThatNobodyMadePublic_IsNotFoundAnywhere(DatabaseKind kind)
    {
        var host = await databases.OnAsync(kind);
        await IndicatorBuilder.PlaceAsync(host);
        var indicator = await new IndicatorBuilder { Title = "Kept within" }.MakeAsync(host);
        await IndicatorBuilder.FiguresAsync(host, indicator, (May, FigureValue.Of(70)));
        using var anybody = host.Anybody();

        foreach (var address in new[] { "/figures/kept-within", "/figures/kept-within.csv", "/api/v1/indicators/kept-within", "/api/v1/indicators/kept-within/figures" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await anybody.Http.GetAsync(address)).StatusCode);
        }

        Assert.DoesNotContain("Kept within", await anybody.Http.GetStringAsync("/figures?q=kept"), StringComparison.Ordinal);
        Assert.DoesNotContain("Kept within", await anybody.Http.GetStringAsync("/api/v1/indicators"), StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task Post_Public_TakesSomebodyWhoMayApproveAndCanBeTakenBack(DatabaseKind kind)
    {
        var host = await databases.OnAsync(kind);
        await IndicatorBuilder.PlaceAsync(host);
        var indicator = await new IndicatorBuilder { Title = "Made public", Unit = MeasureUnit.Number, Decimals = 0 }.MakeAsync(host);
        await IndicatorBuilder.EnteredAsync(host, indicator, Own(May, 70), Own(May.Shift(-1), 4));
        using var reader = await host.SignedInAsync(Role.Reader);
        using var head = await host.SignedInAsync(Role.Head);
        using var anybody = host.Anybody();
        var page = $"{IndicatorService.AddressOf(indicator)}/public";

        Assert.Equal(HttpStatusCode.Forbidden, (await reader.GetAsync(page)).Status);
        Assert.Contains("1 figure will be shown, 1 kept back as [c]", (await head.GetAsync(page)).Main, StringComparison.Ordinal);
        var open = await head.SendAsync(page, "decide");
        Assert.Equal("Anybody may read its figures now.", open.Said);
        Assert.Contains("Made the indicator public", open.Main, StringComparison.Ordinal);
        var shown = await anybody.GetAsync("/figures/made-public");
        Assert.Contains("Blackpool: 70 in May 2026", shown.Main, StringComparison.Ordinal);
        Assert.Contains("[c]", shown.Main, StringComparison.Ordinal);
        Assert.Contains("70", (await reader.GetAsync(IndicatorService.AddressOf(indicator))).Main, StringComparison.Ordinal);
        Assert.Contains("April 2026,2026-04/2026-04,4", await reader.Http.GetStringAsync("/measures/made-public/figures.csv"), StringComparison.Ordinal);

        await head.SendAsync(page, "decide");
        Assert.Equal(HttpStatusCode.NotFound, (await anybody.GetAsync("/figures/made-public")).Status);
    }

    [Theory, OnBothDatabases]
    public async Task Get_PublishedFigure_StaysAsItsPublisherHasIt(DatabaseKind kind)
    {
        var host = await databases.OnAsync(kind);
        await IndicatorBuilder.PlaceAsync(host);
        var indicator = await new IndicatorBuilder { Title = "Published elsewhere", Unit = MeasureUnit.Number, Decimals = 0 }.MakeAsync(host);
        await IndicatorBuilder.FiguresAsync(host, indicator, (May, FigureValue.Of(3)), (May.Shift(-1), FigureValue.Missing(Shorthand.Confidential)));

        await IndicatorBuilder.MakePublicAsync(host, indicator);

        Assert.Equal([(null, "[c]"), (3m, "")], (await FiguresAsync(host, indicator)).Select(f => (f.Value, f.Said.Shorthand.Mark())));
    }

    [Theory, OnBothDatabases]
    public async Task Get_OwnShare_IsHiddenWhereItsCountOrItsRestIsSmallOrNotKnown(DatabaseKind kind)
    {
        var host = await databases.OnAsync(kind);
        await IndicatorBuilder.PlaceAsync(host);
        var indicator = await new IndicatorBuilder { Title = "Shares" }.MakeAsync(host);
        await IndicatorBuilder.EnteredAsync(host, indicator, Share(0, 3, 40), Share(1, 37, 40), Share(2, 20, 40), Share(3, 40, 40), new NewFigure(IndicatorBuilder.Here, May.Shift(4), FigureValue.Of(33.3m)));

        await IndicatorBuilder.MakePublicAsync(host, indicator);

        Assert.Equal([null, null, 50m, 100m, null], (await FiguresAsync(host, indicator)).Select(f => f.Value));
        Assert.All((await FiguresAsync(host, indicator)).Where(f => f.Value is null), f => Assert.Equal((null, null, Shorthand.Confidential), (f.Said.Numerator, f.Said.Denominator, f.Said.Shorthand)));

        static NewFigure Share(int month, decimal some, decimal all) => new(IndicatorBuilder.Here, May.Shift(month), new FigureValue(100 * some / all, some, all, FigureStatus.Final, Shorthand.None));
    }

    [Theory, OnBothDatabases]
    public async Task Save_ANumberThatGrewOutOfBeingSmall_StaysHiddenBesideWhatStoodAtItsSide(DatabaseKind kind)
    {
        var host = await databases.OnAsync(kind);
        await IndicatorBuilder.PlaceAsync(host);
        var indicator = await new IndicatorBuilder { Title = "Growing", Unit = MeasureUnit.Number, Decimals = 0 }.MakeAsync(host);
        var (one, other) = (PlaceCode.Read("E05015186")!.Value, PlaceCode.Read("E05015187")!.Value);
        await IndicatorBuilder.EnteredAsync(host, indicator, new(one, May, FigureValue.Of(3)), new(other, May, FigureValue.Of(30)), Own(May, 33));
        await IndicatorBuilder.MakePublicAsync(host, indicator);

        await IndicatorBuilder.EnteredAsync(host, indicator, new(one, May, FigureValue.Of(8)), Own(May, 38));

        // 33 and 30 were public: with the new total anybody could tell by how much the small one grew.
        Assert.Empty((await AllAsync(host, indicator)).SelectMany(p => p.Figures).Select(f => f.Value).OfType<decimal>());
    }

    [Theory, OnBothDatabases]
    public async Task Get_Api_AnswersInWordsWhatIsWrongAndKnowsItsOwnTag(DatabaseKind kind)
    {
        var host = await databases.OnAsync(kind);
        await IndicatorBuilder.PlaceAsync(host);
        var indicator = await new IndicatorBuilder { Title = "As data", Unit = MeasureUnit.Number, Decimals = 0 }.MakeAsync(host);
        await IndicatorBuilder.FiguresAsync(host, indicator, (May, FigureValue.Of(70, FigureStatus.Provisional)), (May.YearBefore, FigureValue.Of(60)));
        await IndicatorBuilder.MakePublicAsync(host, indicator);
        using var anybody = host.Anybody();
        const string figures = "/api/v1/indicators/as-data/figures";

        using var answer = await anybody.Http.GetAsync($"{figures}?place=E06000009&from=2026-01");
        Assert.Equal("*", answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Equal("public, max-age=60", $"{answer.Headers.CacheControl}");
        var only = Assert.Single(JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("figures").EnumerateArray().ToList());
        Assert.Equal(("2026-05/2026-05", 70, "p"), (only.GetProperty("period").GetString(), only.GetProperty("value").GetInt32(), only.GetProperty("status").GetString()));

        using var again = new HttpRequestMessage(HttpMethod.Get, $"{figures}?place=E06000009&from=2026-01");
        again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await anybody.Http.SendAsync(again)).StatusCode);

        foreach (var (address, status, words) in new[]
        {
            ($"{figures}?place=Blackpool", HttpStatusCode.BadRequest, "nine characters"), ($"{figures}?from=last+year", HttpStatusCode.BadRequest, "2025-03"),
            ("/api/v1/indicators/none/figures", HttpStatusCode.NotFound, "no public indicator"), ("/api/v1/elsewhere", HttpStatusCode.NotFound, "/api/v1/indicators"),
        })
        {
            using var wrong = await anybody.Http.GetAsync(address);
            Assert.Equal((status, "application/problem+json"), (wrong.StatusCode, wrong.Content.Headers.ContentType?.MediaType));
            Assert.Contains(words, await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        var described = JsonDocument.Parse(await anybody.Http.GetStringAsync("/api/v1/openapi.json")).RootElement.GetProperty("paths");
        Assert.Equal(["/api/v1/indicators", "/api/v1/indicators/{id}", "/api/v1/indicators/{id}/figures"], described.EnumerateObject().Select(p => p.Name));
    }

    private static NewFigure Own(Period period, decimal value) => new(IndicatorBuilder.Here, period, FigureValue.Of(value));

    private static Task<List<PlaceFigures>> AllAsync(TrellisHost host, Indicator indicator) => host.InScopeAsync(services => services.Get<PublicIndicators>().FiguresAsync(indicator, default));

    private static async Task<IReadOnlyList<Figure>> FiguresAsync(TrellisHost host, Indicator indicator) => (await AllAsync(host, indicator)).Single(p => p.Place == IndicatorBuilder.Here).Figures;
}

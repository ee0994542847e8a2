using System.Net;
using Trellis.Kernel.Access;
using Trellis.Measures;
using Trellis.Measures.Figures;
using Trellis.Measures.Periods;
using Trellis.Testing;

namespace Trellis.Web.Tests.Measures;

/// <summary>Where a series breaks nothing is compared; where the process changed limits are drawn anew; definitions have versions.</summary>
public sealed class SeriesChangeTests(BothDatabases databases) : IClassFixture<BothDatabases>
{
    [Theory, OnBothDatabases]
    public async Task Post_Break_IsDrawnAndEndsComparing(DatabaseKind kind)
    {
        var (host, indicator) = await MakeAsync(kind, "With a break");
        using var visitor = await host.SignedInAsync(Role.Performance);
        var changes = $"{IndicatorService.AddressOf(indicator)}/changes";

        var wrong = await visitor.SendAsync(changes, "add", ("Form.From", "one day"));
        Assert.Equal(["Say what changed", "Enter the first period of which it is true, for example May 2026", "Say why, in 1,000 characters or fewer"], wrong.Errors);
        Assert.Contains("down from 80.0% a year before", (await visitor.GetAsync(IndicatorService.AddressOf(indicator))).Main, StringComparison.Ordinal);
        var saved = await visitor.SendAsync(changes, "add", ("Form.Kind", "Break"), ("Form.From", "January 2026"), ("Form.Why", "Single assessments are counted too."));
        Assert.Contains("Not comparable with before from January 2026", saved.Main, StringComparison.Ordinal);

        var page = await visitor.GetAsync(IndicatorService.AddressOf(indicator));
        Assert.DoesNotContain("a year before", page.Main, StringComparison.Ordinal);
        Assert.Contains("Process limits need 13 points since the series changed; there are 5.", page.Main, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector("svg .trellis-line--break"));

        await visitor.SendAsync(saved, saved.Document.QuerySelector("input[name=_handler][value^=withdraw-]")!.GetAttribute("value")!);
        Assert.Contains("a year before", (await visitor.GetAsync(IndicatorService.AddressOf(indicator))).Main, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task Post_Rebase_DrawsLimitsAnewAndStillCompares(DatabaseKind kind)
    {
        var (host, indicator) = await MakeAsync(kind, "Rebased", 40);
        using var visitor = await host.SignedInAsync(Role.Performance);

        await visitor.SendAsync($"{IndicatorService.AddressOf(indicator)}/changes", "add", ("Form.Kind", "Rebase"), ("Form.From", "January 2025"), ("Form.Why", "A second team began."));

        var page = await visitor.GetAsync(IndicatorService.AddressOf(indicator));
        Assert.Contains("a year before", page.Main, StringComparison.Ordinal);
        Assert.Contains("Limits drawn anew from January 2025: A second team began.", page.Main, StringComparison.Ordinal);
        Assert.Contains("It varies as usual", page.Main, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task Post_Definition_KeepsWhatWasCountedUntilThen(DatabaseKind kind)
    {
        var (host, indicator) = await MakeAsync(kind, "Redefined");
        using var visitor = await host.SignedInAsync(Role.Performance);
        var changes = $"{IndicatorService.AddressOf(indicator)}/changes";

        var bare = await visitor.SendAsync(changes, "add", ("Form.Kind", "Definition"), ("Form.From", "April 2026"), ("Form.Why", "New guidance"));
        Assert.Equal(["Enter what is counted from then on, in 4,000 characters or fewer"], bare.Errors);
        var saved = await visitor.SendAsync(changes, "add", ("Form.Kind", "Definition"), ("Form.From", "April 2026"), ("Form.Why", "New guidance"), ("Form.Definition", "Of all assessments."));

        Assert.Contains("Counted until then Of the assessments finished in the month.", saved.Main, StringComparison.Ordinal);
        Assert.Contains("Counted now Of all assessments.", saved.Main, StringComparison.Ordinal);
        using var reader = await host.SignedInAsync(Role.Reader);
        var seen = await reader.GetAsync(changes);
        Assert.Equal(HttpStatusCode.OK, seen.Status);
        Assert.DoesNotContain("Note a change", seen.Main, StringComparison.Ordinal);
    }

    /// <summary>Months up to May 2026 that fall from 80 by little steps.</summary>
    private async Task<(TrellisHost Host, Indicator Indicator)> MakeAsync(DatabaseKind kind, string title, int months = 13)
    {
        var host = await databases.OnAsync(kind);
        await IndicatorBuilder.PlaceAsync(host);
        var indicator = await new IndicatorBuilder { Title = title }.MakeAsync(host);
        await IndicatorBuilder.FiguresAsync(host, indicator, Enumerable.Range(0, months).Select(i => (Period.Month(2026, 5).Shift(-i), FigureValue.Of(i == months - 1 ? 80 : i < 17 ? 60 + i % 3 : 75 + i % 3))));
        return (host, indicator);
    }
}

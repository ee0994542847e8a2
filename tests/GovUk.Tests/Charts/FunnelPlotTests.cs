using AngleSharp.Dom;

namespace Trellis.GovUk.Tests.Charts;

public sealed class FunnelPlotTests
{
    private static readonly FunnelPoint[] points =
    [
        new("Kent", 1000, 80) { Position = FunnelPosition.Above998 },
        new("Torbay", 200, 40) { Position = FunnelPosition.Below95 },
        new("Borsetshire", 500, 60) { Ours = true },
    ];

    [Fact]
    public async Task Picture_HasDescription()
    {
        var page = await PlotAsync(points);
        Assert.Equal(
            "Funnel plot of 3 places. Average: 55. Borsetshire has 60 of 500: within the limits. "
                + "Within the limits: 1. Above the 99.8% limit: 1. Below the 95% limit: 1.",
            page.QuerySelector("svg desc")!.TextContent
        );
    }

    [Fact]
    public async Task Table_SaysThePositionInWords()
    {
        var page = await PlotAsync(points);
        Assert.Equal(
            ["Place", "Children", "Value", "What it means"],
            page.QuerySelectorAll("thead th").Select(cell => cell.TextContent)
        );
        Assert.Equal(
            ["Kent", "1,000", "80", "Above the 99.8% limit"],
            page.QuerySelectorAll("tbody tr:first-child > *").Select(cell => cell.TextContent)
        );
    }

    [Fact]
    public async Task Marks_PointAwayFromTheAverage_FilledBeyondTheOuterLimit()
    {
        var page = await PlotAsync(points);
        Assert.Equal(
            [
                ("#chart-down", "20%", "trellis-mark trellis-mark--low trellis-mark--hollow"),
                ("#chart-up", "100%", "trellis-mark trellis-mark--high"),
                ("#chart-dot", "50%", "trellis-mark trellis-mark--ours"),
            ],
            page.QuerySelectorAll("[role=img] use")
                .Select(mark => (mark.GetAttribute("href")!, mark.GetAttribute("x")!, mark.ClassName!))
                .OrderBy(mark => mark.Item3 == "trellis-mark trellis-mark--ours")
                .ThenByDescending(mark => mark.Item3.Length)
        );
    }

    [Fact]
    public async Task Names_OursAndThoseBeyondTheOuterLimits()
    {
        var page = await PlotAsync(points);
        Assert.Equal(
            ["Borsetshire", "Kent"],
            page.QuerySelectorAll("text.trellis-chart__end.trellis-chart__over").Select(words => words.TextContent)
        );
        Assert.Equal("50%", page.QuerySelector("circle.trellis-mark__ring")!.GetAttribute("cx"));
    }

    [Fact]
    public async Task Limits_AreCurvesThroughTheirDenominators()
    {
        var page = await PlotAsync(points);
        var outer = page.QuerySelectorAll("path.trellis-line--limit").Select(path => path.GetAttribute("d")!).First();
        Assert.StartsWith("M10 ", outer, StringComparison.Ordinal);
        Assert.Contains("L100 ", outer, StringComparison.Ordinal);
    }

    public static TheoryData<FunnelPoint[]> Extremes =>
        new(
            [],
            [new("a", 0, 0)],
            [new("a", 5, 5), new("b", 5, 5)],
            [new("a", decimal.MaxValue, decimal.MaxValue), new("b", 1, decimal.MinValue) { Ours = true }]
        );

    [Theory]
    [MemberData(nameof(Extremes))]
    public async Task Extremes_AreDrawnWithPlainNumbers(FunnelPoint[] extremes)
    {
        var page = await PlotAsync(extremes);
        Assert.Equal(extremes.Length, page.QuerySelectorAll("[role=img] use").Length);
        PlainNumbers.In(page);
    }

    private static Task<IDocument> PlotAsync(FunnelPoint[] points) =>
        Markup.PageOfAsync<FunnelPlot>(
            new()
            {
                ["Id"] = "chart",
                ["Title"] = "Outcomes",
                ["DenominatorName"] = "Children",
                ["Points"] = points,
                ["Centre"] = 55m,
                ["Limits"] = new FunnelLimit[] { new(100, 35, 75, 25, 85), new(1000, 50, 60, 48, 62) },
            }
        );
}

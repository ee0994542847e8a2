using AngleSharp.Dom;

namespace Trellis.GovUk.Tests.Charts;

public sealed class DotPlotTests
{
    private static readonly Dot[] dots =
    [
        new("Kent", 100),
        new("Borsetshire", 50) { Ours = true },
        new("Bath and North East Somerset", 20),
        new("Torbay", null) { Shorthand = "[c]" },
    ];

    [Fact]
    public async Task Picture_HasDescription()
    {
        var page = await PlotAsync(dots, new ReferenceLine("England", 70));
        Assert.Equal(
            "Dot plot of 4 places. Values are between 20 in Bath and North East Somerset and 100 in Kent. "
                + "Borsetshire has 50: number 2 of 3 counted from the highest. England has 70. 1 of 4 values are missing.",
            page.QuerySelector("svg desc")!.TextContent
        );
    }

    [Fact]
    public async Task Table_HasPlacesAndReferences()
    {
        var page = await PlotAsync(dots, new ReferenceLine("England", 70));
        Assert.Equal(
            ["Kent", "100", "Borsetshire", "50", "Bath and North East Somerset", "20", "Torbay", "[c]", "England", "70"],
            page.QuerySelectorAll("tbody th, tbody td").Select(cell => cell.TextContent)
        );
    }

    [Fact]
    public async Task Dots_StandAtTheirShareOfTheAxis_AndAMissingOneNowhere()
    {
        var page = await PlotAsync(dots);
        Assert.Equal(["100%", "50%", "20%"], page.QuerySelectorAll("use").Select(mark => mark.GetAttribute("x")));
        Assert.Contains("[c]", page.QuerySelectorAll("text").Select(words => words.TextContent));
    }

    [Fact]
    public async Task Ours_DiffersInShapeAndIsBold()
    {
        var page = await PlotAsync(dots);
        var ours = Assert.Single(page.QuerySelectorAll("use.trellis-mark--ours"));
        Assert.Equal("#chart-diamond", ours.GetAttribute("href"));
        Assert.Equal(
            ["Borsetshire", "50"],
            page.QuerySelectorAll("text.trellis-chart__value").Select(words => words.TextContent)
        );
    }

    [Fact]
    public async Task LongName_BreaksIntoLines()
    {
        var page = await PlotAsync([new("Bournemouth, Christchurch and Poole", 3)]);
        Assert.Equal(
            ["Bournemouth,", "Christchurch and Poole", "3"],
            page.QuerySelectorAll("text.trellis-chart__label").Select(words => words.TextContent)
        );
    }

    [Fact]
    public async Task Reference_StandsAtItsValueWithItsName()
    {
        var page = await PlotAsync(dots, new ReferenceLine("England", 70), new ReferenceLine("South West", 10));
        Assert.Equal(["70%", "10%"], page.QuerySelectorAll("line.trellis-line").Select(line => line.GetAttribute("x1")));
        Assert.Equal(
            [("England 70", "middle"), ("South West 10", null)],
            page.QuerySelectorAll("text.trellis-chart__end")
                .Select(words => (words.TextContent, words.GetAttribute("text-anchor")))
        );
    }

    public static TheoryData<decimal?[]> Extremes => new([], [null], [0], [5, 5], [-3, -8], [decimal.MaxValue, decimal.MinValue]);

    [Theory]
    [MemberData(nameof(Extremes))]
    public async Task Extremes_AreDrawnWithPlainNumbers(decimal?[] values)
    {
        var page = await PlotAsync([.. values.Select((value, i) => new Dot($"{i}", value))]);
        Assert.Equal(values.OfType<decimal>().Count(), page.QuerySelectorAll("use").Length);
        PlainNumbers.In(page);
    }

    private static Task<IDocument> PlotAsync(Dot[] dots, params ReferenceLine[] references) =>
        Markup.PageOfAsync<DotPlot>(
            new()
            {
                ["Id"] = "chart",
                ["Title"] = "Rates",
                ["Dots"] = dots,
                ["References"] = references,
            }
        );
}

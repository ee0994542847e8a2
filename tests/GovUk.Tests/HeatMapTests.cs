using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Trellis.GovUk.Tests;

public sealed class HeatMapTests
{
    [Fact]
    public async Task Cells_SayTheirNumberBandAndPlaceInWords()
    {
        var page = await HeatMapAsync();

        Assert.Equal(["Likelihood: Likely", "Likelihood: Rare"], page.QuerySelectorAll("tbody th[scope=row]").Select(th => th.TextContent));
        Assert.Equal(["Impact: Minor", "Impact: Major"], page.QuerySelectorAll("thead th[scope=col]").Select(th => th.TextContent));
        var link = Assert.Single(page.QuerySelectorAll("a"));
        Assert.Equal(("1,200 risks, Likely and Major", "#there"), (link.TextContent, link.GetAttribute("href")));
        Assert.Equal(["Medium", "High", "Low", "Medium"], page.QuerySelectorAll(".trellis-heat__band").Select(band => band.TextContent));
    }

    [Fact]
    public async Task Cell_WithNothingInIt_LeadsNowhere()
    {
        var page = await HeatMapAsync();

        Assert.Equal(["0", "0", "0"], page.QuerySelectorAll("span.trellis-heat__count").Select(count => count.TextContent));
    }

    [Fact]
    public async Task Trend_HasItsNumbersInWordsAndATable()
    {
        var page = Read(await Markup.OfAsync<TrendLine>(new()
        {
            ["Id"] = "scores", ["Title"] = "Scores", ["Maximum"] = 20m, ["Points"] = new TrendPoint[] { new("May", 20), new("June", 5) },
        }));

        Assert.Equal("Line. May: 20; June: 5.", page.QuerySelector("svg desc")!.TextContent);
        Assert.Equal(["May", "20", "June", "5"], page.QuerySelectorAll("tbody th, tbody td").Select(cell => cell.TextContent));
        Assert.Equal([("4%", "30"), ("96%", "135")], page.QuerySelectorAll("circle").Select(point => (point.GetAttribute("cx")!, point.GetAttribute("cy")!)));
    }

    private static async Task<IDocument> HeatMapAsync() => Read(await Markup.OfAsync<HeatMap>(new()
    {
        ["Caption"] = "Scores", ["RowsName"] = "Likelihood", ["ColumnsName"] = "Impact", ["Rows"] = new[] { "Likely", "Rare" }, ["Columns"] = new[] { "Minor", "Major" },
        ["Cells"] = new HeatCell[] { new(0, "Medium", "yellow", "#"), new(1200, "High", "red", "#there"), new(0, "Low", "green", "#"), new(0, "Medium", "yellow", "#") },
        ["One"] = "risk", ["Many"] = "risks",
    }));

    private static IDocument Read(string html) => new HtmlParser().ParseDocument(html);
}

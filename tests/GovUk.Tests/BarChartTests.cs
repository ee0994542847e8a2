using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Trellis.GovUk.Tests;

public sealed class BarChartTests
{
    [Fact]
    public async Task Picture_HasNameDescriptionAndTable()
    {
        var page = await RenderAsync(new Bar("On track", 1234) { State = BarState.Good }, new Bar("Not stated", 0) { State = BarState.Muted });

        var picture = page.QuerySelector("svg[role=img]")!;
        var described = picture.GetAttribute("aria-labelledby")!.Split(' ').Select(id => page.GetElementById(id)!.TextContent);
        Assert.Equal(["Milestones", "Bar chart. On track: 1,234; Not stated: 0."], described);
        Assert.Equal(["On track", "1,234", "Not stated", "0"], page.QuerySelectorAll("tbody th, tbody td").Select(cell => cell.TextContent));
        Assert.Equal("Milestones", page.QuerySelector("caption")!.TextContent);
    }

    [Fact]
    public async Task Bars_AreAsLongAsTheirShareOfTheLargest()
    {
        var page = await RenderAsync(new Bar("A", 30), new Bar("B", 10), new Bar("C", 0));
        Assert.Equal(["100%", "33.33%"], page.QuerySelectorAll("rect.trellis-chart__bar--neutral").Select(bar => bar.GetAttribute("width")));
    }

    [Fact]
    public async Task NothingToShow_StillATable()
    {
        var page = await RenderAsync(new Bar("A", 0));
        Assert.Empty(page.QuerySelectorAll("rect[class^=trellis-chart__bar]"));
        Assert.Single(page.QuerySelectorAll("tbody tr"));
    }

    [Fact]
    public async Task LongLabel_BreaksIntoLinesThatFitASmallScreen()
    {
        var page = await RenderAsync(new Bar("Not on track: support needed from outside the department", 3));
        Assert.Equal(
            ["Not on track: support needed", "from outside the department"],
            page.QuerySelectorAll(".trellis-chart__label").Select(line => line.TextContent)
        );
    }

    private static async Task<IDocument> RenderAsync(params Bar[] bars)
    {
        var html = await Markup.OfAsync<BarChart>(
            new()
            {
                ["Id"] = "chart",
                ["Title"] = "Milestones",
                ["Bars"] = bars,
            }
        );
        return new HtmlParser().ParseDocument(html);
    }
}

using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Components;

namespace Trellis.GovUk.Tests;

public sealed class PageTests
{
    [Theory]
    [InlineData(1, 3, "[1] 2 3")]
    [InlineData(1, 2, "[1] 2")]
    [InlineData(5, 10, "1 … 4 [5] 6 … 10")]
    [InlineData(10, 10, "1 … 9 [10]")]
    public void PageLinks_AroundCurrent_LeaveGaps(int current, int count, string expected)
    {
        var links = PageLink.Around(current, count, page => $"?page={page}");
        var said = links.Select(link => link.Number is null ? "…" : link.Current ? $"[{link.Number}]" : link.Number);
        Assert.Equal(expected, string.Join(' ', said));
    }

    [Fact]
    public async Task Pagination_OnePage_RendersNothing()
    {
        var page = await RenderAsync(new Parameters { ["Current"] = 1, ["Count"] = 1, ["HrefFor"] = (Func<int, string>)(n => $"?page={n}") }.In<Pagination>());
        Assert.Empty(page.QuerySelectorAll("nav"));
    }

    [Fact]
    public async Task PageBody_WithLogo_NamesTheCouncil()
    {
        var theme = new Theme { CouncilName = "Borsetshire", LogoUrl = "/logo.svg" };
        var page = await RenderAsync(new Parameters { ["Theme"] = theme, ["ChildContent"] = (RenderFragment)(b => b.AddContent(0, "Text")) }.In<PageBody>());

        Assert.Equal("Borsetshire", page.QuerySelector("header img")!.GetAttribute("alt"));
        Assert.Equal("Text", page.QuerySelector("main#main-content")!.TextContent);
        Assert.Equal("#main-content", page.QuerySelector(".govuk-skip-link")!.GetAttribute("href"));
        Assert.Contains("© Borsetshire", page.QuerySelector("footer")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PageBody_BeforeContent_StandsAboveMainInALandmark()
    {
        var crumbs = new Parameters { ["ChildContent"] = (RenderFragment)(b => b.AddMarkupContent(0, "<i>crumbs</i>")) }.In<BeforeContent>();
        var page = await RenderAsync(new Parameters { ["Theme"] = new Theme(), ["ChildContent"] = crumbs }.In<PageBody>());
        Assert.NotNull(page.QuerySelector("header i"));
    }

    [Fact]
    public async Task SummaryRow_ChangeHref_NamesTheRow()
    {
        var page = await RenderAsync(new Parameters { ["Key"] = "Owner", ["ChangeHref"] = "/owner" }.In<SummaryRow>());
        Assert.Equal("Change owner", page.QuerySelector("a[href='/owner']")!.TextContent);
    }

    private static async Task<IDocument> RenderAsync(RenderFragment content) => new HtmlParser().ParseDocument(await Markup.OfAsync(content));
}

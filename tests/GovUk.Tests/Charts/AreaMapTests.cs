using AngleSharp.Dom;

namespace Trellis.GovUk.Tests.Charts;

public sealed class AreaMapTests
{
    private static readonly MapArea[] areas =
    [
        new("Anchorsholme", "M0 0l5 0 0 5z", 0, "30"),
        new("Bloomfield", "M5 0l5 0 0 5z", 1, "72.3") { Ours = true },
        new("Claremont", "M0 5l5 0 0 5z", null, "[c]"),
    ];

    [Fact]
    public async Task Picture_HasDescriptionAndATitleForEachArea()
    {
        var page = await MapAsync(areas);
        Assert.Equal(
            "Map of 3 areas, darker where the value is higher. Under 40: 1. 40 or more: 1. Suppressed: 1. Outlined: Bloomfield, 72.3.",
            page.QuerySelector("svg desc")!.TextContent
        );
        Assert.Equal(
            ["Anchorsholme: 30", "Bloomfield: 72.3", "Claremont: [c]"],
            page.QuerySelectorAll("[role=img] path > title").Select(title => title.TextContent)
        );
        Assert.Equal("0 0 100 200.5", page.QuerySelector("[role=img]")!.GetAttribute("viewBox"));
    }

    [Fact]
    public async Task Shades_AreOrderedAndAMissingFigureIsHatched()
    {
        var page = await MapAsync(areas);
        Assert.Equal(
            [
                ("trellis-area trellis-area--1", null),
                ("trellis-area trellis-area--5", null),
                ("trellis-area", "url(#chart-missing)"),
            ],
            page.QuerySelectorAll("[role=img] path.trellis-area").Select(path => (path.ClassName!, path.GetAttribute("fill")))
        );
    }

    [Fact]
    public async Task Key_SaysTheClassesInWords() =>
        Assert.Equal(
            ["Under 40", "40 or more", "Suppressed", "Bloomfield"],
            (await MapAsync(areas)).QuerySelectorAll(".trellis-key__item").Select(item => item.TextContent)
        );

    [Fact]
    public async Task Ours_IsOutlinedOverAllOthers() =>
        Assert.Equal("trellis-area__ours", (await MapAsync(areas)).QuerySelector("[role=img] > path:last-child")!.ClassName);

    [Fact]
    public async Task Table_HasEveryArea() =>
        Assert.Equal(
            ["Anchorsholme", "30", "Under 40", "Bloomfield", "72.3", "40 or more", "Claremont", "[c]", "Suppressed"],
            (await MapAsync(areas)).QuerySelectorAll("tbody th, tbody td").Select(cell => cell.TextContent)
        );

    [Fact]
    public async Task NoAreas_StillAPicture() =>
        Assert.StartsWith("Map of 0 areas", (await MapAsync([])).QuerySelector("desc")!.TextContent, StringComparison.Ordinal);

    private static Task<IDocument> MapAsync(MapArea[] areas) =>
        Markup.PageOfAsync<AreaMap>(
            new()
            {
                ["Id"] = "chart",
                ["Title"] = "Children in need",
                ["Width"] = 100.0,
                ["Height"] = 200.5,
                ["Areas"] = areas,
                ["Ranges"] = new[] { "Under 40", "40 or more" },
                ["MissingWords"] = "Suppressed",
            }
        );
}

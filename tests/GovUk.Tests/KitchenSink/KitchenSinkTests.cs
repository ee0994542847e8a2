using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Components;

namespace Trellis.GovUk.Tests.KitchenSink;

/// <summary>Every component on one page, every chart on another, written to a folder of temporary files to be looked at.</summary>
public sealed class KitchenSinkTests
{
    [Fact]
    public Task Render_EveryComponent_NoInlineStyleOrScript() => HasNoInlineStyleOrScriptAsync<KitchenSink>("index.html");

    [Fact]
    public Task Render_EveryChart_NoInlineStyleOrScript() => HasNoInlineStyleOrScriptAsync<AllCharts>("charts.html");

    [Fact]
    public Task Render_EveryComponent_IdsAreUniqueAndReferencesResolve() => HasUniqueIdsAndReferencesResolveAsync<KitchenSink>();

    [Fact]
    public Task Render_EveryChart_IdsAreUniqueAndReferencesResolve() => HasUniqueIdsAndReferencesResolveAsync<AllCharts>();

    private static async Task HasNoInlineStyleOrScriptAsync<TPage>(string file)
        where TPage : IComponent
    {
        var html = await Markup.OfAsync<TPage>(new());
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "trellis-kitchen-sink")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, file), html);
        await File.WriteAllTextAsync(Path.Combine(folder, "theme.css"), Theme.Css(new() { BrandColour = "#5b2a6e" }));

        var page = new HtmlParser().ParseDocument(html);
        Assert.Empty(page.QuerySelectorAll("[style], style, script:not([src]), base"));
        Assert.DoesNotContain(
            page.All,
            element => element.Attributes.Any(a => a.Name.StartsWith("on", StringComparison.Ordinal))
        );
    }

    private static async Task HasUniqueIdsAndReferencesResolveAsync<TPage>()
        where TPage : IComponent
    {
        var page = new HtmlParser().ParseDocument(await Markup.OfAsync<TPage>(new()));
        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id!).ToList();
        Assert.Equal(ids.Distinct(), ids);

        var references = page.All.SelectMany(element =>
            new[] { "for", "aria-describedby", "aria-labelledby", "aria-controls", "data-aria-controls" }
                .Select(element.GetAttribute)
                .Append(element.GetAttribute("href") is ['#', _, ..] href ? href[1..] : null)
        );
        Assert.All(references.OfType<string>().SelectMany(reference => reference.Split(' ')), id => Assert.Contains(id, ids));
    }
}

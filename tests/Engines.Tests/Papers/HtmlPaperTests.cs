using Trellis.Papers.Html;

namespace Trellis.Engines.Tests.Papers;

public sealed class HtmlPaperTests
{
    [Fact]
    public void Fragment_Everything_HasNoStyleNoScriptAndNoForeignAddress()
    {
        var html = HtmlPaper.Fragment(SamplePaper.Make());

        Assert.DoesNotContain("style=", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("javascript:", html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;quotes&quot;", html, StringComparison.Ordinal);
        Assert.Contains("href=\"https://example.org/risks?a=1&amp;b=2\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Fragment_Table_HasCaptionHeadCellsAndStatesInWords()
    {
        var html = HtmlPaper.Fragment(SamplePaper.Make());

        Assert.Contains("<caption class=\"govuk-table__caption govuk-table__caption--s\">Key actions</caption>", html, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"rowgroup\" rowspan=\"2\" data-label=\"Objective\">Play outside</th>", html, StringComparison.Ordinal);
        Assert.Contains("aria-hidden=\"true\"></span>&#160;On track</td>", html, StringComparison.Ordinal);
        Assert.Contains("aria-label=\"Actions by progress: On track 3, Not stated 1.\"", html, StringComparison.Ordinal);
        Assert.Contains("<p class=\"govuk-body\">There are no risks.</p>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Document_SamePaper_GivesTheSameTextWithTitleAndLanguage()
    {
        var html = HtmlPaper.Document(SamplePaper.Make());

        Assert.Equal(html, HtmlPaper.Document(SamplePaper.Make()));
        Assert.Contains("<html lang=\"en-GB\">", html, StringComparison.Ordinal);
        Assert.Contains("<title>Plan for play</title>", html, StringComparison.Ordinal);
        Assert.Equal(1, html.Split("<h1>").Length - 1);
    }
}

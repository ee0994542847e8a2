using Trellis.Governance.Meetings;

namespace Trellis.Web.Tests.Governance;

/// <summary>What a paper's Markdown can become, and what it cannot.</summary>
public sealed class PaperTextTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>", "<script")]
    [InlineData("Text <img src=x onerror=alert(1)> more", "<img")]
    [InlineData("[click](javascript:alert(1))", "<a")]
    [InlineData("[click](JaVaScRiPt:alert(1))", "<a")]
    [InlineData("[click](data:text/html,x)", "<a")]
    [InlineData("[click](//elsewhere.example)", "<a")]
    [InlineData("[click](/\\elsewhere.example)", "<a")]
    [InlineData("<javascript:alert(1)>", "<a")]
    [InlineData("[click][1]\n\n[1]: javascript:alert(1)", "<a")]
    [InlineData("![picture](https://elsewhere.example/x.png)", "<img")]
    [InlineData("**bold**{onclick=alert(1)}", "<strong onclick")]
    public void ToMarkup_Dangerous_StaysText(string text, string danger) => Assert.DoesNotContain(danger, PaperText.ToMarkup(text, 2).Value, StringComparison.OrdinalIgnoreCase);

    [Theory]
    [InlineData("# Aim", "<h2 class=\"govuk-heading-s\">Aim</h2>")]
    [InlineData("- one", "<ul class=\"govuk-list govuk-list--bullet\">")]
    [InlineData("| a | b |\n|---|---|\n| 1 | 2 |", "<table class=\"govuk-table\">")]
    [InlineData("[the plan](/plan/2026)", "<a href=\"/plan/2026\" class=\"govuk-link\">the plan</a>")]
    [InlineData("[out](https://www.gov.uk)", "href=\"https://www.gov.uk\"")]
    [InlineData("![our *map*](x.png)", "our <em>map</em>")]
    public void ToMarkup_Ordinary_BecomesMarkup(string text, string markup) => Assert.Contains(markup, PaperText.ToMarkup(text, 2).Value, StringComparison.Ordinal);
}

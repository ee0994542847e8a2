namespace Trellis.GovUk.Tests;

public sealed class ThemeTests
{
    [Fact]
    public void Css_BrandColour_SetsTheCustomProperties()
    {
        var css = Theme.Css(new() { BrandColour = "#5B2A6E" });
        Assert.Contains("--govuk-brand-colour: #5b2a6e;", css, StringComparison.Ordinal);
        Assert.Contains("--govuk-link-colour: #5b2a6e;", css, StringComparison.Ordinal);
        Assert.Contains("--govuk-surface-background-colour: #f7f4f8;", css, StringComparison.Ordinal);
    }

    [Fact]
    public void Css_LinkColour_IsTheLinks()
    {
        var css = Theme.Css(new() { BrandColour = "#5b2a6e", LinkColour = "#1a65a6" });
        Assert.Contains("--govuk-link-colour: #1a65a6;", css, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#ffdd00", "contrast of 1.35 with white")]
    [InlineData("#777777", "contrast of 4.48 with white")]
    [InlineData("purple", "Write it as #rrggbb")]
    [InlineData("#12345", "Write it as #rrggbb")]
    [InlineData("#00}*{c", "Write it as #rrggbb")]
    public void Problems_ColourThatCannotBeUsed_SaysWhy(string colour, string why)
    {
        var theme = new Theme { BrandColour = colour };
        Assert.Contains(why, Assert.Single(theme.Problems()), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Theme.Css(theme));
    }

    [Fact]
    public void Problems_Defaults_None() => Assert.Empty(new Theme().Problems());

    // Published pairs: black on white, and the lightest grey that passes AA on white.
    [Theory]
    [InlineData("#000000", 21.0)]
    [InlineData("#767676", 4.54)]
    [InlineData("#ffffff", 1.0)]
    public void Contrast_WithWhite_IsWcags(string colour, double expected) =>
        Assert.Equal(expected, Colour.Parse(colour).ContrastWith(Colour.White), 2);
}

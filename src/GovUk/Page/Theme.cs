namespace Trellis.GovUk;

/// <summary>What makes the pages one council's own. The host binds it from configuration and serves <see cref="Css"/> as a stylesheet.</summary>
public sealed record Theme
{
    /// <summary>The least contrast of text with its background in WCAG 2.2 AA.</summary>
    private const double LeastContrast = 4.5;

    public string CouncilName { get; init; } = "Your council";

    public string ServiceName { get; init; } = "Plan for children";

    /// <summary>#rrggbb: the header, with white text on it, and lines. Blue unless the council has its own.</summary>
    public string BrandColour { get; init; } = "#1d5a96";

    /// <summary>#rrggbb; the brand's colour when not given.</summary>
    public string? LinkColour { get; init; }

    /// <summary>An address on this server; without it the council's name stands in the header.</summary>
    public string? LogoUrl { get; init; }

    /// <summary>The browser tab's icon, an address on this server; Trellis's own when not given.</summary>
    public string? IconUrl { get; init; }

    /// <summary>What is wrong with the settings, in words for who set them; empty when they can be used.</summary>
    public IReadOnlyList<string> Problems()
    {
        var problems = new List<string>();
        if (string.IsNullOrWhiteSpace(CouncilName))
            problems.Add("Theme: CouncilName is empty. It stands in the header and in every page's title.");
        Check(problems, nameof(BrandColour), BrandColour);
        if (LinkColour is not null)
            Check(problems, nameof(LinkColour), LinkColour);
        return problems;
    }

    /// <summary>The stylesheet of a theme, to be linked after trellis.css.</summary>
    /// <exception cref="ArgumentException">When <see cref="Problems"/> has something to say.</exception>
    public static string Css(Theme theme)
    {
        var problems = theme.Problems();
        if (problems.Count > 0)
            throw new ArgumentException(string.Join(" ", problems), nameof(theme));
        var brand = Colour.Parse(theme.BrandColour);
        var link = Colour.Parse(theme.LinkColour ?? theme.BrandColour);
        return $$"""
            :root {
              --govuk-brand-colour: {{brand}};
              --govuk-link-colour: {{link}};
              --govuk-link-hover-colour: {{link.With(default, 0.5)}};
              --govuk-surface-background-colour: {{brand.With(Colour.White, 0.95)}};
              --govuk-template-background-colour: {{brand.With(Colour.White, 0.95)}};
              --govuk-surface-border-colour: {{brand.With(Colour.White, 0.5)}};
            }

            """;
    }

    private static void Check(List<string> problems, string name, string text)
    {
        if (!Colour.TryParse(text, out var colour))
            problems.Add($"Theme: {name} is \"{text}\". Write it as #rrggbb, for example #1d5a96.");
        else if (colour.ContrastWith(Colour.White) < LeastContrast)
            problems.Add($"Theme: {name} {text} has a contrast of {colour.ContrastWith(Colour.White):0.00} with white; text needs {LeastContrast:0.0}. Choose a darker one.");
    }
}

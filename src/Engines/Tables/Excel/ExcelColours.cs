using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Drawing = DocumentFormat.OpenXml.Drawing;

namespace Trellis.Tables;

/// <summary>
/// Colours as Excel names them: outright, by their place in the workbook's theme with a tint, or by their place in the old palette
/// (ECMA-376 part 1, 18.8.3, 18.8.19 and 18.8.27).
/// </summary>
internal sealed class ExcelColours
{
    /// <summary>The theme that Office gives a new workbook, for a file that carries none.</summary>
    private static readonly string[] OfficeTheme =
        ["FFFFFF", "000000", "E7E6E6", "44546A", "4472C4", "ED7D31", "A5A5A5", "FFC000", "5B9BD5", "70AD47", "0563C1", "954F72"];

    private static readonly string[] Palette =
    [
        "000000", "FFFFFF", "FF0000", "00FF00", "0000FF", "FFFF00", "FF00FF", "00FFFF",
        "800000", "008000", "000080", "808000", "800080", "008080", "C0C0C0", "808080",
        "9999FF", "993366", "FFFFCC", "CCFFFF", "660066", "FF8080", "0066CC", "CCCCFF",
        "000080", "FF00FF", "FFFF00", "00FFFF", "800080", "800000", "008080", "0000FF",
        "00CCFF", "CCFFFF", "CCFFCC", "FFFF99", "99CCFF", "FF99CC", "CC99FF", "FFCC99",
        "3366FF", "33CCCC", "99CC00", "FFCC00", "FF9900", "FF6600", "666699", "969696",
        "003366", "339966", "003300", "333300", "993300", "993366", "333399", "333333",
    ];

    private readonly string?[] theme;

    private ExcelColours(string?[] theme) => this.theme = theme;

    public static ExcelColours Of(WorkbookPart workbook)
    {
        var scheme = workbook.ThemePart?.Theme?.ThemeElements?.ColorScheme;
        // The file lists dark before light; the places count light first.
        Drawing.Color2Type?[] colours = scheme is null ? [] :
        [
            scheme.Light1Color, scheme.Dark1Color, scheme.Light2Color, scheme.Dark2Color, scheme.Accent1Color, scheme.Accent2Color, scheme.Accent3Color,
            scheme.Accent4Color, scheme.Accent5Color, scheme.Accent6Color, scheme.Hyperlink, scheme.FollowedHyperlinkColor,
        ];
        return new([.. colours.Length == 0 ? OfficeTheme
            : colours.Select(c => WordText.Colour(c?.RgbColorModelHex?.Val?.Value ?? c?.SystemColor?.LastColor?.Value))]);
    }

    /// <summary>Six upper-case hex digits; null when there is none, or none that can be told.</summary>
    public string? Of(ColorType? colour)
    {
        if (colour?.Rgb?.Value is { } rgb)
        {
            return WordText.Colour(rgb.Length == 8 ? rgb[2..] : rgb);
        }

        string? plain = null;
        if (colour?.Theme?.Value is { } place && place < theme.Length)
        {
            plain = theme[place];
        }
        else if (colour?.Indexed?.Value is { } index && index < Palette.Length + 8)
        {
            plain = Palette[index < 8 ? index : index - 8];
        }

        return plain is null ? null : Tinted(plain, Math.Clamp(colour?.Tint?.Value ?? 0, -1, 1));
    }

    /// <summary>A tint from -1 (black) to 1 (white) moves the lightness and keeps the hue, and so moves each part alike.</summary>
    private static string Tinted(string colour, double tint)
    {
        if (tint == 0 || !int.TryParse(colour, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var rgb))
        {
            return colour;
        }

        return $"{Part(rgb >> 16):X2}{Part((rgb >> 8) & 255):X2}{Part(rgb & 255):X2}";

        int Part(int part) => (int)Math.Round(tint < 0 ? part * (1 + tint) : part + ((255 - part) * tint));
    }
}

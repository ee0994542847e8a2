using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Trellis.GovUk;

/// <summary>An sRGB colour, written #rrggbb. The default value is black.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Colour(byte Red, byte Green, byte Blue)
{
    public static readonly Colour White = new(255, 255, 255);

    /// <summary>Reads #rrggbb; nothing else, so that what is read is safe in a stylesheet.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Colour colour)
    {
        colour = default;
        if (text is not { Length: 7 } || text[0] != '#' || !int.TryParse(text.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var rgb))
            return false;
        colour = new((byte)(rgb >> 16), (byte)(rgb >> 8), (byte)rgb);
        return true;
    }

    public static Colour Parse(string? text) => TryParse(text, out var colour) ? colour : throw new FormatException($"\"{text}\" is not a colour: write #rrggbb.");

    /// <summary>WCAG contrast ratio, from 1 (the same) to 21 (black on white).</summary>
    public double ContrastWith(Colour other)
    {
        var (lighter, darker) = (Math.Max(Luminance, other.Luminance), Math.Min(Luminance, other.Luminance));
        return (lighter + 0.05) / (darker + 0.05);
    }

    /// <summary>This colour with a share of another, 0 to 1, mixed in.</summary>
    public Colour With(Colour other, double share) =>
        new(Mixed(Red, other.Red, share), Mixed(Green, other.Green, share), Mixed(Blue, other.Blue, share));

    public override string ToString() => $"#{Red:x2}{Green:x2}{Blue:x2}";

    // Relative luminance as WCAG 2.2 defines it.
    private double Luminance => 0.2126 * Linear(Red) + 0.7152 * Linear(Green) + 0.0722 * Linear(Blue);

    private static double Linear(byte channel)
    {
        var value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }

    private static byte Mixed(byte one, byte other, double share) => (byte)Math.Round(one + (other - one) * share, MidpointRounding.AwayFromZero);
}

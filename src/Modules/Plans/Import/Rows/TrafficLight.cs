using System.Globalization;

namespace Trellis.Plans.Import;

/// <summary>A colour as a traffic light: by its hue, so that pale and dark shades count too. Greys and blues state nothing.</summary>
internal static class TrafficLight
{
    /// <summary>0 for green, 1 for amber or yellow, 2 for red, null for others; the colour is six hex digits.</summary>
    public static int? StateOf(string colour)
    {
        if (colour.Length != 6 || !int.TryParse(colour, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var rgb))
        {
            return null;
        }

        int red = rgb >> 16,
            green = (rgb >> 8) & 255,
            blue = rgb & 255;
        var most = Math.Max(red, Math.Max(green, blue));
        var range = most - Math.Min(red, Math.Min(green, blue));
        if (range < 40)
        {
            return null;
        }

        var hue =
            most == red ? 60.0 * (green - blue) / range
            : most == green ? 120 + (60.0 * (blue - red) / range)
            : 240 + (60.0 * (red - green) / range);
        hue = hue < 0 ? hue + 360 : hue;
        return hue switch
        {
            <= 18 or >= 340 => 2,
            <= 68 => 1,
            <= 165 => 0,
            _ => null,
        };
    }
}

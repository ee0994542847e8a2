using System.Globalization;

namespace Trellis.GovUk;

/// <summary>Numbers as SVG reads them, whatever the reader's language: a point, no groups, never an exponent.</summary>
internal static class SvgNumber
{
    public static string Of(double value) => Math.Round(value, 2).ToString("0.##", CultureInfo.InvariantCulture);

    public static string Percent(double value) => Of(value) + "%";
}

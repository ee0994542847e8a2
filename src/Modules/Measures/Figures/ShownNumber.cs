namespace Trellis.Measures.Figures;

/// <summary>Figures as pages show them: rounded half away from zero, thousands with commas.</summary>
public static class ShownNumber
{
    /// <summary>Beyond this many places two figures count as equal to the eye.</summary>
    private const int MostDecimals = 6;

    /// <summary>With so many decimal places, and no noughts behind a whole number that ends there.</summary>
    public static string Of(decimal value, int decimals)
    {
        var rounded = Math.Round(value, decimals, MidpointRounding.AwayFromZero);
        return rounded.ToString(rounded == decimal.Truncate(rounded) && decimals > 1 ? "N0" : $"N{decimals}", Kernel.England.Culture);
    }

    /// <summary>As many places as it takes to tell the two apart: 94.96 and 95 look the same with one.</summary>
    public static int Deciding(decimal value, decimal other, int decimals)
    {
        var places = decimals;
        while (places < MostDecimals && value != other
               && Math.Round(value, places, MidpointRounding.AwayFromZero) == Math.Round(other, places, MidpointRounding.AwayFromZero))
        {
            places++;
        }

        return places;
    }
}

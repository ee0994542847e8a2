namespace Trellis.Measures;

public static class Units
{
    /// <summary>Per how many a rate is told: 100 for a percentage, 1 for a plain number.</summary>
    public static int Per(this MeasureUnit unit) => unit switch
    {
        MeasureUnit.Percentage => 100,
        MeasureUnit.PerThousand => 1_000,
        MeasureUnit.PerTenThousand => 10_000,
        MeasureUnit.PerHundredThousand => 100_000,
        _ => 1,
    };

    public static bool IsRate(this MeasureUnit unit) => unit.Per() > 1;

    /// <summary>A figure with its sign: "94.9%", "£1,200", "62.1".</summary>
    public static string Say(this MeasureUnit unit, decimal value, int decimals) => unit switch
    {
        MeasureUnit.Percentage => $"{Figures.ShownNumber.Of(value, decimals)}%",
        MeasureUnit.Pounds => $"£{Figures.ShownNumber.Of(value, decimals)}",
        _ => Figures.ShownNumber.Of(value, decimals),
    };

    public static string Words(this MeasureUnit unit) => unit switch
    {
        MeasureUnit.Number => "Number",
        MeasureUnit.Percentage => "Percentage",
        MeasureUnit.PerThousand => "Per 1,000",
        MeasureUnit.PerTenThousand => "Per 10,000",
        MeasureUnit.PerHundredThousand => "Per 100,000",
        MeasureUnit.Pounds => "Pounds",
        MeasureUnit.Score => "Score",
        _ => "Not said",
    };
}

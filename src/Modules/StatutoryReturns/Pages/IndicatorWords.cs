using Trellis.Kernel;
using Trellis.Returns;

namespace Trellis.StatutoryReturns.Pages;

internal static class IndicatorWords
{
    /// <summary>The value in its unit, rounded as it is published: "34.1%", "1,201", "70 days".</summary>
    public static string Value(this CountedIndicator indicator) => indicator switch
    {
        { Lacks: { } lacks } => $"Not counted, for want of {lacks}",
        { Value: null } => "Nobody to count",
        { Unit: Unit.Percentage } => $"{Rounded(indicator.Value.Value, 1)}%",
        { Unit: Unit.Days } => $"{Rounded(indicator.Value.Value, 0)} days",
        { Unit: Unit.Score } => Rounded(indicator.Value.Value, 1),
        _ => $"{indicator.Value:N0}",
    };

    /// <summary>What it is a share or an average of; empty for a count.</summary>
    public static string Of(this CountedIndicator indicator) => indicator switch
    {
        { Lacks: not null } or { Unit: Unit.Children or Unit.Events } => "",
        { Unit: Unit.Percentage } => $"{indicator.Numerator:N0} of {indicator.Denominator:N0}",
        _ => $"average of {indicator.Denominator:N0}",
    };

    private static string Rounded(decimal value, int decimals) => Math.Round(value, decimals, MidpointRounding.AwayFromZero).ToString($"N{decimals}", England.Culture);
}

namespace Trellis.Measures.Statuses;

/// <summary>Which way a figure went.</summary>
public static class Directions
{
    /// <param name="smallestGap">A change smaller than this is none.</param>
    /// <param name="target">Needed where the plan is best.</param>
    public static Direction Of(decimal value, decimal? before, Polarity polarity, decimal? smallestGap, decimal? target)
    {
        if (before is not { } old)
        {
            return Direction.Unknown;
        }

        var change = value - old;
        if (change == 0 || Math.Abs(change) < smallestGap)
        {
            return Direction.Same;
        }

        return polarity switch
        {
            Polarity.High => change > 0 ? Direction.Improving : Direction.Worsening,
            Polarity.Low => change < 0 ? Direction.Improving : Direction.Worsening,
            Polarity.PlanIsBest when target is { } plan => Math.Abs(value - plan).CompareTo(Math.Abs(old - plan)) switch
            {
                < 0 => Direction.Improving,
                0 => Direction.Same,
                _ => Direction.Worsening,
            },
            _ => change > 0 ? Direction.Increasing : Direction.Decreasing,
        };
    }
}

namespace Trellis.Measures.Statuses;

/// <summary>What one must know of an indicator to judge its figures.</summary>
public sealed record MeasureNature(MeasureUnit Unit, Polarity Polarity, Frequency Frequency, Basis Basis, decimal? SmallestGap, StatusRules Rules)
{
    public static MeasureNature Of(Indicator indicator, StatusRules usual) => new(
        indicator.Unit, indicator.Polarity, indicator.Frequency, indicator.Basis, indicator.SmallestGap,
        indicator.StatusRules is { } own ? StatusRules.Of(own) : usual);
}

using Trellis.Measures.Changes;
using Trellis.Measures.Periods;

namespace Trellis.Measures.Statuses;

/// <summary>What one must know of an indicator to judge its figures.</summary>
public sealed record MeasureNature(MeasureUnit Unit, Polarity Polarity, Frequency Frequency, Basis Basis, decimal? SmallestGap, StatusRules Rules)
{
    /// <summary>Where the series begins anew: breaks and rebasings, in the order of time.</summary>
    public IReadOnlyList<NewStart> Changes { get; init; } = [];

    public static MeasureNature Of(Indicator indicator, StatusRules usual, IEnumerable<SeriesChange> changes) =>
        new(indicator.Unit, indicator.Polarity, indicator.Frequency, indicator.Basis, indicator.SmallestGap, indicator.StatusRules is { } own ? StatusRules.Of(own) : usual)
        {
            Changes = [.. changes.Where(c => c.Kind != SeriesChangeKind.Definition).OrderBy(c => c.From).Select(c => new NewStart(c.FirstPeriod, c.Kind == SeriesChangeKind.Break))],
        };

    /// <summary>True where the two lie on either side of a break.</summary>
    public bool AreParted(Period earlier, Period later) => Changes.Any(c => c.IsBreak && earlier.EndIndex < c.Period.EndIndex && c.Period.EndIndex <= later.EndIndex);
}

/// <summary>The first period of which limits are drawn anew.</summary>
/// <param name="IsBreak">Nothing from here on is compared with what was before.</param>
public readonly record struct NewStart(Period Period, bool IsBreak);

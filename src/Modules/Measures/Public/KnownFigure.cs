using Trellis.Kernel.Places;
using Trellis.Measures.Figures;
using Trellis.Measures.Periods;

namespace Trellis.Measures.Public;

/// <summary>A figure, and what the public knows of it.</summary>
/// <param name="IsOurs">The council's own, not taken from what somebody else published.</param>
/// <param name="Before">What was public of it until now; null where nothing was.</param>
/// <param name="WasKeptBack">It was hidden before, and stays so: what stood beside it then is known.</param>
/// <param name="EditionBatch">The batch of the edition that everybody has; null before there is one.</param>
/// <param name="IsRevised">It says something else than in that edition.</param>
internal sealed record KnownFigure(
    Indicator Indicator, int Series, PlaceCode Place, Period Period, FigureValue Said, int Batch, bool IsOurs, FigureValue? Before, bool WasKeptBack, int? EditionBatch, bool IsRevised)
{
    public (int Series, int Place, int Period) Key => (Series, Place.Number, Period.Number);

    /// <summary>The same numbers were public before.</summary>
    public bool WasShown => Before is { Value: not null } before && (before.Value, before.Numerator, before.Denominator) == (Said.Value, Said.Numerator, Said.Denominator);

    public bool IsPublic => !IsOurs || WasShown;

    /// <summary>How many were counted; null where the figure is no count, or does not say.</summary>
    public long? Counted => CountOf(Said);

    /// <summary>Of how many a rate is.</summary>
    public long? Of => Indicator.Unit.IsRate() ? Whole(Said.Denominator) : null;

    /// <summary>Numbers without a fraction may be numbers of people.</summary>
    public bool IsCount => Indicator.Unit is MeasureUnit.Number or MeasureUnit.NotSaid;

    /// <summary>A rate of nobody knows how many: whether it tells of a few people cannot be seen.</summary>
    public bool IsWithoutCounts => IsOurs && Indicator.Unit.IsRate() && Said.Value is not null && (Counted is null || Of is null);

    /// <summary>The source hid it, or whoever entered it.</summary>
    public bool IsConfidential => Said is { Value: null, Shorthand: Shorthand.Confidential };

    private long? CountOf(FigureValue said) => Whole(Indicator.Unit.IsRate() ? said.Numerator : IsCount ? said.Value : null);

    private static long? Whole(decimal? number) => number is >= 0 and <= long.MaxValue && number == decimal.Truncate(number.Value) ? (long)number : null;
}

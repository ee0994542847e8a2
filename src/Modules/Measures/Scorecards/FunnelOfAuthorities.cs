using Trellis.GovUk;
using Trellis.Kernel.Places;
using Trellis.Measures.Figures;
using Trellis.Spc;

namespace Trellis.Measures.Scorecards;

/// <summary>All authorities of England in one year, each with the number of people behind its figure, within the limits of chance.</summary>
/// <param name="Centre">What all of them come to together.</param>
public sealed record FunnelOfAuthorities(string Finding, decimal Centre, IReadOnlyList<FunnelPoint> Points, IReadOnlyList<FunnelLimit> Limits)
{
    /// <summary>Fewer authorities say little about what is usual.</summary>
    private const int FewestAuthorities = 20;
    private const int Steps = 60;

    /// <summary>Counts are published rounded to five or ten; counts that tell a value further off than this share of it are of something else.</summary>
    private const double MostApart = 0.05;

    /// <summary>Null where the indicator is no yearly share or rate, or the counts of the place or of most others are not known.</summary>
    public static FunnelOfAuthorities? Of(Indicator indicator, Place ours, IReadOnlyDictionary<PlaceCode, Figure> figures)
    {
        if (!indicator.Unit.IsRate() || indicator.Frequency != Frequency.Yearly)
        {
            return null;
        }

        var counted = figures.Select(f => (Place: EnglandPlaces.Find(f.Key), f.Value.Said))
            .Where(f => f.Place is { Kind: PlaceKind.LocalAuthority } && CanBeCounted(indicator.Unit, f.Said))
            .Select(f => (Place: f.Place!, Count: (double)f.Said.Numerator!.Value, Size: (double)f.Said.Denominator!.Value))
            .DistinctBy(f => f.Place).OrderBy(f => f.Place.Name, StringComparer.Ordinal).ToList();
        if (counted.Count < FewestAuthorities || !counted.Exists(f => f.Place == ours))
        {
            return null;
        }

        double[] counts = [.. counted.Select(f => f.Count)], sizes = [.. counted.Select(f => f.Size)];
        var funnel = indicator.Unit == MeasureUnit.Percentage
            ? Spc.FunnelPlot.OfProportions(counts, sizes, indicator.Unit.Per())
            : Spc.FunnelPlot.OfRates(counts, sizes, indicator.Unit.Per());
        return funnel.Refusal == LimitRefusal.None ? Drawn(funnel, ours, [.. counted.Select(f => f.Place)]) : null;
    }

    private static FunnelOfAuthorities Drawn(Spc.FunnelPlot funnel, Place ours, List<Place> authorities)
    {
        var points = new List<FunnelPoint>();
        for (var i = 0; i < authorities.Count; i++)
        {
            var place = funnel.Places[i];
            points.Add(new FunnelPoint(authorities[i].Name, (decimal)place.Size, (decimal)place.Value) { Ours = authorities[i] == ours, Position = PositionOf(place.Zone) });
        }

        return new FunnelOfAuthorities($"{ours.Name} {Said(points.Single(p => p.Ours).Position)}.", (decimal)funnel.Centre, points, LimitsOf(funnel, points));
    }

    private static bool CanBeCounted(MeasureUnit unit, FigureValue said)
    {
        if (said is not { Value: { } value, Numerator: >= 0 and var count, Denominator: > 0 and var size }
            || unit == MeasureUnit.Percentage && (count > size || count != decimal.Truncate(count) || size != decimal.Truncate(size)))
        {
            return false;
        }

        return Math.Abs((double)(count / size * unit.Per() - value)) <= MostApart * Math.Abs((double)value);
    }

    private static List<FunnelLimit> LimitsOf(Spc.FunnelPlot funnel, List<FunnelPoint> points)
    {
        var largest = points.Max(p => p.Denominator);
        var sizes = Enumerable.Range(1, Steps).Select(i => Math.Ceiling(largest * i / Steps)).Append(points.Min(p => p.Denominator)).Distinct().Order();
        return [.. sizes.Select(size => (Size: size, At: funnel.LimitsAt((double)size))).Where(l => !double.IsNaN(l.At.Upper95))
            .Select(l => new FunnelLimit(l.Size, (decimal)l.At.Lower95, (decimal)l.At.Upper95, (decimal)l.At.Lower998, (decimal)l.At.Upper998))];
    }

    private static FunnelPosition PositionOf(FunnelZone zone) => zone switch
    {
        FunnelZone.High => FunnelPosition.Above95,
        FunnelZone.VeryHigh => FunnelPosition.Above998,
        FunnelZone.Low => FunnelPosition.Below95,
        FunnelZone.VeryLow => FunnelPosition.Below998,
        _ => FunnelPosition.Within,
    };

    private static string Said(FunnelPosition position) => position switch
    {
        FunnelPosition.Above998 => "lies above the upper 99.8% limit: more than chance would do",
        FunnelPosition.Below998 => "lies below the lower 99.8% limit: more than chance would do",
        FunnelPosition.Above95 => "lies above the upper 95% limit: chance alone brings one authority in 40 there",
        FunnelPosition.Below95 => "lies below the lower 95% limit: chance alone brings one authority in 40 there",
        _ => "lies within the limits: chance alone may explain how far it is from the others",
    };
}

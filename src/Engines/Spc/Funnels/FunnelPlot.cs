namespace Trellis.Spc;

/// <summary>
/// Funnel plots: places compared for one period, with limits that open towards small places. D J Spiegelhalter, "Funnel plots for comparing
/// institutional performance" (2005).
/// </summary>
/// <remarks>
/// Limits come from the binomial or Poisson distribution itself, not from a normal one beside it, which misleads for the small numbers of
/// children's services. A count r has a share of P(R &lt; r) + P(R = r) / 2 below it (the mid-P of H O Lancaster, "Significance tests in discrete
/// distributions", 1961), straight between whole counts; a limit is where that reaches 0.1, 2.5, 97.5 or 99.9 %. Both tails are
/// then treated alike.
/// </remarks>
public sealed class FunnelPlot
{
    private readonly FunnelPlace[] places;
    private readonly CountKind kind;

    private FunnelPlot(ReadOnlySpan<double> counts, ReadOnlySpan<double> sizes, CountKind kind, double? centre, bool overdispersed)
    {
        if (sizes.Length != counts.Length)
        {
            throw new ArgumentException("There is one size for each count.", nameof(sizes));
        }

        if (centre < 0 || centre > kind.Highest)
        {
            throw new ArgumentOutOfRangeException(nameof(centre), centre, "A centre is a value that a place could have.");
        }

        this.kind = kind;
        var series = CountSeries.Of(counts, sizes, kind);
        Centre = centre ?? series.Centre;
        Refusal = double.IsNaN(Centre) ? LimitRefusal.TooFewPoints : kind.Sigma(Centre, 1) > 0 ? LimitRefusal.None : LimitRefusal.FlatSeries;
        Dispersion = overdispersed && Refusal == LimitRefusal.None ? DispersionOf(series) : 1;
        places = new FunnelPlace[counts.Length];
        for (var i = 0; i < places.Length; i++)
        {
            var limits = LimitsAt(sizes[i]);
            places[i] = new FunnelPlace(series.Values[i], sizes[i], limits, limits.ZoneOf(series.Values[i]));
        }
    }

    /// <summary>The line in the middle, in the funnel's unit: the one given, or all events over all cases. NaN when nothing is known.</summary>
    public double Centre { get; }

    /// <summary>φ, by which places vary more than chance explains; 1 or more, and 1 unless asked for.</summary>
    public double Dispersion { get; }

    /// <summary>Why there are no limits: nothing is known, or the centre is 0 (or, for proportions, all). Otherwise <see cref="LimitRefusal.None"/>.</summary>
    public LimitRefusal Refusal { get; }

    /// <summary>The places, in the order given.</summary>
    public ReadOnlySpan<FunnelPlace> Places => places;

    /// <summary>A funnel of proportions.</summary>
    /// <param name="counts">Cases with the event, a place each, whole and from 0 to their denominator; NaN where missing.</param>
    /// <param name="denominators">All cases, whole; NaN where missing, and 0 of 0 is missing too.</param>
    /// <param name="per">The unit: 1 for a share of 0 to 1, 100 for percentages.</param>
    /// <param name="centre">The line to compare with, such as England's value, in that unit; null for that of the places together.</param>
    /// <param name="overdispersed">
    /// Widen the limits by √φ, φ the mean of the squared z(i) = (y(i) - centre) / sigma(i), the tenth at either end drawn in to the value of the last
    /// inside (Spiegelhalter 2005, multiplicative and winsorised), never below 1.
    /// </param>
    /// <exception cref="ArgumentException">The spans do not fit each other, or a count does not fit its denominator.</exception>
    public static FunnelPlot OfProportions(
        ReadOnlySpan<double> counts, ReadOnlySpan<double> denominators, double per = 1, double? centre = null, bool overdispersed = false)
    {
        foreach (var size in denominators)
        {
            if (!double.IsNaN(size) && size != Math.Floor(size))
            {
                throw new ArgumentException($"{size}: a denominator is a whole number of cases.", nameof(denominators));
            }
        }

        return new FunnelPlot(counts, denominators, new CountKind(true, per), centre, overdispersed);
    }

    /// <summary>A funnel of rates.</summary>
    /// <param name="counts">Events, a place each, 0 or more; NaN where missing.</param>
    /// <param name="exposures">What they are counted in, such as children; NaN where missing, and 0 in 0 is missing too.</param>
    /// <param name="per">The unit: 10,000 for a rate per 10,000 children.</param>
    /// <param name="centre">As for <see cref="OfProportions"/>.</param>
    /// <param name="overdispersed">As for <see cref="OfProportions"/>.</param>
    /// <exception cref="ArgumentException">The spans do not fit each other, or a count or exposure is negative.</exception>
    public static FunnelPlot OfRates(
        ReadOnlySpan<double> counts, ReadOnlySpan<double> exposures, double per = 1, double? centre = null, bool overdispersed = false) =>
        new(counts, exposures, new CountKind(false, per), centre, overdispersed);

    /// <summary>The limits at any size, to draw the funnel with.</summary>
    /// <param name="size">Cases or exposure; for proportions a fraction is cut off. All limits are NaN at 0, below, at NaN and when refused.</param>
    public FunnelLimits LimitsAt(double size)
    {
        var whole = kind.IsProportion ? Math.Floor(size) : size;
        if (Refusal != LimitRefusal.None || !(whole > 0))
        {
            return FunnelLimits.None;
        }

        var widening = Math.Sqrt(Dispersion);
        return CountQuantiles.Of(Centre / kind.Per * whole, kind.IsProportion ? whole : double.PositiveInfinity)
            .Each(count => Math.Clamp(Centre + widening * (count / whole * kind.Per - Centre), 0, kind.Highest));
    }

    private double DispersionOf(CountSeries series)
    {
        var scores = series.Standardised(Centre).Where(z => !double.IsNaN(z)).Order().ToList();
        if (scores.Count == 0)
        {
            return 1;
        }

        var tenth = scores.Count / 10;
        var (lowest, highest) = (scores[tenth], scores[^(tenth + 1)]);
        return Math.Max(1, scores.Average(z => Math.Pow(Math.Clamp(z, lowest, highest), 2)));
    }
}

namespace Trellis.Spc;

/// <summary>
/// Where the tails of a binomial or Poisson distribution begin. Each probability is reckoned from its neighbour's, outwards from the likeliest count, so
/// nothing overflows and no special function is needed; of n cases some 20 √n are looked at.
/// </summary>
internal static class CountQuantiles
{
    private static readonly double[] Tails = [0.001, 0.025, 0.975, 0.999];

    /// <summary>A count this much less likely than the likeliest adds nothing to any tail.</summary>
    private const double Negligible = 1e-18;

    /// <param name="mean">Of the distribution, above 0.</param>
    /// <param name="cases">Of the binomial, more than the mean; infinite for Poisson.</param>
    /// <returns>Counts, between whole ones too, that 0.1 %, 2.5 %, 97.5 % and 99.9 % lie below: see <see cref="FunnelPlot"/>.</returns>
    public static FunnelLimits Of(double mean, double cases)
    {
        var odds = double.IsInfinity(cases) ? mean : mean / (cases - mean);
        var mode = Math.Floor(mean);
        var weights = new List<double> { 1 };
        for (var (count, weight) = (mode, 1.0); count > 0 && weight > Negligible; count--)
        {
            weight /= Ratio(count - 1);
            weights.Add(weight);
        }

        weights.Reverse();
        var first = mode - (weights.Count - 1);
        for (var (count, weight) = (mode, 1.0); count < cases && weight > Negligible; count++)
        {
            weight *= Ratio(count);
            weights.Add(weight);
        }

        return Quantiles(first, weights);

        // How much likelier the next count is than this one.
        double Ratio(double count) => (double.IsInfinity(cases) ? 1 : cases - count) / (count + 1) * odds;
    }

    /// <summary>Half of a count's own probability lies below it; between two counts the line is straight.</summary>
    private static FunnelLimits Quantiles(double first, List<double> weights)
    {
        var total = weights.Sum();
        Span<double> found = stackalloc double[Tails.Length];
        found.Fill(first + weights.Count - 1);
        var (tail, below, middle) = (0, 0.0, 0.0);
        for (var i = 0; i < weights.Count && tail < Tails.Length; i++)
        {
            var next = (below + weights[i] / 2) / total;
            for (; tail < Tails.Length && next >= Tails[tail]; tail++)
            {
                found[tail] = first + (i == 0 ? 0 : i - (next - Tails[tail]) / (next - middle));
            }

            below += weights[i];
            middle = next;
        }

        return new FunnelLimits(found[0], found[1], found[2], found[3]);
    }
}

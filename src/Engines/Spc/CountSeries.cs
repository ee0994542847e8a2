namespace Trellis.Spc;

/// <summary>Counts with what each is counted in, and the values that follow: of one place through time, or of many places at one.</summary>
internal readonly ref struct CountSeries
{
    private readonly ReadOnlySpan<double> counts;
    private readonly ReadOnlySpan<double> sizes;

    private CountSeries(ReadOnlySpan<double> counts, ReadOnlySpan<double> sizes, ReadOnlySpan<double> values, CountKind kind)
    {
        this.counts = counts;
        this.sizes = sizes;
        Values = values;
        Kind = kind;
    }

    /// <summary>In the unit; NaN where missing.</summary>
    public ReadOnlySpan<double> Values { get; }

    public CountKind Kind { get; }

    /// <summary>All events over all cases, where both are known; NaN when nothing is.</summary>
    public double Centre => Total.Of(new Padded(counts)).Sum / Total.Of(new Padded(sizes)).Sum * Kind.Per;

    /// <summary>Checks them, and takes both as missing where either is, or where there is nothing to count.</summary>
    /// <param name="counts">At least one.</param>
    /// <param name="sizes">One for each, or none when each is 1.</param>
    /// <param name="kind">With a unit above 0.</param>
    public static CountSeries Of(ReadOnlySpan<double> counts, ReadOnlySpan<double> sizes, CountKind kind)
    {
        Series.Check(counts, nameof(counts));
        Series.Check(sizes.IsEmpty ? [1] : sizes, nameof(sizes));
        if (!(kind.Per > 0) || double.IsInfinity(kind.Per))
        {
            throw new ArgumentOutOfRangeException(nameof(kind), kind.Per, "The unit is above 0 and finite.");
        }

        if (!sizes.IsEmpty && sizes.Length != counts.Length)
        {
            throw new ArgumentException("There is one size for each count.", nameof(sizes));
        }

        var (known, cases, values) = (new double[counts.Length], new double[counts.Length], new double[counts.Length]);
        for (var i = 0; i < counts.Length; i++)
        {
            var size = sizes.IsEmpty ? 1 : sizes[i];
            values[i] = kind.Value(counts[i], size);
            (known[i], cases[i]) = double.IsNaN(values[i]) ? (double.NaN, double.NaN) : (counts[i], size);
        }

        return new CountSeries(known, cases, values, kind);
    }

    public CountSeries Slice(int start, int length) =>
        new(counts.Slice(start, length), sizes.Slice(start, length), Values.Slice(start, length), Kind);

    /// <summary>The standard deviation of one value around the centre, by counting error alone; NaN where missing.</summary>
    public double Sigma(int index, double centre) => Kind.Sigma(centre, sizes[index]);

    /// <summary>How many standard deviations each value lies from the centre; NaN where missing.</summary>
    public double[] Standardised(double centre)
    {
        var standardised = new double[Values.Length];
        for (var i = 0; i < standardised.Length; i++)
        {
            standardised[i] = (Values[i] - centre) / Sigma(i, centre);
        }

        return standardised;
    }
}

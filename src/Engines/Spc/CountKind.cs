namespace Trellis.Spc;

/// <summary>Proportions (binomial) or rates and counts (Poisson), and the unit they are given in.</summary>
/// <param name="IsProportion">Events are among the cases: never more than they.</param>
/// <param name="Per">1 case, 100 for percentages, 10,000 children, …</param>
internal readonly record struct CountKind(bool IsProportion, double Per)
{
    /// <summary>No value can be higher.</summary>
    public double Highest => IsProportion ? Per : double.PositiveInfinity;

    /// <summary>The standard deviation of a value around the centre, by counting error alone; NaN for a size that is missing or 0.</summary>
    public double Sigma(double centre, double size)
    {
        var one = centre / Per;
        return size > 0 ? Per * Math.Sqrt(one * (IsProportion ? 1 - one : 1) / size) : double.NaN;
    }

    /// <summary>Events over cases, in the unit; NaN where either is missing, or both are 0.</summary>
    public double Value(double count, double size)
    {
        if (count < 0 || size < 0 || (size == 0 && count > 0) || (IsProportion && count > size))
        {
            throw new ArgumentException(
                IsProportion ? $"{count} of {size}: a count lies between 0 and its denominator." : $"{count} in {size}: a count is 0 or more, and what it is counted in above 0.",
                nameof(count));
        }

        return count / size * Per;
    }
}

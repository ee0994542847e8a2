namespace Trellis.Plans.Import;

/// <summary>How much two texts have in common: the part of their words that both have, from 0 to 1 (Dice's measure).</summary>
internal static class Likeness
{
    /// <summary>Enough for rows in the same place.</summary>
    public const double Slight = 0.3;

    /// <summary>Enough for rows in different places under one parent.</summary>
    public const double Strong = 0.6;

    public static double Of(string a, string b)
    {
        var words = Words.Of(a).ToHashSet();
        var others = Words.Of(b).ToHashSet();
        return words.Count + others.Count == 0 ? 1 : 2.0 * words.Count(others.Contains) / (words.Count + others.Count);
    }
}

using Trellis.Kernel;

namespace Trellis.Plans;

/// <summary>The council's words for levels, in a sentence.</summary>
public static class Words
{
    /// <summary>"1 priority", "2 priorities", "1,204 milestones".</summary>
    public static string Counted(int count, string word) =>
        count.ToString("N0", England.Culture) + " " + (count == 1 ? word.ToLowerInvariant() : Plural(word).ToLowerInvariant());

    /// <summary>"an objective", "a priority".</summary>
    public static string One(string word) => ("AEIOUaeiou".Contains(word[0], StringComparison.Ordinal) ? "an " : "a ") + word.ToLowerInvariant();

    /// <summary>The word of which this is <see cref="Plural"/>.</summary>
    public static string Singular(string plural) =>
        plural.EndsWith("ies", StringComparison.Ordinal) ? plural[..^3] + "y" : plural.EndsWith('s') ? plural[..^1] : plural;

    public static string Plural(string word) =>
        word.Length > 1 && word.EndsWith('y') && !"aeiou".Contains(word[^2], StringComparison.Ordinal) ? word[..^1] + "ies" : word + "s";
}

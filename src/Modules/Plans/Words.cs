using Trellis.Kernel;

namespace Trellis.Plans;

/// <summary>The council's words for levels, in a sentence.</summary>
internal static class Words
{
    /// <summary>"1 priority", "2 priorities", "1,204 milestones".</summary>
    public static string Counted(int count, string word) =>
        count.ToString("N0", England.Culture) + " " + (count == 1 ? word.ToLowerInvariant() : Plural(word).ToLowerInvariant());

    public static string Plural(string word) =>
        word.Length > 1 && word.EndsWith('y') && !"aeiou".Contains(word[^2], StringComparison.Ordinal) ? word[..^1] + "ies" : word + "s";
}

namespace Trellis.Governance;

/// <summary>The pattern by which both databases find words within a text, whatever the words are.</summary>
public static class LikePattern
{
    public const string Escape = "\\";

    /// <summary>For a text in small letters that holds these words as they stand.</summary>
    public static string Holding(string words) => $"%{words.ToLowerInvariant().Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";
}

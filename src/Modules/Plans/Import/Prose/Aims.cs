namespace Trellis.Plans.Import;

/// <summary>What the title of a priority sets out to do: "A, b and c" are three aims.</summary>
internal static class Aims
{
    public static IEnumerable<string> Of(string title)
    {
        var parts = title.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToList();
        if (parts.Count == 0)
        {
            return [];
        }

        var last = parts[^1];
        parts.RemoveAt(parts.Count - 1);
        parts.AddRange(last.Split([" and ", " & "], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        return parts.Select(Begin).Where(part => part.Length > 0);
    }

    /// <summary>A title in capitals as a sentence.</summary>
    public static string InSentenceCase(string title) => Begin(title.ToLowerInvariant());

    private static string Begin(string part)
    {
        var text = part.StartsWith("and ", StringComparison.OrdinalIgnoreCase) ? part[4..] : part;
        return text.Length == 0 ? "" : char.ToUpperInvariant(text[0]) + text[1..];
    }
}

namespace Trellis.GovUk;

/// <summary>Joins class names. The usual case, one name and nothing else, allocates nothing.</summary>
internal static class ClassList
{
    public static string Of(string first, params ReadOnlySpan<string?> others)
    {
        var joined = first;
        foreach (var other in others)
        {
            if (!string.IsNullOrEmpty(other))
                joined = string.Concat(joined, " ", other);
        }
        return joined;
    }

    /// <summary>The ids of what describes a field (its hint, its error), or null when nothing does.</summary>
    public static string? Ids(params ReadOnlySpan<string?> ids)
    {
        string? joined = null;
        foreach (var id in ids)
        {
            if (!string.IsNullOrEmpty(id))
                joined = joined is null ? id : string.Concat(joined, " ", id);
        }
        return joined;
    }
}

namespace Trellis.GovUk;

/// <summary>Data attributes for a component's script; what is not set is left out.</summary>
internal static class ScriptData
{
    public static Dictionary<string, object> Of(params ReadOnlySpan<(string Name, object? Value)> data)
    {
        var attributes = new Dictionary<string, object>(data.Length);
        foreach (var (name, value) in data)
        {
            if (value is not null)
                attributes.Add(name, value);
        }
        return attributes;
    }

    /// <summary>An attribute that says "true" or "false", or is left out.</summary>
    public static string? Said(bool? value) =>
        value switch
        {
            true => "true",
            false => "false",
            null => null,
        };

    /// <summary>A component's own attributes and the author's.</summary>
    public static IReadOnlyDictionary<string, object>? With(
        IReadOnlyDictionary<string, object>? own,
        IReadOnlyDictionary<string, object>? given
    ) => own is null ? given : given is null ? own : new Dictionary<string, object>([.. own, .. given]);

    /// <summary>Texts by plural rule ("one", "other"), as the script's translations want them.</summary>
    public static void AddPlurals(this Dictionary<string, object> attributes, string key, IReadOnlyDictionary<string, string>? texts)
    {
        if (texts is null)
            return;
        foreach (var (rule, text) in texts)
            attributes.Add($"data-i18n.{key}.{rule}", text);
    }
}

namespace Trellis.Kernel.Settings;

/// <summary>One value that a council sets for itself. Only keys with a <see cref="SettingDefinition"/> are used.</summary>
public sealed class Setting : Thing
{
    public string Key { get; internal init; } = "";
    public string Value { get; internal set; } = "";
}

/// <summary>What a setting means and which values it takes.</summary>
/// <param name="Check">Says what is wrong with a value, or null when it is right.</param>
public sealed record SettingDefinition(string Key, string Label, string Hint, string Default, Func<string, string?> Check);

namespace Trellis.Plans.Import;

/// <summary>Three values of each field: what the last import said, what the plan says, what the document says now.</summary>
internal static class FieldComparison
{
    /// <summary>The fields in which plan and document differ. Only the fields that the document gives are compared.</summary>
    public static IReadOnlyList<FieldChange> Of(ExistingRow existing, ReadRow read)
    {
        var changes = new List<FieldChange>();
        foreach (var (name, value) in read.Fields)
        {
            var current = existing.Current.GetValueOrDefault(name, "");
            var imported = existing.AsImported.GetValueOrDefault(name);
            if (!IsSame(current, value))
            {
                changes.Add(new FieldChange(name, imported, current, value, StateOf(imported, current, value)));
            }
        }

        return changes;
    }

    private static FieldState StateOf(string? imported, string current, string value) =>
        imported is not null && IsSame(imported, current) ? FieldState.TakeNew
        : imported is not null && IsSame(imported, value) ? FieldState.KeepEdit
        : FieldState.Choose;

    /// <summary>Other typing of quotes, dashes and spaces is no change.</summary>
    private static bool IsSame(string a, string b) => a == b || Words.Plain(a) == Words.Plain(b);
}

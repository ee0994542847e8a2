namespace Trellis.Plans.Import;

/// <summary>What an import does to a row.</summary>
public enum RowState
{
    /// <summary>In both, and nothing differs.</summary>
    Same,

    /// <summary>In the document only.</summary>
    New,

    /// <summary>In both, with other fields.</summary>
    Changed,

    /// <summary>In both, under another parent or in another order; fields may differ as well.</summary>
    Moved,

    /// <summary>In the plan only, and it came from an earlier import.</summary>
    Gone,

    /// <summary>In the plan only, made by hand: an import never takes it away.</summary>
    OnlyHere,
}

/// <summary>How a field's three values stand to each other.</summary>
public enum FieldState
{
    /// <summary>The document says something new and nobody edited it here: it is taken.</summary>
    TakeNew,

    /// <summary>It was edited here and the document still says what it said: the edit stays.</summary>
    KeepEdit,

    /// <summary>Both changed, to different values: a person must choose.</summary>
    Choose,
}

/// <summary>One field that differs.</summary>
/// <param name="Name">One of <see cref="PlanFields"/>.</param>
/// <param name="Imported">What the last import said; null when the row was never imported.</param>
/// <param name="Current">What the plan says now.</param>
/// <param name="New">What the document says now.</param>
/// <param name="State">Who wins, or that a person must choose.</param>
public sealed record FieldChange(string Name, string? Imported, string Current, string New, FieldState State);

/// <summary>One row of a comparison.</summary>
/// <param name="State">What becomes of it.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Existing">The row in the plan; null when new.</param>
/// <param name="Read">The row in the document; null when gone.</param>
/// <param name="Fields">The fields that differ; empty for new and gone rows.</param>
public sealed record RowChange(
    RowState State,
    RowKind Kind,
    ExistingRow? Existing,
    ReadRow? Read,
    IReadOnlyList<FieldChange> Fields
)
{
    /// <summary>Somebody moved it here, and the document moved it as well, to another place: a person must choose.</summary>
    public bool MovedHereToo { get; init; }

    /// <summary>True when a person must choose before the import can be saved.</summary>
    public bool NeedsChoice => MovedHereToo || Fields.Any(change => change.State == FieldState.Choose);
}

namespace Trellis.Plans.Import;

/// <summary>The rows of a plan that an import compares.</summary>
public enum RowKind
{
    Priority,
    Objective,
    KeyAction,
    Milestone,
    Indicator,
    Risk,
    Challenge,
    Section,
}

/// <summary>A row of a plan as it stands in Trellis.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">What it is.</param>
/// <param name="ParentId">The row it stands under; null for a priority.</param>
/// <param name="Position">Its place among the rows of its kind under the same parent, from 0.</param>
/// <param name="Current">Field by name (see <see cref="PlanFields"/>) as it is now.</param>
/// <param name="AsImported">The same as the last import left it; empty for a row made by hand.</param>
public sealed record ExistingRow(
    Guid Id,
    RowKind Kind,
    Guid? ParentId,
    int Position,
    IReadOnlyDictionary<string, string> Current,
    IReadOnlyDictionary<string, string> AsImported
)
{
    /// <summary>Where the last document had it; null for a row made by hand. Somebody may have moved it here since.</summary>
    public ImportedPlace? Imported { get; init; }

    /// <summary>The row under which a document is expected to have it: a move made here does not make it another row.</summary>
    public Guid? DocumentParentId => Imported is { } place ? place.ParentId : ParentId;

    public bool IsMovedHere => ParentId != DocumentParentId;

    /// <summary>Its place there among the rows of its kind.</summary>
    public int DocumentPosition => Imported is { } place ? place.Position : Position;
}

/// <summary>A place in a document that was imported: under which row of the plan, and the how-manieth of its kind there.</summary>
public readonly record struct ImportedPlace(Guid? ParentId, int Position);

/// <summary>The names of the fields that an import fills; the first of a kind is the text by which its rows are known.</summary>
public static class PlanFields
{
    public const string Text = "text";
    public const string Due = "due";
    public const string Departments = "departments";
    public const string Owners = "owners";
    public const string Progress = "progress";
    public const string LeadMember = "leadMember";
    public const string LeadOfficer = "leadOfficer";
    public const string Reviewers = "reviewers";
    public const string Type = "type";
    public const string Level = "level";
    public const string PlanYear = "planYear";
    public const string Objective = "objective";
    public const string Body = "body";
    public const string Group = "group";
    public const string Description = "description";
    public const string State = "state";
    public const string CompletedOn = "completedOn";
    public const string FirstDue = "firstDue";
    public const string Forecast = "forecast";
    public const string Why = "why";
    public const string Commentary = "commentary";
    public const string CommentaryOn = "commentaryOn";
}

/// <summary>A row of a new reading in the same neutral form.</summary>
/// <param name="Place">Its place in the reading's tree.</param>
/// <param name="Kind">What it is.</param>
/// <param name="ParentPlace">The place of the row it stands under; null for a priority.</param>
/// <param name="Position">Its place among the rows of its kind under the same parent, from 0.</param>
/// <param name="Fields">Field by name.</param>
/// <param name="Lines">The lines it was read from.</param>
public sealed record ReadRow(
    string Place,
    RowKind Kind,
    string? ParentPlace,
    int Position,
    IReadOnlyDictionary<string, string> Fields,
    IReadOnlyList<int> Lines
);

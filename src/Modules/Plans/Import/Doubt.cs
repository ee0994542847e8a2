namespace Trellis.Plans.Import;

/// <summary>What about a document is doubtful.</summary>
public enum DoubtKind
{
    /// <summary>The cells of a row stand in the wrong columns.</summary>
    RowMoved,

    /// <summary>One row may have been broken over two lines or pages.</summary>
    RowBroken,

    /// <summary>The spaces of a row do not say which of its cells are empty.</summary>
    RowSpacing,

    /// <summary>A row does not have what its columns ask for.</summary>
    RowUnclear,

    /// <summary>A paragraph stands between the rows of a table.</summary>
    TextInTable,

    /// <summary>A table has no heads, or heads that are not known.</summary>
    Columns,

    /// <summary>A deadline is empty: there may be none, or it may be that of a merged cell above.</summary>
    BlankDeadline,

    /// <summary>A deadline is neither a date nor a month nor "Ongoing".</summary>
    UnclearDeadline,

    /// <summary>A cell is empty that is filled in the other rows of its kind.</summary>
    BlankCell,

    /// <summary>The departments of an objective differ between two tables.</summary>
    Departments,

    /// <summary>The officers of an objective differ between two tables.</summary>
    Officers,

    /// <summary>The owner is a group: one person must be accountable.</summary>
    GroupOwner,

    /// <summary>Two abbreviations differ only in the order of two letters.</summary>
    Abbreviation,

    /// <summary>A sentence breaks off and the next paragraph may continue it.</summary>
    BrokenSentence,

    /// <summary>A progress word that the key does not explain.</summary>
    Progress,

    /// <summary>A part of the plan has no heading that says what it is.</summary>
    Heading,

    /// <summary>A comma may stand between two owners or within the name of one post.</summary>
    OwnerComma,

    /// <summary>Words or a date of our own paper, changed by hand, that say no state of a milestone.</summary>
    MilestoneState,
}

/// <summary>One reading of a doubtful place.</summary>
/// <param name="Key">What an answer names; stable.</param>
/// <param name="Consequence">What the plan will hold when this is chosen, in words.</param>
public sealed record DoubtOption(string Key, string Consequence);

/// <summary>A place that can be read in more than one way; a person chooses before anything is saved.</summary>
/// <param name="Id">Stable across readings of the same file: the kind and the line.</param>
/// <param name="Kind">What is doubtful.</param>
/// <param name="Lines">The lines in question first, then the lines whose place in the plan hangs on the answer; rising, without repeats.</param>
/// <param name="Question">The question in plain English.</param>
/// <param name="Options">At least two readings.</param>
/// <param name="Proposed">The key of the reading that is used until somebody chooses.</param>
/// <param name="AllowsText">True when an answer may also be free text (a date, a name).</param>
/// <param name="Answer">The answer that this reading used; null when none was given.</param>
public sealed record Doubt(
    string Id,
    DoubtKind Kind,
    IReadOnlyList<int> Lines,
    string Question,
    IReadOnlyList<DoubtOption> Options,
    string Proposed,
    bool AllowsText,
    string? Answer
)
{
    /// <summary>True when a person has chosen.</summary>
    public bool IsSettled => Answer is not null;
}

namespace Trellis.Plans.Import;

/// <summary>What became of one line that is not empty.</summary>
public enum LineKind
{
    /// <summary>Nothing: the reason says why.</summary>
    LeftOver,

    PriorityHeading,
    PriorityTitle,
    Leads,
    Description,
    ChallengesHeading,
    ChallengesIntroduction,
    Challenge,
    SectionHeading,
    Narrative,
    NarrativeIndicator,
    RisksHeading,
    Risk,
    ProgressKey,
    ProgressState,
    ActionsHeading,
    ActionRow,
    IndicatorsHeading,
    IndicatorRow,

    /// <summary>The heads of a table, or the rule under them.</summary>
    Columns,

    /// <summary>A paragraph kept as it stands: an introduction or a note.</summary>
    FreeText,
}

/// <summary>The account of one line that is not empty.</summary>
/// <param name="Line">1-based, as <see cref="Tables.SourcePosition.Line"/>.</param>
/// <param name="Where">The same in words.</param>
/// <param name="Text">The line as a reader sees it.</param>
/// <param name="Kind">What it became.</param>
/// <param name="Place">The place in the tree that holds it, such as "priority-1/objective-2/action-1/milestone-3"; "" when left over.</param>
/// <param name="Reason">Why it was left over; null when it was not.</param>
public sealed record LineAccount(int Line, string Where, string Text, LineKind Kind, string Place, string? Reason)
{
    /// <summary>True when the line is in the plan.</summary>
    public bool IsMapped => Kind != LineKind.LeftOver;
}

namespace Trellis.Plans.Import;

/// <summary>Anything read from a document: where it is in the tree and which lines it came from.</summary>
public abstract class ReadItem
{
    /// <summary>The path in the tree, such as "priority-1/objective-2". It is the item's identity: two items may have one text.</summary>
    public string Place { get; internal set; } = "";

    /// <summary>The lines it was read from, rising.</summary>
    public List<int> Lines { get; internal set; } = [];
}

/// <summary>A priority, theme or strand: the first level of a plan.</summary>
public sealed class ReadPriority : ReadItem
{
    /// <summary>Its number in the document; null when it has none.</summary>
    public int? Number { get; internal set; }

    public string Title { get; internal set; } = "";

    /// <summary>What the title sets out to do, one by one.</summary>
    public List<string> Aims { get; } = [];

    public string LeadMember { get; internal set; } = "";
    public string LeadOfficer { get; internal set; } = "";
    public List<ReadParagraph> Description { get; } = [];
    public List<ReadChallenge> Challenges { get; } = [];
    public List<ReadSection> Sections { get; } = [];

    /// <summary>Indicators named in the narrative.</summary>
    public List<ReadNarrativeIndicator> NarrativeIndicators { get; } = [];

    public List<ReadRisk> Risks { get; } = [];

    /// <summary>The states of overall progress, in the order of the document's key.</summary>
    public List<ReadProgressState> ProgressStates { get; } = [];

    public List<ReadObjective> Objectives { get; } = [];

    /// <summary>Key actions that stand under no objective.</summary>
    public List<ReadKeyAction> Actions { get; } = [];

    public List<ReadIndicator> Indicators { get; } = [];

    /// <summary>What indicators and risks hang on besides what they are told under.</summary>
    public List<ReadAgain> NamedAgain { get; } = [];

    /// <summary>Headings, introductions and notes that belong to no other item.</summary>
    public List<ReadParagraph> FreeText { get; } = [];
}

/// <summary>A paragraph kept in Markdown.</summary>
public sealed class ReadParagraph : ReadItem
{
    public string Markdown { get; internal set; } = "";
}

/// <summary>A challenge of a plan year.</summary>
public sealed class ReadChallenge : ReadItem
{
    /// <summary>As written: "2014/15"; "" when the heading names none.</summary>
    public string PlanYear { get; internal set; } = "";

    public string Text { get; internal set; } = "";

    /// <summary>The place of the challenge that this one is nested under; null for an outer one.</summary>
    public string? Parent { get; internal set; }

    /// <summary>The objective that answers it, or several with <see cref="PaperMark.Between"/> in between; "" when the document does not say.</summary>
    public string AnsweredBy { get; internal set; } = "";
}

/// <summary>A part of the narrative under its own heading.</summary>
public sealed class ReadSection : ReadItem
{
    public string Heading { get; internal set; } = "";

    /// <summary>The heading that this one stands under, such as "Current Activity"; "" when none.</summary>
    public string Group { get; internal set; } = "";

    /// <summary>Who writes it; "" when the document does not say.</summary>
    public string Owner { get; internal set; } = "";

    public List<ReadParagraph> Body { get; } = [];
}

/// <summary>An indicator that the narrative names.</summary>
public sealed class ReadNarrativeIndicator : ReadItem
{
    public string Text { get; internal set; } = "";

    /// <summary>The place of the section that names it.</summary>
    public string Section { get; internal set; } = "";

    internal ReadHolder Holder => new(RowKind.Section, Section);
}

/// <summary>What an indicator or risk hangs on.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">An objective's title, an action's label (see <see cref="PaperMark.Labels"/>), a section's place; "" for the priority.</param>
public sealed record ReadHolder(RowKind Kind, string Name);

/// <summary>An indicator or risk that is told elsewhere in the document, and hangs on this as well.</summary>
/// <param name="Kind">Indicator or risk.</param>
/// <param name="Text">Its text, as it stands where it is told.</param>
/// <param name="Holder">What it hangs on, in the priority that names it.</param>
public sealed record ReadAgain(RowKind Kind, string Text, ReadHolder Holder);

/// <summary>A risk.</summary>
public sealed class ReadRisk : ReadItem
{
    public string Name { get; internal set; } = "";
    public string Type { get; internal set; } = "";
    public string Level { get; internal set; } = "";

    /// <summary>The objective that it threatens; "" when it is the priority's.</summary>
    public string Objective { get; internal set; } = "";

    internal ReadHolder Holder => new(Objective.Length > 0 ? RowKind.Objective : RowKind.Priority, Objective);
}

/// <summary>A state of overall progress, as the document's key explains it.</summary>
public sealed class ReadProgressState : ReadItem
{
    public string Text { get; internal set; } = "";

    /// <summary>The sign that stands for it; null when it was lost.</summary>
    public string? Symbol { get; internal set; }
}

/// <summary>Overall progress of a key action.</summary>
/// <param name="State">The index in <see cref="ReadPriority.ProgressStates"/>, from 0; null when not stated (never taken as on track).</param>
/// <param name="Written">What stood in the cell: a word, "red shading", a picture's name; "" when blank.</param>
public sealed record ReadProgress(int? State, string Written)
{
    /// <summary>Nothing in the cell.</summary>
    public static ReadProgress NotStated { get; } = new(null, "");
}

/// <summary>An objective, outcome or theme inside a priority.</summary>
public sealed class ReadObjective : ReadItem
{
    public string Title { get; internal set; } = "";
    public List<ReadKeyAction> Actions { get; } = [];
}

/// <summary>A key action.</summary>
public sealed class ReadKeyAction : ReadItem
{
    public string Title { get; internal set; } = "";
    public string DepartmentText { get; internal set; } = "";
    public IReadOnlyList<string> Departments { get; internal set; } = [];
    public string OwnerText { get; internal set; } = "";

    /// <summary>The owners in their order; the first is proposed as accountable.</summary>
    public IReadOnlyList<ReadOwner> Owners { get; internal set; } = [];

    public ReadProgress Progress { get; internal set; } = ReadProgress.NotStated;

    /// <summary>Why it goes so; "" when the document does not say.</summary>
    public string Why { get; internal set; } = "";

    /// <summary>What its officer says of it.</summary>
    public List<ReadParagraph> Commentary { get; } = [];

    /// <summary>The day on which they said it; null when the document does not say.</summary>
    public DateOnly? CommentaryOn { get; internal set; }

    /// <summary>The plan that the action delivers, when its title says so; null otherwise.</summary>
    public string? DeliversPlan { get; internal set; }

    public List<ReadMilestone> Milestones { get; } = [];
}

/// <summary>A person or group named as owner.</summary>
/// <param name="Name">As written.</param>
/// <param name="Accountable">True for the one who is proposed (or chosen) as accountable.</param>
/// <param name="IsGroup">True for a group such as "All managers".</param>
public sealed record ReadOwner(string Name, bool Accountable, bool IsGroup);

/// <summary>A milestone.</summary>
public sealed class ReadMilestone : ReadItem
{
    public string Text { get; internal set; } = "";
    public ReadDue Due { get; internal set; } = ReadDue.None;

    /// <summary>How it stands; null when the document does not say.</summary>
    public Lifecycle? State { get; internal set; }

    public DateOnly? CompletedOn { get; internal set; }

    /// <summary>The deadline first promised; null when the document names no other than <see cref="Due"/>.</summary>
    public ReadDue? FirstDue { get; internal set; }

    /// <summary>When it is expected; null when the document does not say.</summary>
    public ReadDue? Forecast { get; internal set; }

    /// <summary>The department in the milestone's own row; "" when it is its action's.</summary>
    public string DepartmentText { get; internal set; } = "";

    /// <summary>The owners in the milestone's own row; "" when they are its action's.</summary>
    public string OwnerText { get; internal set; } = "";

    /// <summary>The forums and bodies that the text names as ways to go ("through A / B / C"), as written.</summary>
    public IReadOnlyList<string> Routes { get; internal set; } = [];
}

/// <summary>A row of the table of indicators.</summary>
public sealed class ReadIndicator : ReadItem
{
    public string Objective { get; internal set; } = "";

    /// <summary>True when an action stands in the place of the objective.</summary>
    public bool IsOfAction { get; internal set; }

    internal ReadHolder Holder => new(IsOfAction ? RowKind.KeyAction : RowKind.Objective, Objective);
    public string Text { get; internal set; } = "";
    public string DepartmentText { get; internal set; } = "";
    public IReadOnlyList<string> Departments { get; internal set; } = [];
    public string OwnerText { get; internal set; } = "";
    public IReadOnlyList<ReadOwner> Owners { get; internal set; } = [];

    /// <summary>The boards that review it.</summary>
    public IReadOnlyList<string> Reviewers { get; internal set; } = [];

    /// <summary>The plan whose whole set of indicators the row means; null when it names an indicator of its own.</summary>
    public string? SetOfPlan { get; internal set; }

    /// <summary>True when the row stands for another plan's whole set.</summary>
    public bool IsSetOfPlan => SetOfPlan is not null;
}

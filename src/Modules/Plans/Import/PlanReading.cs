namespace Trellis.Plans.Import;

/// <summary>A council's document understood as a plan, with an account of every line and the doubts that a person must settle.</summary>
public sealed class PlanReading
{
    internal PlanReading(
        string fileName,
        int linesTotal,
        IReadOnlyList<ReadPriority> priorities,
        IReadOnlyList<LineAccount> account,
        IReadOnlyList<Doubt> doubts
    )
    {
        FileName = fileName;
        LinesTotal = linesTotal;
        Priorities = priorities;
        Account = account;
        Doubts = doubts;
    }

    public string FileName { get; }

    /// <summary>What the plan is called, where the document is a paper of ours.</summary>
    public ReadNames Names { get; internal init; } = ReadNames.None;

    /// <summary>The lines of the file, empty ones too.</summary>
    public int LinesTotal { get; }

    public IReadOnlyList<ReadPriority> Priorities { get; }

    /// <summary>One entry for each line that is not empty, in order.</summary>
    public IReadOnlyList<LineAccount> Account { get; }

    /// <summary>
    /// The document is a table of actions that cannot hold anything else: what it does not name of other kinds is not gone.
    /// </summary>
    public bool IsOfActionsOnly { get; internal init; }

    /// <summary>In the order of their lines.</summary>
    public IReadOnlyList<Doubt> Doubts { get; }

    /// <summary>True when no doubt is left for a person.</summary>
    public bool IsSettled => Doubts.All(doubt => doubt.IsSettled);

    public IEnumerable<ReadObjective> Objectives => Priorities.SelectMany(priority => priority.Objectives);
    public IEnumerable<ReadKeyAction> KeyActions => Priorities.SelectMany(priority => priority.Objectives.SelectMany(objective => objective.Actions).Concat(priority.Actions));
    public IEnumerable<ReadMilestone> Milestones => KeyActions.SelectMany(action => action.Milestones);
    public IEnumerable<ReadIndicator> Indicators => Priorities.SelectMany(priority => priority.Indicators);
    public IEnumerable<ReadRisk> Risks => Priorities.SelectMany(priority => priority.Risks);
    public IEnumerable<ReadChallenge> Challenges => Priorities.SelectMany(priority => priority.Challenges);
    public int LinesMapped => Account.Count(line => line.IsMapped);
    public int LinesLeft => Account.Count - LinesMapped;
}

/// <summary>What a plan is called, and what it calls its levels: "" where a document does not say.</summary>
public sealed record ReadNames(string Title, string Year, string PriorityWord, string ObjectiveWord, string ActionWord, string MilestoneWord)
{
    public static ReadNames None { get; } = new("", "", "", "", "", "");
}

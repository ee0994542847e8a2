using F = Trellis.Plans.Import.PlanFields;

namespace Trellis.Plans.Import;

/// <summary>A reading as neutral rows, parents before children.</summary>
public static class ReadRows
{
    public static IReadOnlyList<ReadRow> Of(PlanReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var rows = new List<ReadRow>();
        for (var i = 0; i < reading.Priorities.Count; i++)
        {
            if (reading.IsOfActionsOnly)
            {
                Add(rows, RowKind.Priority, reading.Priorities[i], null, i, (F.Text, reading.Priorities[i].Title));
            }
            else
            {
                AddText(rows, reading.Priorities[i], i);
            }

            AddActions(rows, reading.Priorities[i]);
            AddIndicators(rows, reading.Priorities[i]);
        }

        // One row a milestone names the action's owners: whether a milestone has others, it does not say.
        return reading.IsOfActionsOnly ? [.. rows.Select(row => row.Kind == RowKind.Milestone ? row with { Fields = row.Fields.Where(f => f.Key is F.Text or F.Due).ToDictionary() } : row)] : rows;
    }

    /// <summary>A deadline as a field: the day as yyyy-MM-dd, the month as yyyy-MM, "Ongoing", the words when unclear, or "".</summary>
    public static string DueField(ReadDue due) =>
        due.Kind switch
        {
            DueKind.Date => due.Date!.Value.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            DueKind.Month => due.Date!.Value.ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture),
            DueKind.Ongoing => "Ongoing",
            DueKind.Unclear => due.Text,
            _ => "",
        };

    /// <summary>A day as a field: yyyy-MM-dd, or "".</summary>
    public static string DayField(DateOnly? day) => day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "";

    private static void AddText(List<ReadRow> rows, ReadPriority priority, int position)
    {
        Add(rows, RowKind.Priority, priority, null, position, (F.Text, priority.Title), (F.LeadMember, priority.LeadMember), (F.LeadOfficer, priority.LeadOfficer), (F.Description, Joined(priority.Description)));
        Each(
            priority.Challenges,
            (item, i) =>
                rows.Add(
                    new ReadRow(
                        item.Place,
                        RowKind.Challenge,
                        item.Parent ?? priority.Place,
                        i,
                        new Dictionary<string, string> { [F.Text] = item.Text, [F.PlanYear] = item.PlanYear },
                        item.Lines
                    )
                )
        );
        Each(priority.Sections, (item, i) => Add(rows, RowKind.Section, item, priority, i, [(F.Text, item.Heading), (F.Group, item.Group), (F.Body, Joined(item.Body)), .. Said((F.Owners, item.Owner))]));
        AddOtherText(rows, priority);
        Each(priority.NarrativeIndicators, (item, i) => rows.Add(new ReadRow(item.Place, RowKind.Indicator, item.Section, i, new Dictionary<string, string> { [F.Text] = item.Text }, item.Lines)));
        Each(priority.Risks, (item, i) => Add(rows, RowKind.Risk, item, priority, i, (F.Text, item.Name), (F.Type, item.Type), (F.Level, item.Level)));
    }

    private static void AddActions(List<ReadRow> rows, ReadPriority priority)
    {
        Each(priority.Objectives, (item, i) => Add(rows, item, priority, i));
        Add(rows, priority.Actions, priority, priority);
    }

    private static void AddIndicators(List<ReadRow> rows, ReadPriority priority) =>
        Each(
            priority.Indicators,
            (item, i) =>
                Add(
                    rows,
                    RowKind.Indicator,
                    item,
                    priority,
                    i,
                    (F.Text, item.Text),
                    (F.Objective, item.Objective),
                    (F.Departments, item.DepartmentText),
                    (F.Owners, item.OwnerText),
                    (F.Reviewers, string.Join(" / ", item.Reviewers))
                )
        );

    /// <summary>Headings, introductions and notes that belong nowhere else are kept as a section of their own: nothing of the document is lost.</summary>
    private static void AddOtherText(List<ReadRow> rows, ReadPriority priority)
    {
        if (priority.FreeText.Count > 0)
        {
            rows.Add(
                new ReadRow(
                    priority.Place + OtherText,
                    RowKind.Section,
                    priority.Place,
                    priority.Sections.Count,
                    new Dictionary<string, string> { [F.Text] = "Other text of the document", [F.Group] = "", [F.Body] = Joined(priority.FreeText) },
                    [.. priority.FreeText.SelectMany(paragraph => paragraph.Lines)]
                )
            );
        }
    }

    /// <summary>The end of the place of the section that keeps a priority's other text.</summary>
    public const string OtherText = "/other-text";

    /// <summary>Paragraphs as one text: a blank line between them, none between the bullets of one list.</summary>
    private static string Joined(List<ReadParagraph> paragraphs)
    {
        var text = new System.Text.StringBuilder();
        for (var i = 0; i < paragraphs.Count; i++)
        {
            var isNextBullet = i > 0 && IsBullet(paragraphs[i - 1]) && IsBullet(paragraphs[i]);
            text.Append(i == 0 ? "" : isNextBullet ? "\n" : "\n\n").Append(paragraphs[i].Markdown.TrimEnd());
        }

        return text.ToString();

        static bool IsBullet(ReadParagraph paragraph) => paragraph.Markdown.TrimStart().StartsWith("- ", StringComparison.Ordinal);
    }

    private static void Add(List<ReadRow> rows, ReadObjective objective, ReadPriority priority, int position)
    {
        Add(rows, RowKind.Objective, objective, priority, position, (F.Text, objective.Title));
        Add(rows, objective.Actions, objective, priority);
    }

    private static void Add(List<ReadRow> rows, List<ReadKeyAction> actions, ReadItem parent, ReadPriority priority) =>
        Each(
            actions,
            (action, i) =>
            {
                var progress =
                    action.Progress.State is { } state && state < priority.ProgressStates.Count
                        ? priority.ProgressStates[state].Text
                        : "";
                Add(
                    rows,
                    RowKind.KeyAction,
                    action,
                    parent,
                    i,
                    [
                        (F.Text, action.Title),
                        (F.Departments, action.DepartmentText),
                        (F.Owners, action.OwnerText),
                        (F.Progress, progress),
                        .. Said((F.Why, action.Why), (F.Commentary, Joined(action.Commentary)), (F.CommentaryOn, DayField(action.CommentaryOn))),
                    ]
                );
                Each(
                    action.Milestones,
                    (milestone, j) =>
                        Add(
                            rows,
                            RowKind.Milestone,
                            milestone,
                            action,
                            j,
                            [
                                (F.Text, milestone.Text),
                                (F.Due, DueField(milestone.Due)),
                                (F.Departments, milestone.DepartmentText),
                                (F.Owners, milestone.OwnerText),
                                .. StateOf(milestone),
                            ]
                        )
                );
            }
        );

    /// <summary>Who says how a milestone stands says too whether it is complete since a day.</summary>
    private static IEnumerable<(string Name, string Value)> StateOf(ReadMilestone milestone) =>
    [
        .. milestone.State is { } state ? [(F.State, LifecycleWords.Of(state)), (F.CompletedOn, DayField(milestone.CompletedOn))] : Array.Empty<(string, string)>(),
        .. Said((F.FirstDue, DueField(milestone.FirstDue ?? ReadDue.None)), (F.Forecast, DueField(milestone.Forecast ?? ReadDue.None))),
    ];

    /// <summary>Those of the fields of which a document says something: where it is silent, the plan stays as it is.</summary>
    private static IEnumerable<(string Name, string Value)> Said(params (string Name, string Value)[] fields) => fields.Where(field => field.Value.Length > 0);

    private static void Add(
        List<ReadRow> rows,
        RowKind kind,
        ReadItem item,
        ReadItem? parent,
        int position,
        params (string Name, string Value)[] fields
    ) =>
        rows.Add(
            new ReadRow(
                item.Place,
                kind,
                parent?.Place,
                position,
                fields.ToDictionary(field => field.Name, field => field.Value),
                item.Lines
            )
        );

    private static void Each<T>(List<T> items, Action<T, int> add)
    {
        for (var i = 0; i < items.Count; i++)
        {
            add(items[i], i);
        }
    }
}

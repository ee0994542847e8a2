namespace Trellis.Plans.Import;

/// <summary>The officers and departments of an objective's key actions against those of its indicators.</summary>
internal static class TablesCompared
{
    public static void Ask(ReadPriority priority, DoubtBook doubts)
    {
        var objectives = priority.Objectives.ToLookup(objective => Words.Plain(objective.Title));
        foreach (var indicator in priority.Indicators)
        {
            var actions = objectives[Words.Plain(indicator.Objective)].SelectMany(objective => objective.Actions).ToList();
            AskOfficers(indicator, [.. actions.Where(action => OfficersDiffer(action, indicator))], doubts);
            AskDepartments(indicator, [.. actions.Where(action => Differ(action.Departments, indicator.Departments))], doubts);
        }
    }

    private static void AskOfficers(ReadIndicator indicator, List<ReadKeyAction> actions, DoubtBook doubts)
    {
        var answer = Ask(
            DoubtKind.Officers,
            "officers",
            indicator,
            actions,
            action => action.OwnerText,
            indicator.OwnerText,
            doubts
        );
        if (answer == "actions")
        {
            (indicator.OwnerText, indicator.Owners) = (actions[0].OwnerText, actions[0].Owners);
        }
        else if (answer == "indicators")
        {
            actions.ForEach(action => (action.OwnerText, action.Owners) = (indicator.OwnerText, indicator.Owners));
        }
    }

    private static void AskDepartments(ReadIndicator indicator, List<ReadKeyAction> actions, DoubtBook doubts)
    {
        var answer = Ask(
            DoubtKind.Departments,
            "department",
            indicator,
            actions,
            action => action.DepartmentText,
            indicator.DepartmentText,
            doubts
        );
        if (answer == "actions")
        {
            (indicator.DepartmentText, indicator.Departments) = (actions[0].DepartmentText, actions[0].Departments);
        }
        else if (answer == "indicators")
        {
            actions.ForEach(action =>
                (action.DepartmentText, action.Departments) = (indicator.DepartmentText, indicator.Departments)
            );
        }
    }

    private static string Ask(
        DoubtKind kind,
        string what,
        ReadIndicator indicator,
        List<ReadKeyAction> actions,
        Func<ReadKeyAction, string> textOf,
        string text,
        DoubtBook doubts
    )
    {
        if (actions.Count == 0)
        {
            return "both";
        }

        var written = string.Join(", ", actions.Select(action => $"“{textOf(action)}”").Distinct());
        return doubts.Ask(
            kind,
            [.. actions.SelectMany(action => action.Lines), .. indicator.Lines],
            $"For “{indicator.Objective}”, the key actions name the {what} {written} and the indicators “{text}”. Which is right?",
            [
                new DoubtOption("both", $"Each keeps the {what} of its own row."),
                new DoubtOption("actions", $"The indicators get “{textOf(actions[0])}”."),
                new DoubtOption("indicators", $"The key actions get “{text}”."),
            ],
            "both"
        );
    }

    /// <summary>Groups are asked about by themselves, and an empty cell has its own doubt.</summary>
    private static bool OfficersDiffer(ReadKeyAction action, ReadIndicator indicator) =>
        !action.Owners.Any(owner => owner.IsGroup)
        && Differ([.. action.Owners.Select(owner => owner.Name)], [.. indicator.Owners.Select(owner => owner.Name)]);

    private static bool Differ(IReadOnlyList<string> names, IReadOnlyList<string> others) =>
        names.Count > 0 && others.Count > 0 && !names.Select(Words.Plain).ToHashSet().SetEquals(others.Select(Words.Plain));
}

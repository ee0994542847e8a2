namespace Trellis.Plans.Import;

/// <summary>The departments of an objective's key actions against those of its indicators.</summary>
internal static class DepartmentsCompared
{
    public static void Ask(ReadPriority priority, DoubtBook doubts)
    {
        var objectives = priority.Objectives.ToLookup(objective => Words.Plain(objective.Title));
        foreach (var indicator in priority.Indicators.Where(indicator => indicator.Departments.Count > 0))
        {
            var actions = objectives[Words.Plain(indicator.Objective)].SelectMany(objective => objective.Actions).Where(action => Differ(action, indicator)).ToList();
            if (actions.Count > 0)
            {
                Ask(indicator, actions, doubts);
            }
        }
    }

    private static void Ask(ReadIndicator indicator, List<ReadKeyAction> actions, DoubtBook doubts)
    {
        var answer = doubts.Ask(
            DoubtKind.Departments,
            [.. actions.SelectMany(action => action.Lines), .. indicator.Lines],
            $"For “{indicator.Objective}”, the key actions name the department “{actions[0].DepartmentText}” and the indicators "
                + $"“{indicator.DepartmentText}”. Which is right?",
            [
                new DoubtOption("both", "Each keeps the department of its own row."),
                new DoubtOption("actions", $"All get “{actions[0].DepartmentText}”."),
                new DoubtOption("indicators", $"All get “{indicator.DepartmentText}”."),
            ],
            "both"
        );
        if (answer == "actions")
        {
            (indicator.DepartmentText, indicator.Departments) = (actions[0].DepartmentText, actions[0].Departments);
        }
        else if (answer == "indicators")
        {
            actions.ForEach(action => (action.DepartmentText, action.Departments) = (indicator.DepartmentText, indicator.Departments));
        }
    }

    private static bool Differ(ReadKeyAction action, ReadIndicator indicator) =>
        action.Departments.Count > 0 && !action.Departments.Select(Words.Plain).ToHashSet().SetEquals(indicator.Departments.Select(Words.Plain));
}

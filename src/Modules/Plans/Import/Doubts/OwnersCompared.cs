namespace Trellis.Plans.Import;

/// <summary>The officers of an objective's key actions against those of its indicators.</summary>
internal static class OwnersCompared
{
    public static void Ask(ReadPriority priority, DoubtBook doubts)
    {
        var objectives = priority.Objectives.ToLookup(objective => Words.Plain(objective.Title));
        foreach (var indicator in priority.Indicators.Where(indicator => indicator.Owners.Count > 0))
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
            DoubtKind.Officers,
            [.. actions.SelectMany(action => action.Lines), .. indicator.Lines],
            $"For “{indicator.Objective}”, the key actions name {string.Join(", ", actions.Select(action => $"“{action.OwnerText}”").Distinct())} "
                + $"and the indicators “{indicator.OwnerText}”. Who owns them?",
            [
                new DoubtOption("both", "Each keeps the officers of its own row."),
                new DoubtOption("actions", $"The indicators get “{actions[0].OwnerText}”."),
                new DoubtOption("indicators", $"The key actions get “{indicator.OwnerText}”."),
            ],
            "both"
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

    /// <summary>Groups are asked about by themselves, and an empty cell has its own doubt.</summary>
    private static bool Differ(ReadKeyAction action, ReadIndicator indicator) =>
        action.Owners.Count > 0 && !action.Owners.Any(owner => owner.IsGroup) && !Names(action.Owners).SetEquals(Names(indicator.Owners));

    private static HashSet<string> Names(IEnumerable<ReadOwner> owners) => [.. owners.Select(owner => Words.Plain(owner.Name))];
}

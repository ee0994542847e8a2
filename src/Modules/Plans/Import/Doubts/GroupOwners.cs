namespace Trellis.Plans.Import;

/// <summary>An action owned by a group needs one person who is accountable.</summary>
internal static class GroupOwners
{
    public static void Ask(ReadPriority priority, DoubtBook doubts)
    {
        foreach (var objective in priority.Objectives)
        {
            foreach (var action in objective.Actions.Where(action => action.Owners.Any(owner => owner.IsGroup)))
            {
                Ask(action, Candidates(priority, objective), doubts);
            }
        }
    }

    private static void Ask(ReadKeyAction action, List<string> candidates, DoubtBook doubts)
    {
        var answer = doubts.Ask(
            DoubtKind.GroupOwner,
            action.Lines,
            $"The key action “{action.Title}” is owned by a group, “{action.OwnerText}”. Who is accountable for it?",
            [
                new DoubtOption("later", "The group contributes; nobody is accountable until somebody is named."),
                .. candidates.Select(name => new DoubtOption(name, $"{name} is accountable; the group contributes.")),
                new DoubtOption("group", "The group itself stays the owner."),
            ],
            "later",
            allowsText: true
        );
        var others = action.Owners.Select(owner => owner with { Accountable = answer == "group" });
        action.Owners = answer is "later" or "group"
            ? [.. others]
            : [new ReadOwner(answer, Accountable: true, IsGroup: false), .. others];
    }

    /// <summary>The people whom the document names for the same objective.</summary>
    private static List<string> Candidates(ReadPriority priority, ReadObjective objective)
    {
        var title = Words.Plain(objective.Title);
        return
        [
            .. objective
                .Actions.SelectMany(action => action.Owners)
                .Concat(
                    priority
                        .Indicators.Where(indicator => Words.Plain(indicator.Objective) == title)
                        .SelectMany(indicator => indicator.Owners)
                )
                .Where(owner => !owner.IsGroup)
                .Select(owner => owner.Name)
                .Distinct(),
        ];
    }
}

using Trellis.Plans.Import;

namespace Trellis.Modules.Tests.Import;

/// <summary>What one line became, as a text that two readings can be compared by: its item with everything it says and stands under.</summary>
internal static class LineTruth
{
    public static Dictionary<int, string> Of(PlanReading reading)
    {
        var items = new Dictionary<string, string>();
        foreach (var priority in reading.Priorities)
        {
            Describe(priority, items);
        }

        return reading.Account.ToDictionary(
            line => line.Line,
            line => PlainOf(line.Kind is LineKind.Columns ? "columns" : $"{line.Kind} {items.GetValueOrDefault(line.Place, "")}")
        );
    }

    private static void Describe(ReadPriority priority, Dictionary<string, string> items)
    {
        foreach (var challenge in priority.Challenges)
        {
            items[challenge.Place] = $"{challenge.PlanYear} {challenge.Text} {challenge.Parent is not null}";
        }

        foreach (var section in priority.Sections)
        {
            section.Body.ForEach(paragraph => items[paragraph.Place] = $"{section.Heading} {paragraph.Markdown}");
        }

        foreach (var risk in priority.Risks)
        {
            items[risk.Place] = $"{risk.Name} | {risk.Type} | {risk.Level}";
        }

        priority.NarrativeIndicators.ForEach(item => items[item.Place] = item.Text);
        priority.ProgressStates.ForEach(item => items[item.Place] = item.Text);
        foreach (var row in priority.Indicators)
        {
            items[row.Place] =
                $"{row.Objective} | {row.Text} | {row.DepartmentText} | {row.OwnerText} | {string.Join(" + ", row.Reviewers)}";
        }

        foreach (var objective in priority.Objectives)
        {
            objective.Actions.ForEach(action => Describe(objective, action, items));
        }
    }

    private static void Describe(ReadObjective objective, ReadKeyAction action, Dictionary<string, string> items)
    {
        items[action.Place] = $"action {action.Title}";
        for (var i = 0; i < action.Milestones.Count; i++)
        {
            var milestone = action.Milestones[i];
            var owner =
                i == 0
                    ? $"{action.DepartmentText} | {action.OwnerText} | {action.Progress}"
                    : $"{milestone.DepartmentText} | {milestone.OwnerText}";
            items[milestone.Place] =
                $"{objective.Title} | {action.Title} | {milestone.Text} | {milestone.Due.Kind} {milestone.Due.Date} | {owner}";
        }
    }

    /// <summary>Typing of quotes, dashes and spaces is no difference.</summary>
    private static string PlainOf(string text)
    {
        var letters = text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant);
        return string.Concat(letters);
    }
}

using System.Globalization;
using System.Text;

namespace Trellis.Modules.Tests.Import;

/// <summary>A plan far larger than a council's, as text: each priority with its actions, each action with its milestones.</summary>
public static class BigPlan
{
    public static string Text(int priorities = 50, int actions = 2_000, int milestones = 10_000)
    {
        var text = new StringBuilder();
        for (var priority = 1; priority <= priorities; priority++)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"PRIORITY {priority}\n\nMake place number {priority} better\n\nLead Member / Lead Officer - Cllr Ann Example & Bo Sample\n\n"
            );
            text.Append(
                CultureInfo.InvariantCulture,
                $"Priority {priority} Key Actions\n\nObjective\tKey Action\tMilestones\tDeadline\tDept\tLead Officer\tOverall Progress\n"
            );
            AddActions(text, priority, actions / priorities, milestones / actions);
            text.Append('\n');
        }

        return text.ToString();
    }

    private static void AddActions(StringBuilder text, int priority, int actions, int milestones)
    {
        for (var action = 0; action < actions; action++)
        {
            for (var milestone = 0; milestone < milestones; milestone++)
            {
                var objective = action % 5 == 0 && milestone == 0 ? $"Objective {action / 5} of place {priority}" : "";
                var title = milestone == 0 ? $"Work on part {action} of place {priority}" : "";
                var owner = milestone == 0 ? "CS\tAnn Example / Bo Sample" : "\t";
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"{objective}\t{title}\tFinish step {milestone} of part {action}\t{Month(milestone)} 2030\t{owner}\t\n"
                );
            }
        }
    }

    private static string Month(int number) => CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedMonthNames[number % 12];
}

using System.Globalization;
using System.Text;
using Trellis.Plans;
using Trellis.Plans.Reporting;

namespace Trellis.Bench;

/// <summary>A plan as the text that a council's own document gives: a heading for each priority, its key of progress, one table.</summary>
internal static class CouncilDocument
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");
    private static readonly string[] States = ["On track", "Not on track but being managed", "Not on track and needs support", ""];

    /// <param name="isComplete">Whether actions have owners and progress its words; otherwise nearly each row leaves something to ask.</param>
    public static byte[] Of(PlanTree tree, bool isComplete)
    {
        var text = new StringBuilder();
        var actions = 0;
        foreach (var priority in tree.Priorities.Cast<Priority>())
        {
            text.Append(British, $"PRIORITY {priority.Number}\n\n{priority.Title}\n\nLead Member / Lead Officer - Cllr Ann Example & Bo Sample\n\n");
            text.Append(British, $"Priority {priority.Number} Key Actions\n\nKey – Overall Progress:\n\n{string.Join("\n\n", States[..3])}\n\n");
            text.Append("Objective\tKey Action\tMilestones\tDeadline\tDept\tLead Officer\tOverall Progress\n");
            foreach (var objective in tree.Below<Objective>(priority))
            {
                var named = objective.Title;
                foreach (var action in tree.Below<KeyAction>(objective))
                {
                    var owned = isComplete ? $"{tree.Names.Departments(action)}\t{tree.Names.Owners(action)}\t{States[actions++ % States.Length]}" : "\t\tIn hand";
                    var title = action.Title;
                    foreach (var milestone in tree.Below<Milestone>(action))
                    {
                        text.Append(British, $"{named}\t{title}\t{milestone.Title}\t{(milestone.CurrentDue == Due.None ? "" : milestone.CurrentDue)}\t{owned}\n");
                        (named, title, owned) = ("", "", isComplete ? "\t\t" : "\t\tIn hand");
                    }
                }
            }

            text.Append('\n');
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}

using Trellis.Plans.Import;

namespace Trellis.Plans.Importing;

/// <summary>The items of a reading by their place in its tree, parents before children.</summary>
internal static class ReadItems
{
    public static Dictionary<string, ReadItem> ByPlace(PlanReading reading)
    {
        var items = new Dictionary<string, ReadItem>(StringComparer.Ordinal);
        foreach (var priority in reading.Priorities)
        {
            Add(priority);
            priority.Challenges.ForEach(Add);
            priority.Sections.ForEach(Add);
            priority.NarrativeIndicators.ForEach(Add);
            priority.Risks.ForEach(Add);
            foreach (var objective in priority.Objectives)
            {
                Add(objective);
                AddActions(objective.Actions);
            }

            AddActions(priority.Actions);

            priority.Indicators.ForEach(Add);
        }

        return items;

        void AddActions(List<ReadKeyAction> actions)
        {
            foreach (var action in actions)
            {
                Add(action);
                action.Milestones.ForEach(Add);
            }
        }

        void Add(ReadItem item) => items[item.Place] = item;
    }
}

/// <summary>The two answers to "whose words stand?"</summary>
public static class ImportChoice
{
    public const string Document = "document";
    public const string Trellis = "trellis";
}

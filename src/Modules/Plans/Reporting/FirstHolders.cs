using Trellis.Kernel.Things;

namespace Trellis.Plans.Reporting;

/// <summary>
/// Under which item each indicator and risk of a plan is told, of all those that it hangs on: the highest kind, and of that the
/// first. A paper tells it there and only names it elsewhere, and an import looks for it there.
/// </summary>
public sealed class FirstHolders
{
    private readonly Dictionary<Guid, Guid> _holders;

    /// <param name="items">In the order of the plan.</param>
    public FirstHolders(IEnumerable<PlanItem> items, IEnumerable<Link> links)
    {
        var places = items.Select((item, i) => (item.Id, Place: (Rank(item), i))).ToDictionary(p => p.Id, p => p.Place);
        _holders = links.Where(l => l.Kind is LinkKind.MeasuredBy or LinkKind.Threatened && places.ContainsKey(l.FromId))
            .GroupBy(l => l.ToId).ToDictionary(g => g.Key, g => g.MinBy(l => places[l.FromId])!.FromId);
    }

    public bool IsFirst(Guid holder, Guid indicatorOrRisk) => _holders.GetValueOrDefault(indicatorOrRisk) == holder;

    private static int Rank(PlanItem item) => item switch
    {
        Priority => 0,
        Objective => 1,
        KeyAction => 2,
        _ => 3,
    };
}

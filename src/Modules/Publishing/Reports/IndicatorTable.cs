using Trellis.Measures;
using Trellis.Papers;
using Trellis.Plans;
using Trellis.Plans.Import;

namespace Trellis.Publishing.Reports;

/// <summary>The table of a priority's indicators, by the objective that each one judges.</summary>
internal sealed class IndicatorTable(ReportSource source, Priority priority)
{
    public IEnumerable<PaperBlock> Blocks()
    {
        var shown = new HashSet<Guid>();
        var rows = new List<PaperRow>();
        foreach (var objective in source.Tree.Below<Objective>(priority))
        {
            rows.AddRange(source.Indicators(objective).Where(i => shown.Add(i.Id)).Select(i => Row(i, objective.Title) with { Mark = PaperMark.Indicator }));
        }

        // An import knows indicators of objectives and of sections: those of an action alone are shown, and not read again.
        foreach (var action in source.Tree.WithBelow(priority).OfType<KeyAction>())
        {
            rows.AddRange(source.Indicators(action).Where(i => shown.Add(i.Id)).Select(i => Row(i, action.Title, areAsides: true) with { Mark = Marks.Aside }));
        }

        return rows.Count == 0
            ? []
            :
            [
                new HeadingBlock(3, "Performance indicators") { Mark = Marks.Aside },
                new TableBlock(
                    "Performance indicators and who reviews them",
                    [new(source.Plan.ObjectiveWord, 2), new("Performance indicator", 3), new("Dept", 1), new("Lead officer", 1.6), new("Reviewed by", 2)], rows) { Mark = Marks.Aside },
            ];
    }

    private PaperRow Row(Indicator indicator, string of, bool areAsides = false)
    {
        var names = source.Tree.Names;
        var owners = ActionTable.OwnersCell(Join(indicator.LeadOfficerId, indicator.OtherOfficerIds), indicator.LeadOfficerId is not null);
        return new PaperRow(
        [
            PaperCell.Head(of), PaperCell.Of(indicator.Title), PaperCell.Of(Join(indicator.DepartmentId, indicator.OtherDepartmentIds)),
            areAsides ? PaperCell.Of(Join(indicator.LeadOfficerId, indicator.OtherOfficerIds)) : owners, PaperCell.Of(string.Join(PaperMark.Between, source.Reviewers(indicator))),
        ]);

        string Join(Guid? first, IEnumerable<Guid> others) =>
            string.Join(PaperMark.Between, others.Prepend(first ?? Guid.Empty).Where(id => id != Guid.Empty).Select(id => names.Any(id)).OfType<string>());
    }
}

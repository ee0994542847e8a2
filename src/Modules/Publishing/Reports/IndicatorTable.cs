using Trellis.Measures;
using Trellis.Papers;
using Trellis.Plans;
using Trellis.Plans.Import;
using Trellis.Plans.Reporting;

namespace Trellis.Publishing.Reports;

/// <summary>The table of a priority's indicators, by the objective or action that each one judges.</summary>
internal sealed class IndicatorTable(ReportSource source, Priority priority, FirstHolders told)
{
    public IEnumerable<PaperBlock> Blocks()
    {
        var actions = source.Tree.Actions(priority).ToList();
        List<PaperRow> rows =
        [
            .. source.Tree.Below<Objective>(priority).SelectMany(o => source.Indicators(o).Select(i => Row(i, o, o.Title, PaperMark.Indicator))),
            .. actions.Zip(PaperMark.Labels(actions.Select(a => a.Title))).SelectMany(a => source.Indicators(a.First).Select(i => Row(i, a.First, a.Second, PaperMark.IndicatorOfAction))),
        ];
        return rows.Count == 0
            ? []
            :
            [
                new HeadingBlock(3, "Performance indicators") { Mark = Marks.Aside },
                new TableBlock(
                    "Performance indicators and who reviews them",
                    [new(source.Plan.ObjectiveWord, 2), new("Performance indicator", 3), new("Dept", 1), new("Lead officer", 1.6), new("Reviewed by", 2)], rows) { Mark = Marks.Aside },
                .. Standing(),
            ];
    }

    /// <summary>What the public figures of each objective's indicators show: nothing else of them goes into a report.</summary>
    private IEnumerable<PaperBlock> Standing()
    {
        List<PaperRow> rows =
        [
            .. source.Tree.WithBelow(priority).SelectMany(item => source.Indicators(item).Where(i => source.Findings.ContainsKey(i.Id)).Select(i => new PaperRow(
            [
                PaperCell.Head(i.Title), PaperCell.Of(item.Title), PaperCell.Of(source.Findings[i.Id]), PaperCell.Of(string.Join(PaperMark.Between, source.Reviewers(i))),
            ]))),
        ];
        return rows.Count == 0 ? [] : [new TableBlock("How they stand", [new("Indicator", 2.5), new("What it measures", 2), new("What its figures show", 4), new("Reviewed by", 1.5)], rows) { Mark = Marks.Aside }];
    }

    private PaperRow Row(Indicator indicator, PlanItem holder, string of, string mark)
    {
        var names = source.Tree.Names;
        var owners = ActionTable.OwnersCell(Join(indicator.LeadOfficerId, indicator.OtherOfficerIds), indicator.LeadOfficerId is not null);
        return new PaperRow(
        [
            PaperCell.Head(of), PaperCell.Of(indicator.Title), PaperCell.Of(Join(indicator.DepartmentId, indicator.OtherDepartmentIds)),
            owners, PaperCell.Of(string.Join(PaperMark.Between, source.Reviewers(indicator))),
        ]) { Mark = told.IsFirst(holder.Id, indicator.Id) ? mark : PaperMark.Again(mark) };

        string Join(Guid? first, IEnumerable<Guid> others) =>
            string.Join(PaperMark.Between, others.Prepend(first ?? Guid.Empty).Where(id => id != Guid.Empty).Select(id => names.Any(id)).OfType<string>());
    }
}

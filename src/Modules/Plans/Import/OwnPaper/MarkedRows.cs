using Trellis.Tables;

namespace Trellis.Plans.Import;

/// <summary>The rows of a paper's tables: the mark says which table it is, and its columns stand in the order that the mark promises.</summary>
internal sealed class MarkedRows(ReadPriority priority, LineLedger ledger, DoubtBook doubts)
{
    private static readonly ColumnMap Actions = new([ColumnRole.Objective, ColumnRole.Action, ColumnRole.Milestone, ColumnRole.Due, ColumnRole.Department, ColumnRole.Officer, ColumnRole.Progress]);
    private ReadObjective? objective;
    private ReadKeyAction? action;

    /// <summary>False for a row that is none of the plan's.</summary>
    public bool Take(SourceRow row, string? mark)
    {
        var cells = row.Cells;
        var isAgain = PaperMark.IsAgain(mark, out var once);
        switch (once)
        {
            case PaperMark.Risk or PaperMark.RiskOfObjective when cells.Count == 3:
                TakeRisk(row, once, isAgain);
                return true;
            case PaperMark.Indicator or PaperMark.IndicatorOfAction when cells.Count == 5:
                TakeIndicator(row, once == PaperMark.IndicatorOfAction, isAgain);
                return true;
            case PaperMark.Action when cells.Count == Actions.Count:
                TakeAction(row);
                return true;
            default:
                return false;
        }
    }

    private void TakeRisk(SourceRow row, string mark, bool isAgain)
    {
        var cells = row.Cells;
        var risk = new ReadRisk
        {
            Place = $"{priority.Place}/risk-{priority.Risks.Count + 1}", Name = cells[0].OwnText(row.Mark ?? mark), Type = cells[1].Text, Level = cells[2].Text,
            Objective = cells[0].Piece(PaperMark.Threatened) ?? "",
        };
        if (isAgain)
        {
            priority.NamedAgain.Add(new ReadAgain(RowKind.Risk, risk.Name, risk.Holder));
            ledger.Map(row.Position.Line, LineKind.Risk, priority);
            return;
        }

        priority.Risks.Add(risk);
        Map(row, LineKind.Risk, risk);
    }

    private void TakeIndicator(SourceRow row, bool isOfAction, bool isAgain)
    {
        var cells = row.Cells;
        var indicator = new ReadIndicator
        {
            Place = $"{priority.Place}/indicator-{priority.Indicators.Count + 1}",
            IsOfAction = isOfAction,
            Objective = cells[0].Covered ? cells[0].CoveredText : cells[0].Text,
            Text = cells[1].Text,
            DepartmentText = cells[2].Text,
            Departments = Parts(cells[2].Text),
            OwnerText = cells[3].Text,
            Owners = Owners(cells[3]),
            Reviewers = Parts(cells[4].Text),
            SetOfPlan = PlanNamed.WholeSetOf(cells[1].Text),
        };
        if (isAgain)
        {
            priority.NamedAgain.Add(new ReadAgain(RowKind.Indicator, indicator.Text, indicator.Holder));
            ledger.Map(row.Position.Line, LineKind.IndicatorRow, priority);
            return;
        }

        priority.Indicators.Add(indicator);
        Map(row, LineKind.IndicatorRow, indicator);
    }

    private void TakeAction(SourceRow row)
    {
        var cells = row.Cells;
        var isNewAction = !cells[1].Covered && cells[1].Text.Length > 0;
        if (!cells[0].Covered && (cells[0].Text.Length > 0 || isNewAction))
        {
            objective = cells[0].Text.Length > 0 ? NewObjective(row) : null;
            action = null;
        }

        if (isNewAction)
        {
            NewAction(row);
        }

        var milestone = cells[2].Text.Length > 0 && action is not null ? NewMilestone(row, isNewAction) : null;
        ReadItem? item = milestone ?? (ReadItem?)action ?? objective;
        if (item is null)
        {
            ledger.Leave(row.Position.Line, "Neither an objective nor a key action stands in it or above it.");
        }
        else
        {
            Map(row, LineKind.ActionRow, item);
        }
    }

    private ReadObjective NewObjective(SourceRow row)
    {
        var made = new ReadObjective { Place = $"{priority.Place}/objective-{priority.Objectives.Count + 1}", Lines = [row.Position.Line], Title = row.Cells[0].Text };
        priority.Objectives.Add(made);
        return made;
    }

    private void NewAction(SourceRow row)
    {
        var siblings = objective?.Actions ?? priority.Actions;
        var (department, officer) = (row.Cells[4], row.Cells[5]);
        action = new ReadKeyAction
        {
            Place = $"{objective?.Place ?? priority.Place}/action-{siblings.Count + 1}",
            Lines = [row.Position.Line],
            Title = row.Cells[1].Text,
            DepartmentText = department.Text,
            Departments = Parts(department.Text),
            OwnerText = officer.Text,
            Owners = Owners(officer),
            DeliversPlan = PlanNamed.DeliveredBy(row.Cells[1].Text),
        };
        siblings.Add(action);
        action.Why = row.Cells[6].Piece(PaperMark.Why) ?? "";
        action.Progress = ProgressCell.Settle(
            row.Cells[6], row.Cells[6].OwnText(PaperMark.Action), priority.ProgressStates, [row.Position.Line], row.Position.Place, doubts);
    }

    private ReadMilestone NewMilestone(SourceRow row, bool isFirst)
    {
        var cells = row.Cells;
        var text = cells[2].OwnText(PaperMark.Action);
        var routes = cells[2].Piece(PaperMark.Routes);
        var placed = PlacedRow.At(TableRow.Of(row, afterGap: false), Actions, 0)!;
        var milestone = new ReadMilestone
        {
            Place = $"{action!.Place}/milestone-{action.Milestones.Count + 1}",
            Text = text,
            Due = placed.Due.Kind == DueKind.Unclear ? BlankDeadline.Settle(placed, null, null, doubts)!.Value : placed.Due,
            DepartmentText = isFirst || cells[4].Covered ? "" : cells[4].Text,
            OwnerText = isFirst || cells[5].Covered ? "" : cells[5].Text,
            Routes = routes is null ? Routes.In(text) : routes == PaperMark.NoBoard ? [] : Parts(routes),
        };
        MarkedState.Take(milestone, cells[2], row, doubts);
        action.Milestones.Add(milestone);
        return milestone;
    }

    private static IReadOnlyList<ReadOwner> Owners(SourceCell cell)
    {
        var isLed = cell.Marked is not [{ Mark: PaperMark.Contributors }, ..];
        return [.. Parts(cell.Text).Select((name, i) => new ReadOwner(name, isLed && i == 0, OwnerList.IsGroup(name)))];
    }

    private static string[] Parts(string text) => text.Split(PaperMark.Between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private void Map(SourceRow row, LineKind kind, ReadItem item)
    {
        if (!item.Lines.Contains(row.Position.Line))
        {
            item.Lines.Add(row.Position.Line);
        }

        ledger.Map(row.Position.Line, kind, item);
    }
}

namespace Trellis.Plans.Import;

/// <summary>Builds objectives, key actions and milestones from the rows of one table.</summary>
internal sealed class ActionTable(ReadPriority priority, LineLedger ledger, Vocabulary vocabulary, DoubtBook doubts)
{
    private ReadObjective? objective;
    private ReadKeyAction? action;
    private PlacedRow? actionRow;

    /// <summary>The last milestone that has a deadline, whose merged cell could reach down.</summary>
    private ReadMilestone? dated;

    public static void Read(PlanTable table, ReadPriority priority, LineLedger ledger, Vocabulary vocabulary, DoubtBook doubts)
    {
        var reading = new ActionTable(priority, ledger, vocabulary, doubts);
        foreach (var row in table.Rows)
        {
            reading.Read(row);
        }
    }

    private void Read(PlacedRow row)
    {
        UnclearRow.Ask(row, vocabulary, doubts);
        TakeObjective(row);
        TakeAction(row);
        TakeProgress(row);
        var milestone = TakeMilestone(row);
        ledger.Map(row.Lines, LineKind.ActionRow, milestone ?? (ReadItem)action!);
    }

    private void TakeObjective(PlacedRow row)
    {
        var title = row[ColumnRole.Objective];
        if (objective is not null && (title.Length == 0 || IsSame(title, objective.Title)))
        {
            return;
        }

        if (title.Length == 0)
        {
            title = priority.Title;
            if (row.Columns.Has(ColumnRole.Objective))
            {
                UnclearRow.Ask(
                    row,
                    $"{row.Source.Where} has no objective, and none stands above it. Is it read rightly?",
                    doubts
                );
            }
        }

        action = null;
        objective = priority.Objectives.Find(known => IsSame(known.Title, title));
        if (objective is null)
        {
            objective = new ReadObjective
            {
                Place = $"{priority.Place}/objective-{priority.Objectives.Count + 1}",
                Lines = [.. row.Lines],
                Title = title,
            };
            priority.Objectives.Add(objective);
        }
    }

    private void TakeAction(PlacedRow row)
    {
        var title = row[ColumnRole.Action];
        if (action is not null && (title.Length == 0 || IsSame(title, action.Title)))
        {
            return;
        }

        if (title.Length == 0 && row.Columns.Has(ColumnRole.Action))
        {
            UnclearRow.Ask(
                row,
                $"{row.Source.Where} has a milestone, but no key action stands beside or above it. Is it read rightly?",
                doubts
            );
        }

        var known = title.Length == 0 ? null : objective!.Actions.Find(earlier => IsSame(earlier.Title, title));
        action = known is not null && IsSameAction(row, known) ? known : NewAction(row, title);
    }

    private bool IsSameAction(PlacedRow row, ReadKeyAction known) =>
        doubts.Ask(
            DoubtKind.RowUnclear,
            row.Lines,
            $"{row.Source.Where} names the key action “{known.Title}” again, after another one. Is it the same key action?",
            [
                new DoubtOption("same", "Its milestone joins those of the key action above."),
                new DoubtOption("another", "It is another key action of the same name."),
            ],
            "same"
        ) == "same";

    private ReadKeyAction NewAction(PlacedRow row, string title)
    {
        BlankCells.Settle(row, actionRow, [ColumnRole.Department, ColumnRole.Officer], doubts);
        actionRow = row;
        var added = new ReadKeyAction
        {
            Place = $"{objective!.Place}/action-{objective.Actions.Count + 1}",
            Lines = [.. row.Lines],
            Title = title,
            DepartmentText = row[ColumnRole.Department],
            Departments = CellText.Parts(row[ColumnRole.Department]),
            OwnerText = row[ColumnRole.Officer],
            Owners = OwnerList.Of(row[ColumnRole.Officer]),
            DeliversPlan = PlanNamed.DeliveredBy(title),
        };
        objective.Actions.Add(added);
        return added;
    }

    private void TakeProgress(PlacedRow row)
    {
        var read = ProgressCell.Settle(row.Cell(ColumnRole.Progress), row[ColumnRole.Progress], priority.ProgressStates, row.Lines, row.Source.Where, doubts);
        if (action!.Progress.State is null && (action.Progress.Written.Length == 0 || read.State is not null))
        {
            action.Progress = read;
        }
    }

    private ReadMilestone? TakeMilestone(PlacedRow row)
    {
        var text = row.Columns.Has(ColumnRole.Milestone) ? row[ColumnRole.Milestone] : row[ColumnRole.Action];
        if (text.Length == 0 && row[ColumnRole.Due].Length == 0)
        {
            return null;
        }

        var above = action!.Milestones.Count > 0 ? action.Milestones[^1] : null;
        var carrier = dated is not null && action.Milestones.Contains(dated) ? dated : null;
        var due = row.Columns.Has(ColumnRole.Due) ? BlankDeadline.Settle(row, above, carrier, doubts) : ReadDue.None;
        if (due is null)
        {
            above!.Text = vocabulary.Join(above.Text, text);
            above.Lines.AddRange(row.Lines);
            return above;
        }

        var milestone = new ReadMilestone
        {
            Place = $"{action.Place}/milestone-{action.Milestones.Count + 1}",
            Lines = row.Lines,
            Text = text,
            Due = due.Value,
            DepartmentText = IsSame(row[ColumnRole.Department], action.DepartmentText) ? "" : row[ColumnRole.Department],
            OwnerText = IsSame(row[ColumnRole.Officer], action.OwnerText) ? "" : row[ColumnRole.Officer],
            Routes = Routes.In(text),
        };
        action.Milestones.Add(milestone);
        dated = milestone.Due.IsClear ? milestone : dated;
        return milestone;
    }

    private static bool IsSame(string a, string b) => Words.Plain(a) == Words.Plain(b);
}

using Trellis.Plans.Import;

namespace Trellis.Modules.Tests.Import;

public sealed class PlanComparisonTests
{
    private const string Plan = """
        PRIORITY 1: Play

        Key Actions

        Objective	Action	Milestone	Due
        Play outside	Open parks	Review the list	Jan 2030
        		Paint the gates	Feb 2030
        	Open streets	Review the list	Mar 2030
        		Close three roads	Apr 2030
        """;

    [Fact]
    public void Compare_SameDocument_EverythingIsTheSame()
    {
        var changes = Compare(Imported(), Plan);

        Assert.All(changes, change => Assert.Equal(RowState.Same, change.State));
        // A priority, an objective, two actions, four milestones, and the section that keeps the heading of the table.
        Assert.Equal(9, changes.Count);
    }

    [Fact]
    public void Compare_SameTextUnderTwoActions_EachIsItsOwnRow()
    {
        var change = Assert.Single(
            Compare(Imported(), Plan.Replace("Mar 2030", "May 2030", StringComparison.Ordinal)),
            change => change.State != RowState.Same
        );

        Assert.Equal(RowState.Changed, change.State);
        Assert.Equal("2030-03", change.Existing!.Current[PlanFields.Due]);
        var field = Assert.Single(change.Fields);
        Assert.Equal((PlanFields.Due, "2030-05", FieldState.TakeNew), (field.Name, field.New, field.State));
    }

    [Fact]
    public void Compare_EditedHereAndUnchangedThere_KeepsTheEdit()
    {
        var change = Assert.Single(
            Compare(Edited("Paint the gates", PlanFields.Due, "2030-09"), Plan),
            change => change.State != RowState.Same
        );

        Assert.Equal(FieldState.KeepEdit, Assert.Single(change.Fields).State);
        Assert.False(change.NeedsChoice);
    }

    [Fact]
    public void Compare_EditedHereAndChangedThere_NeedsAChoice()
    {
        var changed = Plan.Replace("Feb 2030", "Jul 2030", StringComparison.Ordinal);

        var change = Assert.Single(
            Compare(Edited("Paint the gates", PlanFields.Due, "2030-09"), changed),
            change => change.State != RowState.Same
        );

        Assert.True(change.NeedsChoice);
        Assert.Equal(
            ("2030-02", "2030-09", "2030-07"),
            (change.Fields[0].Imported, change.Fields[0].Current, change.Fields[0].New)
        );
    }

    [Fact]
    public void Compare_TextEditedHere_IsStillTheSameRow()
    {
        var change = Assert.Single(
            Compare(Edited("Paint the gates", PlanFields.Text, "Mend all fences"), Plan),
            change => change.State != RowState.Same
        );

        Assert.Equal((RowState.Changed, FieldState.KeepEdit), (change.State, Assert.Single(change.Fields).State));
    }

    [Fact]
    public void Compare_MilestoneUnderAnotherAction_HasMoved()
    {
        var lines = Plan.Split('\n').ToList();
        var gates = lines.FindIndex(line => line.Contains("gates", StringComparison.Ordinal));
        var line = lines[gates];
        lines.RemoveAt(gates);
        lines.Add(line);

        var change = Assert.Single(Compare(Imported(), string.Join('\n', lines)), change => change.State != RowState.Same);

        Assert.Equal(RowState.Moved, change.State);
        Assert.Equal("Paint the gates", change.Existing!.Current[PlanFields.Text]);
    }

    [Fact]
    public void Compare_LineTakenOutAndLineAdded_IsGoneAndNew()
    {
        var changes = Compare(Imported(), Plan.Replace("Close three roads", "Hire a band", StringComparison.Ordinal));

        Assert.Equal(
            [RowState.New, RowState.Gone],
            changes.Where(change => change.State != RowState.Same).Select(change => change.State)
        );
    }

    [Fact]
    public void Compare_RowMadeByHand_IsNeverGone()
    {
        var rows = Imported();
        var action = rows.First(row => row.Kind == RowKind.KeyAction);
        rows.Add(
            new ExistingRow(
                new Guid(99, 0, 0, new byte[8]),
                RowKind.Milestone,
                action.Id,
                2,
                Fields("Ask the children"),
                new Dictionary<string, string>()
            )
        );

        Assert.Equal(RowState.OnlyHere, Assert.Single(Compare(rows, Plan), change => change.State != RowState.Same).State);
    }

    private static Dictionary<string, string> Fields(string text) => new() { [PlanFields.Text] = text };

    private static IReadOnlyList<RowChange> Compare(List<ExistingRow> existing, string text) =>
        PlanComparison.Compare(existing, PlanText.Read(text));

    private static List<ExistingRow> Imported()
    {
        var rows = ReadRows.Of(PlanText.Read(Plan));
        var ids = rows.Select((row, i) => (row.Place, Id: new Guid(i + 1, 0, 0, new byte[8])))
            .ToDictionary(entry => entry.Place, entry => entry.Id);
        return
        [
            .. rows.Select(row => new ExistingRow(
                ids[row.Place],
                row.Kind,
                row.ParentPlace is null ? null : ids[row.ParentPlace],
                row.Position,
                row.Fields,
                row.Fields
            )),
        ];
    }

    private static List<ExistingRow> Edited(string text, string field, string value) =>
        [
            .. Imported()
                .Select(row =>
                    row.Current[PlanFields.Text] == text
                        ? row with
                        {
                            Current = new Dictionary<string, string>(row.Current) { [field] = value },
                        }
                        : row
                ),
        ];
}

using Trellis.Plans.Import;

namespace Trellis.Modules.Tests.Import;

/// <summary>What is done to cells that several rows share: repeated in each, or blank below the first.</summary>
internal sealed partial class DamagedDocument
{
    private void RepeatMerged()
    {
        var above = new string[2];
        var columns = Columns(
            "Objective",
            "Key Action",
            "Outcome",
            "Theme",
            "Strand",
            "Aim",
            "Action",
            "What we will do",
            "Activity",
            "Actions"
        );
        foreach (var at in Where(LineKind.ActionRow).Where(i => !IsBroken(i)))
        {
            var cells = lines[at].Text.Split('\t');
            for (var i = 0; i < columns.Count && i < 2; i++)
            {
                above[i] = cells[columns[i]] =
                    cells[columns[i]].Length > 0 || kinds.Count == 0 ? cells[columns[i]] : above[i] ?? "";
            }

            lines[at] = lines[at] with { Text = string.Join('\t', cells) };
        }
    }

    private List<int> Columns(params string[] names)
    {
        var rows = Where(LineKind.ActionRow);
        var heads = HeadOf(rows[0]).Split('\t');
        return [.. Enumerable.Range(0, heads.Length).Where(i => names.Contains(heads[i]))];
    }

    private void BlankMerged()
    {
        var columns = Columns("Deadline", "Dept", "Lead Officer");
        var above = new string[3];
        foreach (var at in Where(LineKind.ActionRow).Where(i => !IsBroken(i)))
        {
            var cells = lines[at].Text.Split('\t');
            for (var i = 0; i < columns.Count; i++)
            {
                var text = cells[columns[i]];
                cells[columns[i]] = text == above[i] ? "" : text;
                above[i] = text.Length > 0 ? text : above[i];
            }

            lines[at] = lines[at] with { Text = string.Join('\t', cells) };
        }
    }
}

using Trellis.Kernel;
using Trellis.Tables;

namespace Trellis.Plans.Updates;

/// <summary>Reads what an owner typed into the workbook. Where a row cannot be understood, nothing of the file is taken.</summary>
internal static class UpdateBookReader
{
    private const int How = 3;
    private const int Text = 4;
    private const int Why = 5;
    private const int AskWhat = 6;
    private const int AskOf = 7;
    private const int LateWhy = 8;
    private const int Key = 9;

    /// <param name="lines">The owner's lines as they stand now.</param>
    /// <returns>The lines of which something is typed; or what is wrong, with the row.</returns>
    public static Result<List<TypedLine>> Read(byte[] bytes, string fileName, IReadOnlyList<OwedLine> lines)
    {
        var read = DocumentReader.Read(bytes, fileName);
        if (read.Document is not { Format: SourceFormat.Excel } document)
        {
            return new FieldError("File", read.Failure is { } failure ? $"{failure.What} {failure.WhatToDo}".TrimEnd('.') : "Choose the Excel workbook that you took from this page");
        }

        var typed = new Dictionary<string, TypedLine>(StringComparer.Ordinal);
        var errors = new List<FieldError>();
        foreach (var row in document.Blocks.OfType<SourceRow>().Where(r => Cell(r, Key).Length > 0 && Cell(r, Key) != UpdateBook.Columns[Key].Head))
        {
            var (id, rest) = Cell(row, Key).Split(' ', 2) is [var first, var second] ? (first, second) : ("", "");
            if (lines.FirstOrDefault(l => l.Item.Id.ToString("N") == id) is not { IsOwed: true } line)
            {
                if (row.Cells.Skip(How).Take(Key - How).Any(c => c.Text.Length > 0))
                {
                    errors.Add(new("File", $"{row.Position.Place}: “{Cell(row, 1)}” is not asked of you any more. Take its words out of the row"));
                }
            }
            else if (line.Milestones.FirstOrDefault(m => m.Reference == rest) is { } milestone && typed.TryGetValue(id, out var of))
            {
                ReadMilestone(row, milestone, of.Form, errors);
            }
            else if (rest.Contains('.', StringComparison.Ordinal))
            {
                typed[id] = new TypedLine(line, ReadLine(row, line, errors), rest);
            }
        }

        if (errors.Count == 0 && typed.Count == 0)
        {
            errors.Add(new("File", "The workbook holds none of your lines. Take it anew from the page, and leave its last column as it is"));
        }

        return errors.Count > 0 ? errors : typed.Values.Where(t => !t.Form.IsEmpty).ToList();
    }

    private static UpdateForm ReadLine(SourceRow row, OwedLine line, List<FieldError> errors)
    {
        var how = Cell(row, How);
        var progress = Enum.GetValues<Progress>().Where(p => Same(line.Plan.WordsFor(p), how)).Select(p => p.ToString()).FirstOrDefault();
        var noChange = Same(how, UpdateBook.NothingChanged);
        if (how.Length > 0 && progress is null && !noChange)
        {
            errors.Add(new("File", $"{row.Position.Place}: “{how}” is none of the words in the list of that cell"));
        }

        return new UpdateForm
        {
            Progress = progress, NoChange = noChange, Text = OrNull(row, Text), Why = OrNull(row, Why), AskWhat = OrNull(row, AskWhat), AskOf = OrNull(row, AskOf), LateWhy = OrNull(row, LateWhy),
        };
    }

    private static void ReadMilestone(SourceRow row, Milestone milestone, UpdateForm form, List<FieldError> errors)
    {
        var how = Cell(row, How);
        var state = Enum.GetValues<Lifecycle>().Where(l => Same(LifecycleWords.Of(l), how)).Select(l => l.ToString()).FirstOrDefault();
        if (how.Length > 0 && state is null)
        {
            errors.Add(new("File", $"{row.Position.Place}: “{how}” is none of the words in the list of that cell"));
        }

        // A date that Excel took for one says itself; otherwise what was typed does.
        var when = row.Cells.ElementAtOrDefault(Text)?.Date is { } date ? $"{date:d MMMM yyyy}" : OrNull(row, Text);
        if (state is not null || when is not null)
        {
            form.Milestones[milestone.Reference] = new MilestoneForm { State = state, When = when };
        }
    }

    private static string Cell(SourceRow row, int column) => row.Cells.ElementAtOrDefault(column)?.Text ?? "";

    private static string? OrNull(SourceRow row, int column) => Cell(row, column) is { Length: > 0 } text ? text : null;

    private static bool Same(string words, string typed) => typed.Length > 0 && string.Equals(words, typed, StringComparison.OrdinalIgnoreCase);
}

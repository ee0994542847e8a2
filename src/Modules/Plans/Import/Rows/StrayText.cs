using Trellis.Tables;

namespace Trellis.Plans.Import;

/// <summary>A paragraph between the rows of a table: the end of the row above, the beginning of the row below, or a note.</summary>
internal static class StrayText
{
    public static void Settle(TableStretch table, Vocabulary vocabulary, DoubtBook doubts)
    {
        for (var i = table.Strays.Count - 1; i >= 0; i--)
        {
            var (stray, before) = table.Strays[i];
            var above = before > 0 ? table.Rows[before - 1] : null;
            var below = before < table.Rows.Count ? table.Rows[before] : null;
            var answer = Ask(stray, above, below, vocabulary, doubts);
            if (answer == "above" && above is not null)
            {
                table.Rows[before - 1] = Append(above, stray, vocabulary);
                table.Strays.RemoveAt(i);
            }
            else if (answer == "below" && below is not null)
            {
                table.Rows[before] = Prepend(below, stray, vocabulary);
                table.Strays.RemoveAt(i);
            }
        }
    }

    private static string Ask(Passage stray, TableRow? above, TableRow? below, Vocabulary vocabulary, DoubtBook doubts)
    {
        var options = new List<DoubtOption>();
        if (above is not null)
        {
            options.Add(new DoubtOption("above", $"It is the end of the last cell of {above.Where}."));
        }

        if (below is not null)
        {
            options.Add(new DoubtOption("below", $"It is the beginning of the first cell of {below.Where}."));
        }

        options.Add(new DoubtOption("note", "It is a note, kept beside the table."));
        return doubts.Ask(
            DoubtKind.TextInTable,
            [.. stray.Lines, .. above?.Lines ?? [], .. below?.Lines ?? []],
            $"{stray.Block.Position.Place} stands between the rows of a table. What is it?",
            options,
            Proposal(stray, above, below, vocabulary)
        );
    }

    private static string Proposal(Passage stray, TableRow? above, TableRow? below, Vocabulary vocabulary)
    {
        var first = below?.Texts[0] ?? "";
        if (below is not null && (vocabulary.IsObjective(vocabulary.Join(stray.Text, first)) || Words.BeginsInside(first)))
        {
            return "below";
        }

        return above is not null && (Words.BeginsInside(stray.Text) || CellText.StopsOpen(above.Texts[^1])) ? "above" : "note";
    }

    private static TableRow Append(TableRow row, Passage stray, Vocabulary vocabulary)
    {
        var last = Math.Max(0, row.Texts.Count - 1);
        return With(row, last, vocabulary.Join(row.Texts[last], stray.Text), [.. row.Lines, .. stray.Lines]);
    }

    private static TableRow Prepend(TableRow row, Passage stray, Vocabulary vocabulary) =>
        With(row, 0, vocabulary.Join(stray.Text, row.Texts[0]), [.. stray.Lines, .. row.Lines]);

    private static TableRow With(TableRow row, int at, string text, int[] lines)
    {
        SourceCell[] cells = [.. row.Cells];
        cells[at] = cells[at] with { Text = text };
        return new TableRow(lines, cells, row.AfterGap, row.Layout, row.Where);
    }
}

namespace Trellis.Plans.Import;

/// <summary>A milestone without a deadline: none, that of a merged cell above, or no milestone at all but the rest of the row above.</summary>
internal static class BlankDeadline
{
    /// <summary>The key that says: the text belongs to the milestone above.</summary>
    public const string Rest = "rest";

    /// <summary>The deadline, or null when the row is the rest of the one above.</summary>
    public static ReadDue? Settle(PlacedRow row, ReadMilestone? above, ReadMilestone? dated, DoubtBook doubts)
    {
        var written = row.Due;
        if (written.IsClear)
        {
            return written;
        }

        if (written.Kind == DueKind.Unclear)
        {
            return SettleUnclear(row, written, doubts);
        }

        var carried = Carried(row, dated);
        var options = new List<DoubtOption> { new("none", "The milestone has no deadline and is listed as “needs a date”.") };
        if (carried.IsClear)
        {
            options.Add(new DoubtOption("carried", $"It is due “{carried.Text}”, carried from the merged cell above."));
        }

        if (above is not null && row[ColumnRole.Action].Length == 0 && row[ColumnRole.Objective].Length == 0)
        {
            options.Add(new DoubtOption(Rest, $"It is no milestone: its text is the rest of {Quote(above.Text)} above."));
        }

        options.Add(new DoubtOption("later", "I will give the date after the import."));
        var answer = doubts.Ask(
            DoubtKind.BlankDeadline,
            row.Lines,
            $"The milestone in {row.Source.Where} has no deadline. Is there none, or is it carried from a merged cell above?",
            options,
            row.Cell(ColumnRole.Due).Covered && carried.IsClear ? "carried" : "none",
            allowsText: true
        );
        return answer switch
        {
            "none" or "later" => written,
            "carried" => carried,
            Rest => above is null ? written : null,
            _ => ReadDue.Parse(answer),
        };
    }

    private static ReadDue SettleUnclear(PlacedRow row, ReadDue written, DoubtBook doubts)
    {
        var answer = doubts.Ask(
            DoubtKind.UnclearDeadline,
            row.Lines,
            $"The deadline “{written.Text}” in {row.Source.Where} is neither a date, a month nor “Ongoing”. When is the milestone due?",
            [
                new DoubtOption("keep", "The words are kept and the milestone is listed as “needs a date”."),
                new DoubtOption("none", "There is no deadline; the words go."),
            ],
            "keep",
            allowsText: true
        );
        return answer switch
        {
            "keep" => written,
            "none" => ReadDue.None,
            _ => ReadDue.Parse(answer),
        };
    }

    private static ReadDue Carried(PlacedRow row, ReadMilestone? dated)
    {
        var covered = row.Cell(ColumnRole.Due).CoveredText;
        return covered.Length > 0 ? ReadDue.Parse(covered) : dated?.Due ?? ReadDue.None;
    }

    private static string Quote(string text) => text.Length > 50 ? $"“{text[..47]}…”" : $"“{text}”";
}

namespace Trellis.Plans.Import;

/// <summary>A row that neither moving nor joining makes sense of.</summary>
internal static class UnclearRow
{
    public static void Ask(PlacedRow row, Vocabulary vocabulary, DoubtBook doubts)
    {
        if (!row.IsDoubted && RowFit.Misfits(row, vocabulary) > 0)
        {
            Ask(row, $"{row.Source.Where} does not hold what the heads of its columns say. Is it read rightly?", doubts);
        }
    }

    public static void Ask(PlacedRow row, string question, DoubtBook doubts)
    {
        row.IsDoubted = true;
        doubts.Ask(
            DoubtKind.RowUnclear,
            row.Lines,
            question,
            [
                new DoubtOption("keep", $"It is read so: {RowPlacing.Describe(row)}."),
                new DoubtOption("change", "I will put it right after the import."),
            ],
            "keep"
        );
    }
}

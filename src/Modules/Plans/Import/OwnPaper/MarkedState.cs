using Trellis.Tables;

namespace Trellis.Plans.Import;

/// <summary>How a milestone stands, from the pieces below its text. What a paper does not say stays as the plan has it.</summary>
internal static class MarkedState
{
    public static void Take(ReadMilestone milestone, SourceCell cell, SourceRow row, DoubtBook doubts)
    {
        var unclear = new List<string>();
        if (cell.Piece(PaperMark.MilestoneState) is { Length: > 0 } words)
        {
            milestone.State = LifecycleWords.Of(words);
            Note(words, milestone.State is not null);
        }

        milestone.CompletedOn = Date(PaperMark.CompletedOn, DueKind.Date)?.Date;
        milestone.FirstDue = Date(PaperMark.FirstDue, DueKind.Date, DueKind.Month, DueKind.Ongoing);
        milestone.Forecast = Date(PaperMark.Forecast, DueKind.Date, DueKind.Month, DueKind.Ongoing);
        if (unclear.Count > 0)
        {
            doubts.Ask(
                DoubtKind.MilestoneState,
                [row.Position.Line],
                $"“{string.Join("”, “", unclear)}” in {row.Position.Place} does not say how the milestone stands. What becomes of it?",
                [new DoubtOption("leave", "It is left out."), new DoubtOption("later", "I will state it after the import.")],
                "leave");
        }

        ReadDue? Date(string mark, params DueKind[] kinds)
        {
            if (cell.Piece(mark) is not { Length: > 0 } text)
            {
                return null;
            }

            var due = ReadDue.Parse(text);
            var isClear = kinds.Contains(due.Kind);
            Note(text, isClear);
            return isClear ? due : null;
        }

        void Note(string text, bool isClear)
        {
            if (!isClear)
            {
                unclear.Add(text);
            }
        }
    }
}

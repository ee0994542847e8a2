using Trellis.Tables;

namespace Trellis.Plans.Import;

/// <summary>The document as passages: soft line ends joined in silence, sentences broken by a page joined with a doubt.</summary>
internal static class Passages
{
    /// <summary>A line at least this long that ends without a mark goes on in the next.</summary>
    private const int LongEnoughToEnd = 60;

    public static List<Passage> Of(SourceDocument document, DoubtBook doubts)
    {
        var passages = new List<Passage>(document.Blocks.Count);
        foreach (var block in document.Blocks)
        {
            var next = Passage.Of(block);
            if (passages.Count > 0 && Continues(passages[^1], next, document.Format, doubts))
            {
                passages[^1].Take(next);
            }
            else
            {
                passages.Add(next);
            }
        }

        return passages;
    }

    private static bool Continues(Passage before, Passage next, SourceFormat format, DoubtBook doubts)
    {
        if (
            !before.IsParagraph
            || !next.IsParagraph
            || next.IsItem
            || IsHeadingLike(before)
            || next.HeadingLevel > 0
            || next.Heading is not null
        )
        {
            return false;
        }

        var open = !Words.EndsWhole(before.Text);
        var inside = Words.BeginsInside(next.Text);
        var wrapped = !next.Block.AfterGap && format is SourceFormat.Text or SourceFormat.Markdown;
        if (wrapped)
        {
            return open && (inside || before.Text.Length >= LongEnoughToEnd);
        }

        return open && Words.Count(before.Text) > 3 && (inside || CellText.StopsOpen(before.Text)) && Ask(before, next, doubts);
    }

    private static bool IsHeadingLike(Passage passage) =>
        passage.HeadingLevel > 0
        || passage.Heading is not null
        || Words.IsCapitals(passage.Text)
        || LeadLine.Of(passage.Text) is not null;

    private static bool Ask(Passage before, Passage next, DoubtBook doubts) =>
        doubts.Ask(
            DoubtKind.BrokenSentence,
            [before.Lines[^1], next.Line],
            $"The text of {before.Block.Position.Place} ends in the middle of a sentence. Does {next.Block.Position.Place} continue it?",
            [
                new DoubtOption("join", "The two become one paragraph."),
                new DoubtOption("apart", "They stay two paragraphs, the first without an end."),
            ],
            "join"
        ) == "join";
}

using Trellis.Tables;

namespace Trellis.Plans.Import;

/// <summary>What officers say of a priority's actions, below the table of them. All of the priority's actions are read by then.</summary>
internal sealed class MarkedCommentary
{
    private readonly LineLedger ledger;
    private readonly List<(string Label, ReadKeyAction Action)> actions;
    private ReadKeyAction? action;

    public MarkedCommentary(ReadPriority priority, LineLedger ledger)
    {
        this.ledger = ledger;
        actions = [.. PaperMark.Labelled(priority)];
    }

    public void Take(SourceParagraph paragraph, string mark)
    {
        var (line, text) = (paragraph.Position.Line, paragraph.Text.Trim());
        if (mark == PaperMark.CommentaryOf)
        {
            action = actions.Find(a => Words.Plain(a.Label) == Words.Plain(text)).Action;
        }

        if (action is null)
        {
            ledger.Leave(line, "It stands under the name of no key action.");
        }
        else if (mark == PaperMark.Commentary)
        {
            var said = new ReadParagraph { Place = $"{action.Place}/commentary-{action.Commentary.Count + 1}", Markdown = paragraph.ToMarkdown(), Lines = [line] };
            action.Commentary.Add(said);
            ledger.Map(line, LineKind.Narrative, said);
        }
        else
        {
            action.CommentaryOn = mark == PaperMark.CommentaryOn && ReadDue.Parse(text) is { Kind: DueKind.Date, Date: var day } ? day : action.CommentaryOn;
            ledger.Map(line, LineKind.Narrative, action);
        }
    }
}

using Trellis.Governance.Meetings;
using Trellis.Governance.Scrutiny;
using Trellis.Kernel;
using Trellis.Measures.Scorecards;
using Trellis.Measures.Statuses;
using Trellis.Papers;
using Trellis.Publishing.Reports;

namespace Trellis.Publishing.Packs;

/// <summary>The pack of one meeting as a paper: agenda and papers, and how what the board answers for stands.</summary>
public static class BoardPack
{
    private const string NoIndicators = "This board reviews no indicator.";

    public static PaperDocument Of(PackSource source, DateOnly asOf)
    {
        List<PaperBlock> blocks =
        [
            Front(source, asOf), .. Agenda(source), .. source.Items.Where(i => i.Papers.Count > 0).SelectMany(Papers),
            new HeadingBlock(2, "How the plan stands"), Actions(source), .. Asks(source),
            .. Indicators(source),
            new TableBlock("Risks to it", [new("Risk", 4), new("Type", 1.5), new("Level", 1.5), new("What is done about it", 3)],
                [.. source.Risks.Select(r => new PaperRow([PaperCell.Head(r.Title), PaperCell.Of(r.Scope.ToString()), PaperCell.Of(r.Level), PaperCell.Of(r.Controls ?? "Not said yet")]))]) { Empty = "No risk is linked to it." },
            new HeadingBlock(2, "What is open"), Challenges(source, asOf), Decisions(source, asOf),
        ];
        return new PaperDocument($"{source.Forum.Name}: {PackWords.Day(source.Meeting)}", [PackWords.For(source.Audience)], blocks);
    }

    private static FieldsBlock Front(PackSource source, DateOnly asOf) => new(
    [
        new("Board", source.Forum.Name),
        new("Meeting", PackWords.When(source.Meeting)),
        new("Place", source.Meeting.Place ?? "Not said yet"),
        new("As it stood on", asOf.ToString("d MMMM yyyy", England.Culture)),
    ]);

    private static List<PaperBlock> Agenda(PackSource source) =>
    [
        new HeadingBlock(2, "Agenda"),
        new TableBlock("Items in their order", [new("Item", 0.7), new("Title", 4), new("What is asked", 2), new("Presented by", 2), new("Open to the public", 1.6)],
            [.. source.Items.Select(i => new PaperRow(
            [
                PaperCell.Head($"{i.Place}"), Title(i), PaperCell.Of(i.Asked ?? ""), PaperCell.Of(i.Presenter), PaperCell.Of(PackWords.Short(i.Openness, i.ExemptParagraph)),
            ]))]) { Empty = "There is no item that this pack may show." },
    ];

    /// <summary>What is kept back has its place, and for the public the reason.</summary>
    private static PaperCell Title(AgendaLine item) => new(
    [
        ParagraphBlock.Of(item.Title + (item.IsKeyDecision ? " (key decision)" : "")),
        .. item.IsWithheld && OpennessWords.Why(item.ExemptParagraph, item.PublicInterest) is { } why ? (PaperBlock[])[ParagraphBlock.Of(why)] : [],
    ]);

    private static IEnumerable<PaperBlock> Papers(AgendaLine item)
    {
        yield return new PageBreakBlock();
        yield return new HeadingBlock(2, $"Item {item.Place}: {item.Title}");
        if (item.LateReason is { } late)
        {
            yield return ParagraphBlock.Of($"Taken late. The chair's reason: {late}") with { IsNotice = true };
        }

        foreach (var paper in item.Papers)
        {
            yield return new HeadingBlock(3, paper.Title);
            if (FrontSheet.OpennessOf(item, paper) != Openness.Public)
            {
                yield return ParagraphBlock.Of(FrontSheet.ReasonOf(item, paper)) with { IsNotice = true };
            }

            foreach (var block in MarkdownBlocks.Of(paper.Body, 3))
            {
                yield return block;
            }
        }
    }

    private static TableBlock Actions(PackSource source) => new(
        "Actions that come to this board", [new("Action", 3), new("What comes here", 3), new("Deadline", 1.4), new("Lead officer", 1.8), new("Overall progress", 2.2)],
        [.. source.Actions.SelectMany(a => Rows(source, a))]) { Empty = "No action of a plan comes to this board." };

    private static IEnumerable<PaperRow> Rows(PackSource source, PackAction action)
    {
        var reach = Math.Max(1, action.Milestones.Count);
        for (var i = 0; i < reach; i++)
        {
            var milestone = action.Milestones.ElementAtOrDefault(i);
            List<PaperCell> cells = [PaperCell.Of(milestone?.Title ?? "Asked for support"), PaperCell.Of(milestone?.CurrentDue.ToString() ?? "")];
            yield return new PaperRow(i > 0
                ? cells
                :
                [
                    PaperCell.Head(action.Action.Title) with { Rows = reach }, .. cells,
                    PaperCell.Of(source.Officer(action.Action.AccountableOfficerId) ?? "Nobody yet") with { Rows = reach }, Progress(action, reach),
                ]);
        }
    }

    private static PaperCell Progress(PackAction action, int reach) => new(
    [
        ParagraphBlock.Of(action.Plan.WordsFor(action.Action.Progress)),
        .. ((string?[])[action.Action.ProgressWhy, action.Action.Commentary]).Where(t => !string.IsNullOrWhiteSpace(t)).SelectMany(t => Prose.Blocks(t!, _ => null)),
    ]) { Rows = reach, Tone = ActionTable.ToneOf(action.Action.Progress) };

    private static IEnumerable<PaperBlock> Asks(PackSource source) => source.Audience == Audience.Public
        ? []
        :
        [
            new TableBlock("What is asked of this board", [new("For", 3), new("What is asked", 4), new("Asked on", 1.5)],
                [.. source.Asks.Select(a => new PaperRow([PaperCell.Head(a.About), PaperCell.Of(a.Ask.What), PaperCell.Of(Short(a.Ask.AskedOn))]))]) { Empty = "Nothing is asked of this board." },
        ];

    private static IEnumerable<PaperBlock> Indicators(PackSource source)
    {
        var moved = source.Indicators.Where(i => i.IsNew).ToList();
        if (moved.Count > 0)
        {
            yield return ParagraphBlock.Of($"New since this board met last: {string.Join("; ", moved.Select(i => i.Indicator.Title))}.");
        }

        yield return source.Audience == Audience.Public
            ? new TableBlock("Indicators that this board reviews", [new("Indicator", 3), new("Lead officer", 2), new("What its public figures show", 4)],
                [.. source.Indicators.Select(i => new PaperRow([PaperCell.Head(i.Indicator.Title), Lead(i), PaperCell.Of(i.Finding)]))]) { Empty = NoIndicators }
            : new TableBlock("Indicators that this board reviews",
                [new("Indicator", 2.5), new("Lead officer", 1.5), new("Latest", 1), new("Target", 1), new("Status", 1), new("What it shows", 4)],
                [.. source.Indicators.Select(i => new PaperRow(
                [
                    PaperCell.Head(i.Indicator.Title), Lead(i), PaperCell.Of(i.Line is { } line ? ScoreWords.Latest(line) : ""), PaperCell.Of(i.Line is { } l ? ScoreWords.Target(l) : ""),
                    PaperCell.Of(i.Line is { } c ? ScoreWords.Colour(c) : "") with { Tone = ToneOf(i.Line?.Status?.Rag) }, PaperCell.Of(i.Finding),
                ]))]) { Empty = NoIndicators };

        PaperCell Lead(PackIndicator indicator) => PaperCell.Of(source.Officer(indicator.Indicator.LeadOfficerId) ?? "Nobody yet");
    }

    private static TableBlock Challenges(PackSource source, DateOnly asOf) => new(
        "Scrutiny challenges and recommendations", [new("Reference", 1.4), new("What is asked", 4), new("Raised by", 1.6), new("Answer due", 1.4), new("How it stands", 2)],
        [.. source.Challenges.Select(c => new PaperRow(
        [
            PaperCell.Head(c.Reference), PaperCell.Of(c.Text), PaperCell.Of(c.RaisedBy), PaperCell.Of(Short(c.DueOn)), PaperCell.Of(StateOf(c, asOf)),
        ]))]) { Empty = "No challenge is open." };

    private static string StateOf(ScrutinyChallenge challenge, DateOnly asOf) => challenge.Verdict switch
    {
        ScrutinyVerdict.Accepted => "Accepted",
        ScrutinyVerdict.InPart => "Accepted in part",
        ScrutinyVerdict.Rejected => "Rejected",
        _ => challenge.DueOn < asOf ? "Not answered yet, late" : "Not answered yet",
    };

    private static TableBlock Decisions(PackSource source, DateOnly asOf) => new(
        "Decisions that are not carried out yet", [new("Reference", 1.4), new("Decision", 5), new("Who", 2), new("Due", 1.5)],
        [.. source.Decisions.Select(d => new PaperRow(
        [
            PaperCell.Head(d.Reference), PaperCell.Of(d.Text), PaperCell.Of(source.Officer(d.OwnerOfficerId) ?? "Nobody yet"),
            PaperCell.Of(d.DueOn is { } due ? Short(due) + (due < asOf ? ", late" : "") : "No date"),
        ]))]) { Empty = "All decisions are carried out." };

    private static PaperTone ToneOf(Rag? rag) => rag switch
    {
        Rag.Green => PaperTone.Good,
        Rag.Amber => PaperTone.Watch,
        Rag.Red => PaperTone.Bad,
        _ => PaperTone.None,
    };

    private static string Short(DateOnly day) => day.ToString("d MMM yyyy", England.Culture);
}

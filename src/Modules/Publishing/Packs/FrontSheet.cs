using Trellis.Governance.Meetings;
using Trellis.Papers;

namespace Trellis.Publishing.Packs;

/// <summary>One paper with its front sheet, for the committee system that a council has.</summary>
public static class FrontSheet
{
    public static PaperDocument Of(MeetingPapers papers, AgendaLine item, PaperLine paper) => new(
        paper.Title,
        [papers.Forum.Name, PackWords.When(papers.Meeting)],
        [
            new FieldsBlock(
            [
                new("Meeting", $"{papers.Forum.Name}\n{PackWords.When(papers.Meeting)}"),
                new("Item", $"{item.Place}: {item.Title}"),
                new("Author", OrNotSaid(paper.Author)),
                new("Presented by", OrNotSaid(item.Presenter)),
                new("What the members are asked", item.Asked ?? "Not said yet"),
                new("Key decision", item.IsKeyDecision ? "Yes" : "No"),
                new("Open to the public", OpennessOf(item, paper) == Openness.Public ? "Yes" : $"No. {ReasonOf(item, paper)}"),
                .. item.LateReason is { } late ? (PaperField[])[new("Taken late, because", late)] : [],
            ]),
            .. MarkdownBlocks.Of(paper.Body, 1),
        ]);

    /// <summary>A paper is never more open than its item.</summary>
    public static Openness OpennessOf(AgendaLine item, PaperLine paper) => item.Openness > paper.Openness ? item.Openness : paper.Openness;

    /// <summary>Why it is kept from the public.</summary>
    public static string ReasonOf(AgendaLine item, PaperLine paper)
    {
        var isOwn = paper.Openness >= item.Openness;
        var (paragraph, interest) = isOwn ? (paper.ExemptParagraph, paper.PublicInterest) : (item.ExemptParagraph, item.PublicInterest);
        return OpennessOf(item, paper) switch
        {
            Openness.Exempt => $"Exempt under paragraph {paragraph?.ToString() ?? "(not said yet)"} of Schedule 12A to the Local Government Act 1972.\nPublic interest: {interest ?? "not said yet"}",
            Openness.Confidential => "Confidential.",
            _ => "",
        };
    }

    private static string OrNotSaid(string name) => name.Length > 0 ? name : "Not said yet";
}

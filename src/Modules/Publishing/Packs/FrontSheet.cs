using Trellis.Governance.Meetings;
using Trellis.Papers;

namespace Trellis.Publishing.Packs;

/// <summary>One paper with its front sheet, for the committee system that a council has.</summary>
public static class FrontSheet
{
    public static PaperDocument Of(PackSource source, PackItem item, Paper paper) => new(
        paper.Title,
        [source.Forum.Name, PackWords.When(source.Meeting)],
        [
            new FieldsBlock(
            [
                new("Meeting", $"{source.Forum.Name}\n{PackWords.When(source.Meeting)}"),
                new("Item", $"{item.Number}: {item.Item.Title}"),
                new("Author", source.Officer(paper.AuthorOfficerId) ?? "Not said yet"),
                new("Presented by", source.Officer(item.Item.PresenterOfficerId) ?? "Not said yet"),
                new("What the members are asked", item.Item.Asked ?? "Not said yet"),
                new("Key decision", item.Item.IsKeyDecision ? "Yes" : "No"),
                new("Open to the public", OpennessOf(item.Item, paper) == Openness.Public ? "Yes" : $"No. {ReasonOf(item.Item, paper)}"),
                .. item.Item.LateReason is { } late ? (PaperField[])[new("Taken late, because", late)] : [],
            ]),
            .. MarkdownBlocks.Of(paper.Body, 1),
        ]);

    /// <summary>A paper is never more open than its item.</summary>
    public static Openness OpennessOf(AgendaItem item, Paper paper) => item.Openness > paper.Openness ? item.Openness : paper.Openness;

    /// <summary>Why it is kept from the public.</summary>
    public static string ReasonOf(AgendaItem item, Paper paper)
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
}

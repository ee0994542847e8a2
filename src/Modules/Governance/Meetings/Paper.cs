using Trellis.Kernel;

namespace Trellis.Governance.Meetings;

/// <summary>A paper for an agenda item, written here. Its text is Markdown: headings, paragraphs, lists and tables.</summary>
public sealed class Paper : Thing, IKeptBack
{
    public const int LongestText = 100_000;

    public Guid AgendaItemId { get; internal init; }

    /// <summary>Where it stands below its item's address, and among the item's papers.</summary>
    public int Position { get; internal set; }

    public string Title { get; internal set; } = "";
    public string Body { get; internal set; } = "";
    public Guid? AuthorOfficerId { get; internal set; }

    /// <summary>A paper is never more open than its item.</summary>
    public Openness Openness { get; internal set; }

    public int? ExemptParagraph { get; internal set; }
    public string? PublicInterest { get; internal set; }
}

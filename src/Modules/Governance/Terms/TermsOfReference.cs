using Trellis.Kernel;

namespace Trellis.Governance.Terms;

/// <summary>One version of what a forum is there for and how it works. Versions are kept; the highest number holds.</summary>
public sealed class TermsOfReference : Thing
{
    public const int LongestText = 40_000;

    public Guid ForumId { get; internal init; }
    public int Number { get; internal init; }

    /// <summary>Markdown: headings, paragraphs, lists and tables.</summary>
    public string Text { get; internal set; } = "";

    public DateOnly AgreedOn { get; internal set; }
    public DateOnly? ReviewBy { get; internal set; }
}

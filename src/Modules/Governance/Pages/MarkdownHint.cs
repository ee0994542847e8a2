namespace Trellis.Governance.Pages;

/// <summary>How a text is marked up, said beside each box that takes one.</summary>
internal static class MarkdownHint
{
    public const string Text = "A blank line begins a paragraph, ## a heading, - a bullet, | parts the columns of a table";
}

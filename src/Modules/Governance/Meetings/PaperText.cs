using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Components;

namespace Trellis.Governance.Meetings;

/// <summary>
/// The text of papers, minutes and terms of reference: Markdown with tables. HTML in it stays text, pictures become their
/// words, and a link leads to the web, to an e-mail address or to a page of this service, or is none.
/// </summary>
public static class PaperText
{
    private const int DeepestHeading = 6;
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().DisableHtml().Build();

    /// <summary>What was written, made safe: for other forms than a page.</summary>
    public static MarkdownDocument Read(string text)
    {
        var document = Markdown.Parse(text, Pipeline);
        foreach (var link in document.Descendants<LinkInline>().Where(l => l.IsImage || !IsSafe(l.Url)).ToList())
        {
            Unlink(link);
        }

        foreach (var link in document.Descendants<AutolinkInline>().Where(l => !l.IsEmail && !IsSafe(l.Url)).ToList())
        {
            link.ReplaceBy(new LiteralInline(link.Url));
        }

        return document;
    }

    /// <param name="firstHeading">The level at which the text's own headings begin: those above are the page's.</param>
    public static MarkupString ToMarkup(string text, int firstHeading)
    {
        var document = Read(text);
        foreach (var part in document.Descendants())
        {
            Dress(part, firstHeading);
        }

        return new MarkupString(document.ToHtml(Pipeline));
    }

    private static void Dress(MarkdownObject part, int firstHeading)
    {
        switch (part)
        {
            case HeadingBlock heading:
                heading.Level = Math.Min(DeepestHeading, heading.Level + firstHeading - 1);
                heading.GetAttributes().AddClass("govuk-heading-s");
                break;
            case ListBlock list:
                list.GetAttributes().AddClass(list.IsOrdered ? "govuk-list govuk-list--number" : "govuk-list govuk-list--bullet");
                break;
            case Table table:
                table.GetAttributes().AddClass("govuk-table");
                break;
            case ParagraphBlock paragraph:
                paragraph.GetAttributes().AddClass("govuk-body");
                break;
            case LinkInline or AutolinkInline:
                part.GetAttributes().AddClass("govuk-link");
                break;
        }
    }

    /// <summary>The words of a link, or of a picture, stay where it stood.</summary>
    private static void Unlink(LinkInline link)
    {
        while (link.FirstChild is { } child)
        {
            child.Remove();
            link.InsertBefore(child);
        }

        link.Remove();
    }

    private static bool IsSafe(string? address) => address switch
    {
        null or "" => false,
        ['/', ..] => !address.StartsWith("//", StringComparison.Ordinal) && !address.Contains('\\', StringComparison.Ordinal),
        _ => Uri.TryCreate(address, UriKind.Absolute, out var absolute) && absolute.Scheme is ("http" or "https" or "mailto"),
    };
}

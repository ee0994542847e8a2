using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Trellis.Testing;

/// <summary>What came back, as a reader takes it in.</summary>
/// <param name="Address">Where the last redirect led.</param>
public sealed record PageAnswer(HttpStatusCode Status, Uri Address, HttpResponseHeaders Headers, IHtmlDocument Document)
{
    public string Path => Address.AbsolutePath;

    /// <summary>What the page calls itself: the text of h1 without the caption above it.</summary>
    public string Heading => Document.QuerySelector("h1") is { } heading
        ? Collapsed(heading)[(heading.QuerySelector(".govuk-caption-l") is { } caption ? Collapsed(caption).Length : 0)..].Trim()
        : "";

    /// <summary>Everything within main, its white space collapsed.</summary>
    public string Main => Text("main");

    /// <summary>The sentence in the banner: what the step before did.</summary>
    public string Said => Text(".govuk-notification-banner__heading");

    /// <summary>The error summary's lines, in their order.</summary>
    public IReadOnlyList<string> Errors => [.. Document.QuerySelectorAll(".govuk-error-summary__list li").Select(Collapsed)];

    /// <summary>What stands in red beside the fields, in their order.</summary>
    public IReadOnlyList<string> FieldErrors => [.. Document.QuerySelectorAll(".govuk-error-message").Select(e => Collapsed(e)["Error: ".Length..])];

    public string Text(string selector) => Document.QuerySelector(selector) is { } found ? Collapsed(found) : "";

    public IReadOnlyList<string> Texts(string selector) => [.. Document.QuerySelectorAll(selector).Select(Collapsed)];

    /// <summary>What a field holds as the page shows it.</summary>
    public string Field(string name) => Document.GetElementsByName(name) is [var field, ..] ? ValueOf(field) : throw new InvalidOperationException($"The page has no field {name}.");

    private static string ValueOf(IElement field) => field switch
    {
        IHtmlTextAreaElement area => area.Value,
        IHtmlSelectElement select => select.Value ?? "",
        IHtmlInputElement input => input.Value,
        _ => throw new InvalidOperationException($"{field.LocalName} is no field."),
    };

    /// <summary>The address of the link with that text.</summary>
    public string Link(string text) =>
        Document.Links.OfType<IHtmlAnchorElement>().FirstOrDefault(a => Collapsed(a) == text)?.GetAttribute("href")
        ?? throw new InvalidOperationException($"The page has no link \"{text}\".");

    private static string Collapsed(IElement element) =>
        string.Join(' ', element.TextContent.Split([' ', '\n', '\r', '\t', '\u00a0'], StringSplitOptions.RemoveEmptyEntries));
}

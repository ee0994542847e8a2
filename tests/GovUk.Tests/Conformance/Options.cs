using System.Text.Json;
using Microsoft.AspNetCore.Components;

namespace Trellis.GovUk.Tests.Conformance;

/// <summary>The options of a macro, or of one of its parts. Null, false and "" are all "not given", as in the macros.</summary>
public readonly struct Options(JsonElement json)
{
    /// <summary>A part, which is empty when it is not given.</summary>
    public Options this[string name] => new(Find(name) ?? default);

    public bool IsGiven => json.ValueKind is JsonValueKind.Object;

    public bool Has(string name) => Find(name) is not null;

    /// <summary>Given as null, which some macros read as "without it".</summary>
    public bool IsNull(string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Null;

    public string? Text(string name) => Value(name) is { Length: > 0 } text and not "false" ? text : null;

    /// <summary>The text also when it is empty.</summary>
    public string? Value(string name) =>
        Find(name) is not { } value ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString()
        : value.ValueKind is JsonValueKind.Object or JsonValueKind.Array ? null
        : value.GetRawText();

    public int? Number(string name) => Text(name) is { } text ? int.Parse(text) : null;

    public bool IsTrue(string name) => Bool(name) == true;

    public bool? Bool(string name) =>
        Find(name)?.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => null,
        };

    /// <summary>What the author writes in a component: given as html, or as text to be escaped.</summary>
    public RenderFragment? Content(string html = "html", string text = "text")
    {
        if (Text(html) is { } markup)
            return builder => builder.AddMarkupContent(0, markup);
        return Text(text) is { } words ? builder => builder.AddContent(0, words) : null;
    }

    public RenderFragment? Html(string name = "html") =>
        Text(name) is { } markup ? builder => builder.AddMarkupContent(0, markup) : null;

    /// <summary>The text of an option that may be given as html instead.</summary>
    public string? TextWithoutHtml(string html = "html", string text = "text") => Text(html) is null ? Text(text) : null;

    public IReadOnlyDictionary<string, object>? Attributes(string name = "attributes") =>
        Find(name) is { ValueKind: JsonValueKind.Object } attributes
            ? attributes.EnumerateObject().ToDictionary(a => a.Name, object (a) => a.Value.ValueKind == JsonValueKind.String ? a.Value.GetString()! : a.Value.GetRawText())
            : null;

    public IReadOnlyDictionary<string, string>? Plurals(string name) =>
        Find(name) is { ValueKind: JsonValueKind.Object } texts
            ? texts.EnumerateObject().ToDictionary(t => t.Name, t => t.Value.GetString()!)
            : null;

    public IEnumerable<Options> Items(string name = "items") =>
        Find(name) is { ValueKind: JsonValueKind.Array } items ? items.EnumerateArray().Select(item => new Options(item)) : [];

    public IEnumerable<Options> Cells() => json.ValueKind == JsonValueKind.Array ? json.EnumerateArray().Select(cell => new Options(cell)) : [];

    public IReadOnlyList<string>? Texts(string name) =>
        Find(name) is { ValueKind: JsonValueKind.Array } texts ? [.. texts.EnumerateArray().Select(text => text.ToString())] : null;

    /// <summary>An item left empty by an author's condition; the macros skip it.</summary>
    public bool IsFalsy =>
        json.ValueKind is JsonValueKind.Null or JsonValueKind.False or JsonValueKind.Undefined
        || (json.ValueKind == JsonValueKind.String && json.GetString() == "");

    private JsonElement? Find(string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
}

using AngleSharp.Html.Dom;

namespace Trellis.Testing;

/// <summary>A form of a page with what a browser would send, to be changed as a person would change it.</summary>
public sealed class FilledForm
{
    private readonly Uri address;
    private readonly bool hasFiles;
    private readonly HashSet<string> known;
    private readonly List<(string Field, string FileName, byte[] Bytes)> files = [];

    private FilledForm(Uri address, IHtmlFormElement form)
    {
        this.address = address;
        hasFiles = form.Enctype == "multipart/form-data";
        known = [.. form.Elements.Select(e => e.GetAttribute("name")).OfType<string>()];
        Fields = [.. form.Elements.SelectMany(Sent)];
    }

    public List<KeyValuePair<string, string>> Fields { get; }

    /// <param name="name">The form's name on the page, as in its <c>PostForm Name</c>; for a GET form its id or class.</param>
    public static FilledForm Of(PageAnswer page, string name)
    {
        var form = page.Document.Forms.FirstOrDefault(f => f.QuerySelector("input[name=_handler]")?.GetAttribute("value") == name || f.Id == name);
        return form is null
            ? throw new InvalidOperationException($"The page \"{page.Heading}\" ({(int)page.Status}) has no form {name}.")
            : new FilledForm(new Uri(page.Address, form.GetAttribute("action") ?? ""), form);
    }

    public FilledForm Fill(params (string Field, string Value)[] typed)
    {
        foreach (var name in typed.Select(t => t.Field).Distinct(StringComparer.Ordinal))
        {
            if (!known.Contains(name))
            {
                throw new InvalidOperationException($"The form has no field {name}. It has {string.Join(", ", known)}.");
            }

            Fields.RemoveAll(f => f.Key == name);
        }

        Fields.AddRange(typed.Select(t => KeyValuePair.Create(t.Field, t.Value)));
        return this;
    }

    /// <summary>Takes the tick from every box of that name.</summary>
    public FilledForm Untick(string field)
    {
        Fields.RemoveAll(f => f.Key == field);
        return this;
    }

    public FilledForm Choose(string field, string fileName, byte[] bytes)
    {
        files.Add((field, fileName, bytes));
        return this;
    }

    public HttpRequestMessage ToRequest()
    {
        if (!hasFiles)
        {
            return new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(Fields) };
        }

        var content = new MultipartFormDataContent();
        foreach (var (field, value) in Fields)
        {
            content.Add(new StringContent(value), field);
        }

        foreach (var (field, fileName, bytes) in files)
        {
            content.Add(new ByteArrayContent(bytes), field, fileName);
        }

        return new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
    }

    private static IEnumerable<KeyValuePair<string, string>> Sent(AngleSharp.Dom.IElement element)
    {
        var name = element.GetAttribute("name");
        if (string.IsNullOrEmpty(name) || element.HasAttribute("disabled"))
        {
            return [];
        }

        return element switch
        {
            IHtmlTextAreaElement area => [KeyValuePair.Create(name, area.Value)],
            IHtmlSelectElement select => select.SelectedOptions.Take(select.IsMultiple ? int.MaxValue : 1).Select(o => KeyValuePair.Create(name, o.Value)),
            IHtmlInputElement { Type: "checkbox" or "radio" } box => box.IsChecked ? [KeyValuePair.Create(name, box.Value)] : [],
            IHtmlInputElement { Type: "file" or "submit" } => [],
            IHtmlInputElement input => [KeyValuePair.Create(name, input.Value)],
            _ => [],
        };
    }
}

using System.Globalization;
using System.Text;

namespace Trellis.Papers.Html;

/// <summary>Writes the pieces of a paper one after the other.</summary>
internal sealed class HtmlBlocks(StringBuilder html)
{
    public void Write(IReadOnlyList<PaperBlock> blocks)
    {
        foreach (var block in blocks)
        {
            Write(block);
        }
    }

    private void Write(PaperBlock block)
    {
        switch (block)
        {
            case HeadingBlock heading:
                var level = Math.Clamp(heading.Level, 2, 4);
                var size = level switch { 2 => "l", 3 => "m", _ => "s" };
                html.Append(CultureInfo.InvariantCulture, $"<h{level} class=\"govuk-heading-{size}\">").Append(HtmlText.Encode(heading.Text))
                    .Append(CultureInfo.InvariantCulture, $"</h{level}>\n");
                break;
            case ParagraphBlock { IsNotice: true } notice:
                html.Append("<div class=\"govuk-inset-text\"><p>");
                Write(notice.Runs);
                html.Append("</p></div>\n");
                break;
            case ParagraphBlock paragraph:
                html.Append("<p class=\"govuk-body\">");
                Write(paragraph.Runs);
                html.Append("</p>\n");
                break;
            case ListBlock list:
                WriteList(list.Numbered, list.Items);
                break;
            case TableBlock table:
                new HtmlTable(html, this).Write(table);
                break;
            case FigureBlock figure:
                HtmlFigure.Write(html, figure);
                new HtmlTable(html, this).Write(figure.Table);
                break;
            case LegendBlock legend:
                html.Append("<p class=\"govuk-body\"><strong>").Append(HtmlText.Encode(legend.Title)).Append("</strong></p>\n<ul class=\"govuk-list\">\n");
                foreach (var entry in legend.Entries)
                {
                    html.Append("<li>").Append(Square(entry.Tone)).Append(HtmlText.Encode(entry.Text)).Append("</li>\n");
                }

                html.Append("</ul>\n");
                break;
            case FieldsBlock fields:
                WriteFields(fields);
                break;
            case PageBreakBlock:
                html.Append("<div class=\"trellis-paper__break\"></div>\n");
                break;
            default:
                throw new InvalidOperationException($"{block.GetType().Name} is no piece of a paper.");
        }
    }

    public void Write(IReadOnlyList<TextPiece> runs)
    {
        foreach (var run in runs)
        {
            var element = run.Weight switch { TextWeight.Strong => "strong", TextWeight.Emphasis => "em", _ => null };
            var address = IsAddress(run.Address) ? run.Address : null;
            html.Append(address is null ? "" : $"<a class=\"govuk-link\" href=\"{HtmlText.Encode(address)}\">")
                .Append(element is null ? "" : $"<{element}>").Append(HtmlText.Encode(run.Text).Replace("\n", "<br>", StringComparison.Ordinal))
                .Append(element is null ? "" : $"</{element}>").Append(address is null ? "" : "</a>");
        }
    }

    /// <summary>The square before a state's words; assistive technology passes over it, since the words say it.</summary>
    public static string Square(PaperTone tone) => tone == PaperTone.None
        ? ""
        : $"<span class=\"trellis-paper__square trellis-paper__square--{tone.ToString().ToLowerInvariant()}\" aria-hidden=\"true\"></span>&#160;";

    /// <summary>An address that only leads somewhere: no script, no data.</summary>
    internal static bool IsAddress(string? address) =>
        address is { Length: > 0 }
        && ((address[0] is '/' or '#' && !address.StartsWith("//", StringComparison.Ordinal))
            || address.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || address.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            || address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase));

    private void WriteList(bool numbered, IReadOnlyList<ListEntry> items)
    {
        var element = numbered ? "ol" : "ul";
        html.Append('<').Append(element).Append(numbered ? " class=\"govuk-list govuk-list--number\">\n" : " class=\"govuk-list govuk-list--bullet\">\n");
        foreach (var item in items)
        {
            html.Append("<li>");
            Write(item.Runs);
            if (item.Below.Count > 0)
            {
                html.Append('\n');
                WriteList(numbered, item.Below);
            }

            html.Append("</li>\n");
        }

        html.Append("</").Append(element).Append(">\n");
    }

    private void WriteFields(FieldsBlock fields)
    {
        html.Append("<dl class=\"govuk-summary-list\">\n");
        foreach (var field in fields.Fields)
        {
            html.Append("<div class=\"govuk-summary-list__row\"><dt class=\"govuk-summary-list__key\">").Append(HtmlText.Encode(field.Name))
                .Append("</dt><dd class=\"govuk-summary-list__value\">").AppendJoin("<br>", field.Value.Split('\n').Select(HtmlText.Encode)).Append("</dd></div>\n");
        }

        html.Append("</dl>\n");
    }
}

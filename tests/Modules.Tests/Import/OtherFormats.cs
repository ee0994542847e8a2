using System.Diagnostics;
using System.Net;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Trellis.Modules.Tests.Import;

/// <summary>The content of a text plan written in other formats, by other programs where there are any.</summary>
internal static class OtherFormats
{
    public static string Csv(string text, char delimiter = ',') =>
        string.Join(
            "\r\n",
            text.Split('\n')
                .Select(line =>
                    string.Join(
                        delimiter,
                        line.Split('\t').Select(cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")
                    )
                )
        );

    /// <summary>Markdown with pipe tables; nested items by two spaces.</summary>
    public static string Markdown(string text)
    {
        var markdown = new StringBuilder();
        var inTable = false;
        foreach (var line in text.Split('\n'))
        {
            var row = line.Contains('\t', StringComparison.Ordinal);
            markdown
                .Append(
                    row ? $"| {string.Join(" | ", line.Split('\t'))} |" : line.Replace(" - ", "  - ", StringComparison.Ordinal)
                )
                .Append('\n');
            if (row && !inTable)
            {
                markdown.Append('|').Insert(markdown.Length, "---|", line.Split('\t').Length).Append('\n');
            }

            inTable = row;
        }

        return markdown.ToString();
    }

    /// <summary>Word, written by pandoc from HTML.</summary>
    public static byte[] Word(string text)
    {
        var folder = Directory.CreateTempSubdirectory("plan");
        try
        {
            var html = Path.Combine(folder.FullName, "plan.html");
            var docx = Path.Combine(folder.FullName, "plan.docx");
            File.WriteAllText(html, Html(text));
            Run("pandoc", ["-f", "html", "-t", "docx", "-o", docx, html]);
            return File.ReadAllBytes(docx);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Excel: a line a row; a fill (RRGGBB) can be laid on the last cell of chosen lines.</summary>
    public static byte[] Excel(string text, IReadOnlyDictionary<int, string>? fills = null)
    {
        using var stream = new MemoryStream();
        using (var package = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = package.AddWorkbookPart();
            var sheet = workbook.AddNewPart<WorksheetPart>();
            var colours = fills?.Values.Distinct().ToList() ?? [];
            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles(colours);
            var rows = text.Split('\n')
                .Select(
                    (line, i) =>
                        Row(
                            line,
                            i + 1,
                            fills is not null && fills.TryGetValue(i + 1, out var fill) ? (uint)colours.IndexOf(fill) + 1 : 0
                        )
                );
            sheet.Worksheet = new Worksheet(new SheetData(rows));
            workbook.Workbook = new Workbook(
                new Sheets(
                    new Sheet
                    {
                        Name = "Sheet1",
                        SheetId = 1,
                        Id = workbook.GetIdOfPart(sheet),
                    }
                )
            );
        }

        return stream.ToArray();
    }

    private static Row Row(string line, int number, uint style)
    {
        var cells = line.Split('\t');
        return new Row(
            cells.Select(
                (cell, i) =>
                    new Cell
                    {
                        CellReference = $"{(char)('A' + i)}{number}",
                        DataType = CellValues.InlineString,
                        InlineString = new InlineString(new Text(cell)),
                        StyleIndex = i == cells.Length - 1 ? style : 0,
                    }
            )
        )
        {
            RowIndex = (uint)number,
        };
    }

    private static Stylesheet Styles(List<string> colours) =>
        new(
            new Fonts(new Font()),
            new Fills([
                new Fill(new PatternFill { PatternType = PatternValues.None }),
                .. colours.Select(colour => new Fill(
                    new PatternFill(new ForegroundColor { Rgb = "FF" + colour }) { PatternType = PatternValues.Solid }
                )),
            ]),
            new Borders(new Border()),
            new CellFormats([
                new CellFormat(),
                .. colours.Select((_, i) => new CellFormat { FillId = (uint)i + 1, ApplyFill = true }),
            ])
        );

    private static string Html(string text)
    {
        var html = new StringBuilder("<html><body>");
        var open = "";
        foreach (var line in text.Split('\n').Where(line => !string.IsNullOrWhiteSpace(line)))
        {
            var row = line.Contains('\t', StringComparison.Ordinal);
            var nested = line.StartsWith(" - ", StringComparison.Ordinal);
            var item = nested || line.StartsWith("- ", StringComparison.Ordinal);
            var wanted =
                row ? "table"
                : nested && open is "ul" or "li" ? "li"
                : item ? "ul"
                : "";
            html.Append(Turn(open, wanted))
                .Append(
                    row ? HtmlRow(line)
                    : item ? $"<li>{Letters(line.Trim()[2..])}"
                    : $"<p>{Letters(line.Trim())}</p>"
                );
            open = wanted;
        }

        return html.Append(Turn(open, "")).Append("</body></html>").ToString();
    }

    /// <summary>Closes and opens: "ul" is an outer list, "li" a list nested in its last item.</summary>
    private static string Turn(string open, string wanted) =>
        (open, wanted) switch
        {
            _ when open == wanted => "",
            ("ul", "li") => "<ul>",
            ("li", "ul") => "</ul>",
            _ => Close(open) + (wanted.Length > 0 ? $"<{wanted}>" : ""),
        };

    private static string Close(string open) =>
        open switch
        {
            "li" => "</ul></ul>",
            "" => "",
            _ => $"</{open}>",
        };

    private static string HtmlRow(string line) =>
        $"<tr>{string.Concat(line.Split('\t').Select(cell => $"<td>{Letters(cell)}</td>"))}</tr>";

    private static string Letters(string text)
    {
        var parts = WebUtility.HtmlEncode(text).Split("**");
        return string.Concat(parts.Select((part, i) => i % 2 == 1 ? $"<b>{part}</b>" : part));
    }

    private static void Run(string program, string[] arguments)
    {
        try
        {
            using var process = Process.Start(
                new ProcessStartInfo(program, arguments) { RedirectStandardError = true, UseShellExecute = false }
            )!;
            process.WaitForExit();
            Assert.Equal(0, process.ExitCode);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip($"{program} is not installed.");
        }
    }
}

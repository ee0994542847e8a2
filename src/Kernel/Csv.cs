using System.Text;

namespace Trellis.Kernel;

/// <summary>A table as a file that a spreadsheet opens as it is: UTF-8 with its mark, commas, and no text that is taken for a formula.</summary>
public sealed class Csv
{
    private readonly StringBuilder text = new("\uFEFF");

    public Csv Row(params ReadOnlySpan<string> cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            text.Append(i == 0 ? "" : ",").Append(Cell(cells[i]));
        }

        text.Append("\r\n");
        return this;
    }

    public override string ToString() => text.ToString();

    /// <summary>Quoted where it must be; a text that a spreadsheet would take for a formula is kept a text.</summary>
    private static string Cell(string text)
    {
        var safe = text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + text : text;
        return safe.AsSpan().IndexOfAny(",\"\r\n") >= 0 ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}

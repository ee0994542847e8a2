using System.Globalization;
using System.Text;

namespace Trellis.Governance;

/// <summary>Rows for a spreadsheet, opened by Excel as they are.</summary>
internal sealed class CsvText
{
    private readonly StringBuilder csv = new("\uFEFF");

    public CsvText(params ReadOnlySpan<string> heads) => Row(heads);

    public static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    public void Row(params ReadOnlySpan<string> cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            csv.Append(i == 0 ? "" : ",").Append(Cell(cells[i]));
        }

        csv.Append("\r\n");
    }

    public override string ToString() => csv.ToString();

    /// <summary>Quoted where it must be; a text that a spreadsheet would take for a formula is kept a text.</summary>
    private static string Cell(string text)
    {
        var safe = text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + text : text;
        return safe.AsSpan().IndexOfAny(",\"\r\n") >= 0 ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}

using System.Text.Json;
using Trellis.Tables;

namespace Trellis.People.Extracts;

/// <summary>The rows of an extract, whatever kind of file it was.</summary>
/// <param name="Columns">The headings as the file has them.</param>
/// <param name="Rows">A text for each column.</param>
/// <param name="Places">Where each row stands, for people: "line 12".</param>
public sealed record ExtractTable(string Kind, IReadOnlyList<string> Columns, IReadOnlyList<string[]> Rows, IReadOnlyList<string> Places)
{
    /// <summary>Larger files are refused: an agency of a city holds fewer.</summary>
    public const long MostBytes = 200L * 1024 * 1024;

    private static readonly ReadLimits sheets = new() { Bytes = MostBytes, Rows = 1_100_000, Cells = 40_000_000, ExpandedBytes = 2L * 1024 * 1024 * 1024 };

    /// <returns>The table, or what is wrong with the file and what to do.</returns>
    public static async Task<(ExtractTable? Table, string? Wrong)> ReadAsync(byte[] bytes, string name, CancellationToken ct) =>
        IsJson(bytes) ? OfDemographics(bytes)
        : bytes.AsSpan().StartsWith("PK"u8) ? await OfWorkbookAsync(bytes, name, ct)
        : await OfColumnsAsync(bytes, name, ct);

    private static bool IsJson(ReadOnlySpan<byte> bytes) => bytes.TrimStart(" \t\r\n\uFEFF"u8) is [(byte)'{', ..];

    private static async Task<(ExtractTable?, string?)> OfColumnsAsync(byte[] bytes, string name, CancellationToken ct)
    {
        var (table, failure) = await ColumnTableReader.ReadAsync(bytes, name, null, ct);
        if (table is null)
        {
            return (null, failure!.ToString());
        }

        string[][] rows = [.. Enumerable.Range(0, table.Count).Select(row => Enumerable.Range(0, table.Columns.Count).Select(column => table.Cell(row, column)).ToArray())];
        return (new ExtractTable(bytes.AsSpan().StartsWith("PAR1"u8) ? "parquet" : "csv", table.Columns, rows, [.. Enumerable.Range(0, table.Count).Select(table.Place)]), null);
    }

    /// <summary>The first sheet that has rows; its first row holds the headings.</summary>
    private static async Task<(ExtractTable?, string?)> OfWorkbookAsync(byte[] bytes, string name, CancellationToken ct)
    {
        using var stream = new MemoryStream(bytes);
        var read = await DocumentReader.ReadAsync(stream, name, sheets, ct);
        if (read.Document is not { } book)
        {
            return (null, read.Failure!.ToString());
        }

        var sheet = book.Blocks.OfType<SourceRow>().GroupBy(r => r.Position.Place.Split('!')[0]).FirstOrDefault()?.ToList();
        if (sheet is null)
        {
            return (null, $"{name}: There is no row in the workbook. Save the sheet with the records and send it again.");
        }

        var columns = sheet[0].Cells.Select(Text).ToList();
        return (new ExtractTable("xlsx", columns, [.. sheet.Skip(1).Select(row => columns.Select((_, i) => i < row.Cells.Count ? Text(row.Cells[i]) : "").ToArray())], [.. sheet.Skip(1).Select(r => $"{r.Position}")]), null);
    }

    private static string Text(SourceCell cell) => cell.Date is { } day ? $"{day:yyyy-MM-dd}" : cell.Text.Trim();

    /// <summary>The answer of the NHS Personal Demographics Service: a FHIR bundle of patients, or one.</summary>
    private static (ExtractTable?, string?) OfDemographics(byte[] bytes)
    {
        try
        {
            var patients = Nhs.PdsAnswer.Read(bytes).Patients;
            return (new ExtractTable("json", Nhs.PdsPatient.Columns, [.. patients.Select(p => p.Row)], [.. patients.Select((_, i) => $"patient {i + 1}")]), null);
        }
        catch (FormatException wrong)
        {
            return (null, wrong.Message);
        }
    }
}

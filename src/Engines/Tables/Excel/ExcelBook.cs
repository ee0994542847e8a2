using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Trellis.Tables;

/// <summary>What the cells of all sheets share: strings, fills, formats of dates.</summary>
internal sealed class ExcelBook
{
    private const int DaysTo1904 = 1462;

    private readonly List<string> strings = [];
    private readonly List<(string? Fill, string? Ink, DateStyle Date)> styles = [];
    private bool from1904;

    private enum DateStyle
    {
        None,
        Month,
        Day,
    }

    public static ExcelBook Of(WorkbookPart workbook, ReadingLimit limit)
    {
        var book = new ExcelBook { from1904 = workbook.Workbook?.WorkbookProperties?.Date1904?.Value ?? false };
        foreach (var item in workbook.SharedStringTablePart?.SharedStringTable?.Elements<SharedStringItem>() ?? [])
        {
            book.strings.Add(item.InnerText);
            if (book.strings.Count > limit.Limits.Cells)
            {
                throw limit.Refusal("The file has more texts than a plan can have.", "", "Give only the part that is the plan.");
            }
        }

        book.ReadStyles(workbook.WorkbookStylesPart?.Stylesheet, ExcelColours.Of(workbook));
        return book;
    }

    public SourceCell Cell(Cell cell, string address)
    {
        var (fill, ink, date) =
            cell.StyleIndex?.Value is { } index && index < styles.Count ? styles[(int)index] : (null, null, DateStyle.None);
        var read = Value(cell, date);
        return read with { Address = address, Shading = fill, Symbols = [.. WordText.SignsIn(read.Text)], Inks = ink is null ? [] : [ink] };
    }

    private SourceCell Value(Cell cell, DateStyle style)
    {
        var raw = cell.CellValue?.Text ?? "";
        if (cell.DataType?.Value == CellValues.SharedString)
        {
            return new SourceCell(int.TryParse(raw, out var at) && at >= 0 && at < strings.Count ? strings[at] : "");
        }

        if (cell.DataType?.Value == CellValues.InlineString)
        {
            return new SourceCell(cell.InlineString?.InnerText ?? "");
        }

        if (cell.DataType?.Value is { } type && type != CellValues.Number)
        {
            return new SourceCell(type == CellValues.Boolean ? (raw == "1" ? "TRUE" : "FALSE") : raw);
        }

        return double.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? Number(number, style)
            : new SourceCell(raw);
    }

    private SourceCell Number(double number, DateStyle style)
    {
        var days = number + (from1904 ? DaysTo1904 : 0);
        if (style == DateStyle.None || days is < 1 or > 2_958_465)
        {
            return new SourceCell(number.ToString(CultureInfo.InvariantCulture)) { Number = number };
        }

        var date = DateOnly.FromDateTime(DateTime.FromOADate(days));
        var text = date.ToString(style == DateStyle.Month ? "MMM yyyy" : "d MMMM yyyy", CultureInfo.InvariantCulture);
        return new SourceCell(text) { Date = date, Number = number };
    }

    private void ReadStyles(Stylesheet? sheet, ExcelColours colours)
    {
        var formats = (sheet?.NumberingFormats?.Elements<NumberingFormat>() ?? [])
            .Where(format => format.NumberFormatId?.Value is not null)
            .ToDictionary(format => format.NumberFormatId!.Value, format => format.FormatCode?.Value ?? "");
        var fills = (sheet?.Fills?.Elements<Fill>() ?? []).Select(fill => FillOf(fill, colours)).ToList();
        var inks = (sheet?.Fonts?.Elements<Font>() ?? []).Select(font => colours.Of(font.GetFirstChild<Color>())).ToList();
        foreach (var format in sheet?.CellFormats?.Elements<CellFormat>() ?? [])
        {
            var fill = format.FillId?.Value is { } at && at < fills.Count ? fills[(int)at] : null;
            var ink = format.FontId?.Value is { } font && font < inks.Count ? inks[(int)font] : null;
            styles.Add((fill, ink, DateStyleOf(format.NumberFormatId?.Value ?? 0, formats)));
        }
    }

    private static string? FillOf(Fill fill, ExcelColours colours) =>
        fill.PatternFill is { } pattern && pattern.PatternType?.Value == PatternValues.Solid ? colours.Of(pattern.ForegroundColor) : null;

    private static DateStyle DateStyleOf(uint id, Dictionary<uint, string> formats)
    {
        if (id is 14 or 15 or 16 or 22)
        {
            return DateStyle.Day;
        }

        if (id == 17)
        {
            return DateStyle.Month;
        }

        var code = formats.GetValueOrDefault(id, "");
        var letters = string.Concat(WithoutQuoted(code)).ToLowerInvariant();
        return letters.Contains('d', StringComparison.Ordinal) ? DateStyle.Day
            : letters.Contains('m', StringComparison.Ordinal) && letters.Contains('y', StringComparison.Ordinal) ? DateStyle.Month
            : DateStyle.None;
    }

    /// <summary>A format's code without what stands in quotes or square brackets ("[Red]").</summary>
    private static IEnumerable<char> WithoutQuoted(string code)
    {
        var until = '\0';
        foreach (var letter in code)
        {
            if (until != '\0')
            {
                until = letter == until ? '\0' : until;
            }
            else if (letter is '"' or '[')
            {
                until = letter == '[' ? ']' : letter;
            }
            else
            {
                yield return letter;
            }
        }
    }
}

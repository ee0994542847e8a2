using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Anchors = DocumentFormat.OpenXml.Drawing.Spreadsheet;

namespace Trellis.Tables;

/// <summary>
/// What changes the look of a sheet's cells without standing in them: rules that colour them, and pictures and shapes that float over
/// them. What such a cell shows cannot be told for sure, so it is only marked.
/// </summary>
internal sealed class OverSheet
{
    /// <summary>With more ranges than this, every cell counts as coloured: each cell is held against each range.</summary>
    private const int MostRanges = 200;
    private const int MostPictures = 10_000;

    private readonly List<Range> rules = [];
    private readonly Dictionary<int, SortedDictionary<int, List<string>>> picturesByRow = [];

    public static OverSheet Of(WorksheetPart part)
    {
        var over = new OverSheet();
        over.ReadRules(part);
        over.ReadPictures(part);
        return over;
    }

    /// <summary>The last column of a row over which a picture floats; 0 when there is none.</summary>
    public int LastColumn(int row) => picturesByRow.TryGetValue(row, out var columns) ? columns.Keys.Max() : 0;

    public SourceCell Mark(SourceCell cell, int column, int row)
    {
        var pictures = picturesByRow.GetValueOrDefault(row)?.GetValueOrDefault(column);
        var isColoured = rules.Count > MostRanges || rules.Exists(range => range.Holds(column, row) && (cell.Text.Length > 0 || range.ColoursBlank));
        return pictures is null && !isColoured ? cell : cell with { PicturesOver = pictures ?? [], IsColouredByRule = isColoured };
    }

    private void ReadRules(WorksheetPart part)
    {
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.ElementType == typeof(SheetData) && reader.IsStartElement)
            {
                reader.Skip();
            }

            if (reader.ElementType == typeof(ConditionalFormatting) && reader.IsStartElement && reader.LoadCurrentElement() is ConditionalFormatting formatting)
            {
                AddRules(formatting.SequenceOfReferences?.InnerText, formatting.Elements<ConditionalFormattingRule>().Any(ColoursBlank));
            }
            else if (reader.ElementType == typeof(WorksheetExtensionList) && reader.IsStartElement && reader.LoadCurrentElement() is { } extensions)
            {
                // Rules of Excel 2010 and later stand among the extensions, their ranges as text.
                foreach (var added in extensions.Descendants().Where(e => e.LocalName == "conditionalFormatting"))
                {
                    AddRules(added.ChildElements.FirstOrDefault(e => e.LocalName == "sqref")?.InnerText, coloursBlank: true);
                }
            }
        }
    }

    private void AddRules(string? ranges, bool coloursBlank)
    {
        foreach (var range in (ranges ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).TakeWhile(_ => rules.Count <= MostRanges))
        {
            rules.Add(Range.Of(range, coloursBlank));
        }
    }

    /// <summary>Rules about the words of a cell leave an empty one alone; a formula, or a comparison with a number, may not.</summary>
    private static bool ColoursBlank(ConditionalFormattingRule rule) =>
        rule.Type?.Value is not { } type
        || type == ConditionalFormatValues.Expression
        || type == ConditionalFormatValues.ContainsBlanks
        || type == ConditionalFormatValues.NotContainsText
        || (type == ConditionalFormatValues.CellIs && rule.Elements<Formula>().FirstOrDefault()?.Text.StartsWith('"') != true);

    private void ReadPictures(WorksheetPart part)
    {
        var count = 0;
        foreach (var anchor in part.DrawingsPart?.WorksheetDrawing?.ChildElements ?? [])
        {
            var (from, to) = anchor switch
            {
                Anchors.TwoCellAnchor two => (two.FromMarker, (Anchors.MarkerType?)two.ToMarker),
                Anchors.OneCellAnchor one => (one.FromMarker, null),
                _ => (null, null),
            };
            if (from is not null && count++ < MostPictures)
            {
                var name = anchor.Descendants<Anchors.NonVisualDrawingProperties>().Select(NameOf).FirstOrDefault(n => n.Length > 0) ?? "a picture";
                Add(name, Number(from.RowId), Number(from.ColumnId), Last(to, to?.RowId, to?.RowOffset, from.RowId), Last(to, to?.ColumnId, to?.ColumnOffset, from.ColumnId));
            }
        }
    }

    /// <summary>Over each cell that the picture touches, or only the first when it covers more than a few rows: a logo is no progress.</summary>
    private void Add(string name, int top, int left, int bottom, int right)
    {
        for (var row = top; row <= Math.Clamp(bottom, top, top + 3); row++)
        {
            if (!picturesByRow.TryGetValue(row, out var columns))
            {
                picturesByRow.Add(row, columns = []);
            }

            for (var column = left; column <= Math.Clamp(right, left, left + 20); column++)
            {
                if (!columns.TryGetValue(column, out var names))
                {
                    columns.Add(column, names = []);
                }

                names.Add(name);
            }
        }
    }

    private static string NameOf(Anchors.NonVisualDrawingProperties properties) =>
        string.IsNullOrWhiteSpace(properties.Description?.Value) ? properties.Name?.Value ?? "" : properties.Description.Value;

    /// <summary>Anchors count from 0, addresses from 1.</summary>
    private static int Number(OpenXmlLeafTextElement? number) => int.TryParse(number?.Text, out var value) && value is >= 0 and < 1_048_576 ? value + 1 : 1;

    /// <summary>A picture that ends at the very edge of the next cell does not touch it.</summary>
    private static int Last(Anchors.MarkerType? to, OpenXmlLeafTextElement? end, OpenXmlLeafTextElement? offset, OpenXmlLeafTextElement? from) =>
        to is null ? Number(from) : Number(end) - (offset?.Text is null or "0" && Number(end) > Number(from) ? 1 : 0);

    private sealed record Range(int Left, int Top, int Right, int Bottom, bool ColoursBlank)
    {
        /// <summary>"G2:G50", "G2", "G:G" or "2:50": what is left out is without end.</summary>
        public static Range Of(string reference, bool coloursBlank)
        {
            var ends = reference.Replace("$", "", StringComparison.Ordinal).Split(':');
            var (first, last) = (ends[0], ends[^1]);
            return new(
                char.IsAsciiLetter(first.FirstOrDefault()) ? CellAddress.Column(first) : 1, Math.Max(CellAddress.Row(first), 1),
                char.IsAsciiLetter(last.FirstOrDefault()) ? CellAddress.Column(last) : int.MaxValue, CellAddress.Row(last) is > 0 and var row ? row : int.MaxValue, coloursBlank);
        }

        public bool Holds(int column, int row) => column >= Left && column <= Right && row >= Top && row <= Bottom;
    }
}

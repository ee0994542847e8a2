namespace Trellis.Tables;

/// <summary>
/// Tables whose cells stand apart by spaces. A table is a stretch of neighbouring lines of which some have three parts or more, or
/// which stands beside rows. How
/// the parts fall into columns is told, in this order, from the heads (each part begins where a head begins), or from the gaps (all
/// are whole numbers of the smallest: each stands for one tab). Where neither holds, the parts are given without empty cells.
/// </summary>
internal sealed class SpacedColumns
{
    private readonly Dictionary<int, SourceRow> rows = [];

    public static SpacedColumns Of(IReadOnlyList<TextLine> lines)
    {
        var columns = new SpacedColumns();
        if (!lines.Any(line => line.Text.Contains("  ", StringComparison.Ordinal)))
        {
            return columns;
        }

        var regions = Regions(lines);
        var unit = Unit(regions.SelectMany(region => region));
        foreach (var region in regions)
        {
            foreach (var (line, parts) in region)
            {
                columns.rows[line] = Row(lines[line], parts, region[0].Parts, unit);
            }
        }

        return columns;
    }

    /// <summary>The row at a place in the list of lines; null when that line belongs to no table.</summary>
    public SourceRow? Row(int line) => rows.GetValueOrDefault(line);

    private static List<List<(int Line, List<Part> Parts)>> Regions(IReadOnlyList<TextLine> lines)
    {
        var regions = new List<List<(int Line, List<Part> Parts)>>();
        var region = new List<(int Line, List<Part> Parts)>();
        for (var i = 0; i < lines.Count; i++)
        {
            var parts = IsTabbed(lines[i]) ? [] : Part.Of(lines[i].Text);
            var belongs = parts.Count >= 2 || (parts.Count == 1 && parts[0].Gap >= 2);
            if (!belongs || lines[i].AfterGap)
            {
                Close();
            }

            if (belongs && !IsProse(parts))
            {
                region.Add((i, parts));
            }
        }

        Close();
        return regions;

        void Close()
        {
            if (region.Count > 0 && (region.Any(row => row.Parts.Count >= 3) || IsBesideRow(region[0].Line, region[^1].Line)))
            {
                regions.Add(region);
            }

            region = [];
        }

        bool IsBesideRow(int first, int last) =>
            (first > 0 && (IsTabbed(lines[first - 1]) || (regions.Count > 0 && regions[^1][^1].Line == first - 1)))
            || (last + 1 < lines.Count && IsTabbed(lines[last + 1]) && !lines[last + 1].AfterGap);
    }

    private static bool IsTabbed(TextLine line) => line.Text.Contains('\t', StringComparison.Ordinal);

    /// <summary>Two spaces after a full stop are typing, and a bullet before spaces is a list.</summary>
    private static bool IsProse(List<Part> parts) =>
        parts[0].Text is ['-' or '*' or '+' or '\u2022', ' ', ..]
        || parts[0].Text is ['-' or '*' or '+' or '\u2022' or '#']
        || (parts.Count > 1 && parts.SkipLast(1).All(part => part.Text[^1] is '.' or '!' or '?' or ':' or ','));

    /// <summary>How many spaces stand for one tab; 0 when the gaps do not agree.</summary>
    private static int Unit(IEnumerable<(int Line, List<Part> Parts)> rows)
    {
        var gaps = rows.SelectMany(row => row.Parts).Select(part => part.Gap).Where(gap => gap > 0).ToList();
        var least = gaps.Count == 0 ? 0 : gaps.Min();
        return least >= 2 && gaps.TrueForAll(gap => gap % least == 0) ? least : 0;
    }

    private static SourceRow Row(TextLine line, List<Part> parts, List<Part> heads, int unit)
    {
        if (unit > 0)
        {
            var cells = parts.SelectMany(
                (part, i) => Blank((part.Gap / unit) - (i == 0 ? 0 : 1)).Append(new SourceCell(part.Text))
            );
            return new SourceRow(line.Position, line.AfterGap, [.. cells], RowLayout.EvenSpaces);
        }

        if (heads.Count > 1 && parts.TrueForAll(part => heads.Exists(head => head.Start == part.Start)))
        {
            var cells = heads.Select(head => new SourceCell(parts.Find(part => part.Start == head.Start).Text ?? ""));
            return new SourceRow(line.Position, line.AfterGap, [.. cells], RowLayout.Aligned);
        }

        return new SourceRow(
            line.Position,
            line.AfterGap,
            [.. parts.Select(part => new SourceCell(part.Text))],
            RowLayout.LooseSpaces
        );
    }

    private static IEnumerable<SourceCell> Blank(int count) => Enumerable.Repeat(SourceCell.Empty, count);

    /// <summary>One part of a line: where it begins and how many spaces stand before it.</summary>
    private readonly record struct Part(int Start, int Gap, string Text)
    {
        public static List<Part> Of(string line)
        {
            var parts = new List<Part>();
            var at = 0;
            while (at < line.Length)
            {
                var start = at;
                while (start < line.Length && char.IsWhiteSpace(line[start]))
                {
                    start++;
                }

                var end = start;
                while (
                    end < line.Length
                    && !(char.IsWhiteSpace(line[end]) && (end + 1 == line.Length || char.IsWhiteSpace(line[end + 1])))
                )
                {
                    end++;
                }

                if (end > start)
                {
                    parts.Add(new Part(start, start - at, line[start..end]));
                }

                at = end;
            }

            return parts;
        }
    }
}

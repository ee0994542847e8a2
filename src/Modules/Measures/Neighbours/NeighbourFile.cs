using System.Globalization;
using Trellis.Kernel.Places;
using Trellis.Measures.Importing;
using Trellis.Tables;

namespace Trellis.Measures.Neighbours;

/// <summary>One authority with its ten, as a file names them.</summary>
internal sealed record ReadNeighbours(PlaceCode Place, IReadOnlyList<ReadNeighbour> Ten);

internal sealed record ReadNeighbour(PlaceCode Other, string? Closeness);

/// <summary>
/// Reads the Department for Education's table of statistical neighbours: a row for each authority, its ten by their numbers in the columns SN1 to
/// SN10, how close each is in the column behind.
/// </summary>
internal sealed class NeighbourFile
{
    private const int MostRowsAbove = 10;
    private static readonly string[] NumberColumns = ["old_la_code", "LA number", "LA num"];

    private readonly ColumnTable table;
    private readonly ReadingNotes notes;
    private readonly Dictionary<PlaceCode, string> seen = [];

    private NeighbourFile(ColumnTable table, ReadingNotes notes) => (this.table, this.notes) = (table, notes);

    public static (IReadOnlyList<ReadNeighbours> Read, IReadOnlyList<FileFault> Faults) Read(ColumnTable table, string fileName)
    {
        var file = new NeighbourFile(table, new ReadingNotes(fileName));
        var read = file.Read();
        return (read, file.notes.Faults);
    }

    private List<ReadNeighbours> Read()
    {
        var read = new List<ReadNeighbours>();
        if (Heads() is not var (heads, first) || Columns(heads) is not var (number, ten))
        {
            return read;
        }

        for (var row = first; row < table.Count && !notes.IsFull; row++)
        {
            // Below the authorities of today stands a heading, and below that those of the past.
            if (table.Cell(row, number).Length > 0 || table.Cell(row, ten[0]).Length > 0)
            {
                if (Read(row, number, ten, heads) is { } authority)
                {
                    read.Add(authority);
                }
            }
        }

        if (read.Count == 0 && notes.Faults.Count == 0)
        {
            notes.Fault("", null, "There is no authority in it", "Check that this is the right file");
        }

        return read;
    }

    /// <summary>A workbook has rows of numbers above the names of its columns.</summary>
    private (IReadOnlyList<string> Heads, int FirstRow)? Heads()
    {
        if (table.Columns.Any(IsFirst))
        {
            return (table.Columns, 0);
        }

        for (var row = 0; row < Math.Min(table.Count, MostRowsAbove); row++)
        {
            var cells = Enumerable.Range(0, table.Columns.Count).Select(column => table.Cell(row, column)).ToList();
            if (cells.Exists(IsFirst))
            {
                return (cells, row + 1);
            }
        }

        notes.Fault("", "SN1", "There is no such column", "Check that this is the table of statistical neighbours, and that a line names its columns");
        return null;

        static bool IsFirst(string head) => Is(head, 1);
    }

    private (int Number, int[] Ten)? Columns(IReadOnlyList<string> heads)
    {
        var number = Array.ConvertAll(NumberColumns, name => Find(heads, head => head.Trim().Equals(name, StringComparison.OrdinalIgnoreCase))).FirstOrDefault(at => at >= 0, -1);
        var ten = Enumerable.Range(1, NeighbourList.Ten).Select(rank => Find(heads, head => Is(head, rank))).ToArray();
        if (number < 0)
        {
            notes.Fault("", NumberColumns[1], "There is no such column", "Name the column that holds the authority's three digits");
        }

        foreach (var missing in Enumerable.Range(0, ten.Length).Where(i => ten[i] < 0))
        {
            notes.Fault("", $"SN{missing + 1}", "There is no such column", "Each authority has ten neighbours: add the column");
        }

        return notes.Faults.Count == 0 ? (number, ten) : null;
    }

    private ReadNeighbours? Read(int row, int number, int[] ten, IReadOnlyList<string> heads)
    {
        var place = table.Place(row);
        if (AuthorityIn(row, number, heads) is not { } authority)
        {
            return null;
        }

        if (!seen.TryAdd(authority.Code, place))
        {
            notes.Fault(place, heads[number], $"{authority.Name} stands in {seen[authority.Code]} too", "Remove one of them");
            return null;
        }

        var read = new List<ReadNeighbour>();
        foreach (var column in ten)
        {
            if (table.Cell(row, column).Length == 0)
            {
                notes.Fault(place, heads[column], $"{authority.Name} has fewer than {NeighbourList.Ten} neighbours", "Add the number of the one that is missing");
            }
            else if (AuthorityIn(row, column, heads) is { } other)
            {
                if (other.Code == authority.Code)
                {
                    notes.Fault(place, heads[column], $"{authority.Name} is named as a neighbour of itself", "Correct the number");
                }
                else if (read.Exists(n => n.Other == other.Code))
                {
                    notes.Fault(place, heads[column], $"{other.Name} is named twice as a neighbour of {authority.Name}", "Correct the number");
                }

                read.Add(new ReadNeighbour(other.Code, ClosenessBehind(row, column, heads)));
            }
        }

        return new ReadNeighbours(authority.Code, read);
    }

    private Place? AuthorityIn(int row, int column, IReadOnlyList<string> heads)
    {
        var text = table.Cell(row, column);
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && EnglandPlaces.Find(number) is { Kind: PlaceKind.LocalAuthority } place)
        {
            return place;
        }

        notes.Fault(table.Place(row), heads[column], $"“{text}” is no authority that Trellis knows", "Write the three digits of the authority");
        return null;
    }

    private string? ClosenessBehind(int row, int column, IReadOnlyList<string> heads) =>
        column + 1 < heads.Count && heads[column + 1].Trim() is var head && head.StartsWith("SN", StringComparison.OrdinalIgnoreCase) && head.EndsWith('P')
        && table.Cell(row, column + 1) is { Length: > 0 } words
            ? words
            : null;

    private static bool Is(string head, int rank) => head.Trim().Replace("_", "", StringComparison.Ordinal).Equals($"SN{rank}", StringComparison.OrdinalIgnoreCase);

    private static int Find(IReadOnlyList<string> heads, Func<string, bool> isIt)
    {
        for (var i = 0; i < heads.Count; i++)
        {
            if (isIt(heads[i]))
            {
                return i;
            }
        }

        return -1;
    }
}

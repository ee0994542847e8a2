using Trellis.Measures.Importing.Formats;
using Trellis.Tables;

namespace Trellis.Measures.Importing;

/// <summary>A file that was given, as its columns.</summary>
public sealed record NamedTable(string FileName, ColumnTable Table);

/// <summary>Knows the published files by their columns.</summary>
internal static class FigureFormats
{
    public static FigureReading Read(IReadOnlyList<NamedTable> given)
    {
        if (given.FirstOrDefault(file => LaitFigures.Is(file.Table)) is { } lait)
        {
            return given.FirstOrDefault(file => LaitFigures.IsDictionary(file.Table)) is { } dictionary
                ? LaitFigures.Read(lait.Table, lait.FileName, dictionary.Table, dictionary.FileName)
                : Refused(lait.FileName, "This is the Local Authority Interactive Tool's file, which its dictionary explains", "Give the dictionary with it, in the same import");
        }

        return Refused(given[0].FileName, $"No kind of file that Trellis knows has the columns {string.Join(", ", given[0].Table.Columns.Take(8))}", "Check the file, or say which column is what");
    }

    public static FigureReading Refused(string where, string what, string whatToDo) => new("", null, [], [], [new FileFault(where, null, what, whatToDo)]);
}

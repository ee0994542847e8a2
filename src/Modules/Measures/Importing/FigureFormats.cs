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

        var tidy = given.Where(file => TidyFigures.Is(file.Table)).ToList();
        if (tidy.Count > 0)
        {
            return given.Count > 1 ? Together(tidy[0])
                : TidyFigures.Read(tidy[0].Table, tidy[0].FileName)
                    ?? Unknown(tidy[0], $"It is laid out as the Department for Education's files are, but none that Trellis knows has the columns {string.Join(", ", tidy[0].Table.Columns.TakeLast(4))}", "Say which column is what");
        }

        if (given.FirstOrDefault(file => FingertipsFigures.Is(file.Table)) is { } fingertips)
        {
            return given.Count > 1 ? Together(fingertips) : FingertipsFigures.Read(fingertips.Table, fingertips.FileName);
        }

        return Unknown(given[0], $"No kind of file that Trellis knows has the columns {string.Join(", ", given[0].Table.Columns.Take(8))}", "Check the file, or say which column is what");
    }

    private static FigureReading Together(NamedTable file) => Refused(file.FileName, "This file stands alone, and was given with others", "Give each of them in an import of its own");

    private static FigureReading Unknown(NamedTable file, string what, string whatToDo) => Refused(file.FileName, what, whatToDo) with { UnknownColumns = file.Table.Columns };

    public static FigureReading Refused(string where, string what, string whatToDo) => new("", null, [], [], [new FileFault(where, null, what, whatToDo)]);
}

using Trellis.Kernel.Places;
using Trellis.Measures.Figures;
using Trellis.Measures.Periods;
using Trellis.Tables;

namespace Trellis.Measures.Importing.Formats;

/// <summary>
/// The Department for Education's tidy CSV: one row for each year and area (and breakdown), with a column for each figure and symbols where there is none.
/// </summary>
internal sealed class TidyFigures
{
    private static readonly string[] Columns = ["time_period", "time_identifier", "geographic_level", "country_code", "region_code", "new_la_code"];

    private readonly TidyFile file;
    private readonly ColumnTable table;
    private readonly ReadingNotes notes;
    private readonly int[] at;

    private TidyFigures(TidyFile file, ColumnTable table, ReadingNotes notes)
    {
        (this.file, this.table, this.notes) = (file, table, notes);
        at = notes.Find(table, Columns);
        notes.Find(table, [.. file.Measures.SelectMany(m => m.ColumnNames).Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>True for any file that is laid out so, known or not.</summary>
    public static bool Is(ColumnTable table) => table.Find("time_period") >= 0 && table.Find("geographic_level") >= 0;

    /// <summary>Null where it is none of the files that Trellis knows.</summary>
    public static FigureReading? Read(ColumnTable table, string fileName) =>
        TidyFile.All.FirstOrDefault(known => known.Is(table)) is { } file ? new TidyFigures(file, table, new ReadingNotes(fileName)).Read() : null;

    private FigureReading Read()
    {
        var rows = notes.Faults.Count > 0 ? [] : Rows();
        var measures = notes.Faults.Count > 0 ? [] : Measures(rows);
        var years = rows.Select(row => PeriodLabel.Read(row.Label, file.Basis)?.Period.EndYear ?? 0).DefaultIfEmpty().ToHashSet();
        var source = years.Count > 1 ? $"{file.Source}, {years.Min()} to {years.Max()}" : $"{file.Source}, {years.Min()}";
        return new FigureReading(source, FigureLicence.Ogl, measures, notes.LeftOut, notes.Faults);
    }

    private readonly record struct Row(int Number, PlaceCode Place, string Label);

    private List<Row> Rows()
    {
        var rows = new List<Row>();
        for (var row = 0; row < table.Count && !notes.IsFull; row++)
        {
            var time = table.Cell(row, at[1]);
            if (!time.Equals(file.Time, StringComparison.OrdinalIgnoreCase))
            {
                notes.Fault(table.Place(row), Columns[1], $"“{time}” is not what this file is of, which is “{file.Time}”", "Give the file of whole years");
            }
            else if (PlaceIn(row) is { } place)
            {
                rows.Add(new Row(row, place, table.Cell(row, at[0])));
            }
        }

        return rows;
    }

    private PlaceCode? PlaceIn(int row)
    {
        int? column = table.Cell(row, at[2]) switch
        {
            "National" => 3,
            "Regional" => 4,
            "Local authority" => 5,
            _ => null,
        };
        if (column is null)
        {
            notes.PassOver($"The row is of another kind of area, “{table.Cell(row, at[2])}”", table.Place(row));
            return null;
        }

        var code = table.Cell(row, at[column.Value]);
        if (code.Length == 0)
        {
            notes.PassOver("The row names no place by its code", table.Place(row));
        }
        else if (PlaceCode.Read(code) is not { } read || EnglandPlaces.Find(read) is not { } place)
        {
            notes.Fault(table.Place(row), Columns[column.Value], $"“{code}” is no area that Trellis knows", "Check the code of the authority or region");
        }
        else
        {
            return place.Code;
        }

        return null;
    }

    private List<ReadMeasure> Measures(List<Row> rows)
    {
        var used = new HashSet<int>();
        var read = new List<ReadMeasure>();
        foreach (var measure in file.Measures)
        {
            var basis = measure.Basis ?? file.Basis;
            var figures = new TidyColumn(table, measure, basis, notes).Read(rows.Select(r => (r.Number, r.Place, r.Label)), used);
            var proposal = new MeasureProposal(
                measure.Title, null, measure.Unit, measure.UnitWords, measure.Decimals, measure.Polarity, Frequency.Yearly, basis.IsMoment() ? Basis.Snapshot : Basis.Period, file.Source)
            {
                Numerator = measure.NumeratorWords, Denominator = measure.DenominatorWords,
            };
            read.Add(new ReadMeasure(file.Prefix + measure.Feed, proposal, figures) { OtherFeeds = measure.AlsoFeeds ?? [] });
        }

        foreach (var row in rows.Where(r => !used.Contains(r.Number)))
        {
            notes.PassOver("The row is of a breakdown that is not taken", table.Place(row.Number));
        }

        return read;
    }
}

using System.Globalization;
using Trellis.Kernel.Places;
using Trellis.Measures.Figures;
using Trellis.Measures.Periods;
using Trellis.Tables;

namespace Trellis.Measures.Importing.Formats;

/// <summary>
/// The Department for Education's Local Authority Interactive Tool: one row for each measure, year and area, with a dictionary beside it.
/// </summary>
internal static class LaitFigures
{
    public const string Prefix = "lait:";
    private const string Source = "Department for Education, Local Authority Interactive Tool";
    private static readonly string[] Columns = ["Short Desc", "Years", "LA and Regions", "Values", "LA Number"];

    public static bool Is(ColumnTable table) => Array.TrueForAll(Columns, name => table.Find(name) >= 0);

    public static bool IsDictionary(ColumnTable table) => Array.TrueForAll(LaitDictionary.Columns, name => table.Find(name) >= 0);

    public static FigureReading Read(ColumnTable table, string fileName, ColumnTable dictionary, string dictionaryName)
    {
        var about = new ReadingNotes(dictionaryName);
        var known = LaitDictionary.Read(dictionary, about);
        var notes = new ReadingNotes(fileName);
        var at = notes.Find(table, Columns);
        var measures = about.Faults.Count + notes.Faults.Count > 0 ? [] : Rows(table, at, known, notes);
        return new FigureReading(Source, FigureLicence.Ogl, measures, notes.LeftOut, [.. about.Faults, .. notes.Faults]);
    }

    private static List<ReadMeasure> Rows(ColumnTable table, int[] at, Dictionary<string, LaitMeasure> known, ReadingNotes notes)
    {
        // Equal texts are one string, so what a cell says is worked out once for each text and not for each row.
        var places = new Dictionary<string, PlaceCode?>(ReferenceEqualityComparer.Instance);
        var said = new Dictionary<string, FigureValue?>(ReferenceEqualityComparer.Instance);
        var measures = new Dictionary<string, Open?>(ReferenceEqualityComparer.Instance);
        for (var row = 0; row < table.Count && !notes.IsFull; row++)
        {
            var (code, year, text, area) = (table.Cell(row, at[0]), table.Cell(row, at[1]), table.Cell(row, at[3]), table.Cell(row, at[4]));
            if (!measures.TryGetValue(code, out var open))
            {
                measures.Add(code, open = known.TryGetValue(code, out var about) ? new Open(new ReadMeasure(Prefix + code, about.Proposal, new(1700)), about.Basis) : null);
            }

            if (open is null)
            {
                notes.Fault(table.Place(row), Columns[0], $"“{code}” is not in the dictionary", "Give the dictionary of the same edition");
                continue;
            }

            if (!places.TryGetValue(area, out var place))
            {
                places.Add(area, place = int.TryParse(area, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? EnglandPlaces.Find(number)?.Code : null);
            }

            if (!said.TryGetValue(text, out var value))
            {
                said.Add(text, value = PublishedNumber.Read(text));
            }

            if (place is null)
            {
                notes.Fault(table.Place(row), Columns[4], $"“{area}” ({table.Cell(row, at[2])}) is no area that Trellis knows", "Check the number of the authority or region");
            }
            else if (value is null)
            {
                notes.Fault(table.Place(row), Columns[3], $"“{text}” is neither a number nor a symbol such as c, z or x", "Correct the value");
            }
            else if (open.PeriodOf(year) is { } label)
            {
                open.Measure.Figures.Add(new NewFigure(place.Value, label.Period, value.Value with { Status = label.Status ?? FigureStatus.Final }));
            }
            else
            {
                notes.PassOver($"The year “{year}” says no period", table.Place(row));
            }
        }

        var read = measures.Values.OfType<Open>().Select(open => open.Measure).ToList();
        Repeated(read, notes);
        return read;
    }

    private static void Repeated(List<ReadMeasure> measures, ReadingNotes notes)
    {
        foreach (var measure in measures)
        {
            var seen = new HashSet<(int, int)>(measure.Figures.Count);
            if (measure.Figures.Find(figure => !seen.Add((figure.Place.Number, figure.Period.Number))) is { Place.Number: > 0 } twice)
            {
                notes.Fault("", Columns[0], $"{measure.Feed[Prefix.Length..]} has two figures for {EnglandPlaces.Find(twice.Place)?.Name} in {twice.Period.Words}", "Remove one of them");
            }
        }
    }

    /// <summary>A measure whose rows are being read.</summary>
    private sealed class Open(ReadMeasure measure, PeriodBasis basis)
    {
        private readonly Dictionary<string, ReadLabel?> labels = new(ReferenceEqualityComparer.Instance);

        public ReadMeasure Measure => measure;

        public ReadLabel? PeriodOf(string label)
        {
            if (!labels.TryGetValue(label, out var read))
            {
                labels.Add(label, read = PeriodLabel.Read(label, basis));
            }

            return read;
        }
    }
}

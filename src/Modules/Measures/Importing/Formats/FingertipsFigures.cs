using Trellis.Kernel.Places;
using Trellis.Measures.Figures;
using Trellis.Measures.Periods;
using Trellis.Tables;

namespace Trellis.Measures.Importing.Formats;

/// <summary>
/// A download of Fingertips, the public health profiles: one row for each indicator, area, sex, age, category and period. The figures of everybody are taken,
/// for England, its regions and its upper-tier authorities.
/// </summary>
internal sealed class FingertipsFigures(ColumnTable table, ReadingNotes notes)
{
    public const string Prefix = "fingertips:";
    private const string Everybody = "Persons";
    private const string AllAges = "All ages";
    private const string Source = "Office for Health Improvement and Disparities, Fingertips";

    private static readonly string[] Columns =
        ["Indicator ID", "Indicator Name", "Area Code", "Area Type", "Sex", "Age", "Category Type", "Time period", "Value", "Count", "Denominator", "Value note"];

    private static readonly string[] AreaTypes = ["England", "Region", "Counties & UAs", "Upper tier"];

    /// <summary>The National Child Measurement Programme counts by school years, which are written as financial years are.</summary>
    private static readonly string[] SchoolYears = ["20601", "20602"];

    private readonly int[] at = notes.Find(table, Columns);

    public static bool Is(ColumnTable table) => table.Find(Columns[0]) >= 0 && table.Find("Area Code") >= 0 && table.Find("Time period") >= 0;

    public static FigureReading Read(ColumnTable table, string fileName) => new FingertipsFigures(table, new ReadingNotes(fileName)).Read();

    private FigureReading Read()
    {
        var measures = notes.Faults.Count > 0 ? [] : Enumerable.Range(0, table.Count).GroupBy(row => Cell(row, "Indicator ID"), StringComparer.Ordinal).Select(Measure).ToList();
        return new FigureReading(Source, FigureLicence.Ogl, measures, notes.LeftOut, notes.Faults);
    }

    private ReadMeasure Measure(IGrouping<string, int> rows)
    {
        var (sex, age) = (Whole(rows, "Sex", Everybody), Whole(rows, "Age", AllAges));
        var figures = new Dictionary<(PlaceCode, Period), (int Row, FigureValue Said)>();
        foreach (var row in rows)
        {
            if (!AreaTypes.Any(type => Cell(row, "Area Type").StartsWith(type, StringComparison.OrdinalIgnoreCase)))
            {
                notes.PassOver($"The row is of another kind of area, “{Cell(row, "Area Type")}”", table.Place(row));
            }
            else if (Cell(row, "Category Type").Length > 0 || Cell(row, "Sex") != sex || Cell(row, "Age") != age)
            {
                notes.PassOver("The row is of a part of the people", table.Place(row));
            }
            else if (PlaceIn(row) is { } place && PeriodIn(row, rows.Key) is { } period && FigureIn(row) is { } said && !figures.TryAdd((place, period), (row, said)) && figures[(place, period)].Said != said)
            {
                // The same area comes again under each of its parents, with the same figure.
                notes.Fault(table.Place(row), "Value", $"There is another figure for {EnglandPlaces.Find(place)!.Name} in {period.Words}; the first is in {table.Place(figures[(place, period)].Row)}", "Remove one of them");
            }
        }

        var first = rows.First();
        var proposal = new MeasureProposal(
            Cell(first, "Indicator Name"), null, UnitOf(figures.Values.Select(f => f.Said)), null, 1, Polarity.None, Frequency.Yearly, Basis.Period, Source);
        return new ReadMeasure(Prefix + rows.Key, proposal, [.. figures.Select(f => new NewFigure(f.Key.Item1, f.Key.Item2, f.Value.Said))]);
    }

    /// <summary>The word for everybody, or the only one there is; null where all are parts.</summary>
    private string? Whole(IEnumerable<int> rows, string column, string everybody)
    {
        var words = rows.Select(row => Cell(row, column)).ToHashSet(StringComparer.Ordinal);
        return words.Contains(everybody) ? everybody : words.Count == 1 ? words.Single() : null;
    }

    private PlaceCode? PlaceIn(int row)
    {
        var code = Cell(row, "Area Code");
        if (PlaceCode.Read(code) is { } read && EnglandPlaces.Find(read) is { } place)
        {
            return place.Code;
        }

        notes.Fault(table.Place(row), "Area Code", $"“{code}” is no area that Trellis knows", "Check the code of the authority or region");
        return null;
    }

    private Period? PeriodIn(int row, string indicator)
    {
        var label = Cell(row, "Time period");
        var basis = SchoolYears.Contains(indicator, StringComparer.Ordinal) ? PeriodBasis.AcademicYear
            : label.Contains('/', StringComparison.Ordinal) ? PeriodBasis.FinancialYear : PeriodBasis.CalendarYear;
        if (PeriodLabel.Read(label.Replace(" ", "", StringComparison.Ordinal), basis) is { } read)
        {
            return read.Period;
        }

        notes.Fault(table.Place(row), "Time period", $"“{label}” is no period that Trellis knows", "Write a year or several, such as 2021, 2020/21 or 2020 - 22");
        return null;
    }

    private FigureValue? FigureIn(int row)
    {
        if (NumberIn(row, "Value") is not { } said || NumberIn(row, "Count") is not { } counted || NumberIn(row, "Denominator") is not { } of)
        {
            return null;
        }

        if (said.Value is null)
        {
            return Cell(row, "Value note").Contains("suppressed", StringComparison.OrdinalIgnoreCase) ? FigureValue.Missing(Shorthand.Confidential) : said;
        }

        return counted.Value is { } part && of.Value is { } whole ? said with { Numerator = part, Denominator = whole } : said;
    }

    private FigureValue? NumberIn(int row, string column)
    {
        var text = Cell(row, column);
        if (PublishedNumber.Read(text) is { } read)
        {
            return read;
        }

        notes.Fault(table.Place(row), column, $"“{text}” is no number", "Correct the value");
        return null;
    }

    /// <summary>The file does not say per how many a rate is told, but its counts do.</summary>
    private static MeasureUnit UnitOf(IEnumerable<FigureValue> said)
    {
        var ratios = said.Where(f => f is { Value: > 0, Numerator: > 0, Denominator: > 0 }).Select(f => f.Value!.Value * f.Denominator!.Value / f.Numerator!.Value).ToList();
        return Enum.GetValues<MeasureUnit>().Where(unit => unit.IsRate()).FirstOrDefault(unit => ratios.Count > 0 && ratios.TrueForAll(ratio => Math.Abs(ratio / unit.Per() - 1) < 0.01m));
    }

    private string Cell(int row, string column) => table.Cell(row, at[Array.IndexOf(Columns, column)]);
}

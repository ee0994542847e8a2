using Trellis.Kernel.Places;
using Trellis.Measures.Figures;
using Trellis.Measures.Periods;
using Trellis.Tables;

namespace Trellis.Measures.Importing.Formats;

/// <summary>Reads one measure out of the rows of a tidy file.</summary>
internal sealed class TidyColumn(ColumnTable table, TidyMeasure measure, PeriodBasis basis, ReadingNotes notes)
{
    private readonly int value = table.Find(measure.Value);
    private readonly int numerator = measure.Numerator is null ? -1 : table.Find(measure.Numerator);
    private readonly int denominator = measure.Denominator is null ? -1 : table.Find(measure.Denominator);
    private readonly (int Column, string Says)[] where = Conditions(table, measure.Where);
    private readonly (int Column, string Says)[] denominatorWhere = Conditions(table, Instead(measure));

    /// <param name="used">The rows that told something are added to it.</param>
    public List<NewFigure> Read(IEnumerable<(int Row, PlaceCode Place, string Label)> rows, HashSet<int> used)
    {
        var (mine, beside) = (new List<(int Row, PlaceCode Place, string Label)>(), new Dictionary<(PlaceCode, string), int>());
        foreach (var row in rows)
        {
            if (Says(row.Row, where))
            {
                mine.Add(row);
                used.Add(row.Row);
            }

            if (measure.DenominatorWhere is not null && Says(row.Row, denominatorWhere))
            {
                beside[(row.Place, row.Label)] = row.Row;
                used.Add(row.Row);
            }
        }

        var seen = new Dictionary<(PlaceCode, Period), int>();
        var figures = new List<NewFigure>(mine.Count);
        foreach (var (row, place, label) in mine)
        {
            if (PeriodOf(label) is not { } period)
            {
                notes.Fault(table.Place(row), "time_period", $"“{label}” is no year", "Write the year, such as 2025");
            }
            else if (!seen.TryAdd((place, period), row))
            {
                notes.Fault(table.Place(row), measure.Value, $"There is a second figure for {EnglandPlaces.Find(place)!.Name} in {period.Words}; the first is in {table.Place(seen[(place, period)])}", "Remove one of them");
            }
            else if (FigureIn(row, measure.DenominatorWhere is null ? row : beside.GetValueOrDefault((place, label), -1)) is { } said)
            {
                figures.Add(new NewFigure(place, period, said));
            }
        }

        return figures;
    }

    private Period? PeriodOf(string label) => PeriodLabel.Read(label, basis)?.Period.Shift(-12 * measure.YearsEarlier);

    /// <param name="beside">The row that holds the denominator; -1 where there is none.</param>
    private FigureValue? FigureIn(int row, int beside)
    {
        var said = NumberIn(row, value);
        if (said?.Value is null || numerator < 0 || beside < 0)
        {
            return said;
        }

        // Counts of which only one is told would say nothing of the share.
        return NumberIn(row, numerator)?.Value is { } counted && NumberIn(beside, denominator)?.Value is { } of
            ? said.Value with { Numerator = counted, Denominator = of }
            : said;
    }

    private FigureValue? NumberIn(int row, int column)
    {
        var text = table.Cell(row, column);
        if (PublishedNumber.Read(text) is not { } read)
        {
            notes.Fault(table.Place(row), table.Columns[column], $"“{text}” is neither a number nor a symbol such as c, z or x", "Correct the value");
            return null;
        }

        if (read.Value < 0)
        {
            // Files made from others write -100 and the like where a figure is kept back. Above a hundred some shares really are.
            notes.Fault(table.Place(row), table.Columns[column], $"“{text}” is below nought", "Correct the value, or write c where it is kept back");
            return null;
        }

        return read;
    }

    private bool Says(int row, (int Column, string Says)[] conditions) => Array.TrueForAll(conditions, c => table.Cell(row, c.Column).Equals(c.Says, StringComparison.OrdinalIgnoreCase));

    private static (int Column, string Says)[] Conditions(ColumnTable table, IReadOnlyDictionary<string, string>? columns) =>
        [.. (columns ?? new Dictionary<string, string>()).Select(c => (table.Find(c.Key), c.Value))];

    private static Dictionary<string, string>? Instead(TidyMeasure measure)
    {
        if (measure.DenominatorWhere is null)
        {
            return null;
        }

        var all = new Dictionary<string, string>(measure.Where ?? new Dictionary<string, string>(), StringComparer.Ordinal);
        foreach (var (column, says) in measure.DenominatorWhere)
        {
            all[column] = says;
        }

        return all;
    }
}

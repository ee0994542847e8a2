using System.Globalization;
using Trellis.Kernel.Places;
using Trellis.Measures.Figures;
using Trellis.Measures.Periods;
using Trellis.Tables;

namespace Trellis.Measures.Importing.Mappings;

/// <summary>Reads a file by what somebody said of its columns.</summary>
/// <param name="known">The indicators by the names that a cell may use, and by their ids.</param>
/// <param name="council">Whose figures they are where no column says it; null where Trellis was not told which authority this is.</param>
internal sealed class MappedFigures(ColumnMapping mapping, ColumnTable table, ReadingNotes notes, FedIndicators known, PlaceCode? council)
{
    private readonly Dictionary<string, ReadMeasure> measures = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, PlaceCode, Period), string> seen = [];

    public FigureReading Read()
    {
        foreach (var column in new[] { mapping.PlaceColumn, mapping.PeriodColumn, mapping.ValueColumn, mapping.NumeratorColumn, mapping.DenominatorColumn, mapping.IndicatorColumn }.OfType<string>())
        {
            notes.Find(table, column);
        }

        if (mapping.PlaceColumn is null && council is null)
        {
            notes.Fault("", null, "No column names the place, and Trellis does not know which authority this is", "Say so in the settings, or choose a column");
        }

        for (var row = 0; row < table.Count && !notes.IsFull && (row > 0 || notes.Faults.Count == 0); row++)
        {
            Read(row);
        }

        return new FigureReading(mapping.Source, null, [.. measures.Values], notes.LeftOut, notes.Faults);
    }

    private void Read(int row)
    {
        if (IndicatorIn(row) is not { } indicator || PlaceIn(row) is not { } place || PeriodIn(row, indicator) is not { } period || FigureIn(row, indicator) is not { } said)
        {
            return;
        }

        if (!seen.TryAdd((indicator.Address, place, period), table.Place(row)))
        {
            notes.Fault(
                table.Place(row), mapping.ValueColumn,
                $"There is a second figure of {indicator.Title} for {EnglandPlaces.Find(place)?.Name ?? $"{place}"} in {period.Words}; the first is in {seen[(indicator.Address, place, period)]}", "Remove one of them");
            return;
        }

        if (!measures.TryGetValue(indicator.Address, out var measure))
        {
            measures.Add(indicator.Address, measure = new ReadMeasure(indicator.Address, null, []));
        }

        measure.Figures.Add(new NewFigure(place, period, said));
    }

    private Indicator? IndicatorIn(int row)
    {
        var text = Cell(row, mapping.IndicatorColumn);
        if ((mapping.IndicatorColumn is null ? known.Find(mapping.IndicatorId) : known.Find(text)) is { } indicator)
        {
            return indicator;
        }

        notes.Fault(
            mapping.IndicatorColumn is null ? "" : table.Place(row), mapping.IndicatorColumn, mapping.IndicatorColumn is null ? "The indicator of the mapping is not there any more" : $"“{text}” names no indicator",
            "Make the indicator first, or correct the name");
        return null;
    }

    private PlaceCode? PlaceIn(int row)
    {
        var text = Cell(row, mapping.PlaceColumn);
        if (mapping.PlaceColumn is null)
        {
            return council;
        }

        var place = PlaceCode.TryRead(text, out var code) ? code.IsWard ? code : EnglandPlaces.Find(code)?.Code
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? EnglandPlaces.Find(number)?.Code
            : EnglandPlaces.All.FirstOrDefault(p => p.Name.Equals(text, StringComparison.OrdinalIgnoreCase))?.Code;
        if (place is null && mapping.LeaveOtherPlaces)
        {
            notes.PassOver("The row is of a place that Trellis does not know", table.Place(row));
        }
        else if (place is null)
        {
            notes.Fault(table.Place(row), mapping.PlaceColumn, $"“{text}” is no area that Trellis knows", "Write the code of a ward, or the code or the name of an authority, of a region or of England");
        }

        return place;
    }

    private Period? PeriodIn(int row, Indicator indicator)
    {
        if (mapping.FixedPeriod is { } number)
        {
            return new Period(number);
        }

        var text = Cell(row, mapping.PeriodColumn);
        if (MappingOptions.ReadPeriod(text, mapping.Years, indicator) is { } period)
        {
            return period;
        }

        notes.Fault(table.Place(row), mapping.PeriodColumn, $"“{text}” is no period", "Write, for example, 2024/25 or May 2025");
        return null;
    }

    private FigureValue? FigureIn(int row, Indicator indicator)
    {
        FigureValue? counted = mapping.NumeratorColumn is null ? default(FigureValue) : NumberIn(row, mapping.NumeratorColumn);
        FigureValue? of = mapping.DenominatorColumn is null ? default(FigureValue) : NumberIn(row, mapping.DenominatorColumn);
        if (counted is not { } part || of is not { } whole)
        {
            return null;
        }

        if (mapping.ValueColumn is not null)
        {
            return NumberIn(row, mapping.ValueColumn) is not { } said ? null : said.Value is null ? said : said with { Numerator = part.Value, Denominator = whole.Value };
        }

        if (whole.Value == 0)
        {
            notes.Fault(table.Place(row), mapping.DenominatorColumn, "Nothing can be a share of nought", "Correct the count, or write z where there can be no figure");
            return null;
        }

        return part.Value is null || whole.Value is null
            ? FigureValue.Missing(part.Value is null ? part.Shorthand : whole.Shorthand)
            : new FigureValue(part.Value * indicator.Unit.Per() / whole.Value, part.Value, whole.Value, FigureStatus.Final, Shorthand.None);
    }

    private FigureValue? NumberIn(int row, string column)
    {
        var text = Cell(row, column);
        if (PublishedNumber.Read(text) is { } read)
        {
            return read;
        }

        notes.Fault(table.Place(row), column, $"“{text}” is neither a number nor a symbol such as c, z or x", "Correct the value");
        return null;
    }

    private string Cell(int row, string? column) => column is null ? "" : table.Cell(row, table.Find(column));
}

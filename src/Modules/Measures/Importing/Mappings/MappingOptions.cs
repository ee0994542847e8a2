using Trellis.Kernel;
using Trellis.Measures.Periods;

namespace Trellis.Measures.Importing.Mappings;

/// <summary>Which column is what, as a person says it; an empty text says "none".</summary>
public sealed record MappingOptions(
    string? Name, string? Source, string? PlaceColumn, bool LeaveOtherPlaces, string? PeriodColumn, string? FixedPeriod, PeriodBasis? Years,
    string? ValueColumn, string? NumeratorColumn, string? DenominatorColumn, string? IndicatorColumn, Guid? IndicatorId)
{
    /// <param name="columns">Those of the file.</param>
    /// <param name="indicator">The one that is named; null where none is, or where there is none such.</param>
    internal IEnumerable<FieldError> Check(IReadOnlyList<string> columns, Indicator? indicator)
    {
        if (OrNull(Name) is not { Length: <= ColumnMapping.LongestName })
        {
            yield return new("Name", $"Say what this kind of file is called, in {ColumnMapping.LongestName} characters or fewer");
        }

        if (OrNull(Source) is not { Length: <= Figures.FigureBatch.LongestSource })
        {
            yield return new("Source", $"Say who publishes it and what it is called, in {Figures.FigureBatch.LongestSource} characters or fewer");
        }

        if (ColumnMapping.Joined(columns).Length > ColumnMapping.LongestColumns || columns.Any(column => column.Length > ColumnMapping.LongestColumn))
        {
            yield return new("Name", "The file has too many columns, or too long names of them, to be known again. Give the columns that are needed");
        }

        foreach (var (field, column) in Named.Where(named => named.Column is not null && !columns.Contains(named.Column, StringComparer.OrdinalIgnoreCase)))
        {
            yield return new(field, $"The file has no column “{column}”");
        }

        if (OrNull(PeriodColumn) is null == OrNull(FixedPeriod) is null)
        {
            yield return new("PeriodColumn", "Choose the column of the period, or write the one period of all rows, but not both");
        }
        else if (OrNull(FixedPeriod) is { } period && ReadPeriod(period, Years, indicator) is null)
        {
            yield return new("FixedPeriod", $"“{period}” is no period. Write, for example, 2024/25 or May 2025");
        }

        if (OrNull(ValueColumn) is null && (OrNull(NumeratorColumn) is null || OrNull(DenominatorColumn) is null))
        {
            yield return new("ValueColumn", "Choose the column of the value, or the two counts from which it follows");
        }

        if (OrNull(IndicatorColumn) is null == IndicatorId is null)
        {
            yield return new("IndicatorId", "Choose the indicator, or the column that names it, but not both");
        }
        else if (IndicatorId is not null && indicator is null)
        {
            yield return new("IndicatorId", "Choose an indicator of the list");
        }
    }

    internal void Put(ColumnMapping mapping, Indicator? indicator)
    {
        (mapping.Name, mapping.Source) = (OrNull(Name)!, OrNull(Source)!);
        (mapping.PlaceColumn, mapping.LeaveOtherPlaces) = (OrNull(PlaceColumn), LeaveOtherPlaces);
        (mapping.PeriodColumn, mapping.Years) = (OrNull(PeriodColumn), Years ?? PeriodBasis.FinancialYear);
        mapping.FixedPeriod = OrNull(FixedPeriod) is { } period ? ReadPeriod(period, Years, indicator)?.Number : null;
        (mapping.ValueColumn, mapping.NumeratorColumn, mapping.DenominatorColumn) = (OrNull(ValueColumn), OrNull(NumeratorColumn), OrNull(DenominatorColumn));
        (mapping.IndicatorColumn, mapping.IndicatorId) = (OrNull(IndicatorColumn), IndicatorId);
    }

    /// <summary>A year as published tables write it, or any period as people type it.</summary>
    internal static Period? ReadPeriod(string text, PeriodBasis? years, Indicator? indicator) =>
        PeriodLabel.Read(text, years ?? PeriodBasis.FinancialYear)?.Period ?? TypedPeriod.Read(text, indicator?.Frequency ?? Frequency.Yearly, indicator?.Basis ?? Basis.Period);

    private IEnumerable<(string Field, string? Column)> Named =>
    [
        ("PlaceColumn", OrNull(PlaceColumn)), ("PeriodColumn", OrNull(PeriodColumn)), ("ValueColumn", OrNull(ValueColumn)), ("NumeratorColumn", OrNull(NumeratorColumn)),
        ("DenominatorColumn", OrNull(DenominatorColumn)), ("IndicatorColumn", OrNull(IndicatorColumn)),
    ];

    private static string? OrNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

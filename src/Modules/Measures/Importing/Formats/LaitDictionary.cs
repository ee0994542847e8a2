using System.Globalization;
using Trellis.Measures.Periods;
using Trellis.Tables;

namespace Trellis.Measures.Importing.Formats;

/// <summary>What the Local Authority Interactive Tool's own dictionary says of each measure.</summary>
internal sealed record LaitMeasure(MeasureProposal Proposal, PeriodBasis Basis);

internal static class LaitDictionary
{
    /// <summary>Said to be of financial years, and described as the average of December, January and February.</summary>
    private static readonly string[] WinterAverages = ["16-17 NEET", "16-17_not known_NEET", "16-17_not known"];

    public static readonly string[] Columns = ["Measure_short", "Measure", "Polarity", "y_axis_name", "Description", "dps", "Year_Type"];

    public static Dictionary<string, LaitMeasure> Read(ColumnTable table, ReadingNotes notes)
    {
        var at = notes.Find(table, Columns);
        var measures = new Dictionary<string, LaitMeasure>(StringComparer.Ordinal);
        if (notes.Faults.Count > 0)
        {
            return measures;
        }

        var (owner, methodology) = (table.Find("Data Owner (DO) /Supplier and Contact Details"), table.Find("Methodology"));
        for (var row = 0; row < table.Count; row++)
        {
            var code = table.Cell(row, at[0]);
            var years = table.Cell(row, at[6]);
            if (BasisOf(years, code, table.Cell(row, at[1])) is not { } basis)
            {
                notes.Fault(table.Place(row), Columns[6], $"“{years}” is no kind of year", "Use Academic Year, Financial Year or Calendar Year");
                continue;
            }

            var unit = table.Cell(row, at[3]);
            measures[code] = new LaitMeasure(
                new MeasureProposal(
                    Fit(table.Cell(row, at[1]), Indicator.LongestTitle), Fit(Definition(table.Cell(row, at[4]), table.Cell(row, methodology)), Indicator.LongestDefinition),
                    UnitOf(unit), Fit(unit, Indicator.LongestWords), int.TryParse(table.Cell(row, at[5]), NumberStyles.None, CultureInfo.InvariantCulture, out var decimals) ? Math.Min(decimals, Indicator.MostDecimals) : 1,
                    PolarityOf(table.Cell(row, at[2])), Frequency.Yearly, basis.IsMoment() ? Basis.Snapshot : Basis.Period,
                    Fit($"{table.Cell(row, owner)}, through the Department for Education's Local Authority Interactive Tool", Indicator.LongestWords)),
                basis);
        }

        return measures;
    }

    private static PeriodBasis? BasisOf(string years, string code, string title) => years switch
    {
        "Financial Year" when WinterAverages.Contains(code, StringComparer.Ordinal) => PeriodBasis.DecemberToFebruary,
        // What stands at the end of March is published among the years that end then.
        "Financial Year" when title.Contains("31 March", StringComparison.OrdinalIgnoreCase) => PeriodBasis.AtMarch,
        "Financial Year" => PeriodBasis.FinancialYear,
        "Academic Year" => PeriodBasis.AcademicYear,
        "Calendar Year" => PeriodBasis.CalendarYear,
        "Annual (end of Sept)" => PeriodBasis.AtSeptember,
        "Annual - January" => PeriodBasis.AtJanuary,
        "Annual" => PeriodBasis.AtMarch,
        _ => null,
    };

    /// <summary>The dictionary gives a direction for some measures and none for others, among them children looked after.</summary>
    private static Polarity PolarityOf(string text) => text switch
    {
        "High" => Polarity.High,
        "Low" => Polarity.Low,
        _ => Polarity.None,
    };

    private static MeasureUnit UnitOf(string unit)
    {
        var plain = unit.Replace(",", "", StringComparison.Ordinal);
        return plain switch
        {
            _ when plain.Contains("100000", StringComparison.Ordinal) => MeasureUnit.PerHundredThousand,
            _ when plain.Contains("10000", StringComparison.Ordinal) => MeasureUnit.PerTenThousand,
            _ when plain.Contains("1000", StringComparison.Ordinal) => MeasureUnit.PerThousand,
            _ when plain.Contains('%', StringComparison.Ordinal) || plain.Contains("rate", StringComparison.OrdinalIgnoreCase) => MeasureUnit.Percentage,
            _ when plain.Contains("cost", StringComparison.OrdinalIgnoreCase) || plain.Contains("spend", StringComparison.OrdinalIgnoreCase) => MeasureUnit.Pounds,
            _ when plain.Contains("score", StringComparison.OrdinalIgnoreCase) || plain.StartsWith("average", StringComparison.OrdinalIgnoreCase) => MeasureUnit.Score,
            _ => MeasureUnit.Number,
        };
    }

    private static string Definition(string description, string methodology) =>
        string.Join("\n\n", new[] { description, methodology }.Where(text => text is not ("" or "NA" or "-")));

    private static string Fit(string text, int longest) => text.Length <= longest ? text : string.Concat(text.AsSpan(0, longest - 1), "…");
}

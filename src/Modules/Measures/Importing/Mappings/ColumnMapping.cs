using Trellis.Kernel;
using Trellis.Measures.Periods;

namespace Trellis.Measures.Importing.Mappings;

/// <summary>What somebody said once of a kind of file that Trellis does not know: which column is what. The next file with the same columns is read by it.</summary>
public sealed class ColumnMapping : Thing
{
    public const int LongestName = 100;
    public const int LongestColumns = 8000;
    public const int LongestColumn = 500;

    public string Name { get; internal set; } = "";

    /// <summary>All columns of the file, one a line, in their order: by them the next such file is known.</summary>
    public string Columns { get; internal set; } = "";

    /// <summary>Publisher, title and edition of what the files are from.</summary>
    public string Source { get; internal set; } = "";

    /// <summary>The column that holds a place's code, number or name; null where all is of the council itself.</summary>
    public string? PlaceColumn { get; internal set; }

    /// <summary>Rows of places that Trellis does not know are passed over, not refused.</summary>
    public bool LeaveOtherPlaces { get; internal set; }

    /// <summary>Null where all is of one period, the <see cref="FixedPeriod"/>.</summary>
    public string? PeriodColumn { get; internal set; }

    /// <summary>The number of a <see cref="Period"/>.</summary>
    public int? FixedPeriod { get; internal set; }

    /// <summary>Which twelve months a year is.</summary>
    public PeriodBasis Years { get; internal set; }

    /// <summary>Null where the value follows from the two counts.</summary>
    public string? ValueColumn { get; internal set; }

    public string? NumeratorColumn { get; internal set; }
    public string? DenominatorColumn { get; internal set; }

    /// <summary>The column that names the indicator, by its address or by a name that feeds it; null where the file is of one, <see cref="IndicatorId"/>.</summary>
    public string? IndicatorColumn { get; internal set; }

    public Guid? IndicatorId { get; internal set; }

    internal static string Joined(IReadOnlyList<string> columns) => string.Join('\n', columns.Select(column => column.Trim()));
}

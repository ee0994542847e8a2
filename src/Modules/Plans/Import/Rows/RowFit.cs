namespace Trellis.Plans.Import;

/// <summary>How badly the cells of a row suit the columns that they stand in.</summary>
internal static class RowFit
{
    private static readonly string[] DateWords =
    [
        "autumn",
        "spring",
        "summer",
        "winter",
        "term",
        "quarter",
        "q1",
        "q2",
        "q3",
        "q4",
        "early",
        "late",
        "mid",
        "end",
        "of",
        "by",
        "the",
        "to",
        "from",
        "and",
        "year",
        "half",
        "annually",
        "quarterly",
        "monthly",
        "tbc",
    ];

    /// <summary>The number of cells that do not suit; 0 for a row that reads well.</summary>
    public static int Misfits(PlacedRow row, Vocabulary vocabulary)
    {
        var misfits = 0;
        for (var i = 0; i < row.Columns.Count; i++)
        {
            misfits += Suits(row.Texts[i], row.Columns.Roles[i], vocabulary) ? 0 : 1;
        }

        return misfits;
    }

    private static bool Suits(string text, ColumnRole role, Vocabulary vocabulary) =>
        text.Length == 0
            ? role is not (ColumnRole.Milestone or ColumnRole.Indicator or ColumnRole.Risk)
            : role switch
            {
                ColumnRole.Unknown => true,
                ColumnRole.Due => IsDue(text),
                ColumnRole.Department => SuitsDepartment(text, vocabulary),
                ColumnRole.Officer => SuitsOfficer(text, vocabulary),
                ColumnRole.Progress => vocabulary.IsState(text),
                ColumnRole.RiskLevel => CellText.IsLevel(text),
                ColumnRole.RiskType => !CellText.IsLevel(text) && Words.Count(text) <= 4,
                _ => SuitsProse(text, role, vocabulary),
            };

    /// <summary>A date, a month, "Ongoing" or "TBC"; words such as "Autumn term 2014" are asked about later, not moved.</summary>
    private static bool IsDue(string text) =>
        ReadDue.Parse(text).Kind != DueKind.Unclear
        || (!CellText.IsHalfDate(text) && text.Length <= 40 && Array.TrueForAll(Words.Of(text), IsDateWord));

    private static bool IsDateWord(string word) => DateWords.Contains(word) || DatePart.Of(word).IsKnown;

    private static bool SuitsDepartment(string text, Vocabulary vocabulary) =>
        CellText.IsCode(text)
        || (
            !ReadDue.Parse(text).IsClear
            && !vocabulary.IsOfficer(text)
            && !CellText.IsHalfDate(text)
            && !vocabulary.DepartmentsAreCodes
            && CellText.Parts(text).All(part => Words.Count(part) <= 5)
        );

    private static bool SuitsOfficer(string text, Vocabulary vocabulary) =>
        !ReadDue.Parse(text).IsClear
        && !CellText.IsHalfDate(text)
        && !vocabulary.IsDepartment(text)
        && !(CellText.IsCode(text) && vocabulary.DepartmentsAreCodes)
        && !CellText.IsLevel(text)
        && CellText.IsPersonLike(text);

    private static bool SuitsProse(string text, ColumnRole role, Vocabulary vocabulary) =>
        !ReadDue.Parse(text).IsClear
        && !CellText.IsHalfDate(text)
        && !vocabulary.IsDepartment(text)
        && !(text.Length <= 3 && CellText.IsCode(text) && role != ColumnRole.ReviewedBy)
        && !CellText.IsLevel(text)
        && !vocabulary.IsOfficer(text);
}

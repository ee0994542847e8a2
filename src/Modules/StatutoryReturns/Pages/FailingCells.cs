using Trellis.Returns;
using Trellis.StatutoryReturns.Checking;

namespace Trellis.StatutoryReturns.Pages;

internal static class FailingCells
{
    /// <summary>What stands in the cells that a failure marks: "DECOM 01/04/2025, DEC empty".</summary>
    public static string Of(CheckedReturn given, Failure failure)
    {
        if (failure is not { Table: { } table, Row: { } row })
        {
            return "";
        }

        var marked = given.Result.FieldsIn(failure.Rule, table);
        return string.Join(", ", given.Result.CellsOf(table, row).Where(c => marked.Contains(c.Key, StringComparer.OrdinalIgnoreCase)).Select(c => $"{c.Key} {(c.Value.Length == 0 ? "empty" : c.Value)}"));
    }
}

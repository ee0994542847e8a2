using Trellis.Returns;
using Trellis.StatutoryReturns.Checking;

namespace Trellis.StatutoryReturns.Pages;

internal static class FailingCells
{
    /// <summary>What stands in the cells that a failure marks: "DECOM 01/04/2025, DEC empty".</summary>
    public static string Of(CheckedReturn given, Failure failure) =>
        string.Join(", ", given.Result.CellsOf(failure).Select(c => $"{c.Key} {(c.Value.Length == 0 ? "empty" : c.Value)}"));
}

using Trellis.Kernel;

namespace Trellis.StatutoryReturns.Explanations;

/// <summary>Why a row stands as it is though a rule asks about it. It outlives the upload, and comes back when the same row fails the same rule again.</summary>
public sealed class Explanation : Thing
{
    public const int LongestReason = 1000;
    public const int LongestRule = 20;

    /// <summary>So long an explanation is kept: the same row stands in the return of the year after, and in a late correction of that.</summary>
    public const int YearsKept = 3;

    /// <summary>The return that the rule belongs to: "SSDA903".</summary>
    public string Kind { get; internal init; } = "";

    public string Rule { get; internal init; } = "";

    /// <summary>An <see cref="ExplainedRow"/>, encrypted: it names a child.</summary>
    public byte[] Row { get; internal set; } = [];

    public Guid AccountId { get; internal init; }
    public DateTimeOffset At { get; internal init; }
}

/// <summary>The row that is explained, known by what it says and not by its place, and the reason.</summary>
/// <param name="Cells">What stands in the fields that the rule marks: a row that says something else is not explained.</param>
internal sealed record ExplainedRow(string Child, string Table, string Cells, string Reason);

/// <summary>An explanation as pages show it.</summary>
public sealed record ShownExplanation(Guid Id, string Reason, Guid AccountId, DateTimeOffset At);

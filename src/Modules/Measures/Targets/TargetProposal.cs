using Trellis.Kernel;
using Trellis.Measures.Periods;

namespace Trellis.Measures.Targets;

/// <summary>
/// What an indicator shall reach, proposed by one person and approved by another. It counts from its approval; a later one that names the
/// same period takes its place there, and both stay.
/// </summary>
public sealed class TargetProposal : Thing
{
    public const int LongestWhy = 1000;

    public Guid IndicatorId { get; internal init; }
    public string Why { get; internal set; } = "";
    public TargetState State { get; internal set; }
    public Guid ProposedBy { get; internal init; }
    public DateTimeOffset ProposedAt { get; internal init; }
    public Guid? DecidedBy { get; internal set; }
    public DateTimeOffset? DecidedAt { get; internal set; }
    public string? DecisionWhy { get; internal set; }

    /// <summary>The periods and what is to be reached in each, as text: "18000=92.5;18001=93".</summary>
    public string Profile { get; internal set; } = "";

    public IReadOnlyList<TargetPoint> Points => TargetPoint.Read(Profile);

    /// <summary>One that was approved outside Trellis, on a day before it came in.</summary>
    public static TargetProposal Approved(Guid id, Guid indicatorId, string why, IEnumerable<TargetPoint> points, DateOnly on)
    {
        var at = new DateTimeOffset(on, TimeOnly.MinValue, TimeSpan.Zero);
        return new TargetProposal { Id = id, IndicatorId = indicatorId, Why = why, State = TargetState.Approved, ProposedAt = at, DecidedBy = Guid.Empty, DecidedAt = at, Profile = TargetPoint.Write(points) };
    }
}

/// <summary>What is to be reached in one period.</summary>
public readonly record struct TargetPoint(Period Period, decimal Value)
{
    private const char Between = ';';
    private const char Is = '=';

    public static string Write(IEnumerable<TargetPoint> points) =>
        string.Join(Between, points.OrderBy(p => p.Period).Select(p => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{p.Period.Number}{Is}{p.Value}")));

    public static IReadOnlyList<TargetPoint> Read(string profile) =>
        [.. profile.Split(Between, StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split(Is)).Select(part => new TargetPoint(
            new Period(int.Parse(part[0], System.Globalization.CultureInfo.InvariantCulture)), decimal.Parse(part[1], System.Globalization.CultureInfo.InvariantCulture)))];
}

public enum TargetState
{
    Proposed,
    Approved,
    Rejected,
}

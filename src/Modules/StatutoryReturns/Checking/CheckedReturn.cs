using Trellis.Returns;

namespace Trellis.StatutoryReturns.Checking;

/// <summary>A return in memory with what was found in it and counted from it.</summary>
public sealed class CheckedReturn
{
    private readonly Lazy<IReadOnlyList<CountedIndicator>> indicators;
    private readonly Lazy<IReadOnlyList<SocialWorker>> workers;
    private readonly Lazy<ILookup<int, int>> ofChild;

    internal CheckedReturn(StatutoryReturn given, ReadReturn read, CheckResult result, TeamList teams)
    {
        (Return, Read, Result) = (given, read, result);
        Failures = [.. Result.Failures()];
        indicators = new(() => given.Count());
        workers = new(given.SocialWorkers);
        Teams = teams.Of(given, () => workers.Value);
        ofChild = new(() => Enumerable.Range(0, Failures.Count).Where(n => Failures[n].Child is not null).ToLookup(n => Failures[n].Child!.Value));
    }

    public Guid Id { get; internal init; }

    /// <summary>Whose it is: nobody else sees what is not kept.</summary>
    public Guid AccountId { get; internal init; }

    /// <summary>When it was checked.</summary>
    public DateTimeOffset At { get; internal init; }

    /// <summary>The size of its files, by which memory is reckoned.</summary>
    public long Bytes { get; internal init; }

    /// <summary>It lies encrypted in the database; otherwise it is nowhere but here.</summary>
    public bool IsKept { get; internal init; }

    public StatutoryReturn Return { get; }
    public ReadReturn Read { get; }
    public CheckResult Result { get; }

    /// <summary>In the order of the rules; their places are their numbers in addresses.</summary>
    public IReadOnlyList<Failure> Failures { get; }

    public IReadOnlyList<CountedIndicator> Indicators => indicators.Value;
    public IReadOnlyList<SocialWorker> Workers => workers.Value;
    public IReadOnlyList<Team> Teams { get; }

    /// <summary>What has changed since the one before it; null where there was none.</summary>
    public Changes? Changes { get; internal init; }

    /// <summary>The numbers of a child's failures.</summary>
    public IEnumerable<int> FailuresOf(int child) => ofChild.Value[child];

    public int ErrorCount => Failures.Count(f => f.Rule.Severity != Severity.Query);

    /// <summary>The numbers of the failures that a filter lets through.</summary>
    /// <param name="settled">The numbers of those that somebody explained.</param>
    public IEnumerable<int> Find(FailureFilter filter, IReadOnlySet<int> settled)
    {
        var within = filter.Worker is { } worker && worker < Workers.Count ? Workers[worker].Children : null;
        var team = filter.Team is { } number && number < Teams.Count ? Teams[number].Children : null;
        return Enumerable.Range(0, Failures.Count).Where(n =>
            (filter.Rule is null || Failures[n].Rule.Code == filter.Rule)
            && (filter.Table is null || Failures[n].Table == filter.Table)
            && (filter.Severity is null || Failures[n].Rule.Severity == filter.Severity)
            && (filter.Child is null || Failures[n].Child == filter.Child)
            && (within is null || (Failures[n].Child is { } child && within.Contains(child)))
            && (team is null || (Failures[n].Child is { } member && team.Contains(member)))
            && (filter.Explained || !settled.Contains(n)));
    }
}

/// <summary>What is mended, what stands and what is new since an earlier check of the same return.</summary>
public sealed record Changes(DateTimeOffset Since, IReadOnlyList<Comparison> Rules)
{
    public int Fixed => Rules.Sum(r => r.Fixed);
    public int Same => Rules.Sum(r => r.Same);
    public int New => Rules.Sum(r => r.New);
}

using System.Collections.Concurrent;

namespace Trellis.StatutoryReturns.Checking;

/// <summary>
/// The returns that somebody looks at, in memory and nowhere else. One that nobody looked at for a while is let go, and so is the one longest not
/// looked at when they become too large together.
/// </summary>
public sealed class OpenReturns : IDisposable
{
    /// <summary>How long a return stays after it was last looked at.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromMinutes(30);

    /// <summary>The files of all together; in memory a return takes about twice what its files do.</summary>
    private const long MostBytes = 1024L * 1024 * 1024;

    private static readonly TimeSpan Rhythm = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<Guid, Entry> open = new();
    private readonly TimeProvider clock;
    private readonly ITimer timer;

    public OpenReturns(TimeProvider clock)
    {
        this.clock = clock;
        timer = clock.CreateTimer(_ => LetGo(), null, Rhythm, Rhythm);
    }

    private sealed record Entry(CheckedReturn Return, DateTimeOffset LookedAt);

    public void Add(CheckedReturn given)
    {
        open[given.Id] = new Entry(given, clock.GetUtcNow());
        LetGo();
    }

    /// <summary>Null where it was let go, and where it never was.</summary>
    public CheckedReturn? Find(Guid id)
    {
        if (!open.TryGetValue(id, out var entry) || IsStale(entry))
        {
            return null;
        }

        open.TryUpdate(id, entry with { LookedAt = clock.GetUtcNow() }, entry);
        return entry.Return;
    }

    public void Forget(Guid id) => open.TryRemove(id, out _);

    public void Dispose() => timer.Dispose();

    private bool IsStale(Entry entry) => clock.GetUtcNow() - entry.LookedAt > Kept;

    private void LetGo()
    {
        foreach (var entry in open.Where(e => IsStale(e.Value)))
        {
            open.TryRemove(entry);
        }

        var bytes = open.Values.Sum(e => e.Return.Bytes);
        foreach (var entry in open.OrderBy(e => e.Value.LookedAt).SkipLast(1))
        {
            if (bytes > MostBytes && open.TryRemove(entry))
            {
                bytes -= entry.Value.Return.Bytes;
            }
        }
    }
}

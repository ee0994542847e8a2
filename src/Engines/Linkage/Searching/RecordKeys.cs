using System.Runtime.InteropServices;

namespace Trellis.Linkage;

/// <summary>
/// Of each rule the records by their keys. What was there at first lies sorted; what came since is chained. A record that is no more is passed over, until all is made anew.
/// </summary>
internal sealed class RecordKeys
{
    /// <summary>How many of a key's 32 bits lead to its place among the sorted ones.</summary>
    private const int Bits = 17;

    private readonly BlockingRules rules;
    private readonly ulong[][] sorted;
    private readonly int[][] starts;
    private readonly Dictionary<ulong, (int Newest, int Count)> heads;
    private readonly List<(int Record, int Before)> added;
    private bool[] gone;

    private RecordKeys(BlockingRules rules, int count)
    {
        this.rules = rules;
        (sorted, starts) = (new ulong[rules.All.Count][], new int[rules.All.Count][]);
        (heads, added, gone) = ([], [], new bool[Math.Max(16, count)]);
        Alive = count;
    }

    private RecordKeys(RecordKeys other)
    {
        (rules, sorted, starts) = (other.rules, other.sorted, other.starts);
        (heads, added, gone) = (new Dictionary<ulong, (int, int)>(other.heads), [.. other.added], [.. other.gone]);
        Alive = other.Alive;
    }

    /// <summary>How many records there are.</summary>
    public int Alive { get; private set; }

    /// <summary>How many entries came since all was sorted.</summary>
    public int Added => added.Count;

    public static RecordKeys Make(RecordSet records, BlockingRules rules, ParallelOptions parallel)
    {
        var made = new RecordKeys(rules, records.Count);
        Cores.Share(made.sorted.Length, parallel, () => new KeySorting(records.Count), (room, rule) =>
        {
            made.sorted[rule] = room.Sorted(records, rules.All[rule].Key).ToArray();
            made.starts[rule] = Starts(made.sorted[rule]);
        });
        return made;
    }

    /// <summary>The same once more, to be changed by itself; what lies sorted is common to both.</summary>
    public RecordKeys Fork() => new(this);

    public void Add(int record, ReadOnlySpan<int> row)
    {
        if (record >= gone.Length)
        {
            Array.Resize(ref gone, gone.Length * 2);
        }

        gone[record] = false;
        Alive++;
        for (var rule = 0; rule < sorted.Length; rule++)
        {
            if (rules.All[rule].Key(row) is var key and not 0)
            {
                ref var head = ref CollectionsMarshal.GetValueRefOrAddDefault(heads, ((ulong)rule << 32) | key, out var known);
                added.Add((record, known ? head.Newest : -1));
                head = (added.Count - 1, head.Count + 1);
            }
        }
    }

    public void Remove(int record)
    {
        gone[record] = true;
        Alive--;
    }

    /// <summary>How many records have a key, those that are no more among them.</summary>
    public int AtMost(int rule, uint key)
    {
        var (first, end) = Run(rule, key);
        return end - first + heads.GetValueOrDefault(((ulong)rule << 32) | key).Count;
    }

    /// <summary>Gathers the records that have a key; false, with only some of them, where they are more than that.</summary>
    public bool Gather(int rule, uint key, int most, List<int> into)
    {
        into.Clear();
        var (first, end) = Run(rule, key);
        for (var i = first; i < end; i++)
        {
            if ((int)(uint)sorted[rule][i] is var record && !gone[record])
            {
                into.Add(record);
                if (into.Count > most)
                {
                    return false;
                }
            }
        }

        for (var at = heads.TryGetValue(((ulong)rule << 32) | key, out var head) ? head.Newest : -1; at >= 0; at = added[at].Before)
        {
            if (added[at].Record is var record && !gone[record])
            {
                into.Add(record);
                if (into.Count > most)
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static int[] Starts(ulong[] sorted)
    {
        var of = new int[(1 << Bits) + 1];
        var at = 0;
        for (var part = 0; part < of.Length; part++)
        {
            while (at < sorted.Length && (int)(sorted[at] >> (64 - Bits)) < part)
            {
                at++;
            }

            of[part] = at;
        }

        return of;
    }

    private (int First, int End) Run(int rule, uint key)
    {
        var part = (int)(key >> (32 - Bits));
        var (low, high) = (starts[rule][part], starts[rule][part + 1]);
        var first = FirstOf(sorted[rule], low, high, key);
        return (first, FirstOf(sorted[rule], first, high, (ulong)key + 1));
    }

    private static int FirstOf(ulong[] keys, int low, int high, ulong key)
    {
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = keys[middle] >> 32 < key ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}

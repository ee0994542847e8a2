using System.Text;

namespace Trellis.Linkage;

/// <summary>A record that a search found.</summary>
/// <param name="Record">Its number.</param>
/// <param name="Weight">The logarithm of odds, to the base 2, that it is of the person searched for, given that one of the records is.</param>
public readonly record struct Found(int Record, double Weight);

/// <summary>
/// Finds the records of one person among millions, by the same comparisons and the same model as linking. A query may hold any part of what a record holds, misspelt as the records are.
/// </summary>
/// <remarks>Built once; searching changes nothing that another thread reads, but for words that no record has, so one thread at a time may search.</remarks>
public sealed class PersonSearch
{
    /// <summary>Keys that more records share are passed over: finer ones find the best of them.</summary>
    private const int MostOfOneKey = 256;

    private readonly RecordSet records;
    private readonly Comparison comparison;
    private readonly PatternScores scores;
    private readonly BlockingRules rules;
    private readonly ulong[][] keyed;
    private readonly SimilarityCache cache = new();
    private readonly int[] seen;
    private readonly List<Found> found = [];
    private readonly double oneInRecords;
    private int searches;

    internal PersonSearch(RecordSet records, Comparison comparison, LinkageModel model, ParallelOptions parallel)
    {
        (this.records, this.comparison) = (records, comparison);
        scores = new PatternScores(model, comparison.Evidence);
        // Of all pairs of a record and the one searched for, as many are of one person as a record has fellows.
        oneInRecords = Math.Log2(model.AllPairs / model.Same.Pairs / records.Count);
        rules = BlockingRules.For(records, comparison.Names, forSearch: true);
        keyed = new ulong[rules.All.Count][];
        seen = new int[records.Count];
        Parallel.For(0, keyed.Length, parallel, rule =>
        {
            var (keys, other) = (new ulong[records.Count], new ulong[records.Count]);
            var count = Blocks.Keys(records, rules.All[rule].Key, keys);
            RadixSort.ByHighHalf(keys, other, count);
            keyed[rule] = other[..count];
        });
    }

    /// <summary>The records most likely of the person, the best first; equal ones in their order.</summary>
    /// <param name="query">Texts by the names of the mapping's fields ("given name", "date of birth"); others are passed over.</param>
    /// <param name="most">How many records to give at most.</param>
    public IReadOnlyList<Found> Search(IReadOnlyDictionary<string, string> query, int most = 20)
    {
        Span<int> row = stackalloc int[records.Layout.Slots];
        for (var slot = 0; slot < row.Length; slot++)
        {
            row[slot] = query.TryGetValue(records.Map.Fields[slot].Name, out var text) ? Read(slot, text) : 0;
        }

        comparison.CatchUp();
        rules.CatchUp();
        found.Clear();
        searches++;
        for (var rule = 0; rule < keyed.Length; rule++)
        {
            if (rule == rules.Usual && found.Exists(f => f.Weight > 0))
            {
                break;
            }

            var key = rules.All[rule].Key(row);
            if (key != 0)
            {
                Look(keyed[rule], key, row);
            }
        }

        found.Sort((a, b) => a.Weight != b.Weight ? b.Weight.CompareTo(a.Weight) : a.Record.CompareTo(b.Record));
        return found.Count > most ? found[..most] : [.. found];
    }

    private int Read(int slot, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text.Trim());
        return records.Layout.Read(slot, bytes, new byte[(bytes.Length * 2) + 32]);
    }

    private void Look(ulong[] keys, uint key, ReadOnlySpan<int> row)
    {
        var (first, end) = (FirstOf(keys, key), FirstOf(keys, (ulong)key + 1));
        for (var i = first; end - first <= MostOfOneKey && i < end; i++)
        {
            var record = (int)(uint)keys[i];
            if (seen[record] != searches)
            {
                seen[record] = searches;
                var p = scores.Probability(comparison.Pattern(row, records.Row(record), cache));
                found.Add(new Found(record, Math.Log2(p / (1 - p)) + oneInRecords));
            }
        }
    }

    private static int FirstOf(ulong[] keys, ulong key)
    {
        var (low, high) = (0, keys.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = keys[middle] >> 32 < key ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}

using System.Collections.Concurrent;
using System.Text;

namespace Trellis.Linkage;

/// <summary>A record that a search found.</summary>
/// <param name="Record">Its number.</param>
/// <param name="Weight">The logarithm of odds, to the base 2, that it is of the person searched for, given that one of the records is.</param>
public readonly record struct Found(int Record, double Weight)
{
    /// <summary>The same as a probability, 0 to 1.</summary>
    public double Probability => 1 / (1 + Math.Pow(2, -Weight));
}

/// <summary>
/// Finds the records of one person among millions, by the same comparisons and the same model as linking. A query may hold any part of what a record holds, misspelt as the records are.
/// </summary>
/// <remarks>
/// Searching changes nothing that another thread reads, so many may search at once. The keys take 8 bytes a record and rule, of which a mapping has up to 23: some 160 MB for a million records with name, date, sex
/// and postcode.
/// </remarks>
public sealed class PersonSearch
{
    /// <summary>Keys that more records share wait until finer ones have found nobody likely.</summary>
    private const int MostOfOneKey = 256;

    /// <summary>More records are not compared with a query: that takes less than a millisecond.</summary>
    private const int MostLookedAt = 2000;

    /// <summary>From these odds on, as a logarithm to the base 2, somebody found is likely.</summary>
    private const double Likely = 3;

    private readonly RecordSet records;
    private readonly Comparison comparison;
    private readonly LinkageModel model;
    private readonly PatternScores scores;
    private readonly BlockingRules rules;
    private readonly RecordKeys keys;
    private readonly ConcurrentBag<Searcher> searchers = [];

    /// <summary>A search among records that stay as they are.</summary>
    /// <param name="records">Read with the mapping of the basis.</param>
    /// <param name="basis">What linking them, or others like them, has frozen.</param>
    /// <param name="threads">How many cores to take while it is made.</param>
    /// <exception cref="FormatException">The basis is of another mapping.</exception>
    public PersonSearch(RecordSet records, LinkageBasis basis, int threads = 2)
    {
        var made = new Comparison(records, basis.Common);
        if (!basis.Model.Fits(made.Evidence))
        {
            throw new FormatException("The model was learnt with another mapping: it does not compare the same fields.");
        }

        (this.records, comparison, model) = (records, made, basis.Model);
        scores = new PatternScores(model, comparison.Evidence);
        rules = BlockingRules.For(records, comparison.Names, forSearch: true);
        keys = RecordKeys.Make(records, rules, new ParallelOptions { MaxDegreeOfParallelism = threads });
    }

    internal PersonSearch(RecordSet records, Comparison comparison, LinkageModel model, BlockingRules rules, RecordKeys keys)
    {
        (this.records, this.comparison, this.model, this.rules, this.keys) = (records, comparison, model, rules, keys);
        scores = new PatternScores(model, comparison.Evidence);
    }

    /// <summary>Of all pairs of a record and the one searched for, as many are of one person as a record has fellows.</summary>
    private double OneInRecords => Math.Log2(model.AllPairs / model.Same.Pairs / Math.Max(1, keys.Alive));

    /// <summary>The records most likely of the person, the best first; equal ones in their order.</summary>
    /// <param name="query">Texts by the names of the mapping's fields ("given name", "date of birth"); others are passed over.</param>
    /// <param name="most">How many records to give at most.</param>
    public IReadOnlyList<Found> Search(IReadOnlyDictionary<string, string> query, int most = 20) => With(query, (searcher, row) =>
    {
        Find(row, searcher);
        var found = searcher.Found;
        found.Sort((a, b) => a.Weight != b.Weight ? b.Weight.CompareTo(a.Weight) : a.Record.CompareTo(b.Record));
        return (IReadOnlyList<Found>)(found.Count > most ? found[..most] : [.. found]);
    });

    /// <summary>Why a record may be of the person searched for; its steps add up to the weight with which it was found.</summary>
    public Explanation Explain(IReadOnlyDictionary<string, string> query, int record) => With(query, (_, row) =>
        Explanation.Of(model, comparison, records, row, records.Row(record).ToArray(), new ExplanationStep(
            "any record", $"about one in {model.AllPairs / model.Same.Pairs * Math.Pow(2, -OneInRecords):N0} is of the person searched for", "", "", Math.Log2(model.Same.Pairs / model.AllPairs) + OneInRecords, 0)));

    private T With<T>(IReadOnlyDictionary<string, string> query, Func<Searcher, int[], T> work)
    {
        var searcher = searchers.TryTake(out var before) ? before : new Searcher();
        var guests = records.Layout.Lend();
        try
        {
            var row = new int[records.Layout.Slots];
            for (var slot = 0; slot < row.Length; slot++)
            {
                row[slot] = query.TryGetValue(records.Map.Fields[slot].Name, out var text) ? searcher.Read(records.Layout, slot, text, guests) : 0;
            }

            comparison.Meet(guests);
            rules.Meet(guests);
            return work(searcher, row);
        }
        finally
        {
            records.Layout.TakeBack(guests);
            searcher.Leave();
            searchers.Add(searcher);
        }
    }

    /// <summary>First by the usual rules; where they bring nobody likely, by what few records share of the rest, as long as there is time.</summary>
    private void Find(int[] row, Searcher searcher)
    {
        searcher.Later.Clear();
        for (var rule = 0; rule < rules.All.Count; rule++)
        {
            if (rules.All[rule].Key(row) is not (not 0 and var key) || keys.AtMost(rule, key) is not (> 0 and var size))
            {
                continue;
            }

            if (rule < rules.Usual && size <= MostOfOneKey)
            {
                keys.Gather(rule, key, size, searcher.Gathered);
                Look(searcher, row);
            }
            else
            {
                searcher.Later.Add((size, rule, key));
            }
        }

        searcher.Later.Sort();
        foreach (var (size, rule, key) in searcher.Later)
        {
            if (searcher.Best > Likely || searcher.Found.Count + size > MostLookedAt)
            {
                break;
            }

            keys.Gather(rule, key, size, searcher.Gathered);
            Look(searcher, row);
        }
    }

    private void Look(Searcher searcher, int[] row)
    {
        var oneInRecords = OneInRecords;
        foreach (var record in searcher.Gathered)
        {
            if (searcher.Seen.Add(record))
            {
                var weight = searcher.Weight(comparison.Pattern(row, records.Row(record), searcher.Cache), scores) + oneInRecords;
                searcher.Found.Add(new Found(record, weight));
                searcher.Best = Math.Max(searcher.Best, weight);
            }
        }
    }

    /// <summary>What one search needs for itself, kept for the next.</summary>
    private sealed class Searcher
    {
        private byte[] scratch = new byte[256];

        private const int WeightBits = 12;
        private readonly (ulong Pattern, double Weight)[] weights = new (ulong, double)[1 << WeightBits];

        public SimilarityCache Cache { get; } = new();

        public List<int> Gathered { get; } = [];

        /// <summary>Keys that wait, those of the fewest records first.</summary>
        public List<(int Size, int Rule, uint Key)> Later { get; } = [];

        public double Best { get; set; } = double.NegativeInfinity;

        public HashSet<int> Seen { get; } = [];

        public List<Found> Found { get; } = [];

        /// <summary>The weight of a pattern, which is reckoned once for many records. The pattern of nothing known has 0 in every place, as one that was never reckoned.</summary>
        public double Weight(ulong pattern, PatternScores scores)
        {
            ref var kept = ref weights[(int)((pattern * 0x9E37_79B9_7F4A_7C15) >> (64 - WeightBits))];
            if (kept.Pattern != pattern || pattern == 0)
            {
                kept = (pattern, scores.Weight(pattern));
            }

            return kept.Weight;
        }

        public int Read(FieldLayout layout, int slot, string text, Guests guests)
        {
            var bytes = Encoding.UTF8.GetBytes(text.Trim());
            if (scratch.Length < (bytes.Length * 2) + 32)
            {
                scratch = new byte[(bytes.Length * 2) + 32];
            }

            return layout.Read(slot, bytes, scratch, guests);
        }

        public void Leave()
        {
            Best = double.NegativeInfinity;
            Seen.Clear();
            Found.Clear();
        }
    }
}

namespace Trellis.Linkage;

/// <summary>A pair of records with the probability that both are of one person.</summary>
/// <param name="A">The number of a record, from 0.</param>
/// <param name="B">That of another, larger than <paramref name="A"/>.</param>
/// <param name="Probability">0 to 1, by the model.</param>
public readonly record struct ScoredPair(int A, int B, double Probability);

/// <summary>A part of the work of comparing, small enough for one core and a moment: a run of blocks of one rule.</summary>
/// <param name="Rule">The number of a blocking rule.</param>
/// <param name="First">The first block.</param>
/// <param name="End">The block after the last.</param>
public readonly record struct WorkPiece(int Rule, int First, int End);

/// <summary>How many pairs made each pattern of comparison: all that a model is learnt from.</summary>
/// <param name="Patterns">In ascending order.</param>
/// <param name="Counts">Of each, how many pairs made it.</param>
public sealed record PatternCounts(ulong[] Patterns, long[] Counts);

/// <summary>How records are linked.</summary>
public sealed record LinkOptions
{
    /// <summary>Whether records of one file are compared with each other; null for "only where there is one file".</summary>
    public bool? Within { get; init; }

    /// <summary>How many cores to take. The outcome is the same with any number.</summary>
    public int Threads { get; init; } = 2;

    /// <summary>A model that was learnt before; null to learn one from these records.</summary>
    public LinkageModel? Model { get; init; }

    /// <summary>All that was frozen before: its model, threshold, common values and sizes of blocks stand before those given or found here. Null for none.</summary>
    public LinkageBasis? Basis { get; init; }

    /// <summary>What people decided.</summary>
    public Decisions Decisions { get; init; } = Decisions.None;

    /// <summary>From which probability on pairs make persons, 0.5 to 1; null for the one that the model itself expects to be best.</summary>
    public double? Threshold { get; init; }
}

/// <summary>What came of linking.</summary>
/// <param name="Model">Learnt or given.</param>
/// <param name="Pairs">The pairs with a probability of 0.01 or more.</param>
/// <param name="Threshold">From which probability on pairs made persons.</param>
/// <param name="Persons">Of each record the number of its person, which is that person's smallest record.</param>
/// <param name="Doubts">What somebody must look at.</param>
/// <param name="Compared">How many pairs were compared.</param>
public sealed record LinkResult(LinkageModel Model, IReadOnlyList<ScoredPair> Pairs, double Threshold, int[] Persons, IReadOnlyList<Doubt> Doubts, long Compared);

/// <summary>
/// Recognises persons in a set of records, in steps that may run on one machine or many: <see cref="Partition"/> cuts the work into pieces, <see cref="Count"/> and <see cref="Score"/> do a piece anywhere where the records are,
/// <see cref="Learn"/> and <see cref="Merge"/> bring the outcomes together. What goes between them is numbers alone. <see cref="Link"/> does all of it here, and compares each pair once.
/// </summary>
public sealed class Linker
{
    /// <summary>Pairs below this are no part of the outcome.</summary>
    public const double LeastProbability = 0.01;

    /// <summary>With what is known before learning, pairs below this are not kept while comparing; learning never yet raised one from there to <see cref="LeastProbability"/>.</summary>
    private const double LeastAtFirst = 1e-4;

    private readonly RecordSet records;
    private readonly LinkOptions options;
    private readonly bool within;
    private readonly ParallelOptions parallel;
    private readonly Comparison comparison;
    private readonly LinkageModel? model;
    private readonly BlockingRules rules;
    private ChanceCounts? chance;
    private readonly Dictionary<string, int> largest = new(StringComparer.Ordinal);
    private Blocks? blocks;

    /// <summary>Counts the values of the records, and what chance gives.</summary>
    /// <param name="records">At least two.</param>
    /// <param name="options">How to link them.</param>
    /// <param name="cancel">Stops this and all later work with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="FormatException">There are too few records, or a given model is of another mapping.</exception>
    public Linker(RecordSet records, LinkOptions options, CancellationToken cancel = default)
        : this(records, options, new Comparison(records, options.Basis?.Common, new ParallelOptions { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancel }), null, cancel)
    {
    }

    /// <summary>With a comparison of these records, and with rules where they are known already.</summary>
    internal Linker(RecordSet records, LinkOptions options, Comparison comparison, BlockingRules? rules, CancellationToken cancel)
    {
        within = options.Within ?? records.Sources.Count == 1;
        if (records.Count < 2 || RandomPairs.All(records, within) < 1)
        {
            throw new FormatException("There are no two records to compare.");
        }

        (this.records, this.options, this.comparison) = (records, options, comparison);
        parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancel };
        model = options.Basis?.Model ?? options.Model;
        if (model?.Fits(comparison.Evidence) == false)
        {
            throw new FormatException("The model was learnt with another mapping: it does not compare the same fields.");
        }

        this.rules = rules ?? BlockingRules.For(records, comparison.Names);
    }

    /// <summary>
    /// Links a few records that nobody has, with a guess at chance: what is done for the first time takes longer. It takes one core, so that a program can call it while it reads its files.
    /// </summary>
    public static void WarmUp()
    {
        string[] given = ["amara", "bryony", "cedric", "dilys"];
        string[] family = ["ashdown", "birtwhistle", "cholmondeley", "dewhirst"];
        var text = new System.Text.StringBuilder("given name,family name,date of birth,sex,postcode\n");
        for (var record = 0; record < 128; record++)
        {
            var (one, other) = (record % given.Length, record / 8 % family.Length);
            var slip = record % 3 == 0 ? "e" : "";
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{given[one]}{slip},{family[other]},20{record / 10:00}-0{(record % 9) + 1}-1{record % 10},{(one % 2 == 0 ? 'F' : 'M')},LS{record % 20} {record % 9}AB\n");
        }

        var map = FieldMap.Of([FieldKind.Given, FieldKind.Family, FieldKind.Birth, FieldKind.Sex, FieldKind.Postcode]);
        var file = new RecordFile("", System.Text.Encoding.UTF8.GetBytes(text.ToString()));
        var linker = new Linker(RecordReader.Read([file], map, threads: 1), new LinkOptions { Threads = 1 });
        linker.chance = ChanceCounts.Guess(linker.comparison.Evidence);
        linker.Link();
    }

    private ChanceCounts Chance => chance ??= ChanceCounts.Of(records, comparison, within, parallel);

    private Blocks Made
    {
        get
        {
            if (blocks is null)
            {
                blocks = Blocks.Make(records, rules, parallel, options.Basis?.LargestBlocks);
                for (var rule = 0; rule < blocks.Rules.Count; rule++)
                {
                    largest[blocks.Rules[rule].Name] = blocks.Largest[rule];
                }
            }

            return blocks;
        }
    }

    /// <summary>Cuts the work of comparing into pieces.</summary>
    public IReadOnlyList<WorkPiece> Partition() => Made.Pieces();

    /// <summary>Compares the pairs of some pieces and counts their patterns.</summary>
    public PatternCounts Count(IReadOnlyList<WorkPiece> pieces)
    {
        var pairs = CandidatePairs.Compare(records, Made, pieces, comparison, _ => false, within, parallel);
        return new PatternCounts(pairs.Patterns, pairs.Counts);
    }

    /// <summary>Learns a model from the counts of all pieces.</summary>
    public LinkageModel Learn(params IReadOnlyList<PatternCounts> counts)
    {
        var all = new SortedDictionary<ulong, long>();
        foreach (var (pattern, count) in counts.SelectMany(c => c.Patterns.Zip(c.Counts)))
        {
            all[pattern] = all.GetValueOrDefault(pattern) + count;
        }

        return Estimation.Learn(comparison.Evidence, Chance, [.. all.Keys], [.. all.Values], parallel.CancellationToken);
    }

    /// <summary>Compares the pairs of some pieces and gives those with a probability of at least <see cref="LeastProbability"/>.</summary>
    public ScoredPair[] Score(LinkageModel model, IReadOnlyList<WorkPiece> pieces)
    {
        var scores = new PatternScores(model, comparison.Evidence);
        return Scored(CandidatePairs.Compare(records, Made, pieces, comparison, p => scores.Probability(p) >= LeastProbability, within, parallel), scores);
    }

    /// <summary>Makes persons of the scored pairs of all pieces.</summary>
    public LinkResult Merge(LinkageModel model, IReadOnlyList<ScoredPair> pairs, long compared = 0)
    {
        var threshold = options.Basis?.Threshold ?? options.Threshold ?? Expectation.BestThreshold(model, pairs);
        var (persons, contradictions) = Persons(model, pairs, threshold);
        return new LinkResult(model, pairs, threshold, persons, Doubts.Find(records, options.Decisions, contradictions, persons, Probability(model)), compared);
    }

    /// <summary>Does all steps, and tells of progress from 0 to 1.</summary>
    public LinkResult Link(IProgress<double>? progress = null)
    {
        var made = Made;
        progress?.Report(0.3);
        var first = new PatternScores(model ?? Estimation.Begin(comparison.Evidence, Chance), comparison.Evidence);
        var pairs = CandidatePairs.Compare(records, made, made.Pieces(), comparison, p => first.Probability(p) >= LeastAtFirst, within, parallel);
        blocks = null;
        progress?.Report(0.8);
        var learnt = model ?? Estimation.Learn(comparison.Evidence, Chance, pairs.Patterns, pairs.Counts, parallel.CancellationToken);
        var result = Merge(learnt, Scored(pairs, new PatternScores(learnt, comparison.Evidence)), pairs.Compared);
        progress?.Report(1);
        return result;
    }

    /// <summary>The persons that another threshold makes of the same pairs.</summary>
    public int[] PersonsAt(LinkResult result, double threshold) => Persons(result.Model, result.Pairs, threshold).Persons;

    /// <summary>Why two records are taken for one person or for two.</summary>
    public Explanation Explain(LinkageModel model, int a, int b) => Explanation.Of(model, comparison, records, a, b);

    /// <summary>All that a search, an index, or linking the same again needs besides the records: what <see cref="Link"/> or <see cref="Merge"/> gave, and what was counted.</summary>
    public LinkageBasis Freeze(LinkResult result) => new() { Model = result.Model, Threshold = result.Threshold, Common = comparison.CommonValues(), LargestBlocks = options.Basis?.LargestBlocks ?? Sizes() };

    private Dictionary<string, int> Sizes()
    {
        _ = largest.Count > 0 ? null : Made;
        return largest;
    }

    private (int[] Persons, Contradictions Contradictions) Persons(LinkageModel model, IReadOnlyList<ScoredPair> pairs, double threshold)
    {
        var clustering = new Clustering(records.Count, Probability(model), options.Decisions, records.Identified());
        return (clustering.Of(pairs, threshold, parallel), clustering.Contradictions);
    }

    private Func<int, int, double> Probability(LinkageModel model)
    {
        var scores = new PatternScores(model, comparison.Evidence);
        var caches = new ThreadLocal<SimilarityCache>(() => new SimilarityCache());
        return (a, b) => scores.Probability(comparison.Pattern(records.Row(a), records.Row(b), caches.Value!));
    }

    private static ScoredPair[] Scored(CandidatePairs pairs, PatternScores scores)
    {
        var of = Array.ConvertAll(pairs.Patterns, scores.Probability);
        var (count, at) = (0, 0);
        foreach (var piece in pairs.Pieces)
        {
            foreach (var pair in piece)
            {
                count += of[pair.Pattern] >= LeastProbability ? 1 : 0;
            }
        }

        var scored = new ScoredPair[count];
        foreach (var piece in pairs.Pieces)
        {
            foreach (var pair in piece)
            {
                if (of[pair.Pattern] >= LeastProbability)
                {
                    scored[at++] = new ScoredPair(pair.A, pair.B, of[pair.Pattern]);
                }
            }
        }

        return scored;
    }
}

namespace Trellis.Linkage;

/// <summary>One way in which two records agree or differ in a field.</summary>
/// <param name="Words">For people.</param>
/// <param name="Expected">How often this is seen in two records of one person, before anything was learnt; the levels of a field need not add up to 1.</param>
/// <param name="IsEqual">Both say the same: how often that is chance follows from how many records have each value.</param>
internal sealed record EvidenceLevel(string Words, double Expected, bool IsEqual = false)
{
    /// <summary>Of a level of equal values of one class of commonness, about which share of records has such a value; their expected rates are then one number, to be parted by how many records have values of each class.</summary>
    public double? Share { get; init; }
}

/// <summary>What a pattern of comparison holds of one field: a level, in a few bits.</summary>
internal sealed class Evidence(string name, params EvidenceLevel[] levels)
{
    /// <summary>Level 0 of every evidence: a value is missing on one side.</summary>
    public const int Missing = 0;

    public string Name { get; } = name;

    public EvidenceLevel[] Levels { get; } = levels;

    public int Bits { get; } = System.Numerics.BitOperations.Log2((uint)levels.Length - 1) + 1;

    /// <summary>Where in a pattern its bits begin.</summary>
    public int Shift { get; set; }

    /// <summary>The evidence on which this depends where persons differ: people of one given name are mostly of one sex. Null for none.</summary>
    public Evidence? DependsOn { get; init; }

    /// <summary>Of the evidence that this depends on, the group of a level, from 0.</summary>
    public Func<int, int> GroupOf { get; init; } = _ => 0;

    public int Groups { get; init; } = 1;

    /// <summary>The group of the evidence on which this depends, in a pattern.</summary>
    public int GroupIn(ulong pattern) => DependsOn is { } other ? GroupOf(other.LevelOf(pattern)) : 0;

    public int LevelOf(ulong pattern) => (int)(pattern >> Shift) & ((1 << Bits) - 1);

    /// <summary>A number for each group and level.</summary>
    public double[][] Numbers()
    {
        var numbers = new double[Groups][];
        for (var group = 0; group < Groups; group++)
        {
            numbers[group] = new double[Levels.Length];
        }

        return numbers;
    }
}

/// <summary>How common a value is, in classes: equal rare values tell more than equal common ones.</summary>
internal static class Commonness
{
    public const int Classes = 7;

    private static readonly double[] Least = [1 / 100.0, 1 / 300.0, 1 / 1000.0, 1 / 3000.0, 1 / 10_000.0, 1 / 30_000.0];

    /// <summary>0 for a value that one record in 100 or more has, up to 6 for one that fewer than one in 30,000 have.</summary>
    public static byte ClassOf(double share)
    {
        var at = 0;
        while (at < Least.Length && share < Least[at])
        {
            at++;
        }

        return (byte)at;
    }

    public static string Words(int of) => of switch
    {
        0 => "1 in 100 or more have it", 1 => "1 in 100 to 300 have it", 2 => "1 in 300 to 1,000 have it", 3 => "1 in 1,000 to 3,000 have it", 4 => "1 in 3,000 to 10,000 have it",
        5 => "1 in 10,000 to 30,000 have it", _ => "fewer than 1 in 30,000 have it",
    };

    /// <summary>The levels of "equal", one for each class.</summary>
    public static IEnumerable<EvidenceLevel> Equal(double expected) => Enumerable.Range(0, Classes).Select(c => new EvidenceLevel($"equal ({Words(c)})", expected, true) { Share = Least[Math.Min(c, Least.Length - 1)] });
}

/// <summary>Which values are common, to be kept: the level that two records have which share one. All others have that of the rarest.</summary>
internal static class CommonValues
{
    public static SortedDictionary<string, int> Of(Words words, Func<int, int> levelOf, int rarest)
    {
        var common = new SortedDictionary<string, int>(StringComparer.Ordinal);
        for (var value = Guests.All + 1; value < words.Count; value++)
        {
            if (levelOf(value) < rarest)
            {
                common[words.Text(value)] = levelOf(value);
            }
        }

        return common;
    }

    public static void Take(IReadOnlyDictionary<string, SortedDictionary<string, int>> common, string name, Words words, Action catchUp, Action<int, int> set)
    {
        var numbers = (common.GetValueOrDefault(name) ?? []).Select(c => (Value: words.Add(System.Text.Encoding.UTF8.GetBytes(c.Key)), Level: c.Value)).ToList();
        catchUp();
        foreach (var (value, level) in numbers)
        {
            set(value, level);
        }
    }
}

/// <summary>Compares one field, or two that belong together, of two records.</summary>
internal abstract class Comparator
{
    public abstract IReadOnlyList<Evidence> Evidence { get; }

    /// <summary>The levels of its evidence, each shifted to its place in the pattern.</summary>
    /// <param name="a">The row of a record: for each field the number of its value.</param>
    /// <param name="b">The row of another.</param>
    /// <param name="cache">Of this thread.</param>
    public abstract ulong Compare(ReadOnlySpan<int> a, ReadOnlySpan<int> b, SimilarityCache cache);

    /// <summary>Counts the values of records, so that common ones can be told from rare ones. Called once, before comparing, while other fields are counted too.</summary>
    public virtual void Count(RecordSet records)
    {
    }

    /// <summary>Takes in values that came since.</summary>
    public virtual void CatchUp()
    {
    }

    /// <summary>Takes in a word that no record has, for one search.</summary>
    public virtual void Meet(Words of, int guest)
    {
    }

    /// <summary>Marks in a row what counting told of its values.</summary>
    public virtual void Prepare(Span<int> row)
    {
    }

    /// <summary>Writes down which values are common, by the name of the evidence.</summary>
    public virtual void Freeze(IDictionary<string, SortedDictionary<string, int>> into)
    {
    }

    /// <summary>Takes over which values are common, instead of counting.</summary>
    public virtual void Take(IReadOnlyDictionary<string, SortedDictionary<string, int>> common)
    {
    }

    /// <summary>Adds to each level of "equal", of each evidence, how many pairs of records of the whole set have it. "pairsOf" tells of a column how many pairs have each value.</summary>
    public abstract void CountEqualPairs(RecordSet records, Func<int[], double[]> pairsOf, double[][] into);
}

/// <summary>Remembers how alike two values are, for the pairs of values that come again and again. One for each thread; a later pair takes an earlier one's place.</summary>
/// <param name="bits">The binary logarithm of how many outcomes it holds: many for a run of pairs, few for the pairs of one record.</param>
internal sealed class SimilarityCache(int bits = SimilarityCache.ForMany)
{
    public const int ForFew = 7;
    private const int ForMany = 15;
    private readonly int shift = 64 - bits;
    private readonly ulong[] kept = new ulong[1 << bits];

    /// <summary>The place for two values of a field; both numbers are at most 28 bits, and the first is the smaller.</summary>
    public ref ulong At(int a, int b) => ref kept[(int)((((ulong)a * 0x9E37_79B9_7F4A_7C15) ^ ((ulong)b * 0xC2B2_AE3D_27D4_EB4F)) >> shift)];

    public static ulong Key(int a, int b) => ((ulong)a << 36) | ((ulong)b << 8);
}

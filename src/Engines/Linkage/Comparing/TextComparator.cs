using System.Runtime.CompilerServices;

namespace Trellis.Linkage;

/// <summary>Any other text that a person keeps: equal (by how common it is), a slip apart, resembling, or with words in common.</summary>
internal sealed class TextComparator(Words words, int slot, string name) : Comparator
{
    private const int Different = 1;
    private const int WordsShared = 2;
    private const int Resembling = 3;
    private const int Close = 4;
    private const int FirstEqual = 5;
    private const double AlikeEnough = 0.9;

    private readonly Evidence evidence = new(
        name, [new("not known of one", 0.1), new("different", 0.1), new("words in common", 0.04), new("resembling", 0.05), new("one slip apart", 0.06), .. Commonness.Equal(0.65)]);

    private Facts[] facts = new Facts[Guests.All + 1];
    private int factsKnown = Guests.All + 1;

    public override IReadOnlyList<Evidence> Evidence => [evidence];

    public override void Count(RecordSet records)
    {
        CatchUp();
        var counts = records.CountsOf(slot, words.Count);
        var known = (double)Math.Max(1, records.Count - counts[0]);
        for (var t = 1; t < counts.Length; t++)
        {
            facts[t].Equal = (byte)(FirstEqual + Commonness.ClassOf(counts[t] / known));
        }
    }

    public override void CatchUp()
    {
        if (words.Count > facts.Length)
        {
            Array.Resize(ref facts, Math.Max(words.Count, facts.Length * 2));
        }

        for (; factsKnown < words.Count; factsKnown++)
        {
            facts[factsKnown] = Of(factsKnown);
        }
    }

    public override void Meet(Words of, int guest)
    {
        if (of == words)
        {
            facts[guest] = Of(guest);
        }
    }

    public override void Freeze(IDictionary<string, SortedDictionary<string, int>> into) => into[name] = CommonValues.Of(words, t => facts[t].Equal, FirstEqual + Commonness.Classes - 1);

    public override void Take(IReadOnlyDictionary<string, SortedDictionary<string, int>> common) => CommonValues.Take(common, name, words, CatchUp, (t, equal) => facts[t].Equal = (byte)equal);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override ulong Compare(ReadOnlySpan<int> a, ReadOnlySpan<int> b, SimilarityCache cache)
    {
        var (x, y) = (a[slot], b[slot]);
        return (ulong)(x == 0 || y == 0 ? 0 : x == y ? facts[x].Equal : x < y ? Kept(x, y, cache) : Kept(y, x, cache)) << evidence.Shift;
    }

    public override void CountEqualPairs(RecordSet records, Func<int[], double[]> pairsOf, double[][] into)
    {
        var pairs = pairsOf(records.Column(slot));
        for (var t = 1; t < pairs.Length; t++)
        {
            into[0][facts[t].Equal] += pairs[t];
        }
    }

    private Facts Of(int text) => new(words[text]) { Equal = FirstEqual + Commonness.Classes - 1 };

    private int Kept(int a, int b, SimilarityCache cache)
    {
        if (a <= Guests.All)
        {
            return Level(a, b);
        }

        // Numbers of other fields meet in the same cache: the field is part of the second number.
        var marked = b | ((slot + 1) << 24);
        ref var kept = ref cache.At(a, marked);
        var key = SimilarityCache.Key(a, marked);
        if (b >= 1 << 24 || (kept & ~0xFFUL) != key)
        {
            var level = Level(a, b);
            if (b >= 1 << 24)
            {
                return level;
            }

            kept = key | (uint)level;
        }

        return (byte)kept;
    }

    private int Level(int a, int b)
    {
        ref readonly var x = ref facts[a];
        ref readonly var y = ref facts[b];
        if (System.Numerics.BitOperations.PopCount(x.Signs & y.Signs) * 2 < Math.Min(System.Numerics.BitOperations.PopCount(x.Signs), System.Numerics.BitOperations.PopCount(y.Signs)))
        {
            return Different;
        }

        var one = words[a];
        var other = words[b];
        if (one.Length > 3 && other.Length > 3 && EditDistance.IsWithinOne(one, other))
        {
            return Close;
        }

        if (one.Length > 3 && other.Length > 3 && JaroWinkler.Of(one, other) >= AlikeEnough)
        {
            return Resembling;
        }

        return x.HasWords || y.HasWords ? (SharesWords(one, other) ? WordsShared : Different) : Different;
    }

    /// <summary>Whether at least half of the words of the shorter one, of three letters or more, stand in the other.</summary>
    private static bool SharesWords(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        if (a.Length > b.Length)
        {
            return SharesWords(b, a);
        }

        var (all, shared) = (0, 0);
        foreach (var one in a.Split((byte)' '))
        {
            if (a[one].Length < 3)
            {
                continue;
            }

            all++;
            foreach (var other in b.Split((byte)' '))
            {
                if (a[one].SequenceEqual(b[other]))
                {
                    shared++;
                    break;
                }
            }
        }

        return shared > 0 && shared * 2 >= all;
    }

    private struct Facts
    {
        public Facts(ReadOnlySpan<byte> text)
        {
            foreach (var sign in text)
            {
                Signs |= sign == ' ' ? 0 : 1UL << (sign & 63);
            }

            HasWords = text.Contains((byte)' ');
        }

        public ulong Signs;
        public bool HasWords;
        public byte Equal;
    }
}

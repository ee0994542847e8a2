using System.Runtime.CompilerServices;

namespace Trellis.Linkage;

/// <summary>Given and family name together: each against its like, changed about where that fits better, and against a former family name.</summary>
internal sealed class NamesComparator : Comparator
{
    private const int FirstEqual = 12;
    private const int AfterEqual = FirstEqual + Commonness.Classes;

    // What only the given name, or only the family name, has behind the levels of equal names.
    private const int ChangedAbout = AfterEqual;
    private const int ChangedAboutUsual = AfterEqual + 1;
    private const int FormerName = AfterEqual;
    private const int ToldWithGiven = AfterEqual + 1;

    /// <summary>From this class on a name counts as rare where the two differ by a slip: then the slip made it so.</summary>
    private const int Rare = 5;

    private readonly NameIndex names;
    private readonly Words words;
    private readonly int given;
    private readonly int family;
    private readonly int former;
    private readonly Evidence givenEvidence;
    private readonly Evidence familyEvidence;

    /// <summary>Places of the three in a row; -1 where there is none.</summary>
    public NamesComparator(NameIndex names, Words words, int given, int family, int former)
    {
        (this.names, this.words, this.given, this.family, this.former) = (names, words, given, family, former);
        givenEvidence = new Evidence("given name", [.. Levels(0.01, 0.05), new("both names changed about", 0.008, true), new("both names changed about, usual as they stand", 0.002, true)]);
        familyEvidence = new Evidence("family name", [.. Levels(0.03, 0.01), new("equal to a former name", 0.02), new("told with the given name", 0.01)]);
        Evidence = (given >= 0, family >= 0) switch
        {
            (true, true) => [givenEvidence, familyEvidence],
            (true, false) => [givenEvidence],
            _ => [familyEvidence],
        };
    }

    public override IReadOnlyList<Evidence> Evidence { get; }

    /// <summary>Of a level of the given name: 0 different, 1 alike, 2 equal.</summary>
    public static int Closeness(int level) => level >= AfterEqual ? 0 : level >= FirstEqual ? 2 : level is >= (int)NameKinship.Resembling and not (int)NameKinship.Initial ? 1 : 0;

    public override void Count(RecordSet records)
    {
        names.CatchUp();
        CountShares(names, records, given, family);
    }

    public override void Freeze(IDictionary<string, SortedDictionary<string, int>> into)
    {
        into[givenEvidence.Name] = CommonValues.Of(words, name => names[name].Given, Commonness.Classes - 1);
        into[familyEvidence.Name] = CommonValues.Of(words, name => names[name].Family, Commonness.Classes - 1);
    }

    public override void Take(IReadOnlyDictionary<string, SortedDictionary<string, int>> common)
    {
        CommonValues.Take(common, givenEvidence.Name, words, names.CatchUp, (name, of) => names[name].Given = (byte)of);
        CommonValues.Take(common, familyEvidence.Name, words, names.CatchUp, (name, of) => names[name].Family = (byte)of);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override ulong Compare(ReadOnlySpan<int> a, ReadOnlySpan<int> b, SimilarityCache cache)
    {
        int givenA = 0, givenB = 0, familyA = 0, familyB = 0, levelGiven = 0, levelFamily = 0;
        if (given >= 0)
        {
            (givenA, givenB) = (a[given], b[given]);
            levelGiven = Level(givenA, givenB, names[givenA].Given, names[givenB].Given, cache);
        }

        if (family >= 0)
        {
            (familyA, familyB) = (a[family], b[family]);
            levelFamily = Level(familyA, familyB, names[familyA].Family, names[familyB].Family, cache);
            if (former >= 0 && levelFamily < FirstEqual && IsFormer(familyA, familyB, a[former], b[former]))
            {
                levelFamily = FormerName;
            }
        }

        if (given >= 0 && family >= 0 && ((givenA == familyB && givenA != 0) || (familyA == givenB && familyA != 0)) && levelGiven < (int)NameKinship.Nickname && levelFamily < (int)NameKinship.Nickname)
        {
            if (IsCrossed(givenA, familyB, cache) && IsCrossed(familyA, givenB, cache))
            {
                (levelGiven, levelFamily) = (IsUsualEitherWay(givenA) && IsUsualEitherWay(familyA) ? ChangedAboutUsual : ChangedAbout, ToldWithGiven);
            }
        }

        return ((ulong)levelGiven << givenEvidence.Shift) | ((ulong)levelFamily << familyEvidence.Shift);
    }

    public override void CountEqualPairs(RecordSet records, Func<int[], double[]> pairsOf, double[][] into)
    {
        var at = 0;
        if (given >= 0)
        {
            AddPairs(pairsOf(records.Column(given)), name => names[name].Given, into[at++]);
        }

        if (given >= 0 && family >= 0)
        {
            CountCrossed(records, into[0]);
        }

        if (family >= 0)
        {
            AddPairs(pairsOf(records.Column(family)), name => names[name].Family, into[at]);
        }
    }

    /// <summary>How many pairs would have both names changed about by chance, given and family names being independent.</summary>
    private void CountCrossed(RecordSet records, double[] into)
    {
        var (asGiven, asFamily) = (new double[names.Count], new double[names.Count]);
        for (var i = 0; i < records.Count; i++)
        {
            asGiven[records.Row(i)[given]]++;
            asFamily[records.Row(i)[family]]++;
        }

        double usual = 0, rare = 0, all = records.Count;
        for (var name = 1; name < asGiven.Length; name++)
        {
            var meet = asGiven[name] / all * (asFamily[name] / all);
            (usual, rare) = IsUsualEitherWay(name) ? (usual + meet, rare) : (usual, rare + meet);
        }

        into[ChangedAboutUsual] = usual * usual * all * all / 2;
        into[ChangedAbout] = ((usual + rare) * (usual + rare) * all * all / 2) - into[ChangedAboutUsual];
    }

    /// <summary>Puts the class of each name's commonness beside it, as a given and as a family name.</summary>
    private static void CountShares(NameIndex names, RecordSet records, int given, int family)
    {
        foreach (var (slot, isGiven) in new[] { (given, true), (family, false) })
        {
            if (slot < 0)
            {
                continue;
            }

            var counts = records.CountsOf(slot, names.Count);
            var known = (double)Math.Max(1, records.Count - counts[0]);
            for (var name = 1; name < counts.Length; name++)
            {
                var of = Commonness.ClassOf(counts[name] / known);
                if (isGiven)
                {
                    names[name].Given = of;
                }
                else
                {
                    names[name].Family = of;
                }
            }
        }
    }

    private static IEnumerable<EvidenceLevel> Levels(double different, double nickname) =>
    [
        new("not known of one", 0.02), new("a stand-in such as “baby of”", 0.002), new("different", different), new("different, with the same initial", different / 2), new("resembling", 0.01),
        new("initial only", 0.005), new("part of the other", 0.01), new("sounds alike", 0.02), new("short form or pet name", nickname), new("one slip apart, both usual", 0.03), new("one slip apart, one rare", 0.05),
        new("equal as placeholders", 0), .. Commonness.Equal(0.75),
    ];

    private static void AddPairs(double[] pairs, Func<int, int> classOf, double[] into)
    {
        for (var name = 1; name < pairs.Length; name++)
        {
            into[FirstEqual + classOf(name)] += pairs[name];
        }
    }

    private int Level(int a, int b, int classA, int classB, SimilarityCache cache)
    {
        if (a == b && a != 0)
        {
            return names[a].IsPlaceholder ? (int)NameKinship.Placeholder : FirstEqual + classA;
        }

        var kinship = Kinship(a, b, cache);
        return kinship == NameKinship.Close && Math.Max(classA, classB) >= Rare ? (int)NameKinship.Close + 1 : (int)kinship;
    }

    private bool IsCrossed(int a, int b, SimilarityCache cache) => a != 0 && (a == b || Kinship(a, b, cache) is NameKinship.Close or NameKinship.SoundsAlike or NameKinship.Nickname or NameKinship.Part);

    /// <summary>Whether people are given the name, and families have it, so often that one cannot tell by it which of the two it is.</summary>
    private bool IsUsualEitherWay(int name) => Math.Max(names[name].Given, names[name].Family) < Rare;

    private NameKinship Kinship(int a, int b, SimilarityCache cache)
    {
        if (a == 0 || b == 0)
        {
            return NameKinship.Missing;
        }

        var (low, high) = a < b ? (a, b) : (b, a);
        if (low <= Guests.All)
        {
            return names.Compare(low, high);
        }

        ref var kept = ref cache.At(low, high);
        var key = SimilarityCache.Key(low, high);
        if ((kept & ~0xFFUL) != key)
        {
            kept = key | (ulong)names.Compare(low, high);
        }

        return (NameKinship)(byte)kept;
    }

    private static bool IsFormer(int a, int b, int formerA, int formerB) => (formerA != 0 && (formerA == b || formerA == formerB)) || (formerB != 0 && formerB == a);
}

using System.Runtime.CompilerServices;

namespace Trellis.Linkage;

/// <summary>Dates of birth: whole, partial, with a slip of the pen, with day and month changed about, or the first of January for one that nobody knew.</summary>
internal sealed class BirthComparator(int slot) : Comparator
{
    private const int Different = 1;
    private const int SameYear = 2;
    private const int TwoParts = 3;
    private const int Partial = 4;
    private const int Estimated = 5;
    private const int YearBeside = 6;
    private const int Slip = 7;
    private const int ChangedAbout = 8;
    private const int EqualStandIn = 9;
    private const int Equal = 10;

    private readonly Evidence evidence = new(
        "date of birth", new("not known of one", 0.04), new("different", 0.005), new("different, of one year", 0.003), new("two of day, month and year equal", 0.01), new("equal as far as both are known", 0.01),
        new("one year, of one the first of January", 0.01), new("one year apart to the day", 0.005), new("one digit off, or two digits changed about", 0.03), new("day and month changed about", 0.01),
        new("equal, a date that stands in for many", 0.01, true), new("equal", 0.88, true));

    private readonly HashSet<int> standIns = [];

    public override IReadOnlyList<Evidence> Evidence => [evidence];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override ulong Compare(ReadOnlySpan<int> a, ReadOnlySpan<int> b, SimilarityCache cache) => (ulong)Level(a[slot], b[slot]) << evidence.Shift;

    /// <summary>The level of two dates as <see cref="BirthDate"/> writes them.</summary>
    internal static int Level(int a, int b)
    {
        if (a == 0 || b == 0)
        {
            return Linkage.Evidence.Missing;
        }

        if (((a ^ b) & ~BirthDate.StandIn) == 0)
        {
            // What a search asks for is not marked.
            return BirthDate.Day(a) == 0 ? Partial : ((a | b) & BirthDate.StandIn) != 0 ? EqualStandIn : Equal;
        }

        var (yearA, yearB, monthA, monthB, dayA, dayB) = (BirthDate.Year(a), BirthDate.Year(b), BirthDate.Month(a), BirthDate.Month(b), BirthDate.Day(a), BirthDate.Day(b));
        var sameYear = yearA == yearB;
        if (dayA == 0 || dayB == 0)
        {
            return sameYear && (monthA == monthB || monthA == 0 || monthB == 0) ? Partial : Different;
        }

        if (sameYear && monthA == dayB && monthB == dayA)
        {
            return ChangedAbout;
        }

        if (sameYear && ((monthA == 1 && dayA == 1) || (monthB == 1 && dayB == 1)))
        {
            return Estimated;
        }

        var (sameMonth, sameDay) = (monthA == monthB, dayA == dayB);
        return (sameYear, sameMonth, sameDay) switch
        {
            (false, true, true) => Math.Abs(yearA - yearB) == 1 ? YearBeside : IsSlip(yearA, yearB) ? Slip : TwoParts,
            (true, false, true) => IsSlip(monthA, monthB) ? Slip : TwoParts,
            (true, true, false) => IsSlip(dayA, dayB) ? Slip : TwoParts,
            (true, false, false) => SameYear,
            _ => Different,
        };
    }

    public override void CountEqualPairs(RecordSet records, Func<int[], double[]> pairsOf, double[][] into)
    {
        // Dates leave gaps among the numbers up to 2^21, which is few enough to count in a row.
        var column = records.Column(slot);
        for (var i = 0; i < column.Length; i++)
        {
            column[i] &= ~BirthDate.StandIn;
        }

        var pairs = pairsOf(column);
        for (var date = 1; date < pairs.Length; date++)
        {
            if (pairs[date] > 0 && BirthDate.Day(date) != 0)
            {
                into[0][standIns.Contains(date) ? EqualStandIn : Equal] += pairs[date];
            }
        }
    }

    /// <summary>Marks the dates that more than eight times as many records have as have others of that decade: nobody knew better.</summary>
    public override void Count(RecordSet records)
    {
        const int Times = 8;
        const int Fewest = 20;
        var (rows, slots) = (records.Rows, records.Layout.Slots);
        var counts = new int[1 << 21];
        var decades = new (long Records, long Dates)[300];
        for (var i = 0; i < records.Count; i++)
        {
            var date = rows[(i * slots) + slot] & ~BirthDate.StandIn;
            if (BirthDate.Day(date) != 0)
            {
                ref var decade = ref decades[BirthDate.Year(date) / 10];
                decade.Records++;
                decade.Dates += counts[date]++ == 0 ? 1 : 0;
            }
        }

        standIns.Clear();
        for (var date = 1; date < counts.Length; date++)
        {
            if (counts[date] >= Fewest && decades[BirthDate.Year(date) / 10] is var (all, dates) && counts[date] * dates > Times * all)
            {
                standIns.Add(date);
            }
        }

        for (var i = 0; i < records.Count; i++)
        {
            Prepare(rows.AsSpan(i * slots, slots));
        }
    }

    public override void Prepare(Span<int> row)
    {
        var date = row[slot] & ~BirthDate.StandIn;
        row[slot] = standIns.Contains(date) ? date | BirthDate.StandIn : date;
    }

    public override void Freeze(IDictionary<string, SortedDictionary<string, int>> into) =>
        into[evidence.Name] = new SortedDictionary<string, int>(standIns.ToDictionary(BirthDate.Write, _ => EqualStandIn), StringComparer.Ordinal);

    public override void Take(IReadOnlyDictionary<string, SortedDictionary<string, int>> common)
    {
        standIns.Clear();
        foreach (var date in (common.GetValueOrDefault(evidence.Name) ?? []).Keys)
        {
            standIns.Add(BirthDate.Read(System.Text.Encoding.UTF8.GetBytes(date)));
        }
    }

    /// <summary>Whether two numbers differ in one digit, or have two neighbouring digits changed about.</summary>
    private static bool IsSlip(int a, int b)
    {
        var (off, place, firstA, firstB) = (0, 0, 0, 0);
        var beside = false;
        for (var at = 0; at < 4; at++, a /= 10, b /= 10)
        {
            var (x, y) = (a % 10, b % 10);
            if (x != y)
            {
                beside = off == 1 && at == place + 1 && x == firstB && y == firstA;
                (off, place, firstA, firstB) = (off + 1, at, x, y);
            }
        }

        return off == 1 || (off == 2 && beside);
    }
}

/// <summary>Postcodes: equal, a sign off, and by sector, district and area.</summary>
internal sealed class PostcodeComparator(Words postcodes, int slot) : Comparator
{
    private const int Different = 1;
    private const int SameArea = 2;
    private const int SameDistrict = 3;
    private const int SameSector = 4;
    private const int OutwardOnly = 5;
    private const int SignOff = 6;
    private const int FirstEqual = 7;
    private static readonly double[] Common = [1 / 1000.0, 1 / 10_000.0];

    private readonly Evidence evidence = new(
        "postcode", new("not known of one", 0.1), new("different", 0.1), new("of one area", 0.03), new("of one district", 0.05), new("of one sector", 0.02), new("equal as far as both are known", 0.02),
        new("one sign off", 0.02), new("equal (1 in 1,000 or more live there)", 0.2, true), new("equal (1 in 1,000 to 10,000 live there)", 0.2, true), new("equal (fewer than 1 in 10,000 live there)", 0.3, true));

    private Facts[] facts = new Facts[Guests.All + 1];
    private int factsKnown = Guests.All + 1;

    public override IReadOnlyList<Evidence> Evidence => [evidence];

    public override void Count(RecordSet records)
    {
        CatchUp();
        var counts = records.CountsOf(slot, postcodes.Count);
        var known = (double)Math.Max(1, records.Count - counts[0]);
        for (var p = 1; p < counts.Length; p++)
        {
            var share = counts[p] / known;
            facts[p].Equal = (byte)(facts[p].IsDistrict ? OutwardOnly : FirstEqual + (share >= Common[0] ? 0 : share >= Common[1] ? 1 : 2));
        }
    }

    public override void CatchUp()
    {
        if (postcodes.Count > facts.Length)
        {
            Array.Resize(ref facts, Math.Max(postcodes.Count, facts.Length * 2));
        }

        for (; factsKnown < postcodes.Count; factsKnown++)
        {
            facts[factsKnown] = Of(factsKnown);
        }
    }

    public override void Meet(Words of, int guest)
    {
        if (of == postcodes)
        {
            facts[guest] = Of(guest);
        }
    }

    public override void Freeze(IDictionary<string, SortedDictionary<string, int>> into) => into[evidence.Name] = CommonValues.Of(postcodes, p => facts[p].Equal, FirstEqual + 2);

    public override void Take(IReadOnlyDictionary<string, SortedDictionary<string, int>> common) => CommonValues.Take(common, evidence.Name, postcodes, CatchUp, (p, equal) => facts[p].Equal = (byte)equal);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override ulong Compare(ReadOnlySpan<int> a, ReadOnlySpan<int> b, SimilarityCache cache) => (ulong)Level(a[slot], b[slot]) << evidence.Shift;

    public override void CountEqualPairs(RecordSet records, Func<int[], double[]> pairsOf, double[][] into)
    {
        var pairs = pairsOf(records.Column(slot));
        for (var p = 1; p < pairs.Length; p++)
        {
            into[0][facts[p].Equal] += facts[p].Equal >= FirstEqual ? pairs[p] : 0;
        }
    }

    private Facts Of(int postcode)
    {
        var of = new Facts(postcodes[postcode]);
        of.Equal = (byte)(of.IsDistrict ? OutwardOnly : FirstEqual + 2);
        return of;
    }

    private int Level(int a, int b)
    {
        if (a == 0 || b == 0)
        {
            return Linkage.Evidence.Missing;
        }

        ref readonly var x = ref facts[a];
        if (a == b)
        {
            return x.Equal;
        }

        ref readonly var y = ref facts[b];
        var same = System.Numerics.BitOperations.LeadingZeroCount(x.Signs ^ y.Signs) / 8;
        if (x.District == y.District && x.District > 0 && same >= x.District)
        {
            return x.IsDistrict || y.IsDistrict ? OutwardOnly : IsSignOff(in x, in y) ? SignOff : same > x.District ? SameSector : SameDistrict;
        }

        return !x.IsDistrict && !y.IsDistrict && IsSignOff(in x, in y) ? SignOff
            : x.District > 0 ? (x.Area == y.Area && same >= x.Area && y.District > 0 ? SameArea : Different)
            : same >= 3 ? SameSector : same >= 2 ? SameDistrict : Different;
    }

    /// <summary>One sign put for another, two neighbours changed about, or one left out.</summary>
    private static bool IsSignOff(in Facts x, in Facts y)
    {
        var different = x.Signs ^ y.Signs;
        var first = System.Numerics.BitOperations.LeadingZeroCount(different) / 8;
        var last = 7 - (System.Numerics.BitOperations.TrailingZeroCount(different) / 8);
        if (x.Length == y.Length)
        {
            return first == last || (last == first + 1 && At(x.Signs, first) == At(y.Signs, last) && At(x.Signs, last) == At(y.Signs, first));
        }

        var (longer, shorter) = x.Length > y.Length ? (x, y) : (y, x);
        return longer.Length - shorter.Length == 1 && (first == 7 || (longer.Signs << (8 * (first + 1))) == (shorter.Signs << (8 * first)));
    }

    private static byte At(ulong signs, int place) => (byte)(signs >> (56 - (8 * place)));

    private struct Facts
    {
        public Facts(ReadOnlySpan<byte> text)
        {
            Length = (byte)Math.Min(8, text.Length);
            for (var i = 0; i < Length; i++)
            {
                Signs |= (ulong)text[i] << (56 - (8 * i));
            }

            District = (byte)PostcodeText.DistrictLength(text);
            Area = (byte)PostcodeText.AreaLength(text);
            IsDistrict = District > 0 && District == text.Length;
        }

        public ulong Signs;
        public byte Length;
        public byte District;
        public byte Area;
        public bool IsDistrict;
        public byte Equal;
    }
}

/// <summary>Sex: the same, another, or not known. Among people of one given name it says little.</summary>
internal sealed class SexComparator(int slot, Evidence? given) : Comparator
{
    private const int Different = 1;
    private const int Equal = 2;

    private readonly Evidence evidence = new("sex", new("not known of one", 0.04), new("different", 0.01), new("equal", 0.95))
    {
        DependsOn = given, Groups = given is null ? 1 : 3, GroupOf = given is null ? _ => 0 : NamesComparator.Closeness,
    };

    public override IReadOnlyList<Evidence> Evidence => [evidence];

    public override ulong Compare(ReadOnlySpan<int> a, ReadOnlySpan<int> b, SimilarityCache cache) =>
        (ulong)(a[slot] == 0 || b[slot] == 0 ? 0 : a[slot] == b[slot] ? Equal : Different) << evidence.Shift;

    public override void CountEqualPairs(RecordSet records, Func<int[], double[]> pairsOf, double[][] into)
    {
    }
}

/// <summary>Identifiers: equal, one sign off, or different. Those with a wrong check digit never get here.</summary>
internal sealed class IdentifierComparator(Words words, int slot, string name, bool oneEach) : Comparator
{
    public const int Levels = 4;

    private const int Different = 1;
    private const int SignOff = 2;
    private const int Equal = 3;

    private readonly Evidence evidence = new(name, new("not known of one", 0.3), new("different", oneEach ? 0.01 : 0.3), new("one sign off", 0.01), new("equal", oneEach ? 0.68 : 0.4, true));

    public override IReadOnlyList<Evidence> Evidence => [evidence];

    public override ulong Compare(ReadOnlySpan<int> a, ReadOnlySpan<int> b, SimilarityCache cache)
    {
        var (x, y) = (a[slot], b[slot]);
        return (ulong)(x == 0 || y == 0 ? 0 : x == y ? Equal : EditDistance.IsWithinOne(words[x], words[y]) ? SignOff : Different) << evidence.Shift;
    }

    public override void CountEqualPairs(RecordSet records, Func<int[], double[]> pairsOf, double[][] into) => into[0][Equal] += pairsOf(records.Column(slot)).Skip(1).Sum();
}

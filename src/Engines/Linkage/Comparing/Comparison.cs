using System.Runtime.CompilerServices;

namespace Trellis.Linkage;

/// <summary>All comparisons that a mapping asks for, and the pattern in which a pair's outcome is packed.</summary>
internal sealed class Comparison
{
    private readonly Comparator[] comparators;
    private readonly Words nameWords;

    /// <summary>Counts how common the values are, on so many cores, or takes over what was counted before ("common").</summary>
    public Comparison(RecordSet records, IReadOnlyDictionary<string, SortedDictionary<string, int>>? common = null, ParallelOptions? parallel = null)
    {
        var layout = records.Layout;
        nameWords = layout.Names;
        Names = new NameIndex(nameWords);
        var list = new List<Comparator>();
        var (given, family) = (layout.SlotOf(FieldKind.Given), layout.SlotOf(FieldKind.Family));
        if (given >= 0 || family >= 0)
        {
            list.Add(new NamesComparator(Names, layout.Names, given, family, layout.SlotOf(FieldKind.Former)));
        }

        for (var slot = 0; slot < layout.Slots; slot++)
        {
            var field = records.Map.Fields[slot];
            list.AddRange(field.Kind switch
            {
                FieldKind.Given or FieldKind.Family or FieldKind.Former => [],
                FieldKind.Middle => [new MiddleNameComparator(Names, slot)],
                FieldKind.Birth => [new BirthComparator(slot)],
                FieldKind.Sex => [new SexComparator(slot, given >= 0 ? list[0].Evidence[0] : null)],
                FieldKind.Postcode => [new PostcodeComparator(layout.Postcodes, slot)],
                FieldKind.NhsNumber or FieldKind.Upn or FieldKind.Phone => [new IdentifierComparator(layout.Texts[slot]!, slot, field.Name, field.Kind != FieldKind.Phone)],
                FieldKind.AgencyId => [new IdentifierComparator(layout.Texts[slot]!, slot, field.Name, false)],
                _ => new Comparator[] { new TextComparator(layout.Texts[slot]!, slot, field.Name) },
            });
        }

        comparators = [.. list];
        Evidence = [.. list.SelectMany(c => c.Evidence)];
        var shift = 0;
        foreach (var evidence in Evidence)
        {
            evidence.Shift = shift;
            shift += evidence.Bits;
        }

        if (shift > 64)
        {
            throw new FormatException("The mapping names more to compare than one pattern holds: leave out what tells least.");
        }

        if (common is null)
        {
            Cores.Share(comparators.Length, parallel ?? new ParallelOptions { MaxDegreeOfParallelism = 1 }, c => comparators[c].Count(records));
        }
        else
        {
            Array.ForEach(comparators, c => c.Take(common));
        }

        CatchUp();
        for (var record = 0; common is not null && record < records.Count; record++)
        {
            Prepare(records.Rows.AsSpan(record * layout.Slots, layout.Slots));
        }
    }

    public NameIndex Names { get; }

    public Evidence[] Evidence { get; }

    public IReadOnlyList<Comparator> Comparators => comparators;

    /// <summary>Takes in the values that came since the records were counted: nobody has them, so they are rare.</summary>
    public void CatchUp()
    {
        Names.CatchUp();
        foreach (var comparator in comparators)
        {
            comparator.CatchUp();
        }
    }

    /// <summary>Takes in the words of a query that no record has.</summary>
    public void Meet(Guests guests)
    {
        // Taking in a double name may call more guests.
        for (var guest = 0; guest < guests.Count; guest++)
        {
            var (words, number) = guests[guest];
            if (words == nameWords)
            {
                Names.Meet(number, guests);
            }

            foreach (var comparator in comparators)
            {
                comparator.Meet(words, number);
            }
        }
    }

    /// <summary>Marks in a row what counting told of its values.</summary>
    public void Prepare(Span<int> row)
    {
        foreach (var comparator in comparators)
        {
            comparator.Prepare(row);
        }
    }

    /// <summary>Which values are common, by the names of the evidence.</summary>
    public SortedDictionary<string, SortedDictionary<string, int>> CommonValues()
    {
        var common = new SortedDictionary<string, SortedDictionary<string, int>>(StringComparer.Ordinal);
        foreach (var comparator in comparators)
        {
            comparator.Freeze(common);
        }

        return common;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ulong Pattern(ReadOnlySpan<int> a, ReadOnlySpan<int> b, SimilarityCache cache)
    {
        ulong pattern = 0;
        foreach (var comparator in comparators)
        {
            pattern |= comparator.Compare(a, b, cache);
        }

        return pattern;
    }
}

/// <summary>Middle names, by themselves.</summary>
internal sealed class MiddleNameComparator(NameIndex names, int slot) : Comparator
{
    private readonly Evidence evidence = new(
        "middle name", new("not known of one", 0.4), new("different", 0.03), new("resembling", 0.02), new("initial only", 0.1), new("one slip apart", 0.05), new("equal", 0.4, true));

    public override IReadOnlyList<Evidence> Evidence => [evidence];

    public override ulong Compare(ReadOnlySpan<int> a, ReadOnlySpan<int> b, SimilarityCache cache) => (ulong)(names.Compare(a[slot], b[slot]) switch
    {
        NameKinship.Missing or NameKinship.Placeholder => 0,
        NameKinship.Different or NameKinship.SameInitial => 1,
        NameKinship.Initial => 3,
        NameKinship.Close => 4,
        NameKinship.Equal => 5,
        _ => 2,
    }) << evidence.Shift;

    public override void CountEqualPairs(RecordSet records, Func<int[], double[]> pairsOf, double[][] into) => into[0][5] += pairsOf(records.Column(slot)).Skip(1).Sum();
}

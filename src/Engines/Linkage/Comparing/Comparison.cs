namespace Trellis.Linkage;

/// <summary>All comparisons that a mapping asks for, and the pattern in which a pair's outcome is packed.</summary>
internal sealed class Comparison
{
    private readonly Comparator[] comparators;

    public Comparison(RecordSet records)
    {
        var layout = records.Layout;
        Names = new NameIndex(layout.Names);
        var list = new List<Comparator>();
        var (given, family) = (layout.SlotOf(FieldKind.Given), layout.SlotOf(FieldKind.Family));
        if (given >= 0 || family >= 0)
        {
            list.Add(new NamesComparator(Names, given, family, layout.SlotOf(FieldKind.Former)));
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

        foreach (var comparator in comparators)
        {
            comparator.Count(records);
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

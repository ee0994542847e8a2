namespace Trellis.Linkage;

/// <summary>Finds what somebody must look at.</summary>
internal static class Doubts
{
    private const double Unlikely = 0.05;
    private const double Likely = 0.95;

    public static List<Doubt> Find(
        RecordSet records, Comparison comparison, Decisions decisions, List<DecidedPair> contradictions, IReadOnlyList<ScoredPair> pairs, int[] persons, Func<int, int, double> probability)
    {
        var doubts = contradictions.Select(c => new Doubt(DoubtKind.DecisionsContradict, c.A, c.B, probability(c.A, c.B))).ToList();
        doubts.AddRange(decisions.Must.Except(contradictions).Select(d => new Doubt(DoubtKind.OneByDecisionOnly, d.A, d.B, probability(d.A, d.B))).Where(d => d.Probability < Unlikely));
        doubts.AddRange(decisions.Cannot.Select(d => new Doubt(DoubtKind.TwoByDecisionOnly, d.A, d.B, probability(d.A, d.B))).Where(d => d.Probability >= Likely));
        for (var slot = 0; slot < records.Layout.Slots; slot++)
        {
            if (records.Map.Fields[slot].Kind is FieldKind.NhsNumber or FieldKind.Upn or FieldKind.AgencyId)
            {
                doubts.AddRange(Apart(records, slot, persons, probability));
            }

            if (records.Map.Fields[slot].Kind is FieldKind.NhsNumber or FieldKind.Upn)
            {
                doubts.AddRange(Together(records, slot, persons, probability));
            }
        }

        return doubts;
    }

    /// <summary>Records with one identifier that are several persons: each of the others beside the first.</summary>
    private static IEnumerable<Doubt> Apart(RecordSet records, int slot, int[] persons, Func<int, int, double> probability)
    {
        var first = new Dictionary<int, int>();
        var told = new HashSet<(int, int)>();
        for (var record = 0; record < records.Count; record++)
        {
            var value = records.Row(record)[slot];
            if (value == 0 || first.TryAdd(value, record))
            {
                continue;
            }

            var other = first[value];
            if (persons[other] != persons[record] && told.Add((persons[other], persons[record])))
            {
                yield return new Doubt(DoubtKind.SameIdentifierApart, other, record, probability(other, record));
            }
        }
    }

    /// <summary>Persons with two identifiers: the first record of each beside the person's first.</summary>
    private static IEnumerable<Doubt> Together(RecordSet records, int slot, int[] persons, Func<int, int, double> probability)
    {
        var first = new Dictionary<int, int>();
        var told = new HashSet<(int, int)>();
        for (var record = 0; record < records.Count; record++)
        {
            var value = records.Row(record)[slot];
            if (value == 0 || first.TryAdd(persons[record], record))
            {
                continue;
            }

            var other = first[persons[record]];
            if (records.Row(other)[slot] != value && told.Add((persons[record], value)))
            {
                yield return new Doubt(DoubtKind.OtherIdentifierTogether, other, record, probability(other, record));
            }
        }
    }
}

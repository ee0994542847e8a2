namespace Trellis.Linkage;

/// <summary>Finds what somebody must look at.</summary>
internal static class Doubts
{
    private const double Unlikely = 0.05;
    private const double Likely = 0.95;

    public static List<Doubt> Find(RecordSet records, Decisions decisions, Contradictions contradictions, int[] persons, Func<int, int, double> probability)
    {
        var identified = records.Identified();
        List<Doubt> doubts = decisions.Must.Count + decisions.Cannot.Count + identified.Count > 0 ? OfDecisions(decisions, identified, contradictions, probability) : [];
        var told = contradictions.Identified.ToHashSet();
        for (var slot = 0; slot < records.Layout.Slots; slot++)
        {
            if (records.Map.Fields[slot].Kind is FieldKind.NhsNumber or FieldKind.Upn or FieldKind.AgencyId)
            {
                doubts.AddRange(Apart(records, slot, persons, probability).Where(d => !told.Contains(new DecidedPair(d.A, d.B))));
            }

            if (records.Map.Fields[slot].Kind is FieldKind.NhsNumber or FieldKind.Upn)
            {
                doubts.AddRange(Together(records, slot, persons, probability));
            }
        }

        return doubts;
    }

    private static List<Doubt> OfDecisions(Decisions decisions, List<DecidedPair> identified, Contradictions contradictions, Func<int, int, double> probability)
    {
        Doubt Of(DoubtKind kind, DecidedPair pair) => new(kind, pair.A, pair.B, probability(pair.A, pair.B));
        return
        [
            .. contradictions.Decided.Select(c => Of(DoubtKind.DecisionsContradict, c)),
            .. contradictions.Identified.Select(c => Of(DoubtKind.AgencyIdentifierContradictsDecision, c)),
            .. decisions.Must.Except(contradictions.Decided).Select(d => Of(DoubtKind.OneByDecisionOnly, d)).Where(d => d.Probability < Unlikely),
            .. decisions.Cannot.Select(d => Of(DoubtKind.TwoByDecisionOnly, d)).Where(d => d.Probability >= Likely),
            .. identified.Except(contradictions.Identified).Select(i => Of(DoubtKind.OneByAgencyIdentifierOnly, i)).Where(d => d.Probability < Unlikely),
        ];
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

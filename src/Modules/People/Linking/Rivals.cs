namespace Trellis.People.Linking;

/// <summary>Finds whether somebody else is likely too, who speaks against two records being of one person.</summary>
internal sealed class Rivals
{
    private readonly Dictionary<Guid, HashSet<Guid>> likely = [];
    private readonly Groups groups = new();
    private readonly Func<Guid, Guid> standing;
    private readonly Func<Guid, IEnumerable<Guid>> before;
    private readonly Dictionary<Guid, HashSet<Guid>> likelyBefore = [];

    /// <param name="likely">All pairs that are likely of one person.</param>
    /// <param name="joined">Those of them that would be joined if nobody spoke against it.</param>
    /// <param name="standing">The person of a record, or the record itself where it has none yet.</param>
    /// <param name="before">Others that are likely of the same person as a record, and no candidates.</param>
    public Rivals(IEnumerable<CandidatePair> likely, IEnumerable<CandidatePair> joined, Func<Guid, Guid> standing, Func<Guid, IEnumerable<Guid>> before)
    {
        (this.standing, this.before) = (standing, before);
        foreach (var pair in likely)
        {
            Of(pair.A).Add(pair.B);
            Of(pair.B).Add(pair.A);
        }

        foreach (var pair in joined)
        {
            groups.Join(standing(pair.A), standing(pair.B));
        }
    }

    /// <summary>A third record that is likely of the same person as one of the two, and not as the other. One that is likely the same as both may belong to them, and does not speak against them.</summary>
    public bool Has(CandidatePair pair) => Parts(pair.A, pair.B) || Parts(pair.B, pair.A);

    private bool Parts(Guid one, Guid other) => Of(one).Any(third => third != other && groups.Of(standing(third)) != groups.Of(standing(one)) && !Of(other).Contains(third) && !Before(other).Contains(third));

    private HashSet<Guid> Before(Guid record)
    {
        if (!likelyBefore.TryGetValue(record, out var others))
        {
            likelyBefore.Add(record, others = [.. before(record)]);
        }

        return others;
    }

    private HashSet<Guid> Of(Guid record)
    {
        if (!likely.TryGetValue(record, out var others))
        {
            likely.Add(record, others = []);
        }

        return others;
    }
}

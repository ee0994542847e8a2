namespace Trellis.Linkage;

/// <summary>What people decided about pairs of records, by their ids. It outlives records, models and indexes.</summary>
internal sealed class DecisionBook
{
    private readonly Dictionary<Guid, Dictionary<Guid, PersonDecision>> book = [];

    public PersonDecision Of(Guid a, Guid b) => book.TryGetValue(a, out var of) ? of.GetValueOrDefault(b) : PersonDecision.None;

    /// <summary>All records about which, with this one, something was decided.</summary>
    public IEnumerable<(Guid Other, PersonDecision Decision)> With(Guid record) => book.TryGetValue(record, out var of) ? of.Select(o => (o.Key, o.Value)) : [];

    public void Write(DecidedRecords decided)
    {
        if (decided.A == decided.B)
        {
            throw new ArgumentException("A decision is about two records, not one.", nameof(decided));
        }

        Write(decided.A, decided.B, decided.Decision);
        Write(decided.B, decided.A, decided.Decision);
    }

    private void Write(Guid one, Guid other, PersonDecision decision)
    {
        if (decision == PersonDecision.None)
        {
            if (book.TryGetValue(one, out var of) && of.Remove(other) && of.Count == 0)
            {
                book.Remove(one);
            }

            return;
        }

        if (!book.TryGetValue(one, out var known))
        {
            book.Add(one, known = []);
        }

        known[other] = decision;
    }
}

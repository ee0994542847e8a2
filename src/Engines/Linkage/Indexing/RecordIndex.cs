namespace Trellis.Linkage;

/// <summary>
/// A living index of records that is searched, and tells of a record which others may be of the same person; it makes no clusters of them. For whoever decides by rules of their own whom records are of.
/// </summary>
/// <remarks>
/// Any number of threads may read at once; an update waits until they have finished and holds back those that come, for some microseconds a record. Every so many updates what came since is sorted in, which takes about a
/// second for a million records.
/// </remarks>
public sealed class RecordIndex : IDisposable
{
    /// <summary>So many records come before those that read get their turn.</summary>
    private const int ComeTogether = 256;

    private readonly ReaderWriterLockSlim door;
    private readonly LivingRecords living;

    private RecordIndex(LivingRecords living, ReaderWriterLockSlim door) => (this.living, this.door) = (living, door);

    /// <summary>By what the index goes.</summary>
    public LinkageBasis Basis => living.Basis;

    /// <summary>How many records there are.</summary>
    public int Count => Reading(() => living.Count);

    /// <summary>Makes an index of records.</summary>
    /// <param name="map">What is compared.</param>
    /// <param name="records">Each with an id of its own; what a search finds equally likely comes in their order.</param>
    /// <param name="basis">By what to go; null to learn it from these records, or to begin with a guess where they are fewer than a thousand.</param>
    /// <param name="threads">How many cores to take; the outcome is the same with any number.</param>
    /// <param name="cancel">Stops the making with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="FormatException">The basis is of another mapping.</exception>
    /// <exception cref="ArgumentException">Two records have one id, or one has another number of values than the mapping has fields.</exception>
    public static RecordIndex Build(FieldMap map, IEnumerable<IndexedRecord> records, LinkageBasis? basis = null, int threads = 2, CancellationToken cancel = default)
    {
        var read = LivingRecords.Read(map, records, threads, null, cancel);
        read.GoBy(read.BasisOr(basis, cancel));
        return new RecordIndex(read, new ReaderWriterLockSlim());
    }

    /// <summary>Makes an index of records of the caller's, which are not made anew for it: a million of them in a few seconds.</summary>
    /// <param name="map">What is compared.</param>
    /// <param name="records">They are taken in as they come; what a search finds equally likely comes in their order.</param>
    /// <param name="expected">How many there may be, to make room for them at once.</param>
    /// <param name="idOf">The id of a record, which no other has.</param>
    /// <param name="agencyOf">Who holds the record; null where nobody knows.</param>
    /// <param name="textOf">What stands in a field; called by several threads at once.</param>
    /// <param name="basis">By what to go; null to learn it from these records, or to begin with a guess where they are fewer than a thousand.</param>
    /// <param name="threads">How many cores to take; the outcome is the same with any number.</param>
    /// <param name="cancel">Stops the making with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="FormatException">The basis is of another mapping.</exception>
    /// <exception cref="ArgumentException">Two records have one id.</exception>
    public static RecordIndex Build<T>(
        FieldMap map, IEnumerable<T> records, int expected, Func<T, Guid> idOf, Func<T, string?> agencyOf, FieldText<T> textOf, LinkageBasis? basis = null, int threads = 2, CancellationToken cancel = default)
    {
        var read = LivingRecords.Read(map, records, expected, idOf, agencyOf, textOf, threads, cancel);
        read.GoBy(read.BasisOr(basis, cancel));
        return new RecordIndex(read, new ReaderWriterLockSlim());
    }

    /// <summary>The records most likely of the person searched for, the best first.</summary>
    /// <param name="query">Texts by the names of the mapping's fields ("given name", "date of birth"), any part of them; others are passed over.</param>
    /// <param name="most">How many records to give at most.</param>
    public IReadOnlyList<IndexHit> Search(IReadOnlyDictionary<string, string> query, int most = 20) =>
        Reading(() => living.Search.Search(query, most).Select(f => new IndexHit(living.IdOf(f.Record), 0, f.Probability, f.Weight)).ToList());

    /// <summary>Why two records are taken for one person or for two.</summary>
    /// <exception cref="KeyNotFoundException">There is no such record.</exception>
    public Explanation Explain(Guid a, Guid b) => Reading(() => living.Explain(a, b));

    /// <summary>The records that may be of the same person as one, the likeliest first: those compared with it, and those with its identifier of its agency or its NHS number, however unlikely.</summary>
    /// <param name="record">Its id.</param>
    /// <param name="least">The lowest probability.</param>
    /// <exception cref="KeyNotFoundException">There is no such record.</exception>
    public IReadOnlyList<MatchCandidate> CandidatesOf(Guid record, double least = Linker.LeastProbability) => Reading(() =>
        living.Likely(living.NumberOf(record), least, []).Select(m => new MatchCandidate(living.IdOf(m.Number), 0, m.Probability, living.Shares(m.Pattern), PersonDecision.None)).ToList());

    /// <summary>Changes the records, in that order. What is withdrawn and not there is passed over.</summary>
    /// <exception cref="ArgumentException">A record has another number of values than the mapping has fields; nothing is changed then.</exception>
    public void Update(IReadOnlyList<RecordChange> changes)
    {
        Check(changes);
        door.EnterWriteLock();
        try
        {
            Change(changes);
            if (living.IsUnsorted)
            {
                living.SortAnew();
            }
        }
        finally
        {
            door.ExitWriteLock();
        }
    }

    /// <summary>The index as it would be with some changes; this one stays as it is, and may be searched meanwhile. Both go by one basis, and either is disposed of with the other.</summary>
    /// <param name="changes">In their order. What is withdrawn and not there is passed over.</param>
    /// <param name="cancel">Stops the making with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="ArgumentException">A record has another number of values than the mapping has fields.</exception>
    public RecordIndex With(IReadOnlyList<RecordChange> changes, CancellationToken cancel = default)
    {
        Check(changes);
        var other = new RecordIndex(Reading(living.Fork), door);
        foreach (var some in changes.Chunk(ComeTogether))
        {
            cancel.ThrowIfCancellationRequested();
            // The dictionaries that both share grow.
            door.EnterWriteLock();
            try
            {
                other.Change(some);
            }
            finally
            {
                door.ExitWriteLock();
            }
        }

        if (other.living.IsUnsorted)
        {
            Reading(other.living.SortAnew);
        }

        return other;
    }

    /// <summary>Frees the lock; the index is of no use afterwards.</summary>
    public void Dispose() => door.Dispose();

    private void Check(IReadOnlyList<RecordChange> changes)
    {
        foreach (var change in changes)
        {
            IndexRows.Check(living.All, change.Record);
        }
    }

    private void Change(IReadOnlyList<RecordChange> changes)
    {
        foreach (var change in changes)
        {
            if (living.TryNumber(change.Id, out var number))
            {
                living.Remove(number);
            }

            if (change.Record is { } record)
            {
                living.Enter(record);
            }
        }
    }

    private T Reading<T>(Func<T> work)
    {
        door.EnterReadLock();
        try
        {
            return work();
        }
        finally
        {
            door.ExitReadLock();
        }
    }
}

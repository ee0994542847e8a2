namespace Trellis.Linkage;

/// <summary>A record as the index takes it in.</summary>
/// <param name="Id">By which the caller knows it, for good.</param>
/// <param name="Values">A text for each field of the mapping, in its order, as it stands in the record; null or empty for none.</param>
public sealed record IndexedRecord(Guid Id, IReadOnlyList<string?> Values)
{
    /// <summary>Who holds the record; null where nobody knows. Two records of one agency with one agency's identifier are one person.</summary>
    public string? Agency { get; init; }

    /// <summary>The cluster in which the record was when an index before this one held it; 0 for none.</summary>
    public long Cluster { get; init; }
}

/// <summary>One change to the records of an index: a record that comes or is no longer as it was, or one that is withdrawn.</summary>
/// <param name="Id">Of the record.</param>
/// <param name="Record">As it is from now on; null where it is withdrawn.</param>
public readonly record struct RecordChange(Guid Id, IndexedRecord? Record)
{
    /// <summary>A record comes, or takes the place of the one with its id.</summary>
    public static RecordChange Put(IndexedRecord record) => new(record.Id, record);

    /// <summary>A record goes.</summary>
    public static RecordChange Withdraw(Guid id) => new(id, null);
}

/// <summary>What somebody decided about two records.</summary>
public enum PersonDecision
{
    /// <summary>Nothing any more: the decision is taken back.</summary>
    None,

    /// <summary>They are one person.</summary>
    Same,

    /// <summary>They never are one person.</summary>
    Never,
}

/// <summary>A decision about two records. It binds whatever the model says, and waits for records that are not there.</summary>
/// <param name="A">The id of a record.</param>
/// <param name="B">That of another.</param>
/// <param name="Decision">What was decided.</param>
public readonly record struct DecidedRecords(Guid A, Guid B, PersonDecision Decision);

/// <summary>What became of a cluster.</summary>
public enum ClusterEventKind
{
    /// <summary>Records that were in no cluster make one.</summary>
    Created,

    /// <summary>Records that were in no cluster came to it.</summary>
    Joined,

    /// <summary>All records of the cluster "from", which is no more, came to it.</summary>
    Merged,

    /// <summary>Records of the cluster "from" are in this one now, which may be new.</summary>
    Split,

    /// <summary>Records of it were withdrawn.</summary>
    Left,

    /// <summary>It has no records any more: they were withdrawn, or parted among several others.</summary>
    Gone,
}

/// <summary>What became of a cluster. Applied in their order, the events of an update turn the clusters before it into those after it.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Cluster">The cluster.</param>
/// <param name="From">Another, where records came from one; else 0.</param>
/// <param name="Records">The records that came or went, in the order of their ids.</param>
public sealed record ClusterEvent(ClusterEventKind Kind, long Cluster, long From, IReadOnlyList<Guid> Records);

/// <summary>Two records of an index that somebody must look at.</summary>
/// <param name="Kind">Why.</param>
/// <param name="A">The id of a record.</param>
/// <param name="B">That of another.</param>
/// <param name="Probability">That both are of one person, by the model.</param>
public readonly record struct RecordDoubt(DoubtKind Kind, Guid A, Guid B, double Probability);

/// <summary>What came of an update.</summary>
/// <param name="Events">What became of the clusters that it touched.</param>
/// <param name="Doubts">What somebody must look at among the records that it touched; it stands for all that was told of them before.</param>
/// <param name="Touched">The records whose clusters were made anew, in the order of their ids, those that did not move among them.</param>
public sealed record IndexUpdate(IReadOnlyList<ClusterEvent> Events, IReadOnlyList<RecordDoubt> Doubts, IReadOnlyList<Guid> Touched);

/// <summary>A record that a search in an index found.</summary>
/// <param name="Record">Its id.</param>
/// <param name="Cluster">The cluster in which it is.</param>
/// <param name="Probability">That it is of the person searched for, given that one of the records is; 0 to 1.</param>
/// <param name="Weight">The same as a logarithm of odds, to the base 2.</param>
public readonly record struct IndexHit(Guid Record, long Cluster, double Probability, double Weight);

/// <summary>How likely a pair is of a kind.</summary>
/// <param name="Name">"one person", "one household", "twins", "namesakes of one household", "one community" or "chance".</param>
/// <param name="Probability">0 to 1; those of all kinds add up to 1.</param>
public readonly record struct PairKindShare(string Name, double Probability)
{
    /// <summary>Whether they are two people of one household.</summary>
    public bool IsOfHousehold => Name is Estimation.OneHousehold or Estimation.TwinsOfHousehold or Estimation.NamesakesOfHousehold;
}

/// <summary>A record that may be of the same person as another.</summary>
/// <param name="Record">Its id.</param>
/// <param name="Cluster">The cluster in which it is.</param>
/// <param name="Probability">That both are of one person, 0 to 1.</param>
/// <param name="Kinds">What else they may be to each other, the likeliest first.</param>
/// <param name="Decision">What somebody decided about the two.</param>
public sealed record MatchCandidate(Guid Record, long Cluster, double Probability, IReadOnlyList<PairKindShare> Kinds, PersonDecision Decision);

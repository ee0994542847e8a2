namespace Trellis.Measures.Statuses;

public enum Rag
{
    /// <summary>No target, or too few people to judge by.</summary>
    None,

    Green,
    Amber,
    Red,
}

/// <summary>How a figure moved, with its polarity where it has one.</summary>
public enum Direction
{
    /// <summary>There is nothing to compare with.</summary>
    Unknown,

    Same,
    Improving,
    Worsening,
    Increasing,
    Decreasing,
}

/// <summary>What a process chart says of the newest point.</summary>
public enum Variation
{
    /// <summary>No chart: too few points, or figures of which it would mislead.</summary>
    None,

    CommonCause,
    Improvement,
    Concern,

    /// <summary>It changed, and neither way is better.</summary>
    High,
    Low,
}

/// <summary>Whether the process as it is will reach its target.</summary>
public enum Assurance
{
    None,

    /// <summary>Sometimes, and sometimes not, by chance.</summary>
    HitOrMiss,

    Pass,
    Fail,
}

namespace Trellis.GovUk;

/// <summary>What statistical process control says of a point.</summary>
public enum PointState
{
    /// <summary>Nothing was judged: an ordinary line.</summary>
    None,
    CommonCause,
    Improvement,
    Concern,

    /// <summary>Special cause upwards where neither direction is better.</summary>
    High,

    /// <summary>Special cause downwards where neither direction is better.</summary>
    Low,
}

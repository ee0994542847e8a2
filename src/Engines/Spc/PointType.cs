namespace Trellis.Spc;

/// <summary>What a special cause means for whoever wants improvement.</summary>
public enum PointType
{
    /// <summary>Nothing but the usual variation.</summary>
    CommonCause,

    /// <summary>A special cause in the direction of improvement.</summary>
    Improvement,

    /// <summary>A special cause against it.</summary>
    Concern,

    /// <summary>A special cause upwards, where neither way is better.</summary>
    NeutralHigh,

    /// <summary>A special cause downwards, where neither way is better.</summary>
    NeutralLow,
}

namespace Trellis.Spc;

/// <summary>The variation icon of Making Data Count (NHS England, 2019): what the last point of the series shows.</summary>
public enum VariationIcon
{
    /// <summary>Common cause, or no value at the last point.</summary>
    CommonCause,

    /// <summary>Special cause, higher and better.</summary>
    ImprovementHigh,

    /// <summary>Special cause, lower and better.</summary>
    ImprovementLow,

    /// <summary>Special cause, higher and worse.</summary>
    ConcernHigh,

    /// <summary>Special cause, lower and worse.</summary>
    ConcernLow,

    /// <summary>Special cause, higher; neither way is better.</summary>
    NeutralHigh,

    /// <summary>Special cause, lower; neither way is better.</summary>
    NeutralLow,
}

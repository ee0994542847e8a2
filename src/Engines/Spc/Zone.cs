namespace Trellis.Spc;

/// <summary>Where a point lies beside the limits.</summary>
public enum Zone
{
    /// <summary>Not to be said: the value is missing, or there are no limits.</summary>
    Unknown,

    /// <summary>Up to two thirds of the way from the centre to a limit.</summary>
    Inner,

    /// <summary>Beyond two thirds of the way, and not outside.</summary>
    Near,

    /// <summary>Beyond a limit.</summary>
    Outside,
}

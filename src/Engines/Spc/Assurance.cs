namespace Trellis.Spc;

/// <summary>
/// The assurance icon of Making Data Count (NHS England, 2019): whether the process, as it is, will meet the target. It compares the limits
/// at the last point with the target there; a target on a limit is <see cref="Inconsistent"/>.
/// </summary>
public enum Assurance
{
    /// <summary>Not to be said: no target, no limits, or neither way is better.</summary>
    None,

    /// <summary>Both limits are on the better side of the target: it will be met.</summary>
    ConsistentPass,

    /// <summary>The target lies between the limits: met in some periods and missed in others, by chance.</summary>
    Inconsistent,

    /// <summary>Both limits are on the worse side: it will be missed unless the process changes.</summary>
    ConsistentFail,
}

namespace Trellis.Spc;

/// <summary>Where a place lies in a funnel.</summary>
public enum FunnelZone
{
    /// <summary>Not to be said: its value is missing, or there are no limits.</summary>
    Unknown,

    /// <summary>Within the 95 % limits: no different from the rest, as far as its size lets one see.</summary>
    Within,

    /// <summary>Above the upper 95 % limit, up to the 99.8 % limit. Of 40 places alike one is.</summary>
    High,

    /// <summary>Above the upper 99.8 % limit. Of 1,000 places alike one is.</summary>
    VeryHigh,

    /// <summary>Below the lower 95 % limit, down to the 99.8 % limit.</summary>
    Low,

    /// <summary>Below the lower 99.8 % limit.</summary>
    VeryLow,
}

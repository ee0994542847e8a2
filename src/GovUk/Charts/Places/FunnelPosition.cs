namespace Trellis.GovUk;

/// <summary>Where a place stands in a funnel: whether chance alone explains how far it is from the average.</summary>
public enum FunnelPosition
{
    Within,

    /// <summary>Above the upper 95 % limit, not the 99.8 % one.</summary>
    Above95,
    Above998,
    Below95,
    Below998,
}

namespace Trellis.GovUk;

/// <summary>One place: how many its value counts over, and the value.</summary>
public sealed record FunnelPoint(string Name, decimal Denominator, decimal Value)
{
    /// <summary>The place whose chart this is.</summary>
    public bool Ours { get; init; }

    public FunnelPosition Position { get; init; }
}

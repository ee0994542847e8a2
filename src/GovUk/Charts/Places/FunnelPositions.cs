namespace Trellis.GovUk;

/// <summary>How a position is drawn and said: a triangle points away from the average, and it is filled beyond the outer limit.</summary>
internal static class FunnelPositions
{
    public static bool IsOuter(this FunnelPosition position) => position is FunnelPosition.Above998 or FunnelPosition.Below998;

    public static MarkShape Shape(this FunnelPosition position) =>
        position switch
        {
            FunnelPosition.Above95 or FunnelPosition.Above998 => MarkShape.Up,
            FunnelPosition.Below95 or FunnelPosition.Below998 => MarkShape.Down,
            _ => MarkShape.Dot,
        };

    public static string Class(this FunnelPosition position, bool ours)
    {
        var name = ours
            ? "ours"
            : position.Shape() switch
            {
                MarkShape.Up => "high",
                MarkShape.Down => "low",
                _ => "other",
            };
        return $"trellis-mark trellis-mark--{name}{(position is FunnelPosition.Above95 or FunnelPosition.Below95 ? " trellis-mark--hollow" : "")}";
    }

    public static string Words(this FunnelPosition position) =>
        position switch
        {
            FunnelPosition.Above95 => "Above the 95% limit",
            FunnelPosition.Above998 => "Above the 99.8% limit",
            FunnelPosition.Below95 => "Below the 95% limit",
            FunnelPosition.Below998 => "Below the 99.8% limit",
            _ => "Within the limits",
        };
}

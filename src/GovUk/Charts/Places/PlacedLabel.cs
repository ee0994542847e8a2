namespace Trellis.GovUk;

/// <summary>Where a point's name stands.</summary>
/// <param name="Index">Which of the points.</param>
/// <param name="Shift">Pixels right of the point.</param>
/// <param name="Drop">Pixels below it, to the foot of the letters.</param>
/// <param name="WideOnly">In a narrow plot it would cover something.</param>
internal sealed record PlacedLabel(int Index, string Anchor, double Shift, double Drop, bool WideOnly);

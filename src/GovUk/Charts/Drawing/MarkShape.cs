namespace Trellis.GovUk;

/// <summary>The form of a point: it says the same as its colour.</summary>
public enum MarkShape
{
    Dot,
    Diamond,
    Square,
    Up,
    Down,
}

namespace Trellis.GovUk;

/// <summary>What a bar's colour repeats of its label.</summary>
public enum BarState
{
    Neutral,
    Good,
    Watch,
    Bad,
    Done,
    Muted,
}

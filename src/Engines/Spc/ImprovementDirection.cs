namespace Trellis.Spc;

/// <summary>Which way is better.</summary>
public enum ImprovementDirection
{
    /// <summary>Neither: a special cause is high or low, and nothing is said to improve. The default.</summary>
    Neutral,

    /// <summary>Higher is better.</summary>
    Increase,

    /// <summary>Lower is better.</summary>
    Decrease,
}

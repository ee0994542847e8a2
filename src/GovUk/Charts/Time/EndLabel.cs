namespace Trellis.GovUk;

/// <summary>What a line is called, at its right end.</summary>
/// <param name="Line">The class of the line, which the leader to its label repeats.</param>
/// <param name="End">Where the line ends, in percent.</param>
/// <param name="Y">Where it ends, in pixels.</param>
public sealed record EndLabel(string Words, string Line, double End, double Y)
{
    private const int LineLength = 12;

    public const int LineHeight = 16;

    /// <summary>Ours, which is bold.</summary>
    public bool Own { get; init; }

    public IReadOnlyList<string> Lines { get; } = GovUk.Words.Lines(Words, LineLength);

    public double Height => Lines.Count * LineHeight + 2;
}

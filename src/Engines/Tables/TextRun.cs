namespace Trellis.Tables;

/// <summary>A piece of a paragraph in one weight.</summary>
/// <param name="Text">The letters; never null.</param>
/// <param name="Bold">True when set in bold.</param>
public sealed record TextRun(string Text, bool Bold = false);

namespace Trellis.Returns;

/// <summary>Where a file departs from the form that the return asks for, and what was made of it. Nothing of what stands in the cell is repeated.</summary>
/// <param name="File">The name of the file.</param>
/// <param name="Line">The line of the file, from 1.</param>
/// <param name="Column">The column, by its name or, where it has none, by its place; nothing when the whole line or file is meant.</param>
/// <param name="What">What is not as it should be, and what was made of it.</param>
public sealed record Departure(string File, int Line, string? Column, string What);

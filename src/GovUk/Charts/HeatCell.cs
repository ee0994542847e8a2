namespace Trellis.GovUk;

/// <summary>A cell of a heat map: how many stand in it, the word of its band, the colour that repeats the word.</summary>
/// <param name="Colour">green, yellow, orange, red, purple, blue or grey.</param>
/// <param name="Href">Leads to those that stand in it.</param>
public sealed record HeatCell(int Count, string Band, string Colour, string? Href);

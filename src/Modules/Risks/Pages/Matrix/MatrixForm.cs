namespace Trellis.Risks.Pages.Matrix;

public sealed class BandForm
{
    public string? Name { get; set; }
    public string? Colour { get; set; }
}

/// <summary>The matrix as its form holds it.</summary>
public sealed class MatrixForm
{
    public int Version { get; set; }
    public List<string?> Likelihoods { get; set; } = [];
    public List<string?> Impacts { get; set; } = [];
    public List<BandForm> Bands { get; set; } = [];

    /// <summary>The level of each cell from 1, likelihood by likelihood.</summary>
    public List<string?> Cells { get; set; } = [];

    /// <summary>The matrix in another size: what is there stays, new cells have the level of their neighbour.</summary>
    public static MatrixForm Of(RiskMatrix matrix, int likelihoods, int impacts, int bands) => new()
    {
        Version = matrix.Version,
        Likelihoods = [.. Enumerable.Range(0, likelihoods).Select(i => matrix.Likelihoods.ElementAtOrDefault(i))],
        Impacts = [.. Enumerable.Range(0, impacts).Select(i => matrix.Impacts.ElementAtOrDefault(i))],
        Bands = [.. Enumerable.Range(0, bands).Select(i => new BandForm { Name = matrix.Bands.ElementAtOrDefault(i)?.Name, Colour = matrix.Bands.ElementAtOrDefault(i)?.Colour ?? MatrixService.Colours[i] })],
        Cells =
        [
            .. from l in Enumerable.Range(1, likelihoods)
               from i in Enumerable.Range(1, impacts)
               let nearest = new Score(Math.Min(l, matrix.Likelihoods.Count), Math.Min(i, matrix.Impacts.Count))
               select $"{Math.Min(matrix.RankOf(nearest), bands)}",
        ],
    };

    public MatrixOptions Read() => new(
        [.. Likelihoods.Select(n => n ?? "")], [.. Impacts.Select(n => n ?? "")], [.. Bands.Select(b => new Band(b.Name ?? "", b.Colour ?? ""))],
        [.. Cells.Select(c => RiskChoices.Number(c) ?? 0)]);

    /// <summary>Whether every cell is there: a form that lost some on its way cannot be shown.</summary>
    public bool IsWhole => Bands.Count > 0 && Cells.Count == Likelihoods.Count * Impacts.Count;
}

using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;

namespace Trellis.Risks;

/// <summary>A matrix as its form gives it.</summary>
/// <param name="Cells">The band of each cell from 1: likelihood by likelihood, and in each from the least impact on.</param>
public sealed record MatrixOptions(IReadOnlyList<string> Likelihoods, IReadOnlyList<string> Impacts, IReadOnlyList<Band> Bands, IReadOnlyList<int> Cells);

/// <summary>Keeps the council's one matrix, and the level of every risk with it.</summary>
public sealed class MatrixService(AppDbContext db)
{
    private const int MostNamed = 5;

    /// <summary>The colours that a band may have; each is told apart by its word too.</summary>
    public static readonly IReadOnlyList<string> Colours = ["green", "yellow", "orange", "red", "purple", "blue", "grey"];

    /// <summary>The matrix as it stands; the usual one, of version 0, until somebody changes it.</summary>
    public async Task<RiskMatrix> GetAsync(CancellationToken ct) =>
        await db.Set<RiskMatrix>().AsNoTracking().SingleOrDefaultAsync(m => m.Id == RiskMatrix.TheOne, ct) ?? RiskMatrix.Usual();

    public async Task<Result<RiskMatrix>> SaveAsync(int version, MatrixOptions options, Process process, CancellationToken ct)
    {
        var stored = await db.Set<RiskMatrix>().SingleOrDefaultAsync(m => m.Id == RiskMatrix.TheOne, ct);
        var matrix = stored ?? RiskMatrix.Usual();
        if (matrix.Version != version)
        {
            return Meet(matrix, options);
        }

        if (Check(options) is { Count: > 0 } errors)
        {
            return errors;
        }

        Put(matrix, options);
        var risks = await db.Set<Risk>().Where(r => !r.Withdrawn).OrderBy(r => r.SortKey).ToListAsync(ct);
        if (Lost(matrix, risks) is { Count: > 0 } lost)
        {
            db.ChangeTracker.Clear();
            return lost;
        }

        risks.ForEach(matrix.Judge);
        if (stored is null)
        {
            db.Add(matrix);
        }

        try
        {
            await db.SaveAsync(process, ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody else changed the matrix, made the first one, or scored a risk at the same moment.
            return Meet(await GetAsync(ct), options);
        }

        return matrix;
    }

    private static void Put(RiskMatrix matrix, MatrixOptions options) => matrix.Put(
        [.. options.Likelihoods.Select(n => n.Trim())], [.. options.Impacts.Select(n => n.Trim())], [.. options.Bands.Select(b => b with { Name = b.Name.Trim() })],
        (likelihood, impact) => options.Cells[(likelihood - 1) * options.Impacts.Count + impact - 1]);

    /// <summary>The risks that the matrix would no longer hold.</summary>
    private static List<FieldError> Lost(RiskMatrix matrix, List<Risk> risks)
    {
        var errors = new List<FieldError>();
        var off = risks.Where(r => new[] { r.Inherent, r.Current, r.Target }.Any(s => s is { } score && !matrix.Holds(score))).ToList();
        if (off.Count > 0)
        {
            errors.Add(new("Likelihoods[0]", $"These risks have scores that the smaller matrix does not have, so score them anew first: {Named(off)}"));
        }

        var above = risks.Where(r => r.Appetite > matrix.Bands.Count).ToList();
        if (above.Count > 0)
        {
            errors.Add(new("Bands[0].Name", $"These risks accept a level that would not be there any more, so change that first: {Named(above)}"));
        }

        return errors;
    }

    private static string Named(List<Risk> risks) =>
        string.Join("; ", risks.Take(MostNamed).Select(r => r.Title)) + (risks.Count > MostNamed ? $"; and {risks.Count - MostNamed} more" : "");

    private static List<FieldError> Check(MatrixOptions options)
    {
        var checks = new RiskChecks()
            .That(options.Likelihoods.Count is >= RiskMatrix.Smallest and <= RiskMatrix.Largest, "Likelihoods[0]", $"Give {RiskMatrix.Smallest} to {RiskMatrix.Largest} likelihoods")
            .That(options.Impacts.Count is >= RiskMatrix.Smallest and <= RiskMatrix.Largest, "Impacts[0]", $"Give {RiskMatrix.Smallest} to {RiskMatrix.Largest} impacts")
            .That(options.Bands.Count is >= RiskMatrix.FewestBands and <= RiskMatrix.MostBands, "Bands[0].Name", $"Give {RiskMatrix.FewestBands} to {RiskMatrix.MostBands} levels");
        Names("Likelihoods[{0}]", options.Likelihoods, "likelihood");
        Names("Impacts[{0}]", options.Impacts, "impact");
        Names("Bands[{0}].Name", [.. options.Bands.Select(b => b.Name)], "level");
        checks.That(options.Bands.All(b => Colours.Contains(b.Colour)), "Bands[0].Colour", "Choose a colour from the list");
        checks.That(options.Cells.Count == options.Likelihoods.Count * options.Impacts.Count && options.Cells.All(c => c >= 1 && c <= options.Bands.Count), "Cells[0]", "Choose a level for every cell");
        return checks.Errors;

        void Names(string field, IReadOnlyList<string> names, string what)
        {
            for (var i = 0; i < names.Count; i++)
            {
                var at = string.Format(England.Culture, field, i);
                checks.Text(at, names[i], RiskMatrix.LongestName, $"Enter the name of {what} {i + 1}")
                    .That(!names.Take(i).Contains(names[i], StringComparer.OrdinalIgnoreCase) || string.IsNullOrWhiteSpace(names[i]), at, $"“{names[i]}” is there twice")
                    .That(!names[i].Any(char.IsControl), at, "Use one line");
            }
        }
    }

    private static Conflict Meet(RiskMatrix saved, MatrixOptions yours) => new(saved.Version,
    [
        new("Likelihoods", string.Join(", ", saved.Likelihoods), string.Join(", ", yours.Likelihoods)),
        new("Impacts", string.Join(", ", saved.Impacts), string.Join(", ", yours.Impacts)),
        new("Levels", Said(saved.Bands), Said(yours.Bands)),
        new("Level of each cell", string.Join(", ", saved.Cells.AsEnumerable()), string.Join(", ", yours.Cells)),
    ]);

    private static string Said(IEnumerable<Band> bands) => string.Join(", ", bands.Select(b => $"{b.Name} ({b.Colour})"));
}

using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.Measures.Figures;

namespace Trellis.Measures.Public;

/// <summary>Where public figures come from, in words.</summary>
public sealed record PublicSource(string Title, string? Licence, DateOnly? AsAt, bool IsMadeUp)
{
    public const string Licensed = "Open Government Licence v3.0";

    public static async Task<Dictionary<int, PublicSource>> OfAsync(AppDbContext db, IEnumerable<PlaceFigures> figures, CancellationToken ct)
    {
        var batches = figures.SelectMany(p => p.Figures).Select(f => f.Batch).Distinct().ToList();
        return (await db.Set<FigureBatch>().AsNoTracking().Where(b => batches.Contains(b.Number)).OrderBy(b => b.Number).ToListAsync(ct))
            .ToDictionary(b => b.Number, b => new PublicSource(b.Source, b.Licence, b.AsAt, b.Kind == BatchKind.MadeUp));
    }

    public override string ToString() => $"{Title}{(AsAt is { } day ? $", as at {day:d MMMM yyyy}" : "")}.{(Licence is null ? "" : $" {Licence}")}";
}

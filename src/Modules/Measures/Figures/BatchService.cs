using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.Measures.Statuses;

namespace Trellis.Measures.Figures;

/// <summary>What was brought in, and taking it back whole.</summary>
public sealed class BatchService(AppDbContext db, StatusReckoning statuses)
{
    /// <summary>The newest first, those that were taken back too.</summary>
    public Task<Paged<FigureBatch>> PageAsync(int? page, CancellationToken ct) =>
        db.Set<FigureBatch>().AsNoTracking().OrderByDescending(b => b.Number).ToPageAsync(page, ct);

    public Task<FigureBatch?> FindAsync(int number, CancellationToken ct) => db.Set<FigureBatch>().AsNoTracking().SingleOrDefaultAsync(b => b.Number == number, ct);

    /// <summary>From now on its figures count no more; those that they replaced stand again.</summary>
    public Task<Result<FigureBatch>> TakeBackAsync(int number, Process process, CancellationToken ct) => SetAsync(number, true, process, ct);

    public Task<Result<FigureBatch>> BringBackAsync(int number, Process process, CancellationToken ct) => SetAsync(number, false, process, ct);

    private async Task<Result<FigureBatch>> SetAsync(int number, bool withdrawn, Process process, CancellationToken ct)
    {
        if (await db.Set<FigureBatch>().SingleOrDefaultAsync(b => b.Number == number && b.Withdrawn != withdrawn, ct) is not { } batch)
        {
            return NotFound.Row;
        }

        batch.Withdrawn = withdrawn;
        await db.SaveAsync(process, ct);
        await statuses.ReckonAsync(ct);
        return batch;
    }
}

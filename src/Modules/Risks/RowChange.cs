using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;

namespace Trellis.Risks;

/// <summary>One change of one row: what is wrong with it, how it is put onto the row, and both versions where two people met.</summary>
internal sealed record RowChange<T>(Func<Task<List<FieldError>>> CheckAsync, Action<T> Put, Func<T, Task<Conflict>> MeetAsync)
    where T : Thing
{
    /// <param name="row">The one row, and only where it is this person's.</param>
    /// <param name="version">The version that the person saw.</param>
    public async Task<Result<T>> SaveAsync(AppDbContext db, IQueryable<T> row, int version, Process process, CancellationToken ct)
    {
        if (await row.SingleOrDefaultAsync(ct) is not { } thing)
        {
            return NotFound.Row;
        }

        if (thing.Version != version)
        {
            return await MeetAsync(thing);
        }

        if (await CheckAsync() is { Count: > 0 } errors)
        {
            return errors;
        }

        Put(thing);
        try
        {
            await db.SaveAsync(process, ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return await row.AsNoTracking().SingleOrDefaultAsync(ct) is { } saved ? await MeetAsync(saved) : NotFound.Row;
        }

        return thing;
    }
}

using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.Kernel.Access;
using Trellis.Kernel.Calendar;
using Trellis.Kernel.Settings;
using Trellis.Web.Backup;
using Trellis.Web.Samples;

namespace Trellis.Web.Hosting;

/// <summary>Brings the database to this version and an empty one to life. Safe to repeat after a crash at any point.</summary>
public sealed class FirstStart(
    AppDbContext db, Place place, WorkingCalendar calendar, CouncilSettings settings, AccountService accounts, SampleLoader samples,
    PlaceLock held)
{
    /// <returns>The first administrator's one-time link, when nobody can sign in yet.</returns>
    public async Task<string?> PrepareAsync(CancellationToken ct)
    {
        await BringUpAsync(ct);
        if (place.Samples is { } folder)
        {
            await samples.LoadAsync(folder, ct);
        }

        return await accounts.AnyAsync(ct) ? null : await accounts.FirstLinkAsync(ct);
    }

    /// <summary>What the terminal needs too: the tables, the calendar, and nobody who was erased.</summary>
    public async Task BringUpAsync(CancellationToken ct)
    {
        held.Share();
        await new Swap(place).FinishAsync(ct);
        await MigrateAsync(ct);
        await calendar.SeedAsync(ct);
        await settings.ValidateAsync(ct);
        await accounts.EraseAgainAsync(ct);
    }

    private async Task MigrateAsync(CancellationToken ct)
    {
        if (place.Postgres is not null)
        {
            await MigrateWhereNeededAsync(ct);
            return;
        }

        // EF marks in SQLite that somebody migrates, and a program killed then leaves its mark for ever. Whose turn it is the
        // system tells, which lets go of the dead: a mark that stands now is theirs.
        using var turn = await PlaceLock.TurnToMigrateAsync(place, ct);
        await db.Database.ExecuteSqlAsync($"PRAGMA journal_mode=WAL", ct);
        await db.Database.ExecuteSqlAsync($"DROP TABLE IF EXISTS \"__EFMigrationsLock\"", ct);
        await MigrateWhereNeededAsync(ct);
    }

    /// <summary>EF compares the whole model with its last migration before it migrates; that they agree a test sees to, and no start has to wait for it.</summary>
    private async Task MigrateWhereNeededAsync(CancellationToken ct)
    {
        if ((await db.Database.GetPendingMigrationsAsync(ct)).Any())
        {
            await db.Database.MigrateAsync(ct);
        }
    }
}

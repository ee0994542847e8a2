using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.Kernel.Access;
using Trellis.Kernel.Calendar;
using Trellis.Kernel.Settings;

namespace Trellis.Web.Hosting;

/// <summary>Brings the database to this version and an empty one to life. Safe to repeat after a crash at any point.</summary>
public sealed class FirstStart(AppDbContext db, Place place, WorkingCalendar calendar, CouncilSettings settings, AccountService accounts)
{
    /// <returns>The first administrator's one-time link, when nobody can sign in yet.</returns>
    public async Task<string?> PrepareAsync(CancellationToken ct)
    {
        await MigrateAsync(ct);
        await calendar.SeedAsync(ct);
        await settings.ValidateAsync(ct);
        return await accounts.AnyAsync(ct) ? null : await accounts.FirstLinkAsync(ct);
    }

    private async Task MigrateAsync(CancellationToken ct)
    {
        Directory.CreateDirectory(place.Folder);
        if (place.Postgres is null)
        {
            await db.Database.ExecuteSqlAsync($"PRAGMA journal_mode=WAL", ct);
        }

        await db.Database.MigrateAsync(ct);
    }
}

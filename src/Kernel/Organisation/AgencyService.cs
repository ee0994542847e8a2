using Microsoft.EntityFrameworkCore;

namespace Trellis.Kernel.Organisation;

/// <summary>Keeps the agencies.</summary>
public sealed class AgencyService(AppDbContext db, TimeProvider clock)
{
    public Task<List<Agency>> AllAsync(CancellationToken ct) =>
        db.Set<Agency>().AsNoTracking().Where(a => !a.Withdrawn).OrderBy(a => a.SortKey).ThenBy(a => a.Id).ToListAsync(ct);

    public Task<Agency?> FindAsync(Guid id, CancellationToken ct) =>
        db.Set<Agency>().AsNoTracking().SingleOrDefaultAsync(a => a.Id == id && !a.Withdrawn, ct);

    /// <param name="id">Null for a new one.</param>
    public async Task<Result<Agency>> SaveAsync(Guid? id, int version, string name, Process process, CancellationToken ct)
    {
        var agency = id is null ? new Agency { Id = ThingId.New(clock) } : await db.Set<Agency>().SingleOrDefaultAsync(a => a.Id == id && !a.Withdrawn, ct);
        if (agency is null)
        {
            return NotFound.Row;
        }

        if (id is not null && agency.Version != version)
        {
            return new Conflict(agency.Version, [new("Name", agency.Name, name)]);
        }

        name = name.Trim();
        if (name.Length is 0 or > Agency.LongestName)
        {
            return new FieldError("Name", $"Enter the name of the agency in {Agency.LongestName} characters or fewer");
        }

        var key = SortKey.Of(name);
        if (await db.Set<Agency>().AnyAsync(a => a.SortKey == key && a.Id != agency.Id && !a.Withdrawn, ct))
        {
            return new FieldError("Name", "Another agency has this name");
        }

        (agency.Name, agency.SortKey) = (name, key);
        if (id is null)
        {
            db.Add(agency);
        }

        await db.SaveAsync(process, ct);
        return agency;
    }
}

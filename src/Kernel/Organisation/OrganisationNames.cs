using Microsoft.EntityFrameworkCore;

namespace Trellis.Kernel.Organisation;

/// <summary>The names behind single ids, for a sentence; empty for nobody.</summary>
public static class OrganisationNames
{
    public static async Task<string> OfficerNameAsync(this AppDbContext db, Guid? officer, CancellationToken ct) =>
        officer is { } id ? await db.Set<Officer>().Where(o => o.Id == id).Select(o => o.Name).SingleOrDefaultAsync(ct) ?? "" : "";

    public static async Task<string> DepartmentNameAsync(this AppDbContext db, Guid? department, CancellationToken ct) =>
        department is { } id ? await db.Set<Department>().Where(d => d.Id == id).Select(d => d.Name).SingleOrDefaultAsync(ct) ?? "" : "";
}

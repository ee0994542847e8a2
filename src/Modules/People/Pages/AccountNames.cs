using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;

namespace Trellis.People.Pages;

/// <summary>What people with accounts are called.</summary>
internal static class AccountNames
{
    public static Task<Dictionary<Guid, string>> OfAsync(AppDbContext db, IEnumerable<Guid> accounts, CancellationToken ct)
    {
        var ids = accounts.Distinct().ToList();
        return db.Users.AsNoTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.DisplayName, ct);
    }
}

using Microsoft.EntityFrameworkCore;
using Trellis.Governance.Meetings;
using Trellis.Governance.Members;
using Trellis.Kernel;
using Trellis.Kernel.Organisation;

namespace Trellis.Governance;

/// <summary>The names behind the ids on pages of boards; empty for nobody.</summary>
public sealed class BoardNames
{
    private readonly Dictionary<Guid, string> known;

    private BoardNames(Dictionary<Guid, string> known) => this.known = known;

    /// <summary>Everything that a form can choose from.</summary>
    public static async Task<BoardNames> LoadAsync(AppDbContext db, CancellationToken ct)
    {
        var officers = await db.Set<Officer>().AsNoTracking().Select(o => new { o.Id, o.Name }).ToListAsync(ct);
        var agencies = await db.Set<Agency>().AsNoTracking().Select(a => new { a.Id, a.Name }).ToListAsync(ct);
        var members = await db.Set<ForumMember>().AsNoTracking().Select(m => new { m.Id, m.Name }).ToListAsync(ct);
        var meetings = await db.Set<Meeting>().AsNoTracking().Select(m => new { m.Id, m.Day }).ToListAsync(ct);
        var accounts = await db.Users.AsNoTracking().Select(a => new { a.Id, a.DisplayName }).ToListAsync(ct);
        var names = officers.Concat(agencies).Concat(members).ToDictionary(n => n.Id, n => n.Name);
        meetings.ForEach(m => names[m.Id] = $"{m.Day:d MMMM yyyy}");
        accounts.ForEach(a => names[a.Id] = a.DisplayName);
        return new BoardNames(names);
    }

    /// <summary>Officers alone, as a page of one thing needs them.</summary>
    public static async Task<BoardNames> OfOfficersAsync(AppDbContext db, IEnumerable<Guid?> ids, CancellationToken ct)
    {
        var wanted = ids.OfType<Guid>().Distinct().ToList();
        return new BoardNames(await db.Set<Officer>().AsNoTracking().Where(o => wanted.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, ct));
    }

    public string Of(Guid? id) => id is { } wanted ? known.GetValueOrDefault(wanted, "") : "";
}

using Microsoft.EntityFrameworkCore;
using Trellis.Governance;
using Trellis.Kernel;
using Trellis.Kernel.Organisation;

namespace Trellis.Plans.Updates;

/// <summary>The boards and people who can be asked for support, by name as people type it.</summary>
public sealed class WhoCanBeAsked
{
    private readonly ILookup<string, Guid> forums;
    private readonly ILookup<string, Guid> officers;

    private WhoCanBeAsked(List<Forum> forums, List<Officer> officers)
    {
        Names = [.. forums.Select(f => f.Name), .. officers.Select(o => o.Name)];
        this.forums = forums.SelectMany(f => new[] { f.Name, f.Abbreviation }.OfType<string>().Select(name => (Key: SortKey.Of(name), f.Id))).ToLookup(f => f.Key, f => f.Id, StringComparer.Ordinal);
        this.officers = officers.ToLookup(o => o.SortKey, o => o.Id, StringComparer.Ordinal);
    }

    public static WhoCanBeAsked Nobody { get; } = new([], []);

    /// <summary>Boards first, each in order of the alphabet.</summary>
    public IReadOnlyList<string> Names { get; }

    public static async Task<WhoCanBeAsked> LoadAsync(AppDbContext db, CancellationToken ct) => new(
        await db.Set<Forum>().AsNoTracking().Where(f => !f.Withdrawn).OrderBy(f => f.SortKey).ToListAsync(ct),
        await db.Set<Officer>().AsNoTracking().Where(o => !o.Withdrawn && o.LeftOn == null).OrderBy(o => o.SortKey).ToListAsync(ct));

    /// <summary>The board, or else the person, of that name; neither where nobody is called so.</summary>
    public (Guid? Forum, Guid? Officer) Find(string? name)
    {
        var key = SortKey.Of(name?.Trim() ?? "");
        return forums.Contains(key) ? (forums[key].First(), null) : officers.Contains(key) ? (null, officers[key].First()) : (null, null);
    }
}

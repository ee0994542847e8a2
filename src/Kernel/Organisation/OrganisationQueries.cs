using Microsoft.EntityFrameworkCore;

namespace Trellis.Kernel.Organisation;

/// <summary>For whom somebody acts: asked at nearly every page, and so compiled once.</summary>
/// <remarks>A compiled query belongs to one kind of database, so this is a service and nothing static.</remarks>
public sealed class OrganisationQueries
{
    private readonly Func<AppDbContext, Guid, DateOnly, IAsyncEnumerable<Guid>> delegatedTo = EF.CompileAsyncQuery((AppDbContext db, Guid officer, DateOnly today) =>
        db.Set<Delegation>().Where(d => d.ToOfficerId == officer && !d.Withdrawn && d.From <= today && d.Until >= today).Select(d => d.FromOfficerId));

    private readonly Func<AppDbContext, Guid, IAsyncEnumerable<Guid>> groupsOf = EF.CompileAsyncQuery((AppDbContext db, Guid officer) =>
        db.Set<Officer>().Where(o => o.IsGroup && !o.Withdrawn && o.AccountableOfficerId == officer).Select(o => o.Id));

    /// <summary>Those who delegated to this officer for the day.</summary>
    public Task<List<Guid>> ActsForAsync(AppDbContext db, Guid officer, DateOnly today, CancellationToken ct) => delegatedTo(db, officer, today).ToListAsync(ct).AsTask();

    /// <summary>The groups for which this officer answers.</summary>
    public Task<List<Guid>> GroupsOfAsync(AppDbContext db, Guid officer, CancellationToken ct) => groupsOf(db, officer).ToListAsync(ct).AsTask();
}

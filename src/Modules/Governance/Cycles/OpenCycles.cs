using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;

namespace Trellis.Governance.Cycles;

/// <summary>Which cycles are open: asked by every owner who looks what they owe, so it is compiled once.</summary>
/// <remarks>A compiled query belongs to one kind of database, so this is a service and nothing static.</remarks>
public sealed class OpenCycles
{
    private readonly Func<AppDbContext, IAsyncEnumerable<ReportingCycle>> open = EF.CompileAsyncQuery<AppDbContext, ReportingCycle>(db =>
        db.Set<ReportingCycle>().AsNoTracking().Where(c => c.State == CycleState.Open && !c.Withdrawn).OrderBy(c => c.Closes).ThenBy(c => c.Id));

    /// <summary>The one that closes first before the others.</summary>
    public Task<List<ReportingCycle>> ListAsync(AppDbContext db, CancellationToken ct) => open(db).ToListAsync(ct).AsTask();
}

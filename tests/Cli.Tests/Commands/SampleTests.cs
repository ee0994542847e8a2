using Microsoft.EntityFrameworkCore;
using Trellis.Governance.Cycles;
using Trellis.Kernel.Things;
using Trellis.Plans;
using Trellis.Testing;

namespace Trellis.Cli.Tests.Commands;

public sealed class SampleTests
{
    [Theory, OnBothDatabases]
    public async Task FirstStart_Twice_LoadsTheSampleOnce(DatabaseKind kind)
    {
        await using var place = await TestPlace.MakeAsync(kind);

        await place.PrepareAsync(samples: true, quarter: true);
        await place.PrepareAsync(samples: true, quarter: true);

        Assert.Equal((1, 1), await place.InDatabaseAsync(async db => (await db.Set<Plan>().CountAsync(), await db.Set<ReportingCycle>().CountAsync())));
        var items = await place.InDatabaseAsync(db => db.Set<PlanItem>().ToListAsync());
        Assert.Equal((2, 5, 9, 24), (items.OfType<Priority>().Count(), items.OfType<Objective>().Count(), items.OfType<KeyAction>().Count(), items.OfType<Milestone>().Count()));
        var milestones = items.OfType<Milestone>().ToList();
        Assert.Equal(4, milestones.Select(m => m.CurrentDue.Kind).Distinct().Count());
        Assert.InRange(milestones.Count(m => m.IsLateOn(DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().DateTime))), 1, 5);
        Assert.Contains(milestones, m => m.Slip is { IsLate: true });
        Assert.True(await place.InDatabaseAsync(db => db.Set<Link>().CountAsync()) > 20);
    }

    [Fact]
    public async Task FirstStart_NotEmpty_LeavesItAlone()
    {
        await using var place = await TestPlace.MakeAsync(DatabaseKind.Sqlite);
        await place.WithAsync(s => s.Get<PlanService>().CreateAsync(PlanOptions.New("Our own", "2026/27"), new("Made for a test", Kernel.Actor.Program), default));

        await place.PrepareAsync(samples: true);

        Assert.Equal("Our own", await place.InDatabaseAsync(db => db.Set<Plan>().Select(p => p.Title).SingleAsync()));
    }
}

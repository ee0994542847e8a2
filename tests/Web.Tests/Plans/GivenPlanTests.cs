using Microsoft.EntityFrameworkCore;
using Trellis.Governance;
using Trellis.Kernel.Access;
using Trellis.Measures;
using Trellis.Plans;
using Trellis.Plans.Importing;
using Trellis.Risks;
using Trellis.Testing;

namespace Trellis.Web.Tests.Plans;

/// <summary>The given document as it stands in the database after it was imported, imported again, and undone.</summary>
public sealed class GivenPlanTests
{
    [Theory, OnBothDatabases]
    public async Task Save_GivenDocument_PutsEachThingWhereItBelongs(DatabaseKind kind)
    {
        await using var host = await TrellisHost.StartAsync(kind);

        var plan = (await host.ImportAsync(GivenDocument.Bytes())).Value!;

        await host.InDatabaseAsync(async db =>
        {
            var items = await db.Set<PlanItem>().Where(i => i.PlanId == plan.Id).ToListAsync();
            var milestones = items.OfType<Milestone>().ToList();
            var objectives = items.OfType<Objective>().OrderBy(o => o.Position).ToList();
            var actions = items.OfType<KeyAction>().OrderBy(a => objectives.FindIndex(o => o.Id == a.ParentId)).ThenBy(a => a.Position).ToList();
            Assert.Single(items.OfType<Priority>());
            Assert.Equal(5, objectives.Count);
            Assert.Equal([3, 2, 1, 4, 2, 4, 1, 2], actions.Select(a => milestones.Count(m => m.ParentId == a.Id)));
            Assert.Equal((11, 4, 4), (Due(DueKind.Month), Due(DueKind.Ongoing), Due(DueKind.None)));
            Assert.All(actions, a => Assert.Equal(Progress.NotStated, a.Progress));
            Assert.Equal(15, items.OfType<Challenge>().Count());
            Assert.Equal(3, await db.Set<Risk>().CountAsync());
            Assert.Equal(8, await db.Set<Indicator>().CountAsync());
            Assert.All(milestones, m => Assert.Equal(m.OriginalDue, m.CurrentDue));
            return true;

            int Due(DueKind due) => milestones.Count(m => m.CurrentDue.Kind == due);
        });
    }

    [Theory, OnBothDatabases]
    public async Task Save_SameDocumentAgain_ChangesNothing(DatabaseKind kind)
    {
        await using var host = await TrellisHost.StartAsync(kind);
        var plan = (await host.ImportAsync(GivenDocument.Bytes())).Value!;
        using var performance = await host.SignedInAsync(Role.Performance);
        var before = await JsonAsync(performance, plan);

        var figures = await FiguresAsync(host, performance, GivenDocument.Bytes(), plan);
        Assert.StartsWith("0 new, 0 changed, 0 moved, 0 gone,", figures, StringComparison.Ordinal);
        Assert.True((await host.ImportAsync(GivenDocument.Bytes(), plan)).IsDone);

        Assert.Equal(before, await JsonAsync(performance, plan));
    }

    [Theory, OnBothDatabases]
    public async Task Undo_NewPlan_LeavesNothingOfIt(DatabaseKind kind)
    {
        await using var host = await TrellisHost.StartAsync(kind);
        var plan = (await host.ImportAsync(GivenDocument.Bytes())).Value!;
        using var performance = await host.SignedInAsync(Role.Performance);

        var page = await performance.GetAsync($"/plan/{plan.Address}/imports");
        var done = await performance.SendAsync(page, "undo", ("Import", page.Document.QuerySelector("button[name=Import]")!.GetAttribute("value")!));

        Assert.Equal("The import was undone.", done.Said);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await performance.GetAsync($"/plan/{plan.Address}")).Status);
        await host.InDatabaseAsync(async db =>
        {
            Assert.Equal(0, await db.Set<PlanItem>().CountAsync(i => !i.Withdrawn));
            Assert.Equal(0, await db.Set<Risk>().CountAsync(r => !r.Withdrawn));
            Assert.Equal(0, await db.Set<Indicator>().CountAsync(i => !i.Withdrawn));
            Assert.Equal(0, await db.Set<Forum>().CountAsync(f => !f.Withdrawn));
            return true;
        });
    }

    [Fact]
    public async Task Get_WhatDoesNotJoin_FindsTheAimThatNothingCarries()
    {
        await using var host = await TrellisHost.StartAsync();
        var plan = (await host.ImportAsync(GivenDocument.Bytes())).Value!;
        using var performance = await host.SignedInAsync(Role.Performance);

        var joins = await performance.GetAsync($"/plan/{plan.Address}/joins");

        Assert.Contains("child poverty", joins.Main, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(joins.Texts("h2"), h => h.StartsWith("Owners without an account: ", StringComparison.Ordinal) && !h.EndsWith(": 0", StringComparison.Ordinal));
    }

    private static async Task<string> JsonAsync(Visitor visitor, Plan plan) => await visitor.Http.GetStringAsync($"/plan/{plan.Address}/export.json");

    private static async Task<string> FiguresAsync(TrellisHost host, Visitor visitor, byte[] document, Plan plan)
    {
        var open = await host.InScopeAsync(s => s.SettledAsync(document, plan));
        return (await visitor.GetAsync($"/plan/import/{open.Import.Id}/save")).Text("main [role=status]");
    }
}

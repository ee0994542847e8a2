using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.Kernel.Access;
using Trellis.Kernel.Things;
using Trellis.Plans;
using Trellis.Plans.Import;
using Trellis.Plans.Importing;
using Trellis.Testing;

namespace Trellis.Web.Tests.Plans;

/// <summary>What a person answers with "later" in an import is found again, until somebody has looked at it.</summary>
public sealed class LeftForAfterTests
{
    private const string Need = "Put right what was left for after an import";
    private static readonly Process Doing = new("Imported for a test", Actor.Program);

    [Theory, OnBothDatabases]
    public async Task Save_DoubtLeftForLater_IsListedUntilLookedAt(DatabaseKind kind)
    {
        await using var host = await TrellisHost.StartAsync(kind);
        var (plan, question) = await ImportWithOneLeftAsync(host);
        using var performance = await host.SignedInAsync(Role.Performance);

        var joins = await performance.GetAsync($"/plan/{plan.Address}/joins");
        Assert.Contains("Left for after an import: 1", joins.Main, StringComparison.Ordinal);
        var (address, owner) = await host.InDatabaseAsync(async db =>
        {
            var link = await db.Set<Link>().SingleAsync(l => l.Kind == LinkKind.ToPutRight);
            var item = await db.Set<PlanItem>().SingleAsync(i => i.Id == link.FromId);
            Assert.IsType<Milestone>(item);
            Assert.StartsWith(question, (await db.Set<Note>().SingleAsync(n => n.ThingId == item.Id)).Text, StringComparison.Ordinal);
            var action = await db.Set<KeyAction>().SingleAsync(a => a.Id == item.ParentId);
            return ($"{PlanAddress.Of(plan, item)}/put-right/{link.Id}", action.AccountableOfficerId);
        });
        using var officer = await new AccountBuilder { Roles = [Role.LeadOfficer], OfficerId = owner }.SignInAsync(host);
        var page = await officer.GetAsync((await officer.GetAsync("/")).Link(Need));
        Assert.Equal(address, page.Path);
        Assert.Contains(question, page.Main, StringComparison.Ordinal);

        await officer.SendAsync(page, "looked");

        Assert.DoesNotContain(Need, (await officer.GetAsync("/")).Main, StringComparison.Ordinal);

        Assert.Contains("Left for after an import: 0", (await performance.GetAsync($"/plan/{plan.Address}/joins")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Undo_ImportWithOneLeft_TakesItsNoteBack()
    {
        await using var host = await TrellisHost.StartAsync();
        var (plan, _) = await ImportWithOneLeftAsync(host);

        await host.InScopeAsync(async services =>
        {
            var imports = services.Get<ImportService>();
            Assert.True((await imports.UndoAsync((await imports.OfPlanAsync(plan.Id, default))[0].Id, Doing, default)).IsDone);
            return true;
        });

        await host.InDatabaseAsync(async db =>
        {
            Assert.True((await db.Set<Note>().SingleAsync()).Withdrawn);
            Assert.True((await db.Set<Link>().SingleAsync(l => l.Kind == LinkKind.ToPutRight)).Withdrawn);
            return true;
        });
    }

    private static Task<(Plan Plan, string Question)> ImportWithOneLeftAsync(TrellisHost host) => host.InScopeAsync(async services =>
    {
        var imports = services.Get<ImportService>();
        var open = await services.SettledAsync(GivenDocument.Bytes());
        var doubt = open.Reading.Doubts.Last(d => d.Kind == DoubtKind.BlankDeadline);
        await imports.AnswerAsync(open.Import.Id, new Dictionary<string, string>(StringComparer.Ordinal) { [doubt.Id] = "later" }, Doing, default);
        var saved = await imports.SaveAsync(open.Import.Id, "The given plan", "2014/15", new Dictionary<string, string>(StringComparer.Ordinal), Doing, default);
        return (saved.Value!, doubt.Question);
    });
}

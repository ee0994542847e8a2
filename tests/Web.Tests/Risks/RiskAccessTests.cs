using System.Net;
using Trellis.Kernel;
using Trellis.Kernel.Access;
using Trellis.Kernel.Organisation;
using Trellis.Risks;
using Trellis.Testing;

namespace Trellis.Web.Tests.Risks;

/// <summary>Whose risk it is, and what they are asked for.</summary>
public sealed class RiskAccessTests(BothDatabases databases) : IClassFixture<BothDatabases>
{
    private static readonly Process Made = new("Made for a test", Actor.Program);

    [Theory, OnBothDatabases]
    public async Task Get_OwnersPages_AreTheOwnersAndWhoActsForThem(DatabaseKind kind)
    {
        var host = await databases.OnAsync(kind);
        var (owner, deputy, other) = (await OfficerAsync(host), await OfficerAsync(host), await OfficerAsync(host));
        var risk = await new RiskBuilder { OwnerId = owner.Id }.MakeAsync(host);
        var action = await RiskBuilder.ActionAsync(host, risk, "Ask", null, new DateOnly(2026, 6, 30));
        var control = await RiskBuilder.ControlAsync(host, risk, "Report", null);
        var at = RiskService.AddressOf(risk);
        string[] pages = [$"{at}/review", $"{at}/controls/new", $"{at}/controls/{control.Id}", $"{at}/actions/new", $"{at}/actions/{action.Id}", $"{at}/actions/{action.Id}/state"];
        await host.InScopeAsync(s => s.Get<OrganisationService>().DelegateAsync(new DelegationOptions(owner.Id, deputy.Id, new DateOnly(2026, 5, 1), new DateOnly(2026, 7, 1), "Leave"), Made, default));
        using var asOwner = await AsAsync(host, owner);
        using var asDeputy = await AsAsync(host, deputy);
        using var asOther = await AsAsync(host, other);
        using var asReader = await host.SignedInAsync(Role.Reader, Role.Clerk);

        foreach (var page in pages)
        {
            Assert.Equal((page, HttpStatusCode.OK), (page, (await asOwner.GetAsync(page)).Status));
            Assert.Equal((page, HttpStatusCode.OK), (page, (await asDeputy.GetAsync(page)).Status));
            Assert.Equal((page, HttpStatusCode.NotFound), (page, (await asOther.GetAsync(page)).Status));
            Assert.Equal((page, HttpStatusCode.Forbidden), (page, (await asReader.GetAsync(page)).Status));
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await asOwner.GetAsync($"{at}/edit")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await asOwner.GetAsync("/risks/matrix")).Status);
        Assert.DoesNotContain("Add a control", (await asOther.GetAsync(at)).Main, StringComparison.Ordinal);

        // A form that was open is as good as none when the risk is somebody else's.
        var form = FilledForm.Of(await asOwner.GetAsync($"{at}/review"), "review").Fill(("Form.Found", "Mine"));
        var token = FilledForm.Of(await asOther.GetAsync("/sign-out"), "sign-out").Fields.Find(f => f.Key == "__RequestVerificationToken");
        form.Fields.RemoveAll(f => f.Key == token.Key);
        form.Fields.Add(token);
        Assert.Equal(HttpStatusCode.NotFound, (await asOther.SendAsync(form)).Status);
    }

    [Theory, OnBothDatabases]
    public async Task Post_OwnerOfTheAction_StatesItAndNothingElse(DatabaseKind kind)
    {
        var host = await databases.OnAsync(kind);
        var doer = await OfficerAsync(host);
        var risk = await new RiskBuilder { OwnerId = (await OfficerAsync(host)).Id }.MakeAsync(host);
        var action = await RiskBuilder.ActionAsync(host, risk, "Ask the agencies", doer.Id, new DateOnly(2026, 5, 30));
        var others = await RiskBuilder.ActionAsync(host, risk, "Ask the board", null, new DateOnly(2026, 5, 30));
        using var visitor = await AsAsync(host, doer);
        var at = RiskService.AddressOf(risk);

        Assert.Contains("Say how this late action stands", (await visitor.GetAsync("/")).Main, StringComparison.Ordinal);
        var page = await visitor.SendAsync($"{at}/actions/{action.Id}/state", "state", ("Form.State", "Done"), ("Form.DoneOn.Day", "1"), ("Form.DoneOn.Month", "6"), ("Form.DoneOn.Year", "2026"));

        Assert.Equal("It is noted how the action stands.", page.Said);
        Assert.Contains("Ask the agencies", page.Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"{at}/actions/{action.Id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"{at}/actions/{others.Id}/state")).Status);
        Assert.DoesNotContain("late action", (await visitor.GetAsync("/")).Main, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task Get_Start_ShowsReviewsThatFallDue(DatabaseKind kind)
    {
        var host = await databases.OnAsync(kind);
        var owner = await OfficerAsync(host);
        await new RiskBuilder { Title = "Overdue risk", OwnerId = owner.Id, NextReviewBy = new DateOnly(2026, 5, 31) }.MakeAsync(host);
        await new RiskBuilder { Title = "Soon risk", OwnerId = owner.Id, NextReviewBy = new DateOnly(2026, 6, 15) }.MakeAsync(host);
        await new RiskBuilder { Title = "Later risk", OwnerId = owner.Id, NextReviewBy = new DateOnly(2026, 6, 16) }.MakeAsync(host);
        using var visitor = await AsAsync(host, owner);

        var home = (await visitor.GetAsync("/")).Main;

        Assert.Contains("Review this risk: it is overdue", home, StringComparison.Ordinal);
        Assert.Contains("Soon risk", home, StringComparison.Ordinal);
        Assert.DoesNotContain("Later risk", home, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task HandOver_OfALeaver_TakesRisksControlsAndOpenActions(DatabaseKind kind)
    {
        var host = await databases.OnAsync(kind);
        var (leaver, heir) = (await OfficerAsync(host), await OfficerAsync(host));
        var risk = await new RiskBuilder { Title = "Owned risk", OwnerId = leaver.Id }.MakeAsync(host);
        var control = await RiskBuilder.ControlAsync(host, risk, "Owned control", leaver.Id);
        var action = await RiskBuilder.ActionAsync(host, risk, "Owned action", leaver.Id, new DateOnly(2026, 7, 1));

        var owned = await host.InScopeAsync(s => s.Get<OrganisationService>().OwnedByAsync(leaver.Id, default));
        await host.InScopeAsync(s => s.Get<OrganisationService>().HandOverAsync(leaver.Id, heir.Id, null, Made, default));

        Assert.Equal(["Owned risk", "Owned control", "Owned action"], owned.Select(o => o.Title));
        var now = await host.InScopeAsync(async s => (
            (await s.Get<RiskService>().FindAsync(risk.Address, default))!.OwnerOfficerId, (await s.Get<ControlService>().FindAsync(risk.Id, control.Id, default))!.OwnerOfficerId,
            (await s.Get<RiskActionService>().FindAsync(risk.Id, action.Id, default))!.OwnerOfficerId));
        Assert.Equal((heir.Id, heir.Id, heir.Id), now);
    }

    private static Task<Officer> OfficerAsync(TrellisHost host) => new OfficerBuilder().MakeAsync(host);

    private static Task<Visitor> AsAsync(TrellisHost host, Officer officer) => new AccountBuilder { Roles = [Role.LeadOfficer], OfficerId = officer.Id }.SignInAsync(host);
}

using System.Net;
using Trellis.Kernel;
using Trellis.Kernel.Access;
using Trellis.Kernel.Organisation;
using Trellis.Testing;

namespace Trellis.Web.Tests.Organisation;

public sealed class OrganisationTests(BothDatabases databases) : IClassFixture<BothDatabases>
{
    [Theory]
    [InlineData("/organisation")]
    [InlineData("/organisation/officers")]
    [InlineData("/organisation/delegations/new")]
    public async Task Get_UserMayNotOrganise_ReturnsForbidden(string address)
    {
        var host = await databases.OnAsync(DatabaseKind.Sqlite);
        using var officer = await host.SignedInAsync(Role.LeadOfficer);

        Assert.Equal(HttpStatusCode.Forbidden, (await officer.GetAsync(address)).Status);
    }

    [Fact]
    public async Task Get_UnknownRow_ReturnsNotFound()
    {
        var host = await databases.OnAsync(DatabaseKind.Sqlite);
        using var performance = await host.SignedInAsync(Role.Performance);
        var id = ThingId.New(host.Clock);
        foreach (var address in new[] { $"departments/{id}", $"officers/{id}", $"officers/{id}/hand-over", $"delegations/{id}/end" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await performance.GetAsync("/organisation/" + address)).Status);
        }
    }

    [Theory, OnBothDatabases]
    public async Task Post_DepartmentWithItsHead_IsListedAndHasAHistory(DatabaseKind kind)
    {
        var host = await databases.OnAsync(kind);
        var head = await new OfficerBuilder { Name = "Director of Children's Services" }.MakeAsync(host);
        using var performance = await host.SignedInAsync(Role.Performance);

        var list = await performance.SendAsync(
            "/organisation/departments/new", "save", ("Form.Code", "CS"), ("Form.Name", "Children's Services"), ("Form.HeadOfficerId", head.Id.ToString()));

        Assert.Equal("Children's Services is saved", list.Said);
        Assert.Contains("Director of Children's Services", list.Main, StringComparison.Ordinal);
        Assert.Contains("Added a department", (await performance.GetAsync(list.Link("CS"))).Main, StringComparison.Ordinal);
        var again = await performance.SendAsync("/organisation/departments/new", "save", ("Form.Code", "CS"), ("Form.Name", ""));
        Assert.Equal(["Another department has the code CS", "Enter the name of the department in 120 characters or fewer"], again.Errors);
    }

    [Theory, OnBothDatabases]
    public async Task Post_TwoPeopleMeetOnAnOfficer_SecondSeesBothVersions(DatabaseKind kind)
    {
        var host = await databases.OnAsync(kind);
        var officer = await new OfficerBuilder { Name = "Old name" }.MakeAsync(host);
        using var visitor = await host.SignedInAsync(Role.Performance);
        var seen = await visitor.GetAsync($"/organisation/officers/{officer.Id}");

        await visitor.SendAsync(seen, "save", ("Form.Name", "First name"));
        var met = await visitor.SendAsync(seen, "save", ("Form.Name", "Second name"));

        Assert.Contains("First name", met.Text("#conflict"), StringComparison.Ordinal);
        Assert.Equal("Second name is saved", (await visitor.SendAsync(met, "save")).Said);
    }

    [Theory, OnBothDatabases]
    public async Task Post_HandOver_MovesWhatALeaverHeadsAndAnswersFor(DatabaseKind kind)
    {
        await using var host = await TrellisHost.StartAsync(kind);
        var leaver = await new OfficerBuilder { Name = "Leaver" }.MakeAsync(host);
        var heir = await new OfficerBuilder { Name = "Heir" }.MakeAsync(host);
        var department = await new DepartmentBuilder { HeadOfficerId = leaver.Id }.MakeAsync(host);
        var group = await new OfficerBuilder { Name = "All managers", IsGroup = true, AccountableOfficerId = leaver.Id }.MakeAsync(host);
        using var visitor = await host.SignedInAsync(Role.Performance);
        var page = await visitor.GetAsync($"/organisation/officers/{leaver.Id}/hand-over");
        Assert.Equal(["Choose somebody else, who has not left, to take over"], (await visitor.SendAsync(page, "hand-over")).Errors);

        var done = await visitor.SendAsync(
            page, "hand-over", ("Form.ToOfficerId", heir.Id.ToString()), ("Form.LeftOn.Day", "31"), ("Form.LeftOn.Month", "5"), ("Form.LeftOn.Year", "2026"), ("Form.Why", "Retired"));

        Assert.Equal("2 things went over to Heir", done.Said);
        Assert.Contains("Left 31 May 2026", done.Main, StringComparison.Ordinal);
        await host.InScopeAsync(async s =>
        {
            var offices = s.Get<OrganisationService>();
            Assert.Equal(heir.Id, (await offices.DepartmentAsync(department.Id, default))!.HeadOfficerId);
            Assert.Equal(heir.Id, (await offices.OfficerAsync(group.Id, default))!.AccountableOfficerId);
        });
    }

    [Theory, OnBothDatabases]
    public async Task Post_HandOver_MovesAllThatALeaverOwnsInPlansRisksAndIndicators(DatabaseKind kind)
    {
        await using var host = await TrellisHost.StartAsync(kind);
        var leaver = await new OfficerBuilder { Name = "Leaver" }.MakeAsync(host);
        var heir = await new OfficerBuilder { Name = "Heir" }.MakeAsync(host);
        var plan = await new PlanBuilder { OwnerId = leaver.Id }.MakeAsync(host);
        using var visitor = await host.SignedInAsync([.. Role.Everyone]);
        await visitor.SendAsync($"/plan/{plan.Address}/priorities/P-1/edit", "edit", ("Form.LeadOfficerId", $"{leaver.Id}"));
        // With the heir already beside them: the heir is not to stand there twice.
        await visitor.SendAsync($"/plan/{plan.Address}/actions/KA-2/edit", "edit", ("Form.AccountableOfficerId", $"{heir.Id}"), ("Form.ContributorIds", $"{leaver.Id}"));
        await visitor.SendAsync("/risks/new", "edit", ("Form.Title", "No stewards"), ("Form.Level", "High"), ("Form.OwnerOfficerId", $"{leaver.Id}"));
        await visitor.SendAsync("/measures/new", "edit", ("Form.Title", "Streets closed"), ("Form.LeadOfficerId", $"{leaver.Id}"));
        var page = await visitor.GetAsync($"/organisation/officers/{leaver.Id}/hand-over");
        Assert.Equal(
            ["Let every child play outside", "Mend the playgrounds", "No stewards", "Open streets for play", "Streets closed"],
            page.Texts("tbody a").Order(StringComparer.Ordinal));
        Assert.Equal(["Indicator", "Key action", "Key action", "Priority", "Risk"], page.Texts("tbody td:first-child").Order(StringComparer.Ordinal));

        var done = await visitor.SendAsync(page, "hand-over", ("Form.ToOfficerId", $"{heir.Id}"), ("Form.Why", "Retired"));

        Assert.Equal("5 things went over to Heir", done.Said);
        Assert.Empty((await visitor.GetAsync($"/organisation/officers/{leaver.Id}/hand-over")).Texts("tbody tr"));
        Assert.Equal(5, (await visitor.GetAsync($"/organisation/officers/{heir.Id}/hand-over")).Texts("tbody tr").Count);
        var json = await visitor.Http.GetStringAsync($"/plan/{plan.Address}/export.json");
        Assert.DoesNotContain("Leaver", json, StringComparison.Ordinal);
        Assert.Equal(3, json.Split("\"Heir\"").Length - 1);
        Assert.Contains("Handed over all that an officer owned", (await visitor.GetAsync($"/plan/{plan.Address}/actions/KA-1")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_HandOverOfAGroupToAGroup_IsRefused()
    {
        var host = await databases.OnAsync(DatabaseKind.Sqlite);
        var leaver = await new OfficerBuilder { Name = "Leaver" }.MakeAsync(host);
        var group = await new OfficerBuilder { Name = "All wardens", IsGroup = true, AccountableOfficerId = leaver.Id }.MakeAsync(host);
        using var visitor = await host.SignedInAsync(Role.Performance);

        var refused = await visitor.SendAsync($"/organisation/officers/{leaver.Id}/hand-over", "hand-over", ("Form.ToOfficerId", $"{group.Id}"));

        Assert.Equal(["Choose one officer, not a group: they will answer for All wardens"], refused.Errors);
    }

    [Theory, OnBothDatabases]
    public async Task Post_Delegation_ActsOnItsDaysOnlyAndCanBeEnded(DatabaseKind kind)
    {
        await using var host = await TrellisHost.StartAsync(kind);
        var away = await new OfficerBuilder { Name = "Away" }.MakeAsync(host);
        var acting = await new OfficerBuilder { Name = "Acting" }.MakeAsync(host);
        using var visitor = await host.SignedInAsync(Role.Performance);

        var list = await visitor.SendAsync(
            "/organisation/delegations/new", "save",
            ("Form.FromOfficerId", away.Id.ToString()), ("Form.ToOfficerId", acting.Id.ToString()),
            ("Form.From.Day", "1"), ("Form.From.Month", "6"), ("Form.From.Year", "2026"),
            ("Form.Until.Day", "2"), ("Form.Until.Month", "6"), ("Form.Until.Year", "2026"), ("Form.Why", "Leave"));

        Assert.Contains("1 Jun 2026 to 2 Jun 2026 Now", list.Main, StringComparison.Ordinal);
        Assert.Contains(away.Id, await ActsForAsync());
        host.Clock.Advance(TimeSpan.FromDays(2));
        Assert.DoesNotContain(away.Id, await ActsForAsync());
        using var later = await host.SignedInAsync(Role.Performance);
        Assert.Equal("The delegation is ended", (await later.SendAsync(list.Link("End the delegation of Away"), "end")).Said);

        Task<HashSet<Guid>> ActsForAsync() => host.InScopeAsync(s => s.Get<OrganisationService>().ActsForAsync(acting.Id, default));
    }
}

using System.Net;
using Trellis.Kernel;
using Trellis.Kernel.Access;
using Trellis.Kernel.Audit;
using Trellis.Testing;

namespace Trellis.Web.Tests.Administration;

public sealed class AccountTests(BothDatabases databases) : IClassFixture<BothDatabases>
{
    [Theory]
    [InlineData("/administration")]
    [InlineData("/administration/accounts")]
    [InlineData("/administration/settings")]
    [InlineData("/administration/calendar")]
    [InlineData("/administration/audit")]
    public async Task Get_UserIsNoAdministrator_ReturnsForbidden(string address)
    {
        var host = await databases.OnAsync(DatabaseKind.Sqlite);
        using var performance = await host.SignedInAsync(Role.Performance);

        var page = await performance.GetAsync(address);

        Assert.Equal((HttpStatusCode.Forbidden, "You cannot see this page"), (page.Status, page.Heading));
    }

    [Fact]
    public async Task Get_UnknownAccount_ReturnsNotFound()
    {
        var host = await databases.OnAsync(DatabaseKind.Sqlite);
        using var administrator = await host.SignedInAsync(Role.Administrator);
        foreach (var part in new[] { "", "/change", "/link", "/close", "/erase" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await administrator.GetAsync($"/administration/accounts/{ThingId.New(host.Clock)}{part}")).Status);
        }
    }

    [Theory, OnBothDatabases]
    public async Task Post_Invitation_GivesALinkOnceThatLetsThemStart(DatabaseKind kind)
    {
        var host = await databases.OnAsync(kind);
        using var administrator = await host.SignedInAsync(Role.Administrator);

        var invited = await administrator.SendAsync(
            "/administration/accounts/invite", "invite", ("Form.Name", "Sam Green"), ("Form.Email", "sam@example.gov.uk"), ("Form.Roles", Role.Clerk), ("Form.Roles", Role.Head));

        Assert.Equal("Pass this link on to Sam Green", invited.Heading);
        using var sam = host.Anybody();
        await sam.SendAsync(new Uri(invited.Text("#link")).AbsolutePath, "start");
        Assert.Contains("Clerk, Head of department", (await sam.GetAsync("/account")).Main, StringComparison.Ordinal);
        var list = await administrator.GetAsync("/administration/accounts");
        var page = await administrator.GetAsync(list.Link("Sam Green"));
        Assert.Contains("Accepted the invitation", page.Main, StringComparison.Ordinal);
        Assert.Contains("Invited an account", page.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_InvitationWithoutRoleOrWithATakenAddress_SaysHowToMend()
    {
        var host = await databases.OnAsync(DatabaseKind.Sqlite);
        var taken = await new AccountBuilder().MakeAsync(host);
        using var administrator = await host.SignedInAsync(Role.Administrator);

        var answer = await administrator.SendAsync("/administration/accounts/invite", "invite", ("Form.Name", "Sam Green"), ("Form.Email", taken.Email!.ToUpperInvariant()));

        Assert.Equal(["There is already an account with this e-mail address", "Choose at least one role"], answer.Errors);
        Assert.Equal("Sam Green", answer.Field("Form.Name"));
    }

    [Theory, OnBothDatabases]
    public async Task Post_TwoAdministratorsMeetOnOneAccount_SecondSeesBothVersionsAndMayKeepTheirs(DatabaseKind kind)
    {
        var host = await databases.OnAsync(kind);
        var account = await new AccountBuilder { Name = "Sam Green" }.MakeAsync(host);
        using var first = await host.SignedInAsync(Role.Administrator);
        using var second = await host.SignedInAsync(Role.Administrator);
        var address = $"/administration/accounts/{account.Id}/change";
        var seenByFirst = await first.GetAsync(address);
        var seenBySecond = await second.GetAsync(address);

        await first.SendAsync(seenByFirst, "save", ("Form.Name", "Samuel Green"));
        var met = await second.SendAsync(seenBySecond, "save", ("Form.Name", "Samira Green"));

        Assert.Contains("Somebody else saved this while you were working on it", met.Main, StringComparison.Ordinal);
        Assert.Contains("Samuel Green", met.Main, StringComparison.Ordinal);
        Assert.Equal("Samira Green", met.Field("Form.Name"));
        var kept = await second.SendAsync(met, "save");
        Assert.Equal(("The account is saved", "Samira Green"), (kept.Said, kept.Heading));
    }

    [Fact]
    public async Task Post_LastAdministrator_CanNeitherBeClosedNorLoseTheRole()
    {
        await using var host = await TrellisHost.StartAsync();
        var only = await new AccountBuilder { Roles = [Role.Administrator] }.MakeAsync(host);
        using var administrator = await AccountBuilder.SignInAsync(host, only);
        const string last = "This is the last administrator. Make somebody else an administrator first";

        var closed = await administrator.SendAsync($"/administration/accounts/{only.Id}/close", "close");
        var changed = await administrator.SendAsync($"/administration/accounts/{only.Id}/change", "save", ("Form.Roles", Role.Reader));

        Assert.Equal([last], closed.Errors);
        Assert.Equal([last], changed.Errors);
    }

    [Theory, OnBothDatabases]
    public async Task Post_EraseAClosedAccount_TakesNameAndAddressOutOfItsHistoryToo(DatabaseKind kind)
    {
        await using var host = await TrellisHost.StartAsync(kind);
        var account = await new AccountBuilder { Name = "Sam Green", Email = "sam.green@example.gov.uk" }.MakeAsync(host);
        using var administrator = await host.SignedInAsync(Role.Administrator);
        var address = $"/administration/accounts/{account.Id}";

        Assert.Equal(["Close the account before its personal details are erased"], (await administrator.SendAsync(address + "/erase", "erase")).Errors);
        await administrator.SendAsync(address + "/close", "close");
        var erased = await administrator.SendAsync(address + "/erase", "erase");

        Assert.Equal("Erased account", erased.Heading);
        Assert.DoesNotContain("Sam Green", erased.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("sam.green", erased.Main, StringComparison.Ordinal);
        var report = await host.InScopeAsync(s => s.Get<AuditVerification>().VerifyAsync(default));
        Assert.Empty(report.Faults);
    }

    [Fact]
    public async Task Get_ManyAccounts_ListsFiftyAPage()
    {
        await using var host = await TrellisHost.StartAsync();
        using var administrator = await host.SignedInAsync(Role.Administrator);
        for (var i = 0; i < 55; i++)
        {
            await new AccountBuilder().MakeAsync(host);
        }

        Assert.Equal(50, (await administrator.GetAsync("/administration/accounts")).Texts("tbody tr").Count);
        Assert.Equal(6, (await administrator.GetAsync("/administration/accounts?page=2")).Texts("tbody tr").Count);
        Assert.Equal(6, (await administrator.GetAsync("/administration/accounts?page=99")).Texts("tbody tr").Count);
    }
}

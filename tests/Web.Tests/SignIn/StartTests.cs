using System.Net;
using Trellis.Kernel;
using Trellis.Kernel.Access;
using Trellis.Testing;

namespace Trellis.Web.Tests.SignIn;

public sealed class StartTests(TrellisHost host) : IClassFixture<TrellisHost>
{
    private Task<string> FirstLinkAsync() => host.InScopeAsync(s => s.Get<AccountService>().FirstLinkAsync(default));

    [Fact]
    public async Task Get_Link_UsesNothingUp()
    {
        var link = await FirstLinkAsync();
        using var visitor = host.Anybody();

        await visitor.GetAsync(link);

        Assert.Equal("Start as the first administrator", (await visitor.GetAsync(link)).Heading);
    }

    [Fact]
    public async Task Post_WithoutNameAndAddress_SaysHowToMendAndKeepsTheLink()
    {
        var link = await FirstLinkAsync();
        using var visitor = host.Anybody();

        var answer = await visitor.SendAsync(link, "start", ("Form.Name", ""), ("Form.Email", "priya"));

        Assert.Equal(["Enter a name of 100 characters or fewer", "Enter an e-mail address in the right format, like name@example.gov.uk"], answer.Errors);
        Assert.Equal(answer.Errors, answer.FieldErrors);
        Assert.StartsWith("Error: ", answer.Document.Title, StringComparison.Ordinal);
        Assert.Equal("priya", answer.Field("Form.Email"));
        Assert.Equal("Start as the first administrator", (await visitor.GetAsync(link)).Heading);
    }

    [Fact]
    public async Task Post_FirstAdministrator_IsSignedInAndTheLinkIsUsedUp()
    {
        var link = await FirstLinkAsync();
        using var visitor = host.Anybody();

        var answer = await visitor.SendAsync(link, "start", ("Form.Name", "Priya Shah"), ("Form.Email", "first@example.gov.uk"));

        Assert.Equal("Choose how you sign in", answer.Heading);
        Assert.Contains("Administrator", (await visitor.GetAsync("/account")).Main, StringComparison.Ordinal);
        using var other = host.Anybody();
        var again = await other.GetAsync(link);
        Assert.Equal((HttpStatusCode.Gone, "This link cannot be used"), (again.Status, again.Heading));
    }

    [Fact]
    public async Task Get_InvitationAfterThreeDays_CannotBeUsed()
    {
        var account = await new AccountBuilder { Name = "Sam Green" }.MakeAsync(host);
        var link = await InviteAsync(account);
        using var visitor = host.Anybody();
        Assert.Contains("Sam Green", (await visitor.GetAsync(link)).Main, StringComparison.Ordinal);

        host.Clock.Advance(TimeSpan.FromDays(3));

        Assert.Equal(HttpStatusCode.Gone, (await visitor.GetAsync(link)).Status);
    }

    [Fact]
    public async Task Get_InvitationReplacedByANewerOne_CannotBeUsed()
    {
        var account = await new AccountBuilder().MakeAsync(host);
        var older = await InviteAsync(account);
        var newer = await InviteAsync(account);
        using var visitor = host.Anybody();

        Assert.Equal(HttpStatusCode.Gone, (await visitor.GetAsync(older)).Status);
        Assert.Equal("Choose how you sign in", (await visitor.SendAsync(newer, "start")).Heading);
    }

    private Task<string> InviteAsync(Account account) => host.InScopeAsync(async s =>
        (await s.Get<AccountService>().InviteAsync(account.Id, new Process("Invited", Actor.Program), default)).Value!);
}

using System.Net;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Trellis.Kernel;
using Trellis.Kernel.Access;
using Trellis.Kernel.Audit;
using Trellis.Testing;

namespace Trellis.Web.Tests.SignIn;

/// <summary>Signing in through the council's own directory, which is a real OpenID Connect server here.</summary>
public sealed class OpenIdConnectTests
{
    private const string Email = "priya.shah@barset.gov.uk";
    private static readonly KnownPerson Priya = new("1001", Email);

    [Theory, OnBothDatabases]
    public async Task Get_KnownAccount_SignsInAndLandsWhereItWantedTo(DatabaseKind kind)
    {
        await using var directory = await CouncilDirectory.StartAsync();
        await using var host = await directory.StartTrellisAsync(kind);
        await new AccountBuilder { Email = Email }.MakeAsync(host);
        using var visitor = host.Anybody();
        directory.Person = Priya;

        var asked = await visitor.GetAsync("/account");
        Assert.Equal("/sign-in", asked.Path);
        var account = await visitor.GetAsync(asked.Link("Sign in with Barset Council"));

        Assert.Equal(("/account", HttpStatusCode.OK), (account.Path, account.Status));
        Assert.Contains("Joined to your organisation's directory", account.Main, StringComparison.Ordinal);
        Assert.Empty((await host.InScopeAsync(s => s.Get<AuditVerification>().VerifyAsync(default))).Faults);
    }

    [Fact]
    public async Task Get_JoinedAccount_IsKnownByItsSubjectWhateverTheAddress()
    {
        await using var directory = await CouncilDirectory.StartAsync();
        await using var host = await directory.StartTrellisAsync();
        await new AccountBuilder { Email = Email }.MakeAsync(host);
        Assert.Equal("/account", (await SignInAsync(host, directory, Priya)).Path);

        var married = await SignInAsync(host, directory, Priya with { Email = "priya.green@barset.gov.uk", IsVerified = null });

        Assert.Contains(Email, married.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_AddressThatNoAccountHas_IsRefusedAndMakesNone()
    {
        await using var directory = await CouncilDirectory.StartAsync();
        await using var host = await directory.StartTrellisAsync();

        var refused = await SignInAsync(host, directory, Priya);

        Assert.Equal((HttpStatusCode.Forbidden, "You do not have an account here"), (refused.Status, refused.Heading));
        Assert.Contains("Ask an administrator of this service to invite you", refused.Main, StringComparison.Ordinal);
        Assert.Equal(0, await host.InDatabaseAsync(db => db.Users.CountAsync()));
    }

    [Fact]
    public async Task Get_AfterBeingRefused_TheDirectorysWordIsUsedUp()
    {
        await using var directory = await CouncilDirectory.StartAsync();
        await using var host = await directory.StartTrellisAsync();
        using var visitor = host.Anybody();
        var refused = await SignInAsync(visitor, directory, Priya);
        await new AccountBuilder { Email = Email }.MakeAsync(host);

        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync(refused.Address.PathAndQuery)).Status);
        Assert.Equal("/account", (await SignInAsync(visitor, directory, Priya)).Path);
    }

    [Fact]
    public async Task Get_ClosedAccount_IsRefusedWhetherJoinedOrNot()
    {
        await using var directory = await CouncilDirectory.StartAsync();
        await using var host = await directory.StartTrellisAsync();
        var joined = await new AccountBuilder { Email = Email }.MakeAsync(host);
        var invited = await new AccountBuilder { Email = "sam@barset.gov.uk" }.MakeAsync(host);
        Assert.Equal("/account", (await SignInAsync(host, directory, Priya)).Path);
        foreach (var account in new[] { joined, invited })
        {
            await host.InScopeAsync(s => s.Get<AccountService>().CloseAsync(account.Id, closed: true, new Process("Closed", Actor.Program), default));
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await SignInAsync(host, directory, Priya)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await SignInAsync(host, directory, new("1002", "sam@barset.gov.uk"))).Status);
    }

    [Fact]
    public async Task Post_EraseAJoinedAccount_ForgetsWhoItWasInTheDirectory()
    {
        await using var directory = await CouncilDirectory.StartAsync();
        await using var host = await directory.StartTrellisAsync();
        var account = await new AccountBuilder { Email = Email }.MakeAsync(host);
        Assert.Equal("/account", (await SignInAsync(host, directory, Priya)).Path);
        await host.InScopeAsync(async s =>
        {
            Assert.True((await s.Get<AccountService>().CloseAsync(account.Id, closed: true, new Process("Closed", Actor.Program), default)).IsDone);
            Assert.True((await s.Get<AccountService>().EraseAsync(account.Id, new Process("Erased", Actor.Program), default)).IsDone);
        });

        Assert.Equal(0, await host.InDatabaseAsync(db => db.UserLogins.CountAsync()));
        Assert.Equal(HttpStatusCode.Forbidden, (await SignInAsync(host, directory, Priya)).Status);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(null)]
    public async Task Get_AddressThatTheDirectoryDoesNotVerify_SignsNobodyIn(bool? isVerified)
    {
        await using var directory = await CouncilDirectory.StartAsync();
        await using var host = await directory.StartTrellisAsync();
        await new AccountBuilder { Email = Email, Roles = [Role.Administrator] }.MakeAsync(host);
        using var visitor = host.Anybody();

        var refused = await SignInAsync(visitor, directory, new("6666", Email, isVerified));

        Assert.Equal((HttpStatusCode.Forbidden, "Your organisation has not confirmed your e-mail address"), (refused.Status, refused.Heading));
        Assert.Equal("/sign-in", (await visitor.GetAsync("/account")).Path);
        Assert.Equal(0, await host.InDatabaseAsync(db => db.UserLogins.CountAsync()));
    }

    [Fact]
    public async Task Get_AddressPassedOnToSomebodyNew_DoesNotOpenTheAccountOfWhoHadIt()
    {
        await using var directory = await CouncilDirectory.StartAsync();
        await using var host = await directory.StartTrellisAsync();
        var account = await new AccountBuilder { Email = Email }.MakeAsync(host);
        Assert.Equal("/account", (await SignInAsync(host, directory, Priya)).Path);
        var starter = new KnownPerson("2002", Email);

        Assert.Equal(HttpStatusCode.Forbidden, (await SignInAsync(host, directory, starter)).Status);

        // The administrator's new link lets the account be joined anew, for whoever was given a new name in the directory.
        var link = await host.InScopeAsync(s => s.Get<AccountService>().InviteAsync(account.Id, new Process("Invited", Actor.Program), default));
        using var visitor = host.Anybody();
        await visitor.SendAsync(link.Value!, "start");
        Assert.Equal("/account", (await SignInAsync(host, directory, starter)).Path);
    }

    [Fact]
    public async Task Get_SameSubjectOfAnotherDirectory_IsSomebodyElse()
    {
        await using var directory = await CouncilDirectory.StartAsync();
        await using var another = await CouncilDirectory.StartAsync();
        await using var host = await directory.StartTrellisAsync();
        await new AccountBuilder { Email = Email, Roles = [Role.Administrator] }.MakeAsync(host);
        Assert.Equal("/account", (await SignInAsync(host, directory, Priya)).Path);
        host.App.Services.Get<IOptionsMonitor<OpenIdConnectOptions>>().Get(OrganisationDirectory.Scheme).ConfigurationManager = another.Configuration;

        Assert.Equal(HttpStatusCode.Forbidden, (await SignInAsync(host, another, Priya with { Email = "tom@barset.gov.uk" })).Status);
        // The same person, when the council moved to that directory: the verified address joins once more.
        Assert.Equal("/account", (await SignInAsync(host, another, new("A-77", Email))).Path);
    }

    [Theory]
    [InlineData("state")]
    [InlineData("nonce")]
    public async Task Get_TamperedOnTheWay_SaysSoAndSignsNobodyIn(string field)
    {
        await using var directory = await CouncilDirectory.StartAsync();
        await using var host = await directory.StartTrellisAsync();
        await new AccountBuilder { Email = Email }.MakeAsync(host);
        using var visitor = host.Anybody();
        directory.Person = Priya;
        var way = await WayToDirectoryAsync(visitor);
        var value = QueryHelpers.ParseQuery(way.Query)[field].ToString();

        var failed = await visitor.GetAsync(way.AbsoluteUri.Replace(Uri.EscapeDataString(value), Uri.EscapeDataString(value[..^8] + "tampered"), StringComparison.Ordinal));

        AssertFailed(failed);
        Assert.Equal("/sign-in", (await visitor.GetAsync("/account")).Path);
        Assert.Equal("/account", (await SignInAsync(visitor, directory, Priya)).Path);
    }

    [Fact]
    public async Task Get_AnswerSlippedIntoAnothersBrowser_SignsNobodyIn()
    {
        await using var directory = await CouncilDirectory.StartAsync();
        await using var host = await directory.StartTrellisAsync();
        await new AccountBuilder { Email = Email }.MakeAsync(host);
        using var attacker = host.Anybody();
        using var victim = host.Anybody();
        directory.Person = Priya;
        var way = await WayToDirectoryAsync(attacker);

        AssertFailed(await victim.GetAsync(way.AbsoluteUri));
        Assert.Equal("/sign-in", (await victim.GetAsync("/account")).Path);
    }

    [Fact]
    public async Task Get_BehindAProxyThatSpeaksTls_AsksToComeBackByTls()
    {
        await using var directory = await CouncilDirectory.StartAsync();
        await using var host = await directory.StartTrellisAsync();
        using var visitor = host.Anybody();
        visitor.Http.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");

        using var sent = await visitor.Http.GetAsync(AccessEndpoints.ToOrganisation);

        Assert.StartsWith("https://localhost", QueryHelpers.ParseQuery(sent.Headers.Location!.Query)["redirect_uri"].ToString(), StringComparison.Ordinal);
        Assert.All(sent.Headers.GetValues("Set-Cookie"), cookie => Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Get_CancelledAtTheDirectory_IsBackAtTheSignInPage()
    {
        await using var directory = await CouncilDirectory.StartAsync();
        await using var host = await directory.StartTrellisAsync();

        var back = await SignInAsync(host, directory, null);

        Assert.Equal(("/sign-in", HttpStatusCode.OK), (back.Path, back.Status));
    }

    [Fact]
    public async Task Get_DirectoryOutOfOrder_SaysSo()
    {
        await using var directory = await CouncilDirectory.StartAsync();
        await using var host = await directory.StartTrellisAsync();
        await directory.StopAsync();

        AssertFailed(await SignInAsync(host, directory, Priya));
    }

    [Fact]
    public async Task Post_SignOut_EndsTheSessionUntilTheDirectoryIsAskedAgain()
    {
        await using var directory = await CouncilDirectory.StartAsync();
        await using var host = await directory.StartTrellisAsync();
        await new AccountBuilder { Email = Email }.MakeAsync(host);
        using var visitor = host.Anybody();
        Assert.Equal("/account", (await SignInAsync(visitor, directory, Priya)).Path);

        Assert.Equal("You are signed out", (await visitor.SendAsync("/sign-out", "sign-out")).Said);

        Assert.Equal("/sign-in", (await visitor.GetAsync("/account")).Path);
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync("/sign-in/organisation?back=%2Faccount")).Status);
    }

    private static async Task<PageAnswer> SignInAsync(TrellisHost host, CouncilDirectory directory, KnownPerson? person)
    {
        using var visitor = host.Anybody();
        return await SignInAsync(visitor, directory, person);
    }

    private static async Task<PageAnswer> SignInAsync(Visitor visitor, CouncilDirectory directory, KnownPerson? person)
    {
        directory.Person = person;
        return await visitor.GetAsync((await visitor.GetAsync("/sign-in?back=%2Faccount")).Link("Sign in with Barset Council"));
    }

    /// <summary>The address at the directory to which the sign-in page sends a browser, before it has gone there.</summary>
    private static async Task<Uri> WayToDirectoryAsync(Visitor visitor)
    {
        using var sent = await visitor.Http.GetAsync(AccessEndpoints.ToOrganisation + "?back=%2Faccount");
        Assert.Equal(HttpStatusCode.Found, sent.StatusCode);
        return sent.Headers.Location!;
    }

    private static void AssertFailed(PageAnswer page) =>
        Assert.Equal((HttpStatusCode.BadRequest, "Signing in with your organisation did not work"), (page.Status, page.Heading));
}

using System.Net;
using Trellis.Kernel;
using Trellis.Kernel.Access;
using Trellis.Kernel.Audit;
using Trellis.Testing;

namespace Trellis.Web.Tests.SignIn;

public sealed class SignInTests
{
    private const string Secret = "correct horse battery";

    [Theory, OnBothDatabases]
    public async Task Post_PasswordThenCode_SignsInAndGoesBack(DatabaseKind kind)
    {
        await using var host = await TrellisHost.StartAsync(kind);
        var (account, key, codes) = await WithPasswordAsync(host);
        using var visitor = host.Anybody();

        var second = await visitor.SendAsync("/sign-in?back=/account", "sign-in", ("Form.Email", account.Email!), ("Form.Password", Secret));
        Assert.Equal("Enter the code of your authenticator app", second.Heading);
        Assert.Equal("/sign-in", (await visitor.GetAsync("/account")).Path);
        var wrong = await visitor.SendAsync(second, "code", ("Form.Code", "000000"));
        Assert.Single(wrong.Errors);
        Assert.Equal("/account", (await visitor.SendAsync(wrong, "code", ("Form.Code", Totp.Now(key)))).Path);

        await visitor.SendAsync("/sign-out", "sign-out");
        Assert.Equal("/sign-in", (await visitor.GetAsync("/account")).Path);
        second = await visitor.SendAsync("/sign-in", "sign-in", ("Form.Email", account.Email!), ("Form.Password", Secret));
        Assert.Equal("What needs me", (await visitor.SendAsync(second, "code", ("Form.Code", codes[0].ToLowerInvariant()))).Heading);
        Assert.Contains("9 left", (await visitor.GetAsync("/account")).Main, StringComparison.Ordinal);

        var report = await host.InScopeAsync(s => s.Get<AuditVerification>().VerifyAsync(default));
        Assert.Empty(report.Faults);
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example/")]
    [InlineData("javascript:alert(1)")]
    public async Task Get_BackToAnotherSite_IsNotFollowed(string back)
    {
        await using var host = await TrellisHost.StartAsync();
        using var reader = await host.SignedInAsync(Role.Reader);

        Assert.Equal("/", (await reader.GetAsync("/sign-in?back=" + Uri.EscapeDataString(back))).Path);
    }

    [Fact]
    public async Task Post_UnknownAddressOrWrongPassword_IsAnsweredAlikeAndLocksAlike()
    {
        await using var host = await TrellisHost.StartAsync();
        var (account, _, _) = await WithPasswordAsync(host);

        var known = await TryAsync(host, account.Email!);
        var unknown = await TryAsync(host, "nobody@example.gov.uk");

        Assert.Equal(known, unknown);
        Assert.Equal("Too many tries", known[^1]);
        Assert.Equal(4, known.Count(k => k == "The e-mail address or the password is not right"));
    }

    [Fact]
    public async Task Post_ClosedAccount_IsRefusedAndItsSessionsEnd()
    {
        await using var host = await TrellisHost.StartAsync();
        var (account, _, _) = await WithPasswordAsync(host);
        using var signedIn = await AccountBuilder.SignInAsync(host, account);
        Assert.Equal(HttpStatusCode.OK, (await signedIn.GetAsync("/account")).Status);

        await host.InScopeAsync(s => s.Get<AccountService>().CloseAsync(account.Id, closed: true, new Process("Closed", Actor.Program), default));
        host.Clock.Advance(TimeSpan.FromSeconds(31));

        Assert.Equal("/sign-in", (await signedIn.GetAsync("/account")).Path);
        using var visitor = host.Anybody();
        var refused = await visitor.SendAsync("/sign-in", "sign-in", ("Form.Email", account.Email!), ("Form.Password", Secret));
        Assert.Equal(["The e-mail address or the password is not right"], refused.Errors);
    }

    [Fact]
    public async Task Get_AfterHalfAnHourWithoutWork_AsksToSignInAgain()
    {
        await using var host = await TrellisHost.StartAsync();
        using var reader = await host.SignedInAsync(Role.Reader);
        host.Clock.Advance(TimeSpan.FromMinutes(20));
        Assert.Equal("/account", (await reader.GetAsync("/account")).Path);
        host.Clock.Advance(TimeSpan.FromMinutes(20));
        Assert.Equal("/account", (await reader.GetAsync("/account")).Path);

        host.Clock.Advance(TimeSpan.FromMinutes(31));

        var asked = await reader.GetAsync("/account");
        Assert.Equal("/sign-in?back=%2Faccount", asked.Address.PathAndQuery);
    }

    [Fact]
    public async Task Post_SignOutEverywhere_EndsTheOtherSessionsToo()
    {
        await using var host = await TrellisHost.StartAsync();
        var account = await new AccountBuilder().MakeAsync(host);
        using var here = await AccountBuilder.SignInAsync(host, account);
        using var elsewhere = await AccountBuilder.SignInAsync(host, account);

        Assert.Equal("/sign-in", (await here.SendAsync("/account/sign-out-everywhere", "sign-out")).Path);

        host.Clock.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal("/sign-in", (await elsewhere.GetAsync("/account")).Path);
    }

    private static async Task<List<string>> TryAsync(TrellisHost host, string email)
    {
        using var visitor = host.Anybody();
        var seen = new List<string>();
        for (var i = 0; i < 6; i++)
        {
            var answer = await visitor.SendAsync("/sign-in", "sign-in", ("Form.Email", email), ("Form.Password", "wrong wrong wrong"));
            seen.Add(answer.Errors is [var error] ? error : answer.Heading);
        }

        return seen;
    }

    private static async Task<(Account Account, string Key, IReadOnlyList<string> Codes)> WithPasswordAsync(TrellisHost host)
    {
        var account = await new AccountBuilder().MakeAsync(host);
        using var visitor = await AccountBuilder.SignInAsync(host, account);
        var page = await visitor.GetAsync("/account/password");
        var key = page.Text(".trellis-key");
        var done = await visitor.SendAsync(page, "save", ("Form.Password", Secret), ("Form.Code", Totp.Now(key)));
        Assert.Equal("Keep your recovery codes", done.Heading);
        return (account, key, done.Texts(".trellis-codes code"));
    }
}

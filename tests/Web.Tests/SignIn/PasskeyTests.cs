using Trellis.Kernel.Access;
using Trellis.Kernel.Audit;
using Trellis.Testing;

namespace Trellis.Web.Tests.SignIn;

public sealed class PasskeyTests
{
    [Theory, OnBothDatabases]
    public async Task Post_PasskeyMadeAtTheFirstStart_SignsInLater(DatabaseKind kind)
    {
        await using var host = await TrellisHost.StartAsync(kind);
        using var device = new SoftwareAuthenticator(host.Address);
        using var visitor = host.Anybody();
        var link = await host.InScopeAsync(s => s.Get<AccountService>().FirstLinkAsync(default));
        var ways = await visitor.SendAsync(link, "start", ("Form.Name", "Priya Shah"), ("Form.Email", "priya@example.gov.uk"));

        var question = await AskAsync(visitor, ways, "passkey", AccessEndpoints.NewPasskeyQuestion);
        var home = await visitor.SendAsync(ways, "passkey", ("Form.Name", "Work laptop"), ("Form.Credential", device.Create(question)));
        Assert.Equal("You can now sign in with the passkey Work laptop", home.Said);
        await visitor.SendAsync("/sign-out", "sign-out");

        for (var time = 0; time < 2; time++)
        {
            var page = await visitor.GetAsync("/sign-in?back=/account");
            question = await AskAsync(visitor, page, "passkey", AccessEndpoints.PasskeyQuestion);
            var account = await visitor.SendAsync(page, "passkey", ("Form.Credential", device.Prove(question)));
            Assert.Equal(("/account", "Your account"), (account.Path, account.Heading));
            Assert.Contains("Work laptop", account.Main, StringComparison.Ordinal);
            await visitor.SendAsync("/sign-out", "sign-out");
        }

        Assert.Empty((await host.InScopeAsync(s => s.Get<AuditVerification>().VerifyAsync(default))).Faults);
    }

    [Fact]
    public async Task Post_PasskeyOfNobody_IsRefused()
    {
        await using var host = await TrellisHost.StartAsync();
        using var device = new SoftwareAuthenticator(host.Address);
        using var visitor = host.Anybody();
        var page = await visitor.GetAsync("/sign-in");
        var question = await AskAsync(visitor, page, "passkey", AccessEndpoints.PasskeyQuestion);

        var answer = await visitor.SendAsync(page, "passkey", ("Form.Credential", device.Prove(question)));

        Assert.Equal(["The passkey was not taken. Try again, or sign in with your password"], answer.Errors);
    }

    [Fact]
    public async Task Post_PasskeyOfAClosedAccount_IsRefused()
    {
        await using var host = await TrellisHost.StartAsync();
        using var device = new SoftwareAuthenticator(host.Address);
        var account = await new AccountBuilder().MakeAsync(host);
        using var visitor = await AccountBuilder.SignInAsync(host, account);
        await AddAsync(visitor, device, "Phone");
        await host.InScopeAsync(s => s.Get<AccountService>().CloseAsync(account.Id, closed: true, new("Closed", Kernel.Actor.Program), default));

        using var other = host.Anybody();
        var page = await other.GetAsync("/sign-in");
        var question = await AskAsync(other, page, "passkey", AccessEndpoints.PasskeyQuestion);

        Assert.Single((await other.SendAsync(page, "passkey", ("Form.Credential", device.Prove(question)))).Errors);
    }

    [Fact]
    public async Task Post_RemoveTheOnlyWayIn_IsRefusedAndAnotherMayGo()
    {
        await using var host = await TrellisHost.StartAsync();
        using var phone = new SoftwareAuthenticator(host.Address);
        using var laptop = new SoftwareAuthenticator(host.Address);
        using var visitor = await host.SignedInAsync(Role.Reader);
        await AddAsync(visitor, phone, "Phone");
        var remove = (await visitor.GetAsync("/account")).Link("Remove Phone");

        Assert.Equal(["This is your only way to sign in. Add another before you remove it"], (await visitor.SendAsync(remove, "remove")).Errors);
        await AddAsync(visitor, laptop, "Laptop");
        Assert.Equal("The passkey Phone was removed", (await visitor.SendAsync(remove, "remove")).Said);

        var rename = (await visitor.GetAsync("/account")).Link("Rename Laptop");
        Assert.Single((await visitor.SendAsync(rename, "save", ("Form.Name", " "))).Errors);
        Assert.Contains("Old laptop", (await visitor.SendAsync(rename, "save", ("Form.Name", "Old laptop"))).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_PasskeyCancelledInTheBrowser_SaysWhatElseCanBeDone()
    {
        await using var host = await TrellisHost.StartAsync();
        using var visitor = await host.SignedInAsync(Role.Reader);

        var answer = await visitor.SendAsync("/account/ways", "passkey", ("Form.Name", "Phone"));

        Assert.Equal(["The passkey was not made. Try again, or use a password and an authenticator app"], answer.Errors);
        Assert.Equal("Phone", answer.Field("Form.Name"));
    }

    private static async Task AddAsync(Visitor visitor, SoftwareAuthenticator device, string name)
    {
        var page = await visitor.GetAsync("/account/ways");
        var question = await AskAsync(visitor, page, "passkey", AccessEndpoints.NewPasskeyQuestion);
        Assert.Empty((await visitor.SendAsync(page, "passkey", ("Form.Name", name), ("Form.Credential", device.Create(question)))).Errors);
    }

    /// <summary>What the script does: the form's fields go to the address that asks the passkey's question.</summary>
    private static async Task<string> AskAsync(Visitor visitor, PageAnswer page, string form, string address)
    {
        // A browser says where a form comes from; the passkey is bound to that place.
        visitor.Http.DefaultRequestHeaders.Remove("Origin");
        visitor.Http.DefaultRequestHeaders.Add("Origin", page.Address.GetLeftPart(UriPartial.Authority));
        using var body = new FormUrlEncodedContent(FilledForm.Of(page, form).Fields);
        using var answer = await visitor.Http.PostAsync(address, body);
        return await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
    }
}

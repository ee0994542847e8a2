using Microsoft.Playwright;
using Trellis.Kernel.Access;
using Trellis.Testing;

namespace Trellis.Browser.Tests;

/// <summary>The whole way of a council's plan, as its users go it.</summary>
public sealed class WholeWayTests(Chromium chromium)
{
    [Fact]
    public async Task FromFirstStartToPrintedPlan()
    {
        GivenDocument.Place();
        await using var host = await TrellisHost.StartAsync();
        await using var priya = await chromium.OpenAsync(host);

        await StartWithPasskeyAsync(host, priya);
        var plan = await priya.ImportAsync(oneByOne: true);
        await priya.FindEveryMilestoneAsync(plan);
        await MoveADateAsync(priya, plan);
        await TwoPeopleMeetAsync(host, priya, plan);
        await PrintAsync(priya, plan);
        await NobodyElseGetsInAsync(host, plan);
    }

    [Fact]
    public async Task FromInvitationToPlan_WithoutJavaScript()
    {
        GivenDocument.Place();
        await using var host = await TrellisHost.StartAsync();
        await using var sam = await chromium.OpenAsync(host, script: false);
        await sam.GoAsync(await host.InScopeAsync(s => s.Get<AccountService>().FirstLinkAsync(default)));
        await sam.TypeAsync("Your name", "Sam Green");
        await sam.TypeAsync("Your work e-mail address", "sam@example.gov.uk");
        await sam.PressAsync("Continue");
        await sam.SeeAsync("Choose how you sign in");
        Assert.False(await sam.Page.Locator("[data-passkey]").IsVisibleAsync());
        var key = await sam.SetPasswordAsync();
        await sam.SignOutAsync();
        await sam.SignInAsync("sam@example.gov.uk", key);

        var plan = await sam.ImportAsync(oneByOne: false);

        await sam.FindEveryMilestoneAsync(plan);
        await MoveADateAsync(sam, plan);
    }

    /// <summary>The link that the console prints, a passkey, and a sign-in with it.</summary>
    private static async Task StartWithPasskeyAsync(TrellisHost host, Person priya)
    {
        var device = await priya.Page.Context.NewCDPSessionAsync(priya.Page);
        await device.SendAsync("WebAuthn.enable");
        await device.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["options"] = new { protocol = "ctap2", transport = "internal", hasResidentKey = true, hasUserVerification = true, isUserVerified = true, automaticPresenceSimulation = true },
        });
        await priya.GoAsync(await host.InScopeAsync(s => s.Get<AccountService>().FirstLinkAsync(default)));
        await priya.TypeAsync("Your name", "Priya Shah");
        await priya.TypeAsync("Your work e-mail address", "priya@example.gov.uk");
        await priya.PressAsync("Continue");
        await priya.SeeAsync("Choose how you sign in");
        await priya.TypeAsync("Name of this passkey", "Work laptop");
        await priya.PressAsync("Make a passkey");
        await priya.SeeTextAsync("You can now sign in with the passkey Work laptop");
        await priya.SignOutAsync();
        await priya.PressAsync("Sign in with a passkey");
        await priya.SeeAsync("What needs me");
    }

    private static async Task MoveADateAsync(Person person, string plan)
    {
        await person.GoAsync(plan + "/milestones/M-2");
        var promised = await PromisedAsync();
        await person.GoAsync(plan + "/milestones/M-2/date");
        await person.ChooseAsync("On a day");
        await person.Page.Locator("[name='Form.Due.Date.Day']").FillAsync("15");
        await person.Page.Locator("[name='Form.Due.Date.Month']").FillAsync("9");
        await person.Page.Locator("[name='Form.Due.Date.Year']").FillAsync("2026");
        await person.PressAsync("Save deadline");
        Assert.Equal(1, await person.Page.Locator(".govuk-error-summary").CountAsync());
        await person.TypeAsync("Why does it move?", "The post was empty until August.");
        await person.PressAsync("Save deadline");

        await person.SeeTextAsync("The deadline is now: 15 September 2026.");
        Assert.Equal(promised, await PromisedAsync());
        Assert.Matches(@"Slip\s+\d+ months? later", await person.MainAsync());
        Assert.Contains("The post was empty until August.", await person.MainAsync(), StringComparison.Ordinal);
        Assert.Contains("Moved the deadline", await person.MainAsync(), StringComparison.Ordinal);

        Task<string> PromisedAsync() => person.Page.Locator(".govuk-summary-list__row").Filter(new LocatorFilterOptions { HasText = "First promised" }).Locator("dd").First.InnerTextAsync();
    }

    /// <summary>A second person comes by invitation; both change one action; the second sees both versions and chooses.</summary>
    private async Task TwoPeopleMeetAsync(TrellisHost host, Person priya, string plan)
    {
        await priya.GoAsync("/administration/accounts/invite");
        await priya.TypeAsync("Name", "Sam Green");
        await priya.TypeAsync("Work e-mail address", "sam@example.gov.uk");
        await priya.ChooseAsync("Performance team");
        await priya.PressAsync("Make the invitation");
        await priya.SeeAsync("Pass this link on to Sam Green");
        var link = await priya.Page.Locator("#link").InnerTextAsync();

        await using var sam = await chromium.OpenAsync(host);
        await sam.GoAsync(link);
        await sam.SeeTextAsync("Sam Green");
        await sam.PressAsync("Continue");
        var key = await sam.SetPasswordAsync();
        await sam.SignOutAsync();
        await sam.SignInAsync("sam@example.gov.uk", key);

        await priya.GoAsync(plan + "/actions/KA-1/edit");
        await sam.GoAsync(plan + "/actions/KA-1/edit");
        await priya.TypeAsync("What will be done?", "Priya's words");
        await priya.PressAsync("Save");
        await priya.SeeAsync("Priya's words");
        await sam.TypeAsync("What will be done?", "Sam's words");
        await sam.PressAsync("Save");

        var met = await sam.Page.Locator("#conflict").InnerTextAsync();
        Assert.Contains("Priya's words", met, StringComparison.Ordinal);
        Assert.Contains("Sam's words", met, StringComparison.Ordinal);
        await sam.PressAsync("Save");
        await sam.SeeAsync("Sam's words");
    }

    /// <summary>On paper: one title, nothing wider than the sheet, and every milestone on it.</summary>
    private static async Task PrintAsync(Person priya, string plan)
    {
        await priya.GoAsync(plan + "/print");
        await priya.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        // A4 at 96 dots an inch, less its margins.
        await priya.Page.SetViewportSizeAsync(718, 1000);

        Assert.Equal(1, await priya.Page.Locator("h1").CountAsync());
        Assert.Empty(await Layout.CutOffAsync(priya.Page));
        Assert.False(await priya.Page.Locator(".govuk-service-navigation").First.IsVisibleAsync());
        Assert.Equal(19, await priya.Page.Locator("td[data-label=Milestone]").CountAsync());
        await priya.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Screen });
        await priya.Page.SetViewportSizeAsync(1280, 900);
    }

    /// <summary>Without a cookie every address of the plan leads to the sign-in page or nowhere.</summary>
    private static async Task NobodyElseGetsInAsync(TrellisHost host, string plan)
    {
        using var anybody = host.Anybody();
        foreach (var part in new[]
        {
            "", "/actions", "/milestones", "/text", "/joins", "/print", "/imports", "/edit", "/export.csv", "/export.json", "/actions/KA-1", "/actions/KA-1/edit",
            "/actions/KA-1/progress", "/milestones/M-1", "/milestones/M-1/date", "/priorities/P-1", "/add/priorities",
        })
        {
            var answer = await anybody.GetAsync(plan + part);
            Assert.True(answer.Path == "/sign-in" || answer.Status == System.Net.HttpStatusCode.NotFound, $"{plan + part} answered {answer.Status} at {answer.Path}");
        }
    }
}

using Microsoft.Playwright;
using Trellis.Kernel.Access;
using Trellis.Testing;

namespace Trellis.Browser.Tests;

/// <summary>The warning before somebody is signed out. The browser's clock is the test's, so nobody waits.</summary>
public sealed class SessionTests(Chromium chromium, TrellisHost host) : IClassFixture<TrellisHost>
{
    [Fact]
    public async Task Warning_TwoMinutesBefore_StaySignedInGivesTheWholeTimeAgain()
    {
        await using var priya = await chromium.SignedInAsync(host, Role.Performance);
        await priya.Page.Clock.InstallAsync();
        await priya.GoAsync("/plan/new");
        await priya.TypeAsync("Title of the plan", "Half a title");
        var dialog = priya.Page.GetByRole(AriaRole.Dialog, new PageGetByRoleOptions { Name = "You will be signed out soon" });

        await priya.Page.Clock.FastForwardAsync("27:00");
        await Assertions.Expect(dialog).ToBeHiddenAsync();
        await priya.Page.Clock.FastForwardAsync("01:10");
        await Assertions.Expect(dialog).ToBeVisibleAsync();
        await dialog.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Stay signed in" }).ClickAsync();
        await Assertions.Expect(dialog).ToBeHiddenAsync();

        await priya.Page.Clock.FastForwardAsync("27:00");
        await Assertions.Expect(dialog).ToBeHiddenAsync();
        Assert.Equal("Half a title", await priya.Page.GetByLabel("Title of the plan").InputValueAsync());
    }

    [Fact]
    public async Task End_OfTheSession_LeadsToSignInAndBringsWhatWasTypedBack()
    {
        var account = await new AccountBuilder { Roles = [Role.Performance] }.MakeAsync(host);
        await using var priya = await chromium.SignedInAsync(host, account);
        await priya.Page.Clock.InstallAsync();
        await priya.GoAsync("/plan/new");
        await priya.TypeAsync("Title of the plan", "Half a title");

        host.Clock.Advance(TimeSpan.FromMinutes(31));
        await priya.Page.Clock.FastForwardAsync("30:10");
        await priya.SeeAsync("Sign in");
        Assert.Equal("?back=%2Fplan%2Fnew", new Uri(priya.Page.Url).Query);
        await Chromium.SignInAsync(host, priya, account);
        await priya.GoAsync("/plan/new");

        await Assertions.Expect(priya.Page.GetByLabel("Title of the plan")).ToHaveValueAsync("Half a title");
    }
}

using Microsoft.Playwright;
using Trellis.Testing;

namespace Trellis.Browser.Tests;

/// <summary>Somebody at a browser: finds things by what they are called on the page.</summary>
public sealed class Person(IBrowserContext context, IPage page) : IAsyncDisposable
{
    public const string Password = "three quiet green stones";

    public IPage Page => page;

    public Task<string> HeadingAsync() => page.Locator("h1").InnerTextAsync();

    public string Path => new Uri(page.Url).AbsolutePath;

    public Task GoAsync(string address) => page.GotoAsync(address);

    public Task<string> MainAsync() => page.Locator("main").InnerTextAsync();

    public Task TypeAsync(string label, string text) => page.GetByLabel(label, new PageGetByLabelOptions { Exact = true }).FillAsync(text);

    public Task PressAsync(string button) => page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = button, Exact = true }).First.ClickAsync();

    public Task FollowAsync(string link) => page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = link, Exact = true }).First.ClickAsync();

    public Task ChooseAsync(string radioOrBox) => page.GetByLabel(radioOrBox, new PageGetByLabelOptions { Exact = true }).First.CheckAsync();

    /// <summary>Waits until the page with that heading is there.</summary>
    public Task SeeAsync(string heading) => Assertions.Expect(page.Locator("h1")).ToContainTextAsync(heading);

    /// <summary>Waits until the page says so in its main part.</summary>
    public Task SeeTextAsync(string text) => Assertions.Expect(page.Locator("main")).ToContainTextAsync(text);

    /// <summary>Sets password and authenticator app on the page for it; ends at home.</summary>
    /// <returns>The authenticator's key.</returns>
    public async Task<string> SetPasswordAsync()
    {
        await FollowAsync("Set a password and an authenticator app");
        var key = await page.Locator("code.trellis-key").InnerTextAsync();
        await page.Locator("[name='Form.Password']").FillAsync(Password);
        await TypeAsync("Code that the app shows", Totp.Now(key));
        await PressAsync("Save and go on to the recovery codes");
        await SeeAsync("Keep your recovery codes");
        await PressAsync("I have kept them, continue");
        await SeeAsync("What needs me");
        return key;
    }

    public async Task SignInAsync(string email, string key)
    {
        await GoAsync("/sign-in");
        await TypeAsync("E-mail address", email);
        await page.Locator("[name='Form.Password']").FillAsync(Password);
        await page.Locator("main").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Sign in", Exact = true }).ClickAsync();
        await TypeAsync("Code", Totp.Now(key));
        await PressAsync("Continue");
        await SeeAsync("What needs me");
    }

    public async Task SignOutAsync()
    {
        await GoAsync("/sign-out");
        await page.Locator("main").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Sign out", Exact = true }).ClickAsync();
        await SeeAsync("Sign in");
    }

    public async ValueTask DisposeAsync() => await context.DisposeAsync();
}

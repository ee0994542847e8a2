using Microsoft.Playwright;
using Trellis.Kernel.Access;
using Trellis.Testing;

[assembly: AssemblyFixture(typeof(Trellis.Browser.Tests.Chromium))]

namespace Trellis.Browser.Tests;

/// <summary>The one browser of this test program. Each person in it has cookies of their own.</summary>
public sealed class Chromium : IAsyncLifetime
{
    /// <summary>Milliseconds after which what a test waits for will not come any more, on a machine as busy as they get.</summary>
    private const float Patience = 60_000;

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];
    private IPlaywright playwright = null!;
    private IBrowser browser = null!;

    public async ValueTask InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(Patience);
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Find(),
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>Somebody who has just opened the browser.</summary>
    /// <param name="script">False: as somebody whose browser runs no JavaScript.</param>
    public async Task<Person> OpenAsync(TrellisHost host, bool script = true)
    {
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = host.Address.ToString(), JavaScriptEnabled = script, Locale = "en-GB", TimezoneId = "Europe/London",
            ViewportSize = new ViewportSize { Width = 1280, Height = 900 },
        });
        context.SetDefaultTimeout(Patience);
        return new Person(context, await context.NewPageAsync());
    }

    /// <summary>Somebody who is signed in already, to a new account with these roles.</summary>
    public async Task<Person> SignedInAsync(TrellisHost host, params string[] roles) => await SignedInAsync(host, await new AccountBuilder { Roles = roles }.MakeAsync(host));

    public async Task<Person> SignedInAsync(TrellisHost host, Account account)
    {
        var person = await OpenAsync(host);
        await SignInAsync(host, person, account);
        return person;
    }

    /// <summary>The same person as a visitor who is signed in already.</summary>
    /// <param name="script">False: as somebody whose browser runs no JavaScript.</param>
    public async Task<Person> AsAsync(TrellisHost host, Visitor visitor, bool script)
    {
        var person = await OpenAsync(host, script);
        await TakeSessionAsync(host, person, visitor);
        return person;
    }

    /// <summary>Gives the browser the cookie of a session that begins now.</summary>
    public static async Task SignInAsync(TrellisHost host, Person person, Account account)
    {
        using var visitor = await AccountBuilder.SignInAsync(host, account);
        await TakeSessionAsync(host, person, visitor);
    }

    private static async Task TakeSessionAsync(TrellisHost host, Person person, Visitor visitor)
    {
        await person.Page.Context.AddCookiesAsync(visitor.Cookies.GetCookies(host.Address).Select(c => new Cookie { Name = c.Name, Value = c.Value, Url = host.Address.ToString() }));
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }

    private static string Find() =>
        Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).SelectMany(folder => Names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException("These tests need Chromium. ./test installs it.");
}

using Microsoft.Playwright;
using Trellis.Kernel.Access;
using Trellis.Testing;

namespace Trellis.Browser.Tests;

/// <summary>What somebody does who uses no mouse.</summary>
public sealed class KeyboardTests(Chromium chromium, TrellisHost host) : IClassFixture<TrellisHost>
{
    private const int MostTabs = 80;

    [Fact]
    public async Task ReorderMilestones_WithTabAndEnterOnly()
    {
        var plan = await new PlanBuilder().MakeAsync(host);
        await using var priya = await chromium.SignedInAsync(host, Role.Performance);
        await priya.GoAsync($"/plan/{plan.Address}/actions/KA-1");
        Assert.Equal(["Ask families where", "Close the first street", "Keep stewards trained", "Write down what was learned"], await OrderAsync(priya));

        await TabToAsync(priya, "Up: Keep stewards trained");
        await priya.Page.Keyboard.PressAsync("Enter");
        await priya.SeeTextAsync("The order was changed.");

        Assert.Equal(["Ask families where", "Keep stewards trained", "Close the first street", "Write down what was learned"], await OrderAsync(priya));
    }

    [Fact]
    public async Task SkipLink_IsFirstAndLeadsToTheMainPart()
    {
        await using var priya = await chromium.SignedInAsync(host, Role.Performance);
        await priya.GoAsync("/plans");

        await priya.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("Skip to main content", await FocusedAsync(priya));
        await priya.Page.Keyboard.PressAsync("Enter");
        await priya.Page.Keyboard.PressAsync("Tab");

        Assert.True(await priya.Page.EvaluateAsync<bool>("() => document.querySelector('main').contains(document.activeElement)"));
    }

    private static async Task TabToAsync(Person person, string name)
    {
        for (var i = 0; i < MostTabs; i++)
        {
            await person.Page.Keyboard.PressAsync("Tab");
            if (await FocusedAsync(person) == name)
            {
                return;
            }
        }

        Assert.Fail($"\"{name}\" cannot be reached with Tab.");
    }

    private static Task<string> FocusedAsync(Person person) => person.Page.EvaluateAsync<string>("() => document.activeElement.textContent.trim()");

    private static async Task<string[]> OrderAsync(Person person) =>
        [.. (await person.Page.Locator("th[data-label=Milestone]").AllInnerTextsAsync()).Select(t => t.Trim())];
}

using Microsoft.Playwright;
using Trellis.Plans.Import;
using Trellis.Testing;

namespace Trellis.Browser.Tests;

/// <summary>From the council's document to a plan, as somebody does it in the browser, with script or without.</summary>
internal static class ImportJourney
{
    private const int MostRounds = 40;

    /// <summary>Gives the document, settles each doubt by its radio buttons, and saves the plan.</summary>
    /// <returns>The plan's address, such as "/plan/2014-15".</returns>
    public static async Task<string> ImportAsync(this Person person, bool oneByOne)
    {
        var page = person.Page;
        await person.GoAsync("/plan/import");
        await page.Locator("input[type=file]").SetInputFilesAsync(GivenDocument.Place());
        await person.PressAsync("Read the document");
        await person.SeeAsync("in doubt");
        await person.SeeTextAsync("136 with text, 136 understood, 0 left over");
        var review = person.Path;

        // Nothing can be saved while a place is in doubt.
        await person.GoAsync(review + "/save");
        await person.SeeTextAsync("Nothing can be saved before they are settled");
        Assert.Equal(0, await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Save the plan" }).CountAsync());
        await person.GoAsync(review);

        await SettleAsync(person, oneByOne);
        await person.SeeTextAsync("Every doubt is settled.");
        await person.PressAsync("Go on to saving");
        await person.PressAsync("Save the plan");
        await person.SeeTextAsync("The document was saved into the plan.");
        return person.Path;
    }

    /// <summary>Each milestone's page has its text and its deadline, and the list has all of them in the document's order.</summary>
    public static async Task FindEveryMilestoneAsync(this Person person, string plan)
    {
        var expected = GivenDocument.Settled().KeyActions.Select(a => (a.Title, Milestones: a.Milestones.Select(m => (m.Text, Due: Written(m.Due))).ToList())).ToList();
        await person.GoAsync(plan + "/actions");
        var tables = await person.Page.Locator("main tbody").EvaluateAllAsync<string[][]>(
            "bodies => bodies.flatMap(b => [...b.rows].map(r => [r.querySelector('th')?.innerText ?? '', r.querySelector('td[data-label=Milestone]')?.innerText ?? '', r.querySelector('td[data-label=Deadline]')?.innerText ?? '']))");

        var row = 0;
        foreach (var (action, milestones) in expected)
        {
            Assert.Equal(Words(action), Words(tables[row][0]));
            foreach (var (text, due) in milestones)
            {
                Assert.Equal(Words(text), Words(tables[row][1]));
                Assert.StartsWith(due, Words(tables[row][2]), StringComparison.Ordinal);
                row++;
            }
        }

        Assert.Equal(19, row);
        Assert.Equal(row, tables.Length);
    }

    private static async Task SettleAsync(Person person, bool oneByOne)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            var doubts = person.Page.Locator("section.trellis-doubt");
            if (await doubts.CountAsync() == 0)
            {
                return;
            }

            var proposed = doubts.Locator(".govuk-radios__item").Filter(new LocatorFilterOptions { HasText = "Proposed" }).Locator("input");
            var places = oneByOne ? 1 : await proposed.CountAsync();
            for (var i = 0; i < places; i++)
            {
                await proposed.Nth(i).CheckAsync();
            }

            await person.PressAsync("Save these answers");
            await person.SeeTextAsync("kept.");
        }

        Assert.Fail($"The doubts were not settled in {MostRounds} rounds.");
    }

    private static string Written(ReadDue due) => due.Kind switch
    {
        DueKind.Ongoing => "Ongoing",
        DueKind.Month => due.Date!.Value.ToString("MMMM yyyy", System.Globalization.CultureInfo.GetCultureInfo("en-GB")),
        DueKind.Date => due.Date!.Value.ToString("d MMMM yyyy", System.Globalization.CultureInfo.GetCultureInfo("en-GB")),
        _ => "No date",
    };

    private static string Words(string text) => string.Join(' ', text.Split([' ', '\n', '\r', '\t', '\u00a0'], StringSplitOptions.RemoveEmptyEntries));
}

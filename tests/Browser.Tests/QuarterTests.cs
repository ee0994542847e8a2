using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Microsoft.Playwright;
using Trellis.Governance;
using Trellis.Kernel.Access;
using Trellis.Plans;
using Trellis.Testing;

namespace Trellis.Browser.Tests;

/// <summary>A quarter with a plan: asked, said, approved, challenged, published, corrected, and read again.</summary>
public sealed class QuarterTests(Chromium chromium)
{
    private const string Action = "Open streets for play";
    private const string Section = "What we do now";

    [Fact]
    public async Task FromOpenedCycleToCorrectedReportAndBack()
    {
        await using var host = await TrellisHost.StartAsync();
        using var cast = await new CycleBuilder { IsOpen = false }.MakeAsync(host);
        var board = await new BoardBuilder { Name = "Streets Board", IsPublic = true }.MakeAsync(host);
        await using var performance = await chromium.SignedInAsync(host, Role.Performance);
        await using var clerk = await chromium.SignedInAsync(host, Role.Clerk);
        await using var lead = await AsAsync(host, cast.Lead);
        await using var head = await AsAsync(host, cast.Head);
        await using var anybody = await chromium.OpenAsync(host);

        await OpenCycleAsync(performance, cast);
        await SayOnThePageAsync(lead, board);
        await SayInTheWorkbookAsync(lead);
        await ApproveOneAndReturnOneAsync(head, lead);
        await AnswerAsBoardAsync(clerk, lead, cast);
        await ChallengeAsync(clerk, lead, board, cast);
        var word = await PublishAsync(performance, anybody, cast);
        await CorrectAsync(performance, anybody, cast);
        await ImportPublishedAsync(performance, cast, word);
    }

    private static async Task OpenCycleAsync(Person performance, CycleCast cast)
    {
        await performance.GoAsync($"/cycles/{cast.Cycle.Address}");
        await performance.PressAsync("Open it now and write to the owners");
        await performance.SeeTextAsync("The cycle is open. 1 owner was written to.");
        await performance.GoAsync("/administration/outbox");
        await performance.SeeTextAsync("2 updates are due by Friday 12 June 2026");
    }

    /// <summary>What is typed is kept while it is typed; what is missing is asked; then it is sent.</summary>
    private static async Task SayOnThePageAsync(Person lead, Forum board)
    {
        await lead.GoAsync("/");
        await lead.FollowAsync("Say how your work stands");
        await lead.SeeAsync("What I owe");
        var line = lead.Page.Locator(".trellis-owed").First;
        await line.GetByLabel("How does it stand?").FillAsync("The highways team must agree first.");
        await Assertions.Expect(line.Locator(".trellis-kept-at")).ToContainTextAsync("Saved at");
        await line.GetByLabel("Not on track: support needed from outside the department").CheckAsync();
        await lead.PressAsync("Send for approval");
        await lead.SeeTextAsync("Say what you need");
        await lead.Page.GetByLabel("What do you need?").First.FillAsync("Agree to close one street");
        await lead.Page.GetByLabel("Which board or person is asked?").First.FillAsync(board.Name);
        await lead.PressAsync("Send for approval");
        await lead.SeeTextAsync("1 update was sent for approval.");
    }

    private static async Task SayInTheWorkbookAsync(Person lead)
    {
        var download = await lead.Page.RunAndWaitForDownloadAsync(() => lead.FollowAsync("Take your lines with you as an Excel workbook"));
        using var file = new MemoryStream();
        await using (var stream = await download.CreateReadStreamAsync())
        {
            await stream.CopyToAsync(file);
        }

        using (var package = SpreadsheetDocument.Open(file, true))
        {
            var sheet = package.WorkbookPart!.WorksheetParts.First(p => p.Worksheet!.Descendants<Cell>().Any(c => c.InnerText == Section));
            var row = sheet.Worksheet!.Descendants<Row>().First(r => r.Descendants<Cell>().Any(c => c.InnerText == Section));
            row.Elements<Cell>().ElementAt(4).InlineString = new InlineString(new Text("Fourteen streets close on Sundays."));
        }

        await lead.FollowAsync("bring it back filled in");
        await lead.Page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "my-updates.xlsx", MimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Buffer = file.ToArray() });
        await lead.PressAsync("Put it into my page");
        await lead.SeeTextAsync("1 line was taken from the workbook.");
        await lead.PressAsync("Send for approval");
        await lead.SeeTextAsync("You have sent everything.");
    }

    private static async Task ApproveOneAndReturnOneAsync(Person head, Person lead)
    {
        await head.GoAsync("/");
        await head.FollowAsync("Approve updates or return them");
        await head.FollowAsync(Action);
        await head.TypeAsync("Or return it", "Say which street.");
        await head.PressAsync("Return it");
        await head.SeeTextAsync("The update went back to its owner.");
        await lead.GoAsync("/updates");
        await lead.SeeTextAsync("It came back with this reason: Say which street.");
        await lead.Page.GetByLabel("How does it stand?").First.FillAsync("The highways team must agree to close Mill Street.");
        await lead.PressAsync("Send for approval");
        await lead.SeeTextAsync("1 update was sent for approval.");
        await head.GoAsync("/approvals");
        await head.ChooseAsync($"Approve “{Action}”");
        await head.PressAsync("Approve those ticked");
        await head.SeeTextAsync("1 update was approved.");
    }

    private static async Task AnswerAsBoardAsync(Person clerk, Person lead, CycleCast cast)
    {
        await clerk.GoAsync("/");
        await clerk.FollowAsync("Write down what the board answers");
        await clerk.TypeAsync("Answer", "Agreed for July.");
        await clerk.PressAsync("Send the answer");
        await clerk.SeeTextAsync("The answer was sent to who asked.");
        await lead.GoAsync($"/plan/{cast.Plan.Address}/actions/KA-1");
        await lead.SeeTextAsync("Agreed for July.");
    }

    private static async Task ChallengeAsync(Person clerk, Person lead, Forum board, CycleCast cast)
    {
        await clerk.GoAsync($"{ForumService.AddressOf(board)}/challenges/new");
        await clerk.ChooseAsync("Challenge");
        await clerk.TypeAsync("What is challenged or recommended?", "Why only one street?");
        await clerk.TypeAsync("Who raised it?", "The panel");
        await clerk.Page.Locator("[name='Form.RaisedOn.Day']").FillAsync("1");
        await clerk.Page.Locator("[name='Form.RaisedOn.Month']").FillAsync("6");
        await clerk.Page.Locator("[name='Form.RaisedOn.Year']").FillAsync("2026");
        await clerk.Page.GetByLabel("Who answers?").SelectOptionAsync(new SelectOptionValue { Value = $"{cast.Owner.Id}" });
        await clerk.PressAsync("Save");
        await clerk.SeeAsync("Challenge SC-1");
        // Two months, as the board's rules say.
        await clerk.SeeTextAsync("1 August 2026");
        var challenge = clerk.Path;

        await lead.GoAsync(challenge);
        await lead.PressAsync("Answer it");
        await lead.Page.GetByLabel("Answer", new PageGetByLabelOptions { Exact = true }).FillAsync("Two more follow in August.");
        await lead.ChooseAsync("Accepted");
        await lead.PressAsync("Send the answer");
        await lead.SeeTextAsync("The answer was sent to the panel.");
        await clerk.GoAsync(challenge);
        await clerk.PressAsync("The panel is content: close it");
        await clerk.SeeTextAsync("Two more follow in August.");
    }

    /// <returns>The published Word file.</returns>
    private static async Task<byte[]> PublishAsync(Person performance, Person anybody, CycleCast cast)
    {
        await performance.GoAsync($"/plan/{cast.Plan.Address}/report/publish");
        await performance.ChooseAsync("I have looked at the report, and it can be public");
        await performance.PressAsync("Publish");
        await performance.SeeTextAsync("Published on 1 June 2026, version 1");
        await anybody.GoAsync("/published");
        await anybody.FollowAsync(await performance.Page.Locator("h1").EvaluateAsync<string>("h => h.lastChild.textContent.trim()"));
        await anybody.SeeTextAsync("The highways team must agree to close Mill Street.");
        var download = await anybody.Page.RunAndWaitForDownloadAsync(() => anybody.FollowAsync("Word document"));
        using var file = new MemoryStream();
        await using var stream = await download.CreateReadStreamAsync();
        await stream.CopyToAsync(file);
        return file.ToArray();
    }

    private static async Task CorrectAsync(Person performance, Person anybody, CycleCast cast)
    {
        await performance.GoAsync($"/plan/{cast.Plan.Address}/milestones/M-5/edit");
        await performance.Page.Locator("[name='Form.Title']").FillAsync("Inspect each playground twice");
        await performance.PressAsync("Save");
        await performance.GoAsync($"/plan/{cast.Plan.Address}/report/publish");
        await performance.SeeAsync("Publish a correction");
        await performance.TypeAsync("What changed", "Playgrounds are inspected twice.");
        await performance.ChooseAsync("I have looked at the report, and it can be public");
        await performance.PressAsync("Publish");
        await performance.SeeTextAsync("version 2");
        var report = performance.Path;
        await anybody.GoAsync($"{report}/versions/2");
        await anybody.SeeTextAsync("What changed in this version: Playgrounds are inspected twice.");
        await anybody.GoAsync($"{report}/versions/1?once");
        await anybody.SeeTextAsync("A corrected version exists: version 2");
    }

    /// <summary>The first version into the plan as it stands: the one thing that the correction changed, and nothing else.</summary>
    private static async Task ImportPublishedAsync(Person performance, CycleCast cast, byte[] word)
    {
        await performance.GoAsync($"/plan/import?into={cast.Plan.Address}");
        await performance.Page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "report.docx", MimeType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document", Buffer = word });
        await performance.PressAsync("Read the document");
        await performance.SeeTextAsync("Every doubt is settled.");
        await performance.PressAsync("Go on to saving");
        await performance.SeeTextAsync("Inspect each playground");
        Assert.Equal(1, await performance.Page.Locator("main tbody tr").CountAsync());
    }

    private async Task<Person> AsAsync(TrellisHost host, Visitor visitor)
    {
        var person = await chromium.OpenAsync(host);
        await person.Page.Context.AddCookiesAsync(visitor.Cookies.GetCookies(host.Address).Select(c => new Cookie { Name = c.Name, Value = c.Value, Url = host.Address.ToString() }));
        return person;
    }
}

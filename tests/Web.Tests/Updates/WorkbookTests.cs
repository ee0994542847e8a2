using System.Net;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Trellis.Kernel.Access;
using Trellis.Testing;

namespace Trellis.Web.Tests.Updates;

/// <summary>The owner's lines leave as a workbook and come back to the same questions.</summary>
public sealed class WorkbookTests(BothDatabases databases) : IClassFixture<BothDatabases>
{
    [Theory, OnBothDatabases]
    public async Task Post_FilledWorkbook_AsksWhatThePageAsksAndIsThenSent(DatabaseKind kind)
    {
        var host = await databases.OnAsync(kind);
        using var cast = await new CycleBuilder().MakeAsync(host);
        var workbook = await cast.Lead.Http.GetByteArrayAsync("/updates/workbook.xlsx");
        AssertValid(workbook);

        var back = await BringAsync(cast.Lead, Fill(workbook, ("D2", "on track"), ("E2", "=1+1 said the street"), ("D3", "Complete"), ("E3", "tomorrow"), ("D7", "Nothing has changed")));

        Assert.Equal("2 lines were taken from the workbook. Look at them, then send.", back.Said);
        Assert.Equal(
            ["Say on which day “Ask families where” was completed, for example 27 March 2026; today or earlier", "Say in a sentence why nothing changed"], back.Errors);
        var action = back.Document.QuerySelector("textarea[name$='.Text']")!.GetAttribute("name")!;
        Assert.Equal("=1+1 said the street", back.Field(action));
        var line = action[..^".Text".Length];
        var section = back.Document.QuerySelectorAll("[data-name]")[1].GetAttribute("data-name")!;
        var sent = await cast.Lead.SendAsync(back, "updates", ("Act", "send"), ($"{line}.M-1.When", "29 May 2026"), ($"{section}.Why", "No season yet."));
        Assert.Equal(("2 updates were sent for approval.", ""), (sent.Said, string.Join("; ", sent.Errors)));
    }

    [Theory, OnBothDatabases]
    public async Task Post_WrongWorkbook_SaysWhereAndTakesNothing(DatabaseKind kind)
    {
        var host = await databases.OnAsync(kind);
        using var cast = await new CycleBuilder().MakeAsync(host);
        var workbook = await cast.Lead.Http.GetByteArrayAsync("/updates/workbook.xlsx");

        Assert.Equal(["Updates!A2: “Splendid” is none of the words in the list of that cell"], (await BringAsync(cast.Lead, Fill(workbook, ("D2", "Splendid"), ("E2", "Lost?")))).Errors);
        Assert.DoesNotContain("Lost?", (await cast.Lead.GetAsync("/updates")).Main, StringComparison.Ordinal);
        Assert.Equal(["The file is named as a Word or Excel file, but is none. Save the plan as .docx, .xlsx, .csv, .md or .txt and give that"], (await BringAsync(cast.Lead, "nothing"u8.ToArray())).Errors);
        using var other = await new AccountBuilder { Roles = [Role.LeadOfficer] }.SignInAsync(host);
        Assert.Contains("is not asked of you any more", string.Join(' ', (await BringAsync(other, Fill(workbook, ("E2", "Mine now")))).Errors), StringComparison.Ordinal);
        using var reader = await host.SignedInAsync(Role.Reader);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.GetAsync("/updates/workbook.xlsx")).Status);
    }

    private static async Task<PageAnswer> BringAsync(Visitor visitor, byte[] workbook) =>
        await visitor.SendAsync(FilledForm.Of(await visitor.GetAsync("/updates/workbook"), "workbook").Choose("Form.File", "my-updates.xlsx", workbook));

    private static byte[] Fill(byte[] workbook, params (string Cell, string Text)[] typed)
    {
        using var stream = new MemoryStream();
        stream.Write(workbook);
        using (var package = SpreadsheetDocument.Open(stream, true))
        {
            var cells = package.WorkbookPart!.WorksheetParts.SelectMany(p => p.Worksheet!.Descendants<Cell>()).ToLookup(c => c.CellReference!.Value!);
            foreach (var (cell, text) in typed)
            {
                // The sheet of the lists has few and short cells; the widest of that address is the owner's.
                cells[cell].First(c => c.Parent!.Elements<Cell>().Count() > 5).InlineString = new InlineString(new Text(text));
            }
        }

        return stream.ToArray();
    }

    private static void AssertValid(byte[] workbook)
    {
        using var package = SpreadsheetDocument.Open(new MemoryStream(workbook), false);
        Assert.Empty(new OpenXmlValidator().Validate(package).Select(e => $"{e.Path?.XPath}: {e.Description}"));
    }
}

using System.Text;
using Trellis.Kernel.Access;
using Trellis.Plans;
using Trellis.Plans.Importing;
using Trellis.Testing;

namespace Trellis.Web.Tests.Plans;

/// <summary>A document that changed meets a plan that was edited. The document is of these tests' own.</summary>
public sealed class ChangedDocumentTests(BothDatabases databases) : IClassFixture<BothDatabases>
{
    private const string Name = "plan.txt";

    internal const string Document = """
        PRIORITY 1: Play

        Key Actions

        Objective	Action	Milestone	Due
        Play outside	Open parks	Review the list	Jan 2030
        		Paint the gates	Feb 2030
        	Open streets	Review the list	Mar 2030
        		Close three roads	Apr 2030
        """;

    [Theory, OnBothDatabases]
    public async Task Get_ChangedDocument_ShowsNewChangedAndGone(DatabaseKind kind)
    {
        var (host, plan, visitor) = await ImportedAsync(kind);
        var changed = Document.Replace("Apr 2030", "May 2030", StringComparison.Ordinal)
            .Replace("\t\tPaint the gates\tFeb 2030", "\t\tPlant forty trees beside the pond\tFeb 2031", StringComparison.Ordinal);

        var page = await SavePageAsync(host, visitor, plan, changed);

        Assert.Contains("1 new, 1 changed", page.Text("main [role=status]"), StringComparison.Ordinal);
        Assert.Contains("1 gone", page.Text("main [role=status]"), StringComparison.Ordinal);
        Assert.Contains("2030-04 → 2030-05", page.Main, StringComparison.Ordinal);
        visitor.Dispose();
    }

    [Theory, OnBothDatabases]
    public async Task Post_RowGone_StaysUntilAPersonSaysSo(DatabaseKind kind)
    {
        var (host, plan, visitor) = await ImportedAsync(kind);
        var changed = Document.Replace("\n\t\tClose three roads\tApr 2030", "", StringComparison.Ordinal);
        Assert.NotEqual(Document, changed);
        var page = await SavePageAsync(host, visitor, plan, changed);

        var refused = await visitor.SendAsync(page, "save");
        Assert.Contains(refused.Errors, e => e.Contains("Close three roads", StringComparison.Ordinal));
        var gone = page.Document.QuerySelectorAll("input[type=radio]").Select(r => r.GetAttribute("name")!).Distinct().Single();
        var done = await visitor.SendAsync(refused, "save", (gone, ImportChoice.Document));

        Assert.Equal("The document was saved into the plan.", done.Said);
        Assert.DoesNotContain("Close three roads", await visitor.JsonOfAsync(plan), StringComparison.Ordinal);
        visitor.Dispose();
    }

    /// <summary>Lines of the document that changed their places, and the milestones in the order that it has then.</summary>
    public static TheoryData<string, string, string[]> Rearranged => new()
    {
        {
            "to another action",
            """
            Play outside	Open parks	Review the list	Jan 2030
            	Open streets	Review the list	Mar 2030
            		Paint the gates	Feb 2030
            		Close three roads	Apr 2030
            """,
            ["Review the list", "Review the list", "Paint the gates", "Close three roads"]
        },
        {
            "in another order",
            """
            Play outside	Open parks	Paint the gates	Feb 2030
            		Review the list	Jan 2030
            	Open streets	Close three roads	Apr 2030
            		Review the list	Mar 2030
            """,
            ["Paint the gates", "Review the list", "Close three roads", "Review the list"]
        },
        {
            "with the actions in another order",
            """
            Play outside	Open streets	Review the list	Mar 2030
            		Close three roads	Apr 2030
            	Open parks	Review the list	Jan 2030
            		Paint the gates	Feb 2030
            """,
            ["Review the list", "Close three roads", "Review the list", "Paint the gates"]
        },
        {
            "with a new one between",
            """
            Play outside	Open parks	Review the list	Jan 2030
            		Plant forty trees beside the pond	May 2030
            		Paint the gates	Feb 2030
            	Open streets	Review the list	Mar 2030
            		Close three roads	Apr 2030
            """,
            ["Review the list", "Plant forty trees beside the pond", "Paint the gates", "Review the list", "Close three roads"]
        },
    };

    public static IEnumerable<TheoryDataRow<DatabaseKind, string, string, string[]>> RearrangedOnBoth => Rearranged.SelectMany(row =>
    {
        var (how, lines, order) = row.Data;
        return new TheoryDataRow<DatabaseKind, string, string, string[]>[]
        {
            new(DatabaseKind.Sqlite, how, lines, order), new(DatabaseKind.Postgres, how, lines, order) { Skip = PostgresServer.Missing },
        };
    });

    [Theory, MemberData(nameof(RearrangedOnBoth), DisableDiscoveryEnumeration = true)]
    public async Task Post_RowsInOtherPlaces_StandAsTheDocumentHasThemAndStayThere(DatabaseKind kind, string how, string lines, string[] order)
    {
        var (host, plan, visitor) = await ImportedAsync(kind);
        var changed = Document[..Document.IndexOf("Play outside", StringComparison.Ordinal)] + lines;
        var page = await SavePageAsync(host, visitor, plan, changed);
        Assert.Contains(how.StartsWith("with a new", StringComparison.Ordinal) ? "1 new, 0 changed, 0 moved, 0 gone" : "0 new, 0 changed, ", page.Text("main [role=status]"), StringComparison.Ordinal);
        Assert.DoesNotContain(how.StartsWith("with a new", StringComparison.Ordinal) ? "Moved" : "0 moved", page.Main, StringComparison.Ordinal);

        Assert.Equal("The document was saved into the plan.", (await visitor.SendAsync(page, "save")).Said);

        Assert.Equal(order, await MilestonesAsync(visitor, plan));
        Assert.StartsWith("0 new, 0 changed, 0 moved, 0 gone,", (await SavePageAsync(host, visitor, plan, changed)).Text("main [role=status]"), StringComparison.Ordinal);
        visitor.Dispose();
    }

    [Theory, OnBothDatabases]
    public async Task Post_MovedHereAndUnchangedThere_StaysWhereAPersonPutIt(DatabaseKind kind)
    {
        var (host, plan, visitor) = await ImportedAsync(kind);
        await visitor.SendAsync($"/plan/{plan.Address}/milestones/M-1/move", "move", ("Form.Under", "KA-2"));
        await visitor.SendAsync($"/plan/{plan.Address}/actions/KA-2", "order", ("Step", "up M-4"));
        string[] placed = ["Paint the gates", "Close three roads", "Review the list", "Review the list"];
        Assert.Equal(placed, await MilestonesAsync(visitor, plan));

        var page = await SavePageAsync(host, visitor, plan, Document.Replace("Feb 2030", "Jul 2030", StringComparison.Ordinal));
        Assert.StartsWith("0 new, 1 changed, 0 moved, 0 gone,", page.Text("main [role=status]"), StringComparison.Ordinal);
        Assert.Equal("The document was saved into the plan.", (await visitor.SendAsync(page, "save")).Said);

        Assert.Equal(placed, await MilestonesAsync(visitor, plan));
        visitor.Dispose();
    }

    [Theory, OnBothDatabases]
    public async Task Post_MovedHereAndThere_StandsWhereAPersonChooses(DatabaseKind kind)
    {
        const string Lines = """
            Play outside	Open parks	Review the list	Jan 2030
            	Open streets	Review the list	Mar 2030
            		Close three roads	Apr 2030
            	Mend the swings	Paint the gates	Feb 2030
            """;
        var changed = Document[..Document.IndexOf("Play outside", StringComparison.Ordinal)] + Lines;

        Assert.Equal(["KA-1", "M-1", "KA-2", "M-3", "M-4", "M-2", "KA-3"], await PlacesAfterAsync(ImportChoice.Trellis));
        Assert.Equal(["KA-1", "M-1", "KA-2", "M-3", "M-4", "KA-3", "M-2"], await PlacesAfterAsync(ImportChoice.Document));

        async Task<IEnumerable<string>> PlacesAfterAsync(string choice)
        {
            var (host, plan, visitor) = await ImportedAsync(kind);
            await visitor.SendAsync($"/plan/{plan.Address}/milestones/M-2/move", "move", ("Form.Under", "KA-2"));
            var page = await SavePageAsync(host, visitor, plan, changed);
            var refused = await visitor.SendAsync(page, "save");
            Assert.Equal(["Choose what stands: Paint the gates: place"], refused.Errors);

            var question = page.Document.QuerySelector("input[type=radio]")!.GetAttribute("name")!;
            Assert.Equal("The document was saved into the plan.", (await visitor.SendAsync(refused, "save", (question, choice))).Said);

            Assert.StartsWith("0 new, 0 changed, 0 moved, 0 gone,", (await SavePageAsync(host, visitor, plan, changed)).Text("main [role=status]"), StringComparison.Ordinal);
            var places = (await visitor.ItemsOfAsync(plan, "KA", "M")).Select(i => i.Reference);
            visitor.Dispose();
            return places;
        }
    }

    [Theory, OnBothDatabases]
    public async Task Post_EditedHereAndThere_IsNotOverwrittenWithoutAChoice(DatabaseKind kind)
    {
        var (host, plan, visitor) = await ImportedAsync(kind);
        await MoveAsync(visitor, plan, "M-2", "9", "2030");
        var page = await SavePageAsync(host, visitor, plan, Document.Replace("Feb 2030", "Jul 2030", StringComparison.Ordinal));

        var refused = await visitor.SendAsync(page, "save");

        Assert.Equal(["Choose what stands: Paint the gates: deadline"], refused.Errors);
        Assert.Contains("\"due\": \"2030-09\"", await visitor.JsonOfAsync(plan), StringComparison.Ordinal);
        var choice = page.Document.QuerySelector("input[type=radio]")!.GetAttribute("name")!;
        var done = await visitor.SendAsync(refused, "save", (choice, ImportChoice.Trellis));
        Assert.Equal("The document was saved into the plan.", done.Said);
        Assert.Contains("\"due\": \"2030-09\"", await visitor.JsonOfAsync(plan), StringComparison.Ordinal);
        visitor.Dispose();
    }

    [Theory, OnBothDatabases]
    public async Task Post_EditedHereAndUnchangedThere_KeepsTheEditWithoutAsking(DatabaseKind kind)
    {
        var (host, plan, visitor) = await ImportedAsync(kind);
        await MoveAsync(visitor, plan, "M-2", "9", "2030");

        Assert.True((await host.ImportAsync(Bytes(Document), plan, name: Name)).IsDone);

        Assert.Contains("\"due\": \"2030-09\"", await visitor.JsonOfAsync(plan), StringComparison.Ordinal);
        visitor.Dispose();
    }

    [Theory, OnBothDatabases]
    public async Task Undo_ChangedDocument_RestoresEverythingAndKeepsWhatWasEditedSince(DatabaseKind kind)
    {
        var (host, plan, visitor) = await ImportedAsync(kind);
        var before = await visitor.JsonOfAsync(plan);
        var changed = Document.Replace("Jan 2030", "Aug 2030", StringComparison.Ordinal).Replace("Paint the gates", "Paint every gate", StringComparison.Ordinal)
            .Replace("\n\t\tClose three roads\tApr 2030", "\n\t\tPlant forty trees beside the pond\tFeb 2031", StringComparison.Ordinal);
        Assert.True((await host.ImportAsync(Bytes(changed), plan, ImportChoice.Document, Name)).IsDone);
        Assert.NotEqual(before, await visitor.JsonOfAsync(plan));

        await UndoAsync(visitor, plan);
        Assert.Equal(before, await visitor.JsonOfAsync(plan));

        Assert.True((await host.ImportAsync(Bytes(changed), plan, ImportChoice.Document, Name)).IsDone);
        await MoveAsync(visitor, plan, "M-1", "11", "2030");
        await UndoAsync(visitor, plan);
        var after = await visitor.JsonOfAsync(plan);
        Assert.Contains("\"due\": \"2030-11\"", after, StringComparison.Ordinal);
        Assert.Contains("Paint the gates", after, StringComparison.Ordinal);
        visitor.Dispose();
    }

    private async Task<(TrellisHost Host, Plan Plan, Visitor Visitor)> ImportedAsync(DatabaseKind kind)
    {
        var host = await databases.OnAsync(kind);
        var plan = (await host.ImportAsync(Bytes(Document), name: Name)).Value!;
        return (host, plan, await host.SignedInAsync(Role.Performance));
    }

    private static async Task<PageAnswer> SavePageAsync(TrellisHost host, Visitor visitor, Plan plan, string document)
    {
        var open = await host.InScopeAsync(s => s.SettledAsync(Bytes(document), plan, Name));
        return await visitor.GetAsync($"/plan/import/{open.Import.Id}/save");
    }

    private static async Task MoveAsync(Visitor visitor, Plan plan, string milestone, string month, string year)
    {
        var done = await visitor.SendAsync(
            $"/plan/{plan.Address}/milestones/{milestone}/date", "date",
            ("Form.Due.Kind", "Month"), ("Form.Due.Month", month), ("Form.Due.Year", year), ("Form.Why", "The painter is away."));
        Assert.StartsWith("The deadline is now", done.Said, StringComparison.Ordinal);
    }

    private static async Task UndoAsync(Visitor visitor, Plan plan)
    {
        var page = await visitor.GetAsync($"/plan/{plan.Address}/imports");
        var form = FilledForm.Of(page, "undo").Fill(("Import", page.Document.QuerySelector("button[name=Import]")!.GetAttribute("value")!));
        Assert.Equal("The import was undone.", (await visitor.SendAsync(form)).Said);
    }

    /// <summary>The titles of the milestones in the plan's order.</summary>
    private static async Task<List<string>> MilestonesAsync(Visitor visitor, Plan plan) => [.. (await visitor.ItemsOfAsync(plan, "M")).Select(i => i.Title)];

    private static byte[] Bytes(string document) => Encoding.UTF8.GetBytes(document);
}

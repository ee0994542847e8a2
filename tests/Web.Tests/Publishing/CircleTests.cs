using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Trellis.Governance;
using Trellis.Kernel.Access;
using Trellis.Kernel.Things;
using Trellis.Measures;
using Trellis.Plans;
using Trellis.Plans.Import;
using Trellis.Plans.Importing;
using Trellis.Publishing.Reports;
using Trellis.Risks;
using Trellis.Testing;

namespace Trellis.Web.Tests.Publishing;

/// <summary>The Word file of a report, imported again, is the plan that it was made from.</summary>
public sealed class CircleTests
{
    [Theory, OnBothDatabases]
    public async Task Import_WordOfGivenPlan_IntoTheSamePlan_FindsNothingAndAsksNothing(DatabaseKind kind)
    {
        await using var host = await TrellisHost.StartAsync(kind);
        var plan = (await host.ImportAsync(GivenDocument.Bytes())).Value!;

        await AssertNothingToChangeAsync(host, plan);
    }

    [Theory, OnBothDatabases]
    public async Task Import_WordOfGivenPlan_IntoAnEmptyPlace_IsTheSamePlan(DatabaseKind kind)
    {
        await using var host = await TrellisHost.StartAsync(kind);
        var plan = (await host.ImportAsync(GivenDocument.Bytes())).Value!;

        await AssertSameElsewhereAsync(host, plan, kind);
    }

    [Theory, OnBothDatabases]
    public async Task Import_WordOfPlanWithEverything_IntoTheSamePlan_FindsNothingAndAsksNothing(DatabaseKind kind)
    {
        await using var host = await TrellisHost.StartAsync(kind);
        var plan = await new FullPlan().MakeAsync(host);

        await AssertNothingToChangeAsync(host, plan);
    }

    [Theory, OnBothDatabases]
    public async Task Import_WordOfPlanWithEverything_IntoAnEmptyPlace_IsTheSamePlan(DatabaseKind kind)
    {
        await using var host = await TrellisHost.StartAsync(kind);
        var plan = await new FullPlan().MakeAsync(host);

        await AssertSameElsewhereAsync(host, plan, kind);
    }

    [Fact]
    public async Task Import_WordChangedByHand_FindsJustThatChange()
    {
        await using var host = await TrellisHost.StartAsync();
        var plan = await new FullPlan().MakeAsync(host);
        using var performance = await host.SignedInAsync(Role.Performance);
        var word = Edited(
            await WordAsync(performance, plan), ("Ask families where", "Ask all families where"), ("10 July 2026", "soon"), ("Three streets closed every Sunday", "Four streets closed every Sunday"));

        var (staged, changes) = await StagedAsync(host, plan, word, "report.docx");

        Assert.Equal("The deadline “soon” in table 2, row 3 is neither a date, a month nor “Ongoing”. When is the milestone due?", Assert.Single(staged.Reading.Doubts).Question);
        Assert.Equal(["Four streets closed every Sunday.\n\n- No accident", "Ask all families where", "soon"], changes.Where(c => c.State != RowState.Same).SelectMany(c => c.Fields).Select(f => f.New));
    }

    [Fact]
    public async Task Import_WordWithStateChangedByHand_TakesItOrAsks()
    {
        await using var host = await TrellisHost.StartAsync();
        var plan = await new FullPlan().MakeAsync(host);
        using var performance = await host.SignedInAsync(Role.Performance);
        var word = Edited(await WordAsync(performance, plan), (">Deferred<", ">In progress<"), (">12 May 2026<", ">13 May 2026<"), (">Cancelled<", ">Given up<"), (">10 June 2026<", ">once<"));

        var (staged, changes) = await StagedAsync(host, plan, word, "report.docx");

        Assert.Equal(
            ["“once” in table 2, row 3 does not say how the milestone stands. What becomes of it?", "“Given up” in table 2, row 9 does not say how the milestone stands. What becomes of it?"],
            staged.Reading.Doubts.Select(d => d.Question));
        Assert.Equal(
            [("completedOn", "2026-05-13"), ("state", "In progress")],
            changes.Where(c => c.State != RowState.Same).SelectMany(c => c.Fields).Select(f => (f.Name, f.New)));
    }

    [Fact]
    public async Task Import_WordWithPiecesAddedByHand_TakesThemForWhatStandsBefore()
    {
        await using var host = await TrellisHost.StartAsync();
        var plan = await new FullPlan().MakeAsync(host);
        using var performance = await host.SignedInAsync(Role.Performance);
        var word = await WordAsync(performance, plan);
        var challenge = Around(word, "p", "Keep what was won");
        var risk = Around(word, "tr", ">Rain<");
        var text = Around(word, "p", "Twelve streets close on ");

        var (staged, changes) = await StagedAsync(host, plan, Edited(
            word, (challenge, challenge + Unmarked(challenge, "Keep what was won", "Win more")), (risk, risk + Unmarked(risk, ">Rain<", ">Snow<")),
            (text, text + "<w:p><w:r><w:t>One line more.</w:t></w:r></w:p>")), "report.docx");

        Assert.Empty(staged.Reading.Doubts);
        Assert.Equal(
            [(RowState.New, RowKind.Challenge), (RowState.New, RowKind.Risk), (RowState.Changed, RowKind.Section)],
            changes.Where(c => c.State != RowState.Same).Select(c => (c.State, c.Kind)).OrderByDescending(c => c.Kind == RowKind.Challenge).ThenBy(c => c.Kind));
    }

    /// <summary>The one element of that name, of the document's text, that holds the words.</summary>
    private static string Around(byte[] word, string element, string words)
    {
        using var zip = new ZipArchive(new MemoryStream(word));
        using var reader = new StreamReader(zip.GetEntry("word/document.xml")!.Open());
        var text = reader.ReadToEnd();
        var at = text.IndexOf(words, StringComparison.Ordinal);
        var start = Math.Max(text.LastIndexOf($"<w:{element}>", at, StringComparison.Ordinal), text.LastIndexOf($"<w:{element} ", at, StringComparison.Ordinal));
        var end = text.IndexOf($"</w:{element}>", at, StringComparison.Ordinal) + element.Length + 5;
        return text[start..end];
    }

    private static string Unmarked(string xml, string old, string words) =>
        System.Text.RegularExpressions.Regex.Replace(xml, "<w:rStyle [^>]*/>", "", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)).Replace(old, words, StringComparison.Ordinal);

    [Fact]
    public async Task Import_CsvOfPlanWithEverything_IntoTheSamePlan_FindsNothingAndAsksNothing()
    {
        await using var host = await TrellisHost.StartAsync();
        var plan = await new FullPlan().MakeAsync(host);
        using var performance = await host.SignedInAsync(Role.Performance);
        var csv = await performance.Http.GetByteArrayAsync($"/plan/{plan.Address}/export.csv");

        var (staged, changes) = await StagedAsync(host, plan, csv, "plan.csv");

        Assert.True(staged.Reading.IsSettled);
        Assert.Empty(staged.Reading.Account.Where(l => !l.IsMapped).Select(l => l.Text));
        Assert.Equal([(RowState.OnlyHere, "An objective with nothing under it yet")], changes.Where(c => c.State != RowState.Same).Select(c => (c.State, c.Existing?.Current[PlanFields.Text] ?? "")));
    }

    [Fact]
    public async Task Import_CsvOfGivenPlan_AsNewPlan_HasTheSameActions()
    {
        await using var host = await TrellisHost.StartAsync();
        var plan = (await host.ImportAsync(GivenDocument.Bytes())).Value!;
        using var performance = await host.SignedInAsync(Role.Performance);
        var csv = await performance.Http.GetByteArrayAsync($"/plan/{plan.Address}/export.csv");

        var again = (await host.ImportAsync(csv, name: "plan.csv")).Value!;

        Assert.Equal(System.Text.Encoding.UTF8.GetString(csv), System.Text.Encoding.UTF8.GetString(await performance.Http.GetByteArrayAsync($"/plan/{again.Address}/export.csv")));
    }

    private static async Task AssertNothingToChangeAsync(TrellisHost host, Plan plan)
    {
        using var performance = await host.SignedInAsync(Role.Performance);
        var before = await performance.JsonOfAsync(plan);
        var word = await WordAsync(performance, plan);

        var (staged, changes) = await StagedAsync(host, plan, word, "report.docx");

        Assert.Empty(staged.Reading.Doubts.Select(d => d.Question));
        Assert.Empty(staged.Reading.Account.Where(l => !l.IsMapped).Select(l => l.Text));
        Assert.Empty(changes.Where(c => c.State != RowState.Same)
            .Select(c => $"{c.State} {c.Kind}: {c.Read?.Fields.Values.FirstOrDefault() ?? c.Existing?.Current.Values.FirstOrDefault()} {string.Join("; ", c.Fields.Select(f => $"{f.Name}: {f.Current} > {f.New}"))}"));
        var counts = await CountsAsync(host);
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        var saved = await host.InScopeAsync(s => s.Get<ImportService>().SaveAsync(staged.Import.Id, "", "", new Dictionary<string, string>(), new("Imported again", Kernel.Actor.Program), default));
        Assert.True(saved.IsDone, string.Join("; ", saved.Errors));
        Assert.Equal(before, await performance.JsonOfAsync(plan));
        Assert.Equal(counts, await CountsAsync(host));
    }

    private static async Task AssertSameElsewhereAsync(TrellisHost host, Plan plan, DatabaseKind kind)
    {
        await using var elsewhere = await TrellisHost.StartAsync(kind);
        using var performance = await host.SignedInAsync(Role.Performance);
        using var reader = await elsewhere.SignedInAsync(Role.Performance);
        var word = await WordAsync(performance, plan);

        var made = await elsewhere.InScopeAsync(async services =>
        {
            var open = await services.SettledAsync(word, name: "report.docx");
            return await services.Get<ImportService>().SaveAsync(
                open.Import.Id, OpenImport.TitleOf(open.Reading), OpenImport.YearOf(open.Reading), new Dictionary<string, string>(), new("Imported elsewhere", Kernel.Actor.Program), default);
        });

        Assert.True(made.IsDone, string.Join("; ", made.Errors));
        Assert.Equal(await SaidAsync(performance, plan), await SaidAsync(reader, made.Value!));
        Assert.Equal(await JoinedAsync(host, plan), await JoinedAsync(elsewhere, made.Value!));
        Assert.Equal(WordsOf(plan), WordsOf(made.Value!));
        Assert.Equal(await CountedAsync(host), await CountedAsync(elsewhere));

        static string[] WordsOf(Plan plan) => [plan.PriorityWord, plan.ObjectiveWord, plan.ActionWord, plan.MilestoneWord, plan.OnTrackWords, plan.ManagedWords, plan.SupportWords];

        static Task<(int, int)> CountedAsync(TrellisHost host) => host.InDatabaseAsync(async db => (await db.Set<Indicator>().CountAsync(), await db.Set<Risk>().CountAsync()));
    }

    private static Task<(OpenImport Open, IReadOnlyList<RowChange> Changes)> StagedAsync(TrellisHost host, Plan plan, byte[] document, string name) => host.InScopeAsync(async services =>
    {
        var imports = services.Get<ImportService>();
        var import = (await imports.StageAsync(name, document, plan.Id, new("Imported again", Kernel.Actor.Program), default)).Value!;
        var open = (await imports.OpenAsync(import.Id, default))!;
        return (open, await imports.CompareAsync(open, default));
    });

    private static Task<byte[]> WordAsync(Visitor visitor, Plan plan) => visitor.Http.GetByteArrayAsync($"/plan/{plan.Address}/report/download.docx");

    /// <summary>As somebody changes words in Word, and leaves the rest.</summary>
    private static byte[] Edited(byte[] word, params (string Old, string New)[] changes)
    {
        using var file = new MemoryStream();
        file.Write(word);
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var stream = zip.GetEntry("word/document.xml")!.Open();
            using var reader = new StreamReader(stream, leaveOpen: true);
            var text = reader.ReadToEnd();
            foreach (var (old, changed) in changes)
            {
                Assert.Contains(old, text, StringComparison.Ordinal);
                text = text.Replace(old, changed, StringComparison.Ordinal);
            }

            stream.SetLength(0);
            stream.Write(System.Text.Encoding.UTF8.GetBytes(text));
        }

        return file.ToArray();
    }

    private static async Task<string> SaidAsync(Visitor visitor, Plan plan) =>
        ExportedPlan.Comparable(await visitor.Http.GetStringAsync($"/plan/{plan.Address}/report/download.json"));

    /// <summary>What hangs on the plan's items: indicators with their owners and boards, risks, boards of milestones, answers to challenges.</summary>
    private static Task<List<string>> JoinedAsync(TrellisHost host, Plan plan) => host.InDatabaseAsync(async db =>
    {
        var items = await db.Set<PlanItem>().Where(i => i.PlanId == plan.Id && !i.Withdrawn).ToDictionaryAsync(i => i.Id);
        var links = await db.Set<Link>().Where(l => !l.Withdrawn).ToListAsync();
        var indicators = await db.Set<Indicator>().ToDictionaryAsync(i => i.Id);
        var risks = await db.Set<Risk>().ToDictionaryAsync(r => r.Id);
        var forums = await db.Set<Forum>().ToDictionaryAsync(f => f.Id, f => f.Name);
        var names = (await db.Set<Kernel.Organisation.Officer>().Select(o => new { o.Id, o.Name }).ToListAsync())
            .Concat(await db.Set<Kernel.Organisation.Department>().Select(d => new { d.Id, Name = d.Code }).ToListAsync()).ToDictionary(n => n.Id, n => n.Name);
        var lines = links.Where(l => items.ContainsKey(l.FromId)).Select(l => $"{items[l.FromId].Title} {l.Kind} {NameOf(l.ToId)}");
        lines = lines.Concat(items.Values.OfType<Milestone>().Where(m => m.OwnersAsWritten is not null || m.DepartmentsAsWritten is not null)
            .Select(m => $"{m.Title}: {m.DepartmentsAsWritten}, {m.OwnersAsWritten}"));
        return lines.Order(StringComparer.Ordinal).ToList();

        string NameOf(Guid id) => indicators.TryGetValue(id, out var i)
            ? $"{i.Title} ({names.GetValueOrDefault(i.DepartmentId ?? Guid.Empty)}, {names.GetValueOrDefault(i.LeadOfficerId ?? Guid.Empty)}, {string.Join(",", i.OtherOfficerIds.Select(o => names[o]))}, {i.SetOfPlan}) at {string.Join(",", links.Where(l => l.FromId == id).Select(l => forums[l.ToId]).Order(StringComparer.Ordinal))}"
            : risks.TryGetValue(id, out var r) ? $"{r.Title}, {r.Scope}, {r.Level}"
            : items.TryGetValue(id, out var item) ? item.Title : forums.GetValueOrDefault(id, "?");
    });

    private static Task<(int Links, int Forums, int Officers)> CountsAsync(TrellisHost host) => host.InDatabaseAsync(async db =>
        (await db.Set<Link>().CountAsync(), await db.Set<Forum>().CountAsync(), await db.Set<Kernel.Organisation.Officer>().CountAsync()));
}

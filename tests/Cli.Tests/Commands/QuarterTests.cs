using Microsoft.EntityFrameworkCore;
using Trellis.Governance.Cycles;
using Trellis.Kernel;
using Trellis.Kernel.Access;
using Trellis.Kernel.Calendar;
using Trellis.Kernel.Terminal;
using Trellis.Plans;
using Trellis.Plans.Updates;
using Trellis.Publishing.Published;
using Trellis.Publishing.Reports;
using Trellis.Testing;

namespace Trellis.Cli.Tests.Commands;

/// <summary>
/// A quarter with a plan as somebody at a terminal goes through it: reminded, reported, published, packed, corrected, imported
/// again. What only a person may say (an update, an approval, a correction of the plan) is said by the program's own services in between.
/// </summary>
public sealed class QuarterTests
{
    private const string Corrected = ", in each of the areas";

    private static readonly Process Made = new("Made for a test", Actor.Program);

    [Theory, OnBothDatabases]
    public async Task FromOpenedCycleToCorrectedReportAndBack(DatabaseKind kind)
    {
        await using var place = await TestPlace.MakeAsync(kind);
        await place.PrepareAsync(samples: true);
        var plan = await place.InDatabaseAsync(db => db.Set<Plan>().Select(p => p.Address).SingleAsync());
        await RemindAsync(place);
        await SayAndApproveAsync(place, "KA-6");

        var report = await place.TypeAsync("report", plan, "--format", "html");
        Assert.Contains("Forty families were asked.", report.Out, StringComparison.Ordinal);
        var first = await place.TypeAsync("publish", plan, "--json");
        Assert.Equal((ExitCode.Done, 1), (first.Code, first.Json.GetProperty("version").GetInt32()));
        var (word, data) = await PublishedAsync(place, first.Json.GetProperty("report").GetString()!);
        await PackAsync(place);

        await CorrectAsync(place, plan);
        await ImportIntoThePlanAsync(place, plan, word);
        await ImportElsewhereAsync(kind, word, data);
    }

    /// <summary>Opens the cycle whose day has come, and reminds the one owner who has an account.</summary>
    private static async Task RemindAsync(TestPlace place)
    {
        await place.WithAsync(async s =>
        {
            var today = s.Get<WorkingCalendar>().Today;
            var plan = (await s.Get<PlanService>().AllAsync(default))[0];
            var owner = await s.Get<AppDbContext>().Set<KeyAction>().Where(a => a.Reference == "KA-6").Select(a => a.AccountableOfficerId).SingleAsync();
            await s.Get<AccountService>().CreateAsync(new("Sam Hill", "sam@example.gov.uk", [Role.LeadOfficer], owner), Made, default);
            var dates = new CycleDates(today.AddDays(-1), today, today.AddDays(10), today.AddDays(12), today.AddDays(14));
            return (await s.Get<CycleService>().CreateAsync(new CycleOptions("Quarter 1", dates, 0, [plan.Id], []), Made, default)).Value!;
        });

        var reminded = await place.TypeAsync("remind", "--json");

        var step = Assert.Single(reminded.Json.GetProperty("cycles").EnumerateArray().ToList());
        Assert.Equal((ExitCode.Done, true, 1), (reminded.Code, step.GetProperty("opened").GetBoolean(), step.GetProperty("reminded").GetInt32()));
    }

    private static Task<bool> SayAndApproveAsync(TestPlace place, string action) => place.WithAsync(async s =>
    {
        var item = await s.Get<AppDbContext>().Set<KeyAction>().Where(a => a.Reference == action).Select(a => a.Id).SingleAsync();
        var line = await LineAsync();
        var typed = new TypedLine(line, new UpdateForm { Progress = nameof(Progress.Managed), Text = "Forty families were asked." }, line.Stamp);
        Assert.Empty((await s.Get<UpdateService>().SendAsync([typed], Made, default)).Errors);
        line = await LineAsync();
        Assert.Empty((await s.Get<ApprovalService>().ApproveAsync([(line, line.Update!.Version)], Made, default)).Errors);
        return true;

        async Task<OwedLine> LineAsync()
        {
            s.Get<AppDbContext>().ChangeTracker.Clear();
            return (await s.Get<OwedLines>().OneAsync(item, default))!;
        }
    });

    /// <summary>The first version as the public downloads it: its Word file, and what was frozen of the plan's data.</summary>
    private static Task<(byte[] Word, string Data)> PublishedAsync(TestPlace place, string report) => place.WithAsync(async s =>
    {
        var snapshot = (await s.Get<PublishingService>().OpenAsync(report, 1, default))!.Snapshot!;
        return ((await s.Get<PaperFiles>().WriteAsync(snapshot.Paper, ReportFormat.Docx, default)).Bytes, snapshot.Data);
    });

    private static async Task PackAsync(TestPlace place)
    {
        var (forum, meeting) = await place.WithAsync(services => new MeetingBuilder().MakeAsync(services));
        var file = Path.Combine(place.Folder, "pack.docx");

        var pack = await place.TypeAsync("pack", forum, meeting, "--format", "docx", "--to", file, "--json");

        Assert.Equal((ExitCode.Done, new FileInfo(file).Length), (pack.Code, pack.Json.GetProperty("bytes").GetInt64()));
    }

    private static async Task CorrectAsync(TestPlace place, string plan)
    {
        await place.InDatabaseAsync(async db =>
        {
            var milestone = await db.Set<Milestone>().FirstAsync(m => m.Reference == "M-1");
            db.Entry(milestone).Property(m => m.Title).CurrentValue = milestone.Title + Corrected;
            await db.SaveAsync(Made, default);
            return true;
        });

        Assert.Equal(ExitCode.Refused, (await place.TypeAsync("publish", plan)).Code);
        var second = await place.TypeAsync("publish", plan, "--correction", "One milestone was said wrongly.", "--json");
        var whole = await place.TypeAsync("publish", "--verify", "--json");

        Assert.Equal((ExitCode.Done, 2), (second.Code, second.Json.GetProperty("version").GetInt32()));
        Assert.Equal((ExitCode.Done, 2), (whole.Code, whole.Json.GetProperty("versions").GetInt32()));
    }

    /// <summary>The first version against the plan as it stands now: a person must say which words of the corrected milestone stand, and nothing else.</summary>
    private static async Task ImportIntoThePlanAsync(TestPlace place, string plan, byte[] word)
    {
        var file = Path.Combine(place.Folder, "first.docx");
        await File.WriteAllBytesAsync(file, word);

        var refused = await place.TypeAsync("import", "plan", file, "--into", plan, "--json");

        Assert.Equal(ExitCode.NeedsPerson, refused.Code);
        Assert.EndsWith(Corrected, Assert.Single(refused.Json.GetProperty("choices").EnumerateArray().ToList()).GetProperty("inPlan").GetString(), StringComparison.Ordinal);
    }

    private static async Task ImportElsewhereAsync(DatabaseKind kind, byte[] word, string data)
    {
        await using var elsewhere = await TestPlace.MakeAsync(kind);
        await elsewhere.PrepareAsync(samples: false);
        var file = Path.Combine(elsewhere.Folder, "first.docx");
        await File.WriteAllBytesAsync(file, word);

        var imported = await elsewhere.TypeAsync("import", "plan", file, "--json");
        Assert.Equal((ExitCode.Done, ""), (imported.Code, imported.Error));
        var report = await elsewhere.TypeAsync("report", imported.Json.GetProperty("plan").GetString()!, "--format", "json");

        Assert.Equal(ExportedPlan.Comparable(data).Split('\n'), ExportedPlan.Comparable(report.Out).Split('\n'));
    }
}

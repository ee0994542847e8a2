using System.Net;
using Microsoft.EntityFrameworkCore;
using Trellis.Governance;
using Trellis.Governance.Asks;
using Trellis.Governance.Cycles;
using Trellis.Governance.Meetings;
using Trellis.Kernel;
using Trellis.Kernel.Access;
using Trellis.Kernel.Outbox;
using Trellis.Plans;
using Trellis.Plans.Updates;
using Trellis.Testing;

namespace Trellis.Web.Tests.Updates;

/// <summary>A cycle opens by the calendar, writes to its owners, and locks.</summary>
public sealed class CycleTests(BothDatabases databases) : IClassFixture<BothDatabases>
{
    private static readonly Process Made = new("Made for a test", Actor.Program);

    [Theory, OnBothDatabases]
    public async Task Run_ByTheCalendar_OpensRemindsWeeklyAndLocks(DatabaseKind kind)
    {
        await using var host = await TrellisHost.StartToLeapAsync(kind);
        using var cast = await new CycleBuilder { Opens = new(2026, 6, 2), Closes = new(2026, 6, 12), PublishOn = new(2026, 6, 19), IsOpen = false }.MakeAsync(host);

        Assert.Equal("", await RunAsync(1));
        Assert.Equal("opened 1", await RunAsync(2));
        Assert.Equal("", await RunAsync(2));
        Assert.Equal("", await RunAsync(8));
        Assert.Equal("reminded 1", await RunAsync(9));
        Assert.Equal("reminded 1", await RunAsync(16));
        Assert.Equal("locked", await RunAsync(19));
        Assert.Equal("", await RunAsync(26));

        var letters = await host.InDatabaseAsync(db => db.Set<OutboxMessage>().OrderBy(m => m.Id).ToListAsync());
        Assert.Equal(3, letters.Count);
        Assert.All(letters, m => Assert.Equal("2 updates are due by Friday 12 June 2026", m.Subject));
        Assert.All(letters, m => Assert.Contains("\n/updates\n", m.Text, StringComparison.Ordinal));

        async Task<string> RunAsync(int day)
        {
            host.Clock.SetUtcNow(new DateTimeOffset(2026, 6, day, 10, 0, 0, TimeSpan.Zero));
            var before = await LettersAsync();
            var was = await StateAsync();
            await host.InScopeAsync(s => s.Get<CycleRun>().RunAsync(Made, default));
            return (was, await StateAsync()) switch
            {
                (CycleState.Planned, CycleState.Open) => $"opened {await LettersAsync() - before}",
                (CycleState.Open, CycleState.Locked) => "locked",
                _ => await LettersAsync() > before ? $"reminded {await LettersAsync() - before}" : "",
            };
        }

        Task<int> LettersAsync() => host.InDatabaseAsync(db => db.Set<OutboxMessage>().CountAsync());
        Task<CycleState> StateAsync() => host.InDatabaseAsync(db => db.Set<ReportingCycle>().Select(c => c.State).SingleAsync());
    }

    [Fact]
    public async Task Get_Cycle_StandsWithinUpdates_AndSaysDaysInWords()
    {
        var host = await databases.OnAsync(DatabaseKind.Sqlite);
        using var cast = await new CycleBuilder { IsOpen = false }.MakeAsync(host);
        await cast.Performance.SendAsync($"/cycles/{cast.Cycle.Address}", "step", ("Form.Act", "open"));

        var page = await cast.Performance.GetAsync($"/cycles/{cast.Cycle.Address}");

        Assert.Equal("Updates", page.Document.QuerySelector(".govuk-service-navigation__item--active")!.TextContent.Trim());
        Assert.Contains("Reminded on: nothing → 1 June 2026", page.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_PageBeyondTheLast_ShowsTheLast()
    {
        var host = await databases.OnAsync(DatabaseKind.Sqlite);
        using var cast = await new CycleBuilder().MakeAsync(host);
        await host.InScopeAsync(async services =>
        {
            var action = (await services.Get<ItemService>().FindAsync(cast.Plan.Id, "KA-1", default))!;
            services.Get<AskService>().Stage(action.Id, new AskOptions("Close one street", null, cast.HeadOfficer.Id), Made);
            await services.Get<AppDbContext>().SaveAsync(Made, default);
        });

        Assert.Contains("Quarter 1, 2026/27", (await cast.Performance.GetAsync("/cycles?page=9")).Main, StringComparison.Ordinal);
        Assert.Contains("Close one street", (await cast.Performance.GetAsync("/asks?page=9")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Clock_AnHourLater_OpensWhatIsDue()
    {
        await using var host = await TrellisHost.StartAsync();
        using var cast = await new CycleBuilder { IsOpen = false }.MakeAsync(host);

        host.Clock.Advance(TimeSpan.FromHours(1));

        for (var waited = 0; waited < 100 && await StateAsync() == CycleState.Planned; waited++)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        Assert.Equal(CycleState.Open, await StateAsync());

        Task<CycleState> StateAsync() => host.InDatabaseAsync(db => db.Set<ReportingCycle>().Select(c => c.State).SingleAsync());
    }

    [Theory, OnBothDatabases]
    public async Task Post_New_TakesItsDatesFromTheBoardsMeetings(DatabaseKind kind)
    {
        var host = await databases.OnAsync(kind);
        using var performance = await host.SignedInAsync(Role.Performance);
        var plan = await new PlanBuilder().MakeAsync(host);
        var meeting = await host.InScopeAsync(async services =>
        {
            var forum = (await services.Get<ForumService>().CreateAsync(new ForumOptions($"Board {kind}", null, ForumKind.Board, null), Made, default)).Value!;
            return (await services.Get<MeetingService>().PlanAsync(forum, new MeetingOptions(new DateOnly(2026, 9, 29), null, null), Made, default)).Value!;
        });

        var proposed = await performance.SendAsync("/cycles/new", "edit", ("Form.MeetingIds", $"{meeting.Id}"), ("Form.PlanIds", $"{plan.Id}"), ("Form.Act", "dates"));

        // Papers go out on Monday 21 September: two working days to write, three to approve, ten to update, none of them the bank holiday of 31 August.
        Assert.Equal(("31", "7"), (proposed.Field("Form.PeriodEnd.Day"), proposed.Field("Form.PeriodEnd.Month")));
        Assert.Equal(("28", "8"), (proposed.Field("Form.Opens.Day"), proposed.Field("Form.Opens.Month")));
        Assert.Equal(("14", "17", "21"), (proposed.Field("Form.Closes.Day"), proposed.Field("Form.ApproveBy.Day"), proposed.Field("Form.PublishOn.Day")));
        var saved = await performance.SendAsync(proposed, "edit", ("Form.Title", $"Quarter 2 {kind}"));
        Assert.Contains($"Board {kind}, Tuesday 29 September 2026", saved.Main, StringComparison.Ordinal);
        Assert.Contains("Planned", saved.Main, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task Post_Open_WhileAnotherAsksTheSamePlan_IsRefused(DatabaseKind kind)
    {
        var host = await databases.OnAsync(kind);
        using var cast = await new CycleBuilder().MakeAsync(host);
        var second = (await host.InScopeAsync(s => s.Get<CycleService>().CreateAsync(
            new CycleOptions("Second", new CycleDates(new(2026, 5, 31), new(2026, 7, 1), new(2026, 7, 9), new(2026, 7, 10), new(2026, 7, 13)), 0, [cast.Plan.Id], []), Made, default))).Value!;

        var refused = await cast.Performance.SendAsync($"/cycles/{second.Address}", "step", ("Form.Act", "open"));

        Assert.Equal(["Another cycle is open for one of these plans. Lock that first"], refused.Errors);
        Assert.Equal(HttpStatusCode.Forbidden, (await cast.Lead.GetAsync("/cycles/new")).Status);
        Assert.Equal("", (await cast.Lead.GetAsync($"/cycles/{second.Address}")).Text("form[method=post]"));
    }

    [Theory, OnBothDatabases]
    public async Task Get_Exceptions_SayWhoIsLateAndWhatChangedSinceTheLastCycle(DatabaseKind kind)
    {
        var host = await databases.OnAsync(kind);
        using var cast = await new CycleBuilder { Opens = new(2026, 5, 4), Closes = new(2026, 5, 15) }.MakeAsync(host);
        var address = $"/plan/{cast.Plan.Address}";
        var first = await cast.Performance.GetAsync($"{address}/exceptions");
        Assert.Contains("Play officer: 2 updates", first.Main, StringComparison.Ordinal);
        Assert.Contains("No cycle was locked yet", first.Main, StringComparison.Ordinal);
        await cast.Performance.SendAsync($"/cycles/{cast.Cycle.Address}", "step", ("Form.Act", "lock"));
        Assert.Contains("Everything stands as it did when Quarter 1, 2026/27 was locked.", (await cast.Performance.GetAsync($"{address}/exceptions")).Main, StringComparison.Ordinal);

        await cast.Performance.SendAsync($"{address}/actions/KA-1/progress", "progress", ("Form.Progress", "Managed"));
        await cast.Performance.SendAsync($"{address}/milestones/M-2/date", "date", ("Form.Due.Kind", "Month"), ("Form.Due.Month", "8"), ("Form.Due.Year", "2026"), ("Form.Why", "Road works"));

        var changed = await cast.Performance.GetAsync($"{address}/exceptions");
        Assert.Contains("2 changes since Quarter 1, 2026/27", changed.Main, StringComparison.Ordinal);
        Assert.Contains("Open streets for play Not stated Not on track but being managed by the department", changed.Main, StringComparison.Ordinal);
        Assert.Contains("Close the first street Due: 10 July 2026 Due: August 2026", changed.Main, StringComparison.Ordinal);
        Assert.StartsWith("1 of 2 key actions is not on track", changed.Text(".govuk-body-l"), StringComparison.Ordinal);
    }
}

using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Trellis.Governance.Cycles;
using Trellis.Kernel;
using Trellis.Kernel.Access;
using Trellis.Kernel.Calendar;
using Trellis.Kernel.Outbox;
using Trellis.Kernel.Terminal;
using Trellis.Plans;
using Trellis.Testing;

namespace Trellis.Cli.Tests.Commands;

/// <summary>The reporting cycle from the terminal.</summary>
public sealed class RemindTests
{
    private static readonly Process Made = new("Made for a test", Actor.Program);

    [Theory, OnBothDatabases]
    public async Task Remind_OpensWhatIsDueOnce_AndRemindsOnlyWhoOwes(DatabaseKind kind)
    {
        await using var place = await TestPlace.MakeAsync(kind);
        await place.PrepareAsync(samples: true);
        var cycle = await place.WithAsync(async s =>
        {
            var today = s.Get<WorkingCalendar>().Today;
            var plan = (await s.Get<PlanService>().AllAsync(default))[0];
            var owner = await s.Get<AppDbContext>().Set<KeyAction>().Where(a => a.Reference == "KA-6").Select(a => a.AccountableOfficerId).SingleAsync();
            await s.Get<AccountService>().CreateAsync(new("Sam Hill", "sam@example.gov.uk", [Role.LeadOfficer], owner), Made, default);
            return (await s.Get<CycleService>().CreateAsync(
                new CycleOptions("Quarter 1", new CycleDates(today.AddDays(-1), today, today.AddDays(10), today.AddDays(12), today.AddDays(14)), 0, [plan.Id], []), Made, default)).Value!;
        });

        var opened = await place.TypeAsync("remind", "--json");
        var again = await place.TypeAsync("remind");
        var now = await place.TypeAsync("remind", cycle.Address);

        using var answer = JsonDocument.Parse(opened.Out);
        var step = answer.RootElement.GetProperty("cycles")[0];
        Assert.Equal((ExitCode.Done, cycle.Address, true, 1), (opened.Code, step.GetProperty("address").GetString(), step.GetProperty("opened").GetBoolean(), step.GetProperty("reminded").GetInt32()));
        Assert.Equal((ExitCode.Done, "Nothing is due today."), (again.Code, again.Out.Trim()));
        Assert.Equal((ExitCode.Done, "Quarter 1: 1 owner reminded."), (now.Code, now.Out.Trim()));
        Assert.Equal(2, await place.InDatabaseAsync(db => db.Set<OutboxMessage>().CountAsync()));
        Assert.Equal(ExitCode.NotFound, (await place.TypeAsync("remind", "nowhere")).Code);
    }

    [Fact]
    public async Task Remind_CycleThatIsNotOpen_IsRefused()
    {
        await using var place = await TestPlace.MakeAsync(DatabaseKind.Sqlite);
        await place.PrepareAsync(samples: true);
        var cycle = await place.WithAsync(async s =>
        {
            var today = s.Get<WorkingCalendar>().Today;
            var plan = (await s.Get<PlanService>().AllAsync(default))[0];
            return (await s.Get<CycleService>().CreateAsync(
                new CycleOptions("Later", new CycleDates(today, today.AddDays(9), today.AddDays(10), today.AddDays(12), today.AddDays(14)), 0, [plan.Id], []), Made, default)).Value!;
        });

        var refused = await place.TypeAsync("remind", cycle.Address);

        Assert.Equal((ExitCode.Refused, "This reporting cycle is not open, so nobody owes anything in it."), (refused.Code, refused.Error.Trim()));
    }
}

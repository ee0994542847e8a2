using Trellis.Kernel.Access;
using Trellis.Testing;

namespace Trellis.Web.Tests.Plans;

/// <summary>When a milestone is late, how far it slipped, and what an officer says of it.</summary>
public sealed class MilestoneTests
{
    [Theory, OnBothDatabases]
    public async Task Get_LongAfter_OngoingAndDatelessAreNeverLate(DatabaseKind kind)
    {
        await using var host = await TrellisHost.StartToLeapAsync(kind);
        var plan = await new PlanBuilder().MakeAsync(host);
        host.Clock.Advance(TimeSpan.FromDays(1000));
        using var reader = await host.SignedInAsync(Role.Reader);

        var late = await reader.GetAsync($"/plan/{plan.Address}/milestones?show=late");

        Assert.Equal(["Ask families where", "Close the first street", "Inspect each playground"], late.Texts("tbody th"));
        Assert.Equal(["Write down what was learned"], (await reader.GetAsync($"/plan/{plan.Address}/milestones?show=no-date")).Texts("tbody th"));
        Assert.Equal(["Keep stewards trained"], (await reader.GetAsync($"/plan/{plan.Address}/milestones?show=ongoing")).Texts("tbody th"));
    }

    [Theory, OnBothDatabases]
    public async Task Get_LastMinutesOfTheMonthInLondon_IsLateOnlyAfterMidnightThere(DatabaseKind kind)
    {
        await using var host = await TrellisHost.StartToLeapAsync(kind);
        var plan = await new PlanBuilder().MakeAsync(host);

        // In summer London's midnight is 23:00 by the world's clock, on which the month has an hour left.
        Assert.Equal([], await LateAtAsync(new DateTimeOffset(2026, 6, 30, 22, 30, 0, TimeSpan.Zero)));
        Assert.Equal([], await LateAtAsync(new DateTimeOffset(2026, 6, 30, 22, 59, 59, TimeSpan.Zero)));
        Assert.Equal(["Ask families where"], await LateAtAsync(new DateTimeOffset(2026, 6, 30, 23, 0, 0, TimeSpan.Zero)));

        async Task<IReadOnlyList<string>> LateAtAsync(DateTimeOffset moment)
        {
            host.Clock.SetUtcNow(moment);
            using var reader = await host.SignedInAsync(Role.Reader);
            var late = (await reader.GetAsync($"/plan/{plan.Address}/milestones?show=late")).Texts("tbody th");
            Assert.Equal(late.Count > 0, (await reader.GetAsync($"/plan/{plan.Address}/milestones/M-1")).Texts(".govuk-tag").Contains("Late"));
            return late;
        }
    }

    [Theory, OnBothDatabases]
    public async Task Post_Date_SlipsInMonthsForMonthsAndInDaysForDays(DatabaseKind kind)
    {
        await using var host = await TrellisHost.StartToLeapAsync(kind);
        var plan = await new PlanBuilder().MakeAsync(host);
        using var performance = await host.SignedInAsync(Role.Performance);
        var at = $"/plan/{plan.Address}/milestones";

        var month = await performance.SendAsync($"{at}/M-1/date", "date", ("Form.Due.Kind", "Month"), ("Form.Due.Month", "9"), ("Form.Due.Year", "2026"), ("Form.Why", "No post"));
        var day = await performance.SendAsync(
            $"{at}/M-2/date", "date", ("Form.Due.Kind", "Exact"), ("Form.Due.Date.Day", "15"), ("Form.Due.Date.Month", "7"), ("Form.Due.Date.Year", "2026"), ("Form.Why", "Rain"));

        Assert.Contains("Slip 3 months later", month.Main, StringComparison.Ordinal);
        Assert.Contains("First promised June 2026", month.Main, StringComparison.Ordinal);
        Assert.Contains("Slip 5 days later", day.Main, StringComparison.Ordinal);
        Assert.Equal(["Close the first street", "Ask families where"], (await performance.GetAsync($"{at}?show=slipped")).Texts("tbody th"));
        var silent = await performance.SendAsync($"{at}/M-1/date", "date", ("Form.Due.Month", "10"), ("Form.Why", ""));
        Assert.Equal(["Say in a sentence why the date moves"], silent.Errors);
    }

    [Fact]
    public async Task Post_Confirm_OngoingLeavesTheListForAQuarter()
    {
        await using var host = await TrellisHost.StartToLeapAsync(DatabaseKind.Sqlite);
        var plan = await new PlanBuilder().MakeAsync(host);
        using var performance = await host.SignedInAsync(Role.Performance);
        var list = $"/plan/{plan.Address}/milestones?show=ongoing";

        var done = await performance.SendAsync($"/plan/{plan.Address}/milestones/M-3", "confirm");

        Assert.Contains("Confirmed 1 June 2026", done.Main, StringComparison.Ordinal);
        Assert.Empty((await performance.GetAsync(list)).Texts("tbody th"));
        host.Clock.Advance(TimeSpan.FromDays(100));
        using var later = await host.SignedInAsync(Role.Performance);
        Assert.Equal(["Keep stewards trained"], (await later.GetAsync(list)).Texts("tbody th"));
    }

    [Theory, OnBothDatabases]
    public async Task Post_ProgressBetterThanTheMilestones_NeedsASentence(DatabaseKind kind)
    {
        await using var host = await TrellisHost.StartToLeapAsync(kind);
        var plan = await new PlanBuilder().MakeAsync(host);
        await new OfficerBuilder { Name = "Streets officer" }.MakeAsync(host);
        host.Clock.Advance(TimeSpan.FromDays(60));
        using var performance = await host.SignedInAsync(Role.Performance);
        var address = $"/plan/{plan.Address}/actions/KA-1/progress";

        var refused = await performance.SendAsync(address, "progress", ("Form.Progress", "OnTrack"));
        Assert.Contains("Say in a sentence why it is better than that", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Equal("Overall progress is now: Not on track: support needed from outside the department.", (await performance.SendAsync(
            address, "progress", ("Form.Progress", "NeedsSupport"), ("Form.AskWhat", "Agree to close one street"), ("Form.AskOf", "Streets officer"))).Said);
        var done = await performance.SendAsync(address, "progress", ("Form.Progress", "OnTrack"), ("Form.Why", "The street is closed already."));

        Assert.Equal("Overall progress is now: On track.", done.Said);
        Assert.Contains("The street is closed already.", done.Main, StringComparison.Ordinal);
    }
}

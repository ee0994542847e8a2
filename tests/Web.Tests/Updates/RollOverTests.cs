using System.Net;
using Microsoft.EntityFrameworkCore;
using Trellis.Kernel.Access;
using Trellis.Plans;
using Trellis.Plans.RollingOver;
using Trellis.Testing;

namespace Trellis.Web.Tests.Updates;

/// <summary>What is not finished goes on in the plan of the next year.</summary>
public sealed class RollOverTests(BothDatabases databases) : IClassFixture<BothDatabases>
{
    [Theory, OnBothDatabases]
    public async Task Post_RollOver_TakesTheUnfinishedWithItsHistory(DatabaseKind kind)
    {
        var host = await databases.OnAsync(kind);
        using var cast = await new CycleBuilder().MakeAsync(host);
        var old = $"/plan/{cast.Plan.Address}";
        await cast.Performance.SendAsync($"{old}/milestones/M-5/state", "state", ("Form.State", "Complete"), ("Form.Completed.Day", "1"), ("Form.Completed.Month", "6"), ("Form.Completed.Year", "2026"));
        await cast.Performance.SendAsync($"{old}/milestones/M-1/state", "state", ("Form.State", "Complete"), ("Form.Completed.Day", "1"), ("Form.Completed.Month", "6"), ("Form.Completed.Year", "2026"));
        await cast.Performance.SendAsync($"{old}/milestones/M-2/date", "date", ("Form.Due.Kind", "Month"), ("Form.Due.Month", "8"), ("Form.Due.Year", "2027"), ("Form.Why", "Road works"));

        var asked = await cast.Performance.GetAsync($"{old}/roll-over");
        Assert.Equal("2027/28", asked.Field("Form.Year"));
        Assert.Contains("1 key action with 3 milestones that are not done would go over; 1 finished would stay behind.", asked.Main, StringComparison.Ordinal);
        var made = await cast.Performance.SendAsync(asked, "roll");

        Assert.Equal("The plan for 2027/28 was made. The old one stays as it is.", made.Said);
        Assert.NotEqual(old, made.Path);
        var moved = await cast.Performance.GetAsync($"{made.Path}/milestones/M-2");
        Assert.Contains("August 2027", moved.Main, StringComparison.Ordinal);
        Assert.Contains("13 months later", moved.Main, StringComparison.Ordinal);
        Assert.Contains("Road works", moved.Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await cast.Performance.GetAsync($"{made.Path}/actions/KA-2")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await cast.Performance.GetAsync($"{made.Path}/milestones/M-1")).Status);
        Assert.Contains("Half of the streets have no place to play", (await cast.Performance.GetAsync($"{made.Path}/text")).Main, StringComparison.Ordinal);
        Assert.Equal("2027/28", await host.InDatabaseAsync(db => db.Set<Challenge>().Where(c => c.PlanId != cast.Plan.Id && c.ContinuesId != null).OrderByDescending(c => c.Id).Select(c => c.Year).FirstAsync()));
        Assert.Equal(HttpStatusCode.OK, (await cast.Performance.GetAsync($"{old}/actions/KA-2")).Status);
    }

    [Theory, OnBothDatabases]
    public async Task Post_RollOver_IntoTheSameYear_IsRefused(DatabaseKind kind)
    {
        var host = await databases.OnAsync(kind);
        var plan = await new PlanBuilder().MakeAsync(host);
        using var performance = await host.SignedInAsync(Role.Performance);
        using var lead = await host.SignedInAsync(Role.LeadOfficer);

        var refused = await performance.SendAsync($"/plan/{plan.Address}/roll-over", "roll", ("Form.Year", "2026/27"));

        Assert.Equal(["This plan is for 2026/27 already. Enter the year that comes next"], refused.Errors);
        Assert.Equal(HttpStatusCode.Forbidden, (await lead.GetAsync($"/plan/{plan.Address}/roll-over")).Status);
    }

    [Theory]
    [InlineData("2026/27", "2027/28")]
    [InlineData("2099/00", "2100/01")]
    [InlineData("2026-27", "2027-28")]
    [InlineData("2026/2027", "2027/2028")]
    [InlineData("2026", "2027")]
    [InlineData("Year 3", "Year 3")]
    public void YearAfter_AsCouncilsWriteIt_IsTheNext(string year, string next) => Assert.Equal(next, RollOver.YearAfter(year));
}

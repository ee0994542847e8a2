using Microsoft.EntityFrameworkCore;
using Trellis.Governance;
using Trellis.Governance.Asks;
using Trellis.Governance.Cycles;
using Trellis.Governance.Meetings;
using Trellis.Kernel.Access;
using Trellis.Kernel.Organisation;
using Trellis.Plans;
using Trellis.Testing;
using Trellis.Web.Samples;

namespace Trellis.Web.Tests.Plans;

/// <summary>Who starts Trellis with its samples finds a quarter in the middle of its work, on whatever day that is.</summary>
public sealed class SampleTests
{
    private static readonly string Samples = Path.Combine(AppContext.BaseDirectory, "samples");

    [Theory, OnBothDatabases]
    public async Task Get_FreshSamplePlace_ShowsEachPartOfAQuarter(DatabaseKind kind)
    {
        await using var host = await TrellisHost.StartAsync(kind);
        Assert.True(await host.InScopeAsync(s => s.Get<SampleLoader>().LoadAsync(Samples, default)));
        using var everybody = await host.SignedInAsync([.. Role.Everyone]);
        using var anybody = host.Anybody();
        var (plan, cycle) = await host.InDatabaseAsync(async db => (await db.Set<Plan>().SingleAsync(), await db.Set<ReportingCycle>().SingleAsync()));

        await ShowsAsync("/cycles", cycle.Title, "Open");
        await ShowsAsync(CycleService.AddressOf(cycle), "4 of 9 updates sent, 2 approved", "Children's Partnership Board, ");
        await ShowsAsync("/approvals", "2 updates wait", "Set aside flats for young people leaving care");
        await ShowsAsync("/asks", "Three neighbouring councils to share the cost of one recruitment campaign");
        await ShowsAsync("/asks?show=answered", "Health visitors to be released for two days of training");
        await ShowsAsync($"/plan/{plan.Address}/exceptions", cycle.Title, "Find forty new foster homes");
        foreach (var board in new[] { "partnership", "scrutiny" })
        {
            await ShowsAsync($"/boards/{board}/members", "Chair");
            var meetings = await host.InDatabaseAsync(async db =>
            {
                var forum = await db.Set<Forum>().SingleAsync(f => f.Address == board);
                return await db.Set<Meeting>().Where(m => m.ForumId == forum.Id).OrderBy(m => m.Day).ToListAsync();
            });
            Assert.Equal([MeetingState.Held, board == "scrutiny" ? MeetingState.Called : MeetingState.Planned], meetings.Select(m => m.State));
            await ShowsAsync($"/boards/{board}/meetings/{meetings[0].Address}", "Published on", "Decision D-1", "Minutes");
            await ShowsAsync($"/boards/{board}/meetings/{meetings[1].Address}", "Exempt");
            Assert.Contains("Minutes of item 1", (await anybody.GetAsync($"/public/boards/{board}/meetings/{meetings[0].Address}")).Main, StringComparison.Ordinal);
        }

        await ShowsAsync("/boards/scrutiny/challenges", "SC-1", "front door team still two posts short");
        await ShowsAsync("/boards/scrutiny/challenges/SC-2", "The letter will name the usual time", "Accepted in part");
        await ShowsAsync("/measures?q=re-referrals", "Re-referrals within 12 months 23.4% Year to March 2025", "of 11");
        await ShowsAsync("/measures/re-referrals", "among neighbours", "Statistical neighbours, 2025", "North West", "Local Authority Interactive Tool", "Open Government Licence v3.0");
        await ShowsAsync("/risks", "Very high", "Family centres cannot fill their posts");
        await ShowsAsync("/risks/staff", "Two of six posts were filled", "A shared list of relief staff", "Advertise the four posts");
        var list = await anybody.GetAsync("/published");
        Assert.Contains(plan.Title, list.Main, StringComparison.Ordinal);
        var report = await anybody.GetAsync(list.Link(plan.Title));
        Assert.Contains("before two updates were approved", report.Main, StringComparison.Ordinal);
        Assert.Contains("118 took up a place", report.Main, StringComparison.Ordinal);

        async Task ShowsAsync(string address, params string[] words)
        {
            var page = await everybody.GetAsync(address);
            Assert.All(words, word => Assert.Contains(word, page.Main, StringComparison.Ordinal));
        }
    }

    /// <summary>An owner finds what was typed and what came back.</summary>
    [Fact]
    public async Task Get_FreshSamplePlace_OwnerFindsADraftAndWhatCameBack()
    {
        await using var host = await TrellisHost.StartAsync();
        await host.InScopeAsync(s => s.Get<SampleLoader>().LoadAsync(Samples, default));
        var officer = await host.InDatabaseAsync(db => db.Set<Officer>().SingleAsync(o => o.Name == "Head of Early Help"));
        using var owner = await new AccountBuilder { Roles = [Role.LeadOfficer], OfficerId = officer.Id }.SignInAsync(host);

        var page = await owner.GetAsync("/updates");

        Assert.Contains("It came back with this reason: Say how many open plans", page.Main, StringComparison.Ordinal);
        Assert.Contains("A third round of interviews is", page.Main, StringComparison.Ordinal);
        Assert.Contains("updates for How it stands at the end of April 2026", (await owner.GetAsync("/")).Main, StringComparison.Ordinal);
    }
}

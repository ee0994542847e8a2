using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.Kernel.Access;
using Trellis.Plans;
using Trellis.Publishing.Published;
using Trellis.Testing;

namespace Trellis.Web.Tests.Publishing;

public sealed class PublishTests
{
    [Theory, OnBothDatabases]
    public async Task Publish_Report_IsPublicAndStaysAsItWas(DatabaseKind kind)
    {
        await using var host = await TrellisHost.StartAsync(kind);
        var plan = await new FullPlan().MakeAsync(host);
        using var performance = await host.SignedInAsync(Role.Performance);
        using var anybody = host.Anybody();

        var done = await PublishAsync(performance, plan);
        var word = await anybody.Http.GetByteArrayAsync("/published/plan-for-play/versions/1/download.docx");
        await RetitleAsync(host, plan, "Ask every family where");
        var page = await anybody.GetAsync("/published/plan-for-play");

        Assert.Equal("The report is public.", done.Said);
        Assert.Equal("Plan for play", page.Heading);
        Assert.Contains("Ask families where", page.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Ask every family", page.Main, StringComparison.Ordinal);
        Assert.Equal(word, await anybody.Http.GetByteArrayAsync("/published/plan-for-play/versions/1/download.docx"));
        Assert.Contains("Ask families where", await anybody.Http.GetStringAsync("/published/plan-for-play/versions/1/download.csv"), StringComparison.Ordinal);
        Assert.Contains("Plan for play", (await anybody.GetAsync("/published")).Main, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task Publish_Correction_SaysWhatChangedAndOldVersionPointsToIt(DatabaseKind kind)
    {
        await using var host = await TrellisHost.StartAsync(kind);
        var plan = await new FullPlan().MakeAsync(host);
        using var performance = await host.SignedInAsync(Role.Performance);
        using var anybody = host.Anybody();
        await PublishAsync(performance, plan);
        var first = await anybody.Http.GetByteArrayAsync("/published/plan-for-play/versions/1/download.json");

        var same = await PublishAsync(performance, plan, ("Form.Correction", "Nothing"));
        await RetitleAsync(host, plan, "Ask every family where");
        var silent = await PublishAsync(performance, plan);
        await PublishAsync(performance, plan, ("Form.Correction", "All families are asked"));
        var old = await anybody.GetAsync("/published/plan-for-play/versions/1");
        var newest = await anybody.GetAsync("/published/plan-for-play");

        Assert.Equal(["Nothing has changed since version 1"], same.Errors);
        Assert.Equal(["Say in a sentence what changed since the version before"], silent.Errors);
        Assert.Contains("A corrected version exists: version 2", old.Main, StringComparison.Ordinal);
        Assert.Contains("Ask families where", old.Main, StringComparison.Ordinal);
        Assert.Contains("All families are asked", newest.Main, StringComparison.Ordinal);
        Assert.Contains("Ask every family where", newest.Main, StringComparison.Ordinal);
        Assert.Equal(first, await anybody.Http.GetByteArrayAsync("/published/plan-for-play/versions/1/download.json"));
        using var second = JsonDocument.Parse(await anybody.Http.GetStringAsync("/published/plan-for-play/versions/2/download.json"));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(first)), second.RootElement.GetProperty("previous").GetString());
    }

    [Fact]
    public async Task Get_Published_ShowsTheHashOfItsJsonFile()
    {
        await using var host = await TrellisHost.StartAsync();
        var plan = await new FullPlan().MakeAsync(host);
        using var performance = await host.SignedInAsync(Role.Performance);
        using var anybody = host.Anybody();
        await PublishAsync(performance, plan);

        var file = await anybody.Http.GetByteArrayAsync("/published/plan-for-play/versions/1/download.json");

        Assert.Contains(Convert.ToHexStringLower(SHA256.HashData(file)), (await anybody.GetAsync("/published/plan-for-play")).Texts("code"));
    }

    [Fact]
    public async Task Get_ChangedRow_SaysThatItDoesNotMatchItsHash()
    {
        await using var host = await TrellisHost.StartAsync();
        var plan = await new FullPlan().MakeAsync(host);
        using var performance = await host.SignedInAsync(Role.Performance);
        using var anybody = host.Anybody();
        await PublishAsync(performance, plan);
        await host.InDatabaseAsync(async db =>
        {
            var kept = await db.Set<PublishedSnapshot>().SingleAsync();
            db.Entry(kept).Property(k => k.Bytes).CurrentValue = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(kept.Bytes).Replace("Ask families", "Ask nobody", StringComparison.Ordinal));
            await db.SaveAsync(new Process("Changed for a test", Actor.Program), default);
            return true;
        });

        var page = await anybody.GetAsync("/published/plan-for-play");

        Assert.Contains("does not match its hash", page.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Ask nobody", page.Main, StringComparison.Ordinal);
        using var download = await anybody.Http.GetAsync("/published/plan-for-play/versions/1/download.docx");
        Assert.Equal(HttpStatusCode.Conflict, download.StatusCode);
        var broken = await host.InScopeAsync(s => s.Get<PublishingService>().VerifyAsync(default));
        Assert.Equal((1, 1), (broken.Versions, broken.Broken.Count));
    }

    [Fact]
    public async Task Publish_PlanChangedSinceItWasLookedAt_AsksToLookAgain()
    {
        await using var host = await TrellisHost.StartAsync();
        var plan = await new FullPlan().MakeAsync(host);
        using var performance = await host.SignedInAsync(Role.Performance);

        var looked = await performance.GetAsync($"/plan/{plan.Address}/report/publish");
        await RetitleAsync(host, plan, "Ask every family where");
        var sent = await performance.SendAsync(looked, "publish", ("Form.Confirmed", "yes"));
        using var anybody = host.Anybody();

        Assert.Equal(["The plan changed while you looked at the report. Look at it again, then publish"], sent.Errors);
        Assert.Equal(HttpStatusCode.NotFound, (await anybody.GetAsync("/published/plan-for-play")).Status);
    }

    [Fact]
    public async Task Get_PublishPage_UserDoesNotHavePermission_ReturnsForbidden()
    {
        await using var host = await TrellisHost.StartAsync();
        var plan = await new PlanBuilder().MakeAsync(host);
        using var lead = await host.SignedInAsync(Role.LeadOfficer, Role.Head, Role.Clerk);

        Assert.Equal(HttpStatusCode.Forbidden, (await lead.GetAsync($"/plan/{plan.Address}/report/publish")).Status);
        Assert.Equal(HttpStatusCode.OK, (await lead.GetAsync($"/plan/{plan.Address}/report")).Status);
        using var anybody = host.Anybody();
        using var report = await anybody.Http.GetAsync($"/plan/{plan.Address}/report/download.docx");
        Assert.Equal(HttpStatusCode.Found, report.StatusCode);
    }

    [Fact]
    public async Task Get_Published_IsKeptForAMinuteForThePublicAlone()
    {
        await using var host = await TrellisHost.StartAsync();
        var plan = await new FullPlan().MakeAsync(host);
        using var performance = await host.SignedInAsync(Role.Performance);
        using var anybody = host.Anybody();
        await PublishAsync(performance, plan);
        await anybody.GetAsync("/published/plan-for-play");
        await RetitleAsync(host, plan, "Ask every family where");
        await PublishAsync(performance, plan, ("Form.Correction", "All families are asked"));
        host.Clock.Advance(TimeSpan.FromSeconds(61));

        var page = await anybody.GetAsync("/published/plan-for-play");

        Assert.True(page.Headers.CacheControl is { Public: true, MaxAge.TotalSeconds: 60 });
        Assert.Contains("All families are asked", page.Main, StringComparison.Ordinal);
        Assert.True((await performance.GetAsync("/published/plan-for-play")).Headers.CacheControl?.NoStore);
    }

    [Fact]
    public async Task Publish_Unconfirmed_AsksToLook()
    {
        await using var host = await TrellisHost.StartAsync();
        var plan = await new PlanBuilder().MakeAsync(host);
        using var performance = await host.SignedInAsync(Role.Performance);

        var sent = await performance.SendAsync($"/plan/{plan.Address}/report/publish", "publish");

        Assert.Equal(["Say that you have looked at the report"], sent.Errors);
    }

    private static Task<PageAnswer> PublishAsync(Visitor visitor, Plan plan, params (string, string)[] typed) =>
        visitor.SendAsync($"/plan/{plan.Address}/report/publish", "publish", [("Form.Confirmed", "yes"), .. typed]);

    private static Task RetitleAsync(TrellisHost host, Plan plan, string title) => host.InScopeAsync(async services =>
    {
        var items = services.Get<ItemService>();
        var item = (await items.FindAsync(plan.Id, "M-1", default))!;
        host.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.True((await items.ChangeAsync(plan.Id, "M-1", item.Version, new MilestoneOptions(title, ((Milestone)item).CurrentDue), new Process("Changed for a test", Actor.Program), default)).IsDone);
    });
}

using System.Net;
using Microsoft.EntityFrameworkCore;
using Trellis.Kernel.Access;
using Trellis.Kernel.Audit;
using Trellis.StatutoryReturns.Checking;
using Trellis.StatutoryReturns.Uploads;
using Trellis.Testing;

namespace Trellis.Web.Tests.StatutoryReturns;

/// <summary>A return that is checked and forgotten is seen by whoever gave it, for as long as they look at it, and leaves nothing.</summary>
public sealed class CheckAndForgetTests(TrellisHost host) : IClassFixture<TrellisHost>
{
    [Fact]
    public async Task Post_FilesOfAReturn_ShowsTheFailuresByRuleAndWhereTheyAre()
    {
        using var analyst = await host.SignedInAsync(Role.Performance);

        var result = await new SmallReturn().CheckAsync(analyst);

        Assert.Equal("SSDA903 of 2026", result.Heading);
        Assert.Contains("3 children, in Header (3), Episodes (3), SWEpisodes (2)", result.Main, StringComparison.Ordinal);
        Assert.Equal(["103", "Not stated", "1", "0"], Row(result, "103")[..4]);
        Assert.Contains("rules were not run", result.Main, StringComparison.Ordinal);
        var failures = await analyst.GetAsync(result.Link("103"));
        Assert.Contains("1 failure", failures.Main, StringComparison.Ordinal);
        Assert.Contains("A1003 103, failure 1 Not stated Header, row 3 ETHNIC XXXX", failures.Main, StringComparison.Ordinal);
        var child = await analyst.GetAsync(failures.Link("A1003"));
        Assert.Equal("Child A1003", child.Document.QuerySelector("h1")!.LastChild!.TextContent.Trim());
        Assert.DoesNotContain("A1003", child.Address.AbsoluteUri, StringComparison.Ordinal);
        Assert.Equal("XXXXfails 103", child.Document.QuerySelector("td.trellis-failing")!.TextContent.Trim());
        Assert.Contains("Children who started to be looked after in the year", child.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_FilteredByWorkerAndTeam_ShowsTheirChildrenAlone()
    {
        using var analyst = await host.SignedInAsync(Role.Performance);
        var result = await new SmallReturn().CheckAsync(analyst);
        var address = result.Address.AbsolutePath;

        var first = await analyst.GetAsync($"{address}/failures?worker=0");
        var second = await analyst.GetAsync($"{address}/failures?worker=1&rule=103");
        var south = await analyst.GetAsync($"{address}/failures?team=1&rule=103");
        var north = await analyst.GetAsync($"{address}/failures?team=0&rule=103");

        Assert.DoesNotContain("A1003", first.Main, StringComparison.Ordinal);
        Assert.Contains("A1003", second.Main, StringComparison.Ordinal);
        Assert.Contains("A1003", south.Main, StringComparison.Ordinal);
        Assert.Contains("None is like this", north.Main, StringComparison.Ordinal);
        Assert.Equal(["Any", "North", "South"], south.Document.QuerySelectorAll("select[name=team] option").Select(o => o.TextContent));
    }

    [Fact]
    public async Task Post_AChildsIdentifier_FindsItHoweverItIsTyped()
    {
        using var analyst = await host.SignedInAsync(Role.Performance);
        var children = await analyst.GetAsync($"{(await new SmallReturn().CheckAsync(analyst)).Address.AbsolutePath}/children");

        var found = await analyst.SendAsync(children, "find", ("Form.Child", " a1003 "));
        var unknown = await analyst.SendAsync(children, "find", ("Form.Child", "A9"));

        Assert.Contains("Child A1003", found.Heading, StringComparison.Ordinal);
        Assert.Equal(["No row of this return names that child"], unknown.Errors);
        Assert.DoesNotContain("A1001", children.Main, StringComparison.Ordinal);
        Assert.Contains("A1001", (await analyst.GetAsync(children.Link("Show all children"))).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_CorrectedFiles_SaysWhatIsMended()
    {
        using var analyst = await host.SignedInAsync(Role.Performance);
        var first = await new SmallReturn().CheckAsync(analyst);

        var second = await new SmallReturn { Ethnic = "WBRI" }.CheckAsync(analyst, first.Link("Check again with corrected files"));

        Assert.Contains("1 mended, 0 new", second.Main, StringComparison.Ordinal);
        var changes = await analyst.GetAsync($"{second.Address.AbsolutePath}/changes");
        Assert.Equal(["103", "1", "0", "0"], Row(changes, "103")[..4]);
    }

    [Fact]
    public async Task Get_AnothersReturn_IsNotFoundAndNobodyReadsItFromTheDatabase()
    {
        using var analyst = await host.SignedInAsync(Role.Performance);
        using var other = await host.SignedInAsync(Role.Performance);
        using var head = await host.SignedInAsync(Role.Head);
        var result = await new SmallReturn { Child = "ZEBRA77" }.CheckAsync(analyst);
        var address = result.Address.AbsolutePath;

        foreach (var part in new[] { "", "/failures", "/children", "/children/2", "/failures/0", "/indicators", "/indicators/cla.started", "/files", "/export.csv", "/access", "/delete", "/open" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(address + part)).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await head.GetAsync(address + part)).Status);
        }

        Assert.Equal(0, await host.InDatabaseAsync(db => db.Set<ReturnUpload>().CountAsync(u => u.Id == IdOf(result))));
        Assert.Equal(0, await host.InDatabaseAsync(db => db.Set<RecordRead>().CountAsync(r => r.RecordId == IdOf(result))));
        Assert.False(await host.InDatabaseAsync(db => db.Set<AuditChange>().AnyAsync(c => c.Fields.Contains("ZEBRA77"))));
    }

    [Fact]
    public async Task Post_Forget_LetsTheReturnGo()
    {
        using var analyst = await host.SignedInAsync(Role.Performance);
        var result = await new SmallReturn().CheckAsync(analyst);

        var list = await analyst.SendAsync(result, "forget");

        Assert.Equal("The return is forgotten.", list.Said);
        Assert.Equal(HttpStatusCode.NotFound, (await analyst.GetAsync(result.Address.AbsolutePath)).Status);
    }

    [Fact]
    public async Task Get_AfterHalfAnHour_FindsNothing()
    {
        await using var own = await TrellisHost.StartToLeapAsync(DatabaseKind.Sqlite);
        using var analyst = await own.SignedInAsync(Role.Performance);
        var result = await new SmallReturn().CheckAsync(analyst);
        own.Clock.Advance(OpenReturns.Kept - TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.OK, (await analyst.GetAsync(result.Address.AbsolutePath)).Status);

        own.Clock.Advance(OpenReturns.Kept + TimeSpan.FromMinutes(1));

        Assert.Null(own.App.Services.Get<OpenReturns>().Find(IdOf(result)));
    }

    [Theory]
    [InlineData("csv", "rule,severity,child")]
    [InlineData("json", "{\"rules\":[")]
    [InlineData("xlsx", "PK")]
    public async Task Get_Download_IsTheReportOfTheTerminal(string kind, string begins)
    {
        using var analyst = await host.SignedInAsync(Role.Performance);
        var result = await new SmallReturn().CheckAsync(analyst);

        using var answer = await analyst.Http.GetAsync($"{result.Address.AbsolutePath}/export.{kind}");

        var text = await answer.Content.ReadAsStringAsync();
        Assert.StartsWith(begins, text.TrimStart('\uFEFF'), StringComparison.Ordinal);
        Assert.Equal($"SSDA903-2026.{kind}", answer.Content.Headers.ContentDisposition!.FileName);
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task Get_DownloadOfAList_HoldsWhatTheListHolds()
    {
        using var analyst = await host.SignedInAsync(Role.Performance);
        var result = await new SmallReturn().CheckAsync(analyst);
        var failures = await analyst.GetAsync(result.Link("103"));

        var these = (await analyst.Http.GetStringAsync(failures.Link("CSV"))).Trim().Split("\r\n");
        var all = (await analyst.Http.GetStringAsync(result.Link("CSV"))).Trim().Split("\r\n");

        Assert.StartsWith("103,", Assert.Single(these[1..]), StringComparison.Ordinal);
        Assert.Contains(these[1], all);
        Assert.True(all.Length > these.Length);
    }

    [Fact]
    public async Task Get_IndicatorsOfAnotherDay_CountWhoWasThereThen()
    {
        using var analyst = await host.SignedInAsync(Role.Performance);
        var address = $"{(await new SmallReturn().CheckAsync(analyst)).Address.AbsolutePath}/indicators";

        var summer = await analyst.GetAsync($"{address}?on=1+7+2025");
        var behind = await analyst.GetAsync(summer.Link("Children looked after on 1 July 2025"));
        var never = await analyst.GetAsync($"{address}?on=1+7+2031");

        Assert.Contains("Counted at the end of 1 July 2025", summer.Main, StringComparison.Ordinal);
        Assert.Equal("2", Row(summer, "Children looked after on 1 July 2025")[1]);
        Assert.DoesNotContain("started to be looked after", summer.Main, StringComparison.Ordinal);
        Assert.Contains("Counted at the end of 1 July 2025", behind.Main, StringComparison.Ordinal);
        Assert.Contains("A1002", behind.Main, StringComparison.Ordinal);
        Assert.Equal(["Enter a day from 1 4 2025 to 31 3 2026"], never.Errors);
    }

    [Fact]
    public async Task Post_SentByTheScriptThatShowsProgress_IsToldWhereToGo()
    {
        using var analyst = await host.SignedInAsync(Role.Performance);
        var page = await analyst.GetAsync("/returns/check");
        Assert.NotNull(page.Document.QuerySelector("form [data-sending][data-sent]"));
        analyst.Http.DefaultRequestHeaders.Add("Trellis-Progress", "yes");

        var refused = await analyst.SendAsync(page, "check");
        var told = await analyst.SendAsync(new SmallReturn().Into(page));

        Assert.Equal(["Choose the files of the return"], refused.Errors);
        Assert.Equal(HttpStatusCode.OK, told.Status);
        var next = told.Headers.GetValues("Trellis-Next").Single();
        Assert.Equal("SSDA903 of 2026", (await analyst.GetAsync(next)).Heading);
    }

    [Fact]
    public async Task Post_WhatIsNoReturn_SaysWhatAndWhere()
    {
        using var analyst = await host.SignedInAsync(Role.Performance);
        var page = await analyst.GetAsync("/returns/check");

        var none = await analyst.SendAsync(page, "check", ("Form.Year", "next"));
        var other = await analyst.SendAsync(FilledForm.Of(page, "check").Choose("Form.Files", "shopping.csv", "what,price\nmilk,1\n"u8.ToArray()));
        var damaged = await analyst.SendAsync(FilledForm.Of(page, "check").Choose("Form.Files", "census.xml", "<Message><Header>"u8.ToArray()));
        var teams = await analyst.SendAsync(new SmallReturn().Into(page).Choose("Form.Files", "team.csv", "who\nA1\n"u8.ToArray()));

        Assert.Equal(["Enter the collection year as four digits, for example 2026", "Choose the files of the return"], none.Errors);
        Assert.Equal(["shopping.csv: It is no table of the return by its name or its headings. It was not read"], other.Errors);
        Assert.Contains(damaged.Errors, e => e.StartsWith("census.xml: ", StringComparison.Ordinal));
        Assert.NotEqual(HttpStatusCode.InternalServerError, teams.Status);
    }

    private static string[] Row(PageAnswer page, string head) =>
        [.. page.Document.QuerySelectorAll("tr").First(r => r.QuerySelector("th")!.TextContent == head).Children.Select(c => c.TextContent.Trim())];

    private static Guid IdOf(PageAnswer page) => Guid.Parse(page.Address.AbsolutePath.Split('/')[2]);
}

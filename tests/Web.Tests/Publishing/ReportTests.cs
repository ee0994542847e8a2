using System.Net;
using System.Text;
using Trellis.Kernel.Access;
using Trellis.Testing;

namespace Trellis.Web.Tests.Publishing;

public sealed class ReportTests
{
    [Theory, OnBothDatabases]
    public async Task Get_Report_ShowsPlanInItsOwnWordsWithStatesAndCommentary(DatabaseKind kind)
    {
        await using var host = await TrellisHost.StartAsync(kind);
        var plan = await new FullPlan().MakeAsync(host);
        using var reader = await host.SignedInAsync(Role.Reader);

        var page = await reader.GetAsync($"/plan/{plan.Address}/report");

        foreach (var words in (string[])["Mission 2: Let every child", "Lead member: Councillor Ann Wood", "Challenges 2026/27", "Undertakings with their steps", "Stuck; others must help",
            "Complete, 12 May 2026", "First promised for 10 June 2026".ToLowerInvariant(), "The police has no one to spare", "Three streets closed every Sunday.", "Streets closed a month", "Rain", "Very likely"])
        {
            Assert.Contains(words, page.Main, StringComparison.OrdinalIgnoreCase);
        }

        Assert.All(page.Document.QuerySelectorAll("main table"), table => Assert.NotNull(table.QuerySelector("caption")));
        Assert.Null(page.Document.QuerySelector("main [style]"));
        Assert.DoesNotContain(page.Texts("main a"), text => text == "Publish this report");
    }

    [Fact]
    public async Task Get_ReportOfOnePriority_LeavesTheOthersOut()
    {
        await using var host = await TrellisHost.StartAsync();
        var plan = await new FullPlan().MakeAsync(host);
        using var reader = await host.SignedInAsync(Role.Reader);

        var page = await reader.GetAsync($"/plan/{plan.Address}/report?priority=P-2");
        var csv = await reader.Http.GetStringAsync($"/plan/{plan.Address}/report/download.csv?priority=P-2");

        Assert.Contains("A second mission without a number", page.Text("main h2[class*='heading-l']"), StringComparison.Ordinal);
        Assert.DoesNotContain("Open streets for play", page.Main + csv, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync($"/plan/{plan.Address}/report?priority=P-9")).Status);
    }

    [Theory]
    [InlineData("docx", "PK")]
    [InlineData("html", "<!DOCTYPE html>")]
    [InlineData("csv", "\uFEFFMission,Strand")]
    [InlineData("json", "{")]
    public async Task Get_Download_IsOfItsFormat(string format, string begins)
    {
        await using var host = await TrellisHost.StartAsync();
        var plan = await new FullPlan().MakeAsync(host);
        using var reader = await host.SignedInAsync(Role.Reader);

        var file = await reader.Http.GetByteArrayAsync($"/plan/{plan.Address}/report/download.{format}");

        Assert.StartsWith(begins, Encoding.UTF8.GetString(file), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_PdfWithoutChromium_SaysWhatToDo()
    {
        await using var host = await TrellisHost.StartAsync(settings: "--Papers:Chromium=/nowhere/chromium");
        var plan = await new PlanBuilder().MakeAsync(host);
        using var reader = await host.SignedInAsync(Role.Reader);

        using var answer = await reader.Http.GetAsync($"/plan/{plan.Address}/report/download.pdf");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("PDF needs Chromium: install it or set Papers:Chromium.", await answer.Content.ReadAsStringAsync());
        Assert.Contains("PDF: needs Chromium", (await reader.GetAsync($"/plan/{plan.Address}/report")).Main, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("exe")]
    [InlineData("1")]
    public async Task Get_UnknownFormat_ReturnsNotFound(string format)
    {
        await using var host = await TrellisHost.StartAsync();
        var plan = await new PlanBuilder().MakeAsync(host);
        using var reader = await host.SignedInAsync(Role.Reader);

        using var answer = await reader.Http.GetAsync($"/plan/{plan.Address}/report/download.{format}");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}

using System.Net;
using Trellis.Governance.Meetings;
using Trellis.Governance.Scrutiny;
using Trellis.Kernel.Access;
using Trellis.Testing;

namespace Trellis.Web.Tests.Governance;

/// <summary>A challenge on its way from the panel to its answer and back.</summary>
public sealed class ScrutinyTests(BothDatabases databases) : IClassFixture<BothDatabases>
{
    private static readonly DateOnly Today = new(2026, 6, 1);

    [Theory, OnBothDatabases]
    public async Task Post_WholeWayOfAChallenge_StaysOnTheAgendaUntilClosed(DatabaseKind kind)
    {
        var host = await databases.OnAsync(kind);
        var panel = await new BoardBuilder { Name = "Scrutiny Panel" }.MakeAsync(host);
        var next = MeetingService.AddressOf(panel, await BoardBuilder.MeetingAsync(host, panel, Today.AddDays(30)));
        var officer = await new OfficerBuilder { Name = "Head of play" }.MakeAsync(host);
        using var clerk = await host.SignedInAsync(Role.Clerk);
        using var owner = await new AccountBuilder { Roles = [Role.LeadOfficer], OfficerId = officer.Id }.SignInAsync(host);
        using var other = await host.SignedInAsync(Role.LeadOfficer);
        using var reader = await host.SignedInAsync(Role.Reader);

        var raised = await clerk.SendAsync(
            $"/boards/{panel.Address}/challenges/new", "edit", ("Form.Text", "Why is the playground shut?"), ("Form.RaisedBy", "The panel"), ("Form.OwnerOfficerId", $"{officer.Id}"));
        Assert.Equal($"/boards/{panel.Address}/challenges/SC-1", raised.Path);
        Assert.Contains("Answer due on 1 August 2026", raised.Main, StringComparison.Ordinal);
        Assert.Contains("Why is the playground shut?", (await owner.GetAsync("/")).Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"{raised.Path}/answer")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.GetAsync($"{raised.Path}/answer")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.GetAsync($"{raised.Path}/answer")).Status);

        var silent = await owner.SendAsync($"{raised.Path}/answer", "answer", ("Form.Answer", "It is being mended."), ("Form.Verdict", "InPart"));
        Assert.Equal(["Say why it is not accepted as a whole"], silent.Errors);
        var answered = await owner.SendAsync(silent, "answer", ("Form.VerdictReason", "Only one swing is broken."));
        Assert.Contains("Answered on 1 June 2026: accepted in part", answered.Main, StringComparison.Ordinal);
        Assert.Contains("SC-1: Why is the playground shut?", (await clerk.GetAsync(next)).Text("#coming-back ~ table"), StringComparison.Ordinal);

        await clerk.SendAsync($"{raised.Path}/send-back", "send-back", ("Form.Reason", "By when?"));
        Assert.Contains("Answer again: the panel sent it back", (await owner.GetAsync("/")).Main, StringComparison.Ordinal);
        await owner.SendAsync($"{raised.Path}/answer", "answer", ("Form.Answer", "It opens in July."), ("Form.Verdict", "Accepted"));
        var closed = await clerk.SendAsync(raised.Path, "close");

        Assert.Contains("Closed on 1 June 2026", closed.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("SC-1", (await clerk.GetAsync(next)).Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.SendAsync($"{raised.Path}/send-back", "send-back", ("Form.Reason", "Again"))).Status);
    }

    [Fact]
    public async Task Post_Withdraw_TakesItOffTheAgendaAndKeepsItsReference()
    {
        var host = await databases.OnAsync(DatabaseKind.Sqlite);
        var panel = await new BoardBuilder().MakeAsync(host);
        var next = MeetingService.AddressOf(panel, await BoardBuilder.MeetingAsync(host, panel, Today.AddDays(30)));
        var challenge = await BoardBuilder.ChallengeAsync(host, panel, "Written by mistake");
        using var clerk = await host.SignedInAsync(Role.Clerk);

        await clerk.SendAsync($"{ChallengeService.AddressOf(panel, challenge)}/edit", "withdraw");

        Assert.DoesNotContain("Written by mistake", (await clerk.GetAsync(next)).Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.GetAsync(ChallengeService.AddressOf(panel, challenge))).Status);
        Assert.Equal("SC-2", (await BoardBuilder.ChallengeAsync(host, panel, "Another")).Reference);
    }

    [Theory]
    [InlineData("2025-12-31", "2026-02-28")]
    [InlineData("2026-06-30", "2026-08-30")]
    public async Task DueAfter_LongMonths_EndsWithTheShorterOne(string raised, string due)
    {
        var host = await databases.OnAsync(DatabaseKind.Sqlite);
        var panel = await new BoardBuilder().MakeAsync(host);

        Assert.Equal(DateOnly.Parse(due), ChallengeService.DueAfter(panel, DateOnly.Parse(raised)));
    }

    [Theory, OnBothDatabases]
    public async Task Get_LogAndSpreadsheet_FilterByStateAndBoard(DatabaseKind kind)
    {
        await using var host = await TrellisHost.StartAsync(kind);
        var (one, two) = (await new BoardBuilder { Name = "Panel one" }.MakeAsync(host), await new BoardBuilder { Name = "Panel two" }.MakeAsync(host));
        await BoardBuilder.ChallengeAsync(host, one, "An old question", raisedOn: new DateOnly(2026, 1, 31));
        await BoardBuilder.ChallengeAsync(host, one, "A new question");
        await BoardBuilder.ChallengeAsync(host, two, "=1+1 is a formula", raisedOn: new DateOnly(2026, 2, 1));
        using var reader = await host.SignedInAsync(Role.Reader);

        Assert.Equal(["SC-1: An old question", "SC-1: =1+1 is a formula"], (await reader.GetAsync("/boards/challenges?show=Overdue")).Texts("tbody th"));
        Assert.Equal(["SC-1: An old question", "SC-2: A new question"], (await reader.GetAsync($"/boards/challenges?board={one.Address}")).Texts("tbody th"));
        var csv = await reader.Http.GetStringAsync($"/boards/challenges/export.csv?board={two.Address}");
        Assert.Contains("Panel two,SC-1,Challenge,'=1+1 is a formula,The panel,2026-02-01,,2026-04-01,Yes,", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("question", csv, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task Post_LinkToAnAction_ShowsOnBothPages(DatabaseKind kind)
    {
        var host = await databases.OnAsync(kind);
        var plan = await new PlanBuilder { Title = $"Plan {kind}" }.MakeAsync(host);
        var panel = await new BoardBuilder().MakeAsync(host);
        var challenge = await BoardBuilder.ChallengeAsync(host, panel, "Too few streets");
        using var clerk = await host.SignedInAsync(Role.Clerk);
        var at = ChallengeService.AddressOf(panel, challenge);

        Assert.Contains("No action is called so", (await clerk.GetAsync($"{at}/link?words=100%25")).Main, StringComparison.Ordinal);
        var found = await clerk.GetAsync($"{at}/link?words=open+STREETS");
        var linked = await clerk.SendAsync(found, "link", ("Form.ActionId", found.Document.QuerySelector("input[type=radio]")!.GetAttribute("value")!));

        Assert.Equal($"/plan/{plan.Address}/actions/KA-1", linked.Link("Open streets for play"));
        Assert.Contains("Too few streets", (await clerk.GetAsync($"/plan/{plan.Address}/actions/KA-1")).Main, StringComparison.Ordinal);
    }
}

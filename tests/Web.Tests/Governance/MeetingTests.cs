using System.Net;
using Trellis.Governance.Meetings;
using Trellis.Kernel;
using Trellis.Kernel.Access;
using Trellis.Kernel.Organisation;
using Trellis.Testing;

namespace Trellis.Web.Tests.Governance;

/// <summary>A meeting from its agenda to its minutes, as a clerk takes it through.</summary>
public sealed class MeetingTests(BothDatabases databases) : IClassFixture<BothDatabases>
{
    private static readonly DateOnly Today = new(2026, 6, 1);

    /// <summary>What a form sends is in its list, or it is told so.</summary>
    [Theory, OnBothDatabases]
    public async Task Post_ChoiceThatIsInNoList_IsToldAndNotKept(DatabaseKind kind)
    {
        var host = await databases.OnAsync(kind);
        var board = await new BoardBuilder { Name = "Board of lists" }.MakeAsync(host);
        var at = MeetingService.AddressOf(board, await BoardBuilder.MeetingAsync(host, board, Today));
        using var clerk = await host.SignedInAsync(Role.Clerk, Role.Performance);
        var nobody = $"{ThingId.New(host.Clock)}";

        var item = await clerk.SendAsync($"{at}/items/new", "edit", ("Form.Title", "Early help"), ("Form.PresenterOfficerId", nobody));
        var member = await clerk.SendAsync($"/boards/{board.Address}/members/new", "edit", ("Form.Name", "Somebody"), ("Form.AgencyId", nobody), ("Form.OfficerId", nobody));

        Assert.Equal(["Choose an officer from the list"], item.Errors);
        Assert.Equal(["Choose an agency from the list", "Choose an officer from the list"], member.Errors.Where(e => e.StartsWith("Choose", StringComparison.Ordinal)));
    }

    [Theory, OnBothDatabases]
    public async Task Post_WholeLifeOfAMeeting_EndsWithPublishedMinutes(DatabaseKind kind)
    {
        var host = await databases.OnAsync(kind);
        var board = await new BoardBuilder().MakeAsync(host);
        var owner = await new OfficerBuilder { Name = "Head of early help" }.MakeAsync(host);
        var at = MeetingService.AddressOf(board, await BoardBuilder.MeetingAsync(host, board, Today));
        using var clerk = await host.SignedInAsync(Role.Clerk);

        var item = await clerk.SendAsync($"{at}/items/new", "edit", ("Form.Title", "Early help"), ("Form.Asked", "To agree"));
        var paper = await clerk.SendAsync($"{item.Path}/papers/new", "edit", ("Form.Title", "How early help stands"), ("Form.Body", "## Where we are\n\n- **Twelve** hubs"));
        Assert.Equal(("Where we are", "Twelve"), (paper.Text("main h3"), paper.Text("main li strong")));
        var sent = await clerk.SendAsync(at, "send");
        Assert.Contains("Sent on 1 June 2026: notice was not kept, the last day was 21 May 2026", sent.Main, StringComparison.Ordinal);
        var late = await clerk.SendAsync($"{at}/items/new", "edit", ("Form.Title", "A storm"));
        Assert.Equal(["Say why the chair takes this item after the papers went out"], late.Errors);
        await clerk.SendAsync(late, "edit", ("Form.LateReason", "It blew last night"));
        await clerk.SendAsync($"{item.Path}/minutes", "minutes", ("Form.Minutes", "All agreed."));
        var decided = await clerk.SendAsync($"{item.Path}/decide", "decide", ("Form.Text", "Open a hub in the north"), ("Form.OwnerOfficerId", $"{owner.Id}"));
        Assert.Equal("The decision was saved as D-1.", decided.Said);
        await clerk.SendAsync(at, "hold");
        var published = await clerk.SendAsync(at, "publish");

        Assert.Contains("Minutes Published on 1 June 2026", published.Main, StringComparison.Ordinal);
        Assert.Equal(["1. Early help", "2. A storm Late"], published.Texts("#agenda ~ form tbody th"));
        using var owning = await new AccountBuilder { Roles = [Role.LeadOfficer], OfficerId = owner.Id }.SignInAsync(host);
        Assert.Contains($"D-1: Open a hub in the north ({board.Name})", (await owning.GetAsync("/")).Main, StringComparison.Ordinal);
        await owning.SendAsync($"/boards/{board.Address}/decisions/D-1", "done");
        Assert.DoesNotContain("Open a hub", (await owning.GetAsync("/")).Main, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task Post_Attendance_JudgesTheQuorumByAgency(DatabaseKind kind)
    {
        var host = await databases.OnAsync(kind);
        var (council, police) = (await AgencyAsync(host, "Council"), await AgencyAsync(host, "Police"));
        var board = await new BoardBuilder { Quorum = 2, QuorumAgencyIds = [council.Id, police.Id] }.MakeAsync(host);
        var ann = await BoardBuilder.MemberAsync(host, board, "Director", council.Id);
        var bob = await BoardBuilder.MemberAsync(host, board, "Superintendent", police.Id);
        var cat = await BoardBuilder.MemberAsync(host, board, "Head teacher");
        await BoardBuilder.MemberAsync(host, board, "Observer", votes: false);
        var at = MeetingService.AddressOf(board, await BoardBuilder.MeetingAsync(host, board, Today));
        using var clerk = await host.SignedInAsync(Role.Clerk);

        var missing = await clerk.SendAsync($"{at}/attendance", "attendance", ($"Form.Who[{ann.Id}]", "present"), ($"Form.Who[{bob.Id}]", "apologies"), ($"Form.Who[{cat.Id}]", "present"));
        var reached = await clerk.SendAsync($"{at}/attendance", "attendance", ($"Form.Who[{bob.Id}]", "present"), ($"Form.Who[{cat.Id}]", "absent"));

        Assert.Contains($"Not quorate: 2 of 3 members with a vote; missing: {police.Name}. Apologies: Superintendent.", missing.Main, StringComparison.Ordinal);
        Assert.Contains("Quorate: 2 of 3 members with a vote.", reached.Main, StringComparison.Ordinal);
        Assert.Contains("Present: Director, Head teacher → Director, Superintendent", reached.Main, StringComparison.Ordinal);
        Assert.Contains(
            $"At least 2 members with a vote, among them 1 of {council.Name} and 1 of {police.Name}", (await clerk.GetAsync($"/boards/{board.Address}/members")).Main, StringComparison.Ordinal);
        var declared = await clerk.SendAsync($"{at}/declare", "declare", ("Form.MemberId", $"{ann.Id}"), ("Form.Text", "Governor of a school named in it"));
        Assert.Contains("Director, the whole meeting: Governor of a school named in it", declared.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_ExemptItem_NeedsParagraphAndSentence()
    {
        var host = await databases.OnAsync(DatabaseKind.Sqlite);
        var board = await new BoardBuilder().MakeAsync(host);
        var at = MeetingService.AddressOf(board, await BoardBuilder.MeetingAsync(host, board, Today.AddDays(40)));
        using var clerk = await host.SignedInAsync(Role.Clerk);

        var refused = await clerk.SendAsync($"{at}/items/new", "edit", ("Form.Title", "A tender"), ("Form.Openness", "Exempt"));
        Assert.Equal(2, refused.Errors.Count);
        var item = await clerk.SendAsync(refused, "edit", ("Form.ExemptParagraph", "3"), ("Form.PublicInterest", "Bidders would learn each other's price."));
        var paper = await clerk.SendAsync($"{item.Path}/papers/new", "edit", ("Form.Title", "The bids"), ("Form.Body", "Three bids."), ("Form.Openness", "Public"));

        Assert.Contains("Kept back under paragraph 3 of Schedule 12A", item.Main, StringComparison.Ordinal);
        Assert.Equal(["A paper cannot be more open than its item"], paper.Errors);
    }

    [Fact]
    public async Task Post_ItemIsKeptBackLater_TakesItsPapersAlong()
    {
        var host = await databases.OnAsync(DatabaseKind.Sqlite);
        var board = await new BoardBuilder().MakeAsync(host);
        var meeting = await BoardBuilder.MeetingAsync(host, board, Today.AddDays(40));
        var item = await BoardBuilder.ItemAsync(host, meeting, "A tender");
        await BoardBuilder.PaperAsync(host, item, "The bids", "Three bids.");
        using var clerk = await host.SignedInAsync(Role.Clerk);
        var at = AgendaService.AddressOf(board, meeting, item.Number);

        await clerk.SendAsync($"{at}/edit", "edit", ("Form.Openness", "Confidential"));

        Assert.Contains("Confidential", (await clerk.GetAsync($"{at}/papers/1")).Text(".govuk-inset-text"), StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task Post_KeyDecisionFromTheForwardPlan_WarnsWhenTheDaysAreMissing(DatabaseKind kind)
    {
        var host = await databases.OnAsync(kind);
        var board = await new BoardBuilder().MakeAsync(host);
        var (soon, later) = (await BoardBuilder.MeetingAsync(host, board, Today.AddDays(28)), await BoardBuilder.MeetingAsync(host, board, Today.AddDays(29)));
        using var clerk = await host.SignedInAsync(Role.Clerk);
        foreach (var meeting in new[] { soon, later })
        {
            await clerk.SendAsync(
                $"/boards/{board.Address}/forward-plan/new", "edit", ("Form.Title", "Close a home"), ("Form.IsKeyDecision", "true"), ("Form.MeetingId", $"{meeting.Id}"),
                ("Form.PublishedOn.Day", "1"), ("Form.PublishedOn.Month", "6"), ("Form.PublishedOn.Year", "2026"));
        }

        var plan = await clerk.GetAsync($"/boards/{board.Address}/forward-plan");
        Assert.Single(plan.Texts("td"), t => t.Contains("needs 28 clear days", StringComparison.Ordinal));
        foreach (var reference in new[] { "FP-1", "FP-2" })
        {
            var form = FilledForm.Of(plan, "agenda");
            form.Fields.Add(new("Take", reference));
            Assert.Equal("It is on the agenda now.", (await clerk.SendAsync(form)).Said);
        }

        Assert.StartsWith(
            "! Warning Item 1: A key decision needs 28 clear days on the published forward plan: this one was published on 1 June 2026, after 31 May 2026.",
            (await clerk.GetAsync(MeetingService.AddressOf(board, soon))).Text(".govuk-warning-text"), StringComparison.Ordinal);
        Assert.Equal("", (await clerk.GetAsync(MeetingService.AddressOf(board, later))).Text(".govuk-warning-text"));
    }

    [Theory, OnBothDatabases]
    public async Task Post_ManyAtTheSameMoment_EachGetsANumberOfItsOwnOrIsAskedAgain(DatabaseKind kind)
    {
        var host = await databases.OnAsync(kind);
        var board = await new BoardBuilder().MakeAsync(host);
        var meeting = await BoardBuilder.MeetingAsync(host, board, Today.AddDays(40));
        using var clerk = await host.SignedInAsync(Role.Clerk);
        var open = await clerk.GetAsync($"{MeetingService.AddressOf(board, meeting)}/items/new");

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => clerk.SendAsync(open, "edit", ("Form.Title", $"Item {i}"))));

        Assert.All(answers, a => Assert.Contains(a.Status, new[] { HttpStatusCode.OK, HttpStatusCode.Conflict }));
        Assert.All(answers.Where(a => a.Status == HttpStatusCode.Conflict), a => Assert.StartsWith("Item ", a.Field("Form.Title"), StringComparison.Ordinal));
        var items = await host.InScopeAsync(s => s.Get<AgendaService>().ItemsAsync(meeting.Id, default));
        Assert.Equal(answers.Count(a => a.Status == HttpStatusCode.OK), items.Count);
        Assert.Equal(items.Count, items.DistinctBy(i => i.Number).Count());
    }

    [Fact]
    public async Task Post_StepsOfTheAgenda_ChangeItsOrder()
    {
        var host = await databases.OnAsync(DatabaseKind.Sqlite);
        var board = await new BoardBuilder().MakeAsync(host);
        var meeting = await BoardBuilder.MeetingAsync(host, board, Today.AddDays(40));
        await BoardBuilder.ItemAsync(host, meeting, "First");
        await BoardBuilder.ItemAsync(host, meeting, "Second");
        using var clerk = await host.SignedInAsync(Role.Clerk);
        var form = FilledForm.Of(await clerk.GetAsync(MeetingService.AddressOf(board, meeting)), "order");
        form.Fields.Add(new("Step", "Up 2"));

        var moved = await clerk.SendAsync(form);

        Assert.Equal(["1. Second", "2. First"], moved.Texts("#agenda ~ form tbody th"));
    }

    [Fact]
    public async Task Get_ClerksStartPage_NamesPapersToSendAndTermsToReview()
    {
        await using var host = await TrellisHost.StartAsync();
        var board = await new BoardBuilder { Name = "Safeguarding Board" }.MakeAsync(host);
        await BoardBuilder.MeetingAsync(host, board, Today.AddDays(17));
        await BoardBuilder.MeetingAsync(host, board, Today.AddDays(60));
        using var clerk = await host.SignedInAsync(Role.Clerk);
        await clerk.SendAsync(
            $"/boards/{board.Address}/terms/new", "edit", ("Form.Text", "## Purpose\n\nTo watch."), ("Form.AgreedOn.Day", "1"), ("Form.AgreedOn.Month", "7"), ("Form.AgreedOn.Year", "2025"),
            ("Form.ReviewBy.Day", "31"), ("Form.ReviewBy.Month", "5"), ("Form.ReviewBy.Year", "2026"));

        var needs = (await clerk.GetAsync("/")).Texts("tbody td:first-child");

        Assert.Equal(["Review the terms of referenceSafeguarding Board", "Send agenda and papersSafeguarding Board, Thursday 18 June 2026 at 10:30, Town Hall"], needs);
        Assert.Contains("Version 1, agreed on 1 July 2025Review by: 31 May 2026 Overdue", (await clerk.GetAsync($"/boards/{board.Address}")).Main, StringComparison.Ordinal);
        using var reader = await host.SignedInAsync(Role.Reader);
        Assert.Empty((await reader.GetAsync("/")).Texts("tbody td:first-child"));
    }

    [Fact]
    public async Task Get_PagesOfTheClerk_ReturnForbiddenToAReader()
    {
        var host = await databases.OnAsync(DatabaseKind.Sqlite);
        var board = await new BoardBuilder().MakeAsync(host);
        var at = MeetingService.AddressOf(board, await BoardBuilder.MeetingAsync(host, board, Today.AddDays(40)));
        using var reader = await host.SignedInAsync(Role.Reader);
        foreach (var page in new[] { $"/boards/{board.Address}/rules", $"/boards/{board.Address}/members/new", $"{at}/edit", $"{at}/items/new", $"{at}/attendance", $"{at}/cancel" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await reader.GetAsync(page)).Status);
        }
    }

    private static Task<Agency> AgencyAsync(TrellisHost host, string name) => host.InScopeAsync(async s =>
        (await s.Get<AgencyService>().SaveAsync(null, 0, name, new Process("Made for a test", Actor.Program), default)).Value!);
}

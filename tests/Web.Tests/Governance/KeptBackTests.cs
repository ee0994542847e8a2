using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using Trellis.Governance;
using Trellis.Governance.ForwardPlan;
using Trellis.Governance.Meetings;
using Trellis.Governance.Scrutiny;
using Trellis.Kernel;
using Trellis.Kernel.Access;
using Trellis.Testing;

namespace Trellis.Web.Tests.Governance;

/// <summary>Nothing of what is exempt or confidential gets to the public, nor to somebody signed in who may not read it.</summary>
public sealed class KeptBackTests(BothDatabases databases) : IClassFixture<BothDatabases>
{
    /// <summary>Stands in every field of everything that is kept back.</summary>
    private const string Marker = "Zanzibar";

    /// <summary>Stands in everything that is open.</summary>
    private const string Open = "Playground";

    private const string Sentence = "Bidders would learn each other's price.";

    private static readonly Process Made = new("Made for a test", Actor.Program);
    private static readonly DateOnly Today = new(2026, 6, 1);
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private sealed record Filled(Forum Board, Meeting Meeting, string At, string Public);

    [Theory, OnBothDatabases]
    public async Task Get_EveryPublicAnswer_HoldsNothingThatIsKeptBack(DatabaseKind kind)
    {
        var host = await databases.OnAsync(kind);
        var filled = await FillAsync(host);
        using var anybody = host.Anybody();
        string[] addresses =
        [
            "/public/boards", filled.Public, $"{filled.Public}/meetings/{filled.Meeting.Address}", $"{filled.Public}/decisions.csv", $"{filled.Public}/challenges.csv",
            $"/public/boards/search?q={Open}", $"/public/boards/search?q={Marker}", "/public/boards/search?q=price", "/public/boards/search?q=%25",
        ];

        // Twice: what is kept is no other than what is made.
        foreach (var address in addresses.Concat(addresses))
        {
            using var answer = await anybody.Http.GetAsync(address);
            var text = await answer.Content.ReadAsStringAsync();
            Assert.Equal((address, HttpStatusCode.OK), (address, answer.StatusCode));
            Assert.Equal("public, max-age=60", answer.Headers.CacheControl?.ToString());
            Assert.DoesNotContain(Marker, text.Replace($"?q={Marker}", "", StringComparison.Ordinal).Replace($"value=\"{Marker}\"", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
        }

        var json = await host.InDatabaseAsync(async db => JsonSerializer.Serialize(await MeetingPapers.LoadAsync(db, filled.Meeting.Id, Audience.Public, default), Plain));
        Assert.Contains(Open, json, StringComparison.Ordinal);
        Assert.DoesNotContain(Marker, json, StringComparison.OrdinalIgnoreCase);
    }

    [Theory, OnBothDatabases]
    public async Task Get_PublicMeeting_ShowsWhatIsOpenAndWhyTheRestIsNot(DatabaseKind kind)
    {
        var host = await databases.OnAsync(kind);
        var filled = await FillAsync(host);
        using var anybody = host.Anybody();

        var meeting = await anybody.GetAsync($"{filled.Public}/meetings/{filled.Meeting.Address}");

        Assert.Equal([$"1. {Open} repairs", "2. An item that is not for the public", "3. A confidential item"], meeting.Texts("h3"));
        Assert.Contains($"Kept back under paragraph 3 of Schedule 12A (about somebody's money or business, the council's included). {Sentence}", meeting.Main, StringComparison.Ordinal);
        Assert.Equal([$"Paper: {Open} survey"], meeting.Texts("summary"));
        Assert.Contains("A paper that is not for the public", meeting.Main, StringComparison.Ordinal);
        Assert.Contains($"Decision D-1: Mend the {Open}", meeting.Main, StringComparison.Ordinal);
        var found = await anybody.GetAsync($"/public/boards/search?q={Open.ToLowerInvariant()}");
        Assert.Equal(["Agenda item", "Paper", "Decision", "Challenge", "Forward plan"], found.Texts("main li a").Select(t => t.Split(':')[0]).Distinct());
        Assert.Equal("Nothing was found. Try fewer words.", (await anybody.GetAsync($"/public/boards/search?q={Marker}")).Text("[role=status]"));
    }

    [Fact]
    public async Task Get_BoardThatIsNotPublic_ReturnsNotFoundToAnybody()
    {
        var host = await databases.OnAsync(DatabaseKind.Sqlite);
        var closed = await new BoardBuilder { Name = "Closed board" }.MakeAsync(host);
        var meeting = await BoardBuilder.MeetingAsync(host, closed, Today);
        await BoardBuilder.ChallengeAsync(host, closed, "Quokka");
        using var anybody = host.Anybody();
        foreach (var end in new[] { "", $"/meetings/{meeting.Address}", "/decisions.csv", "/challenges.csv" })
        {
            using var answer = await anybody.Http.GetAsync($"/public/boards/{closed.Address}{end}");
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        Assert.DoesNotContain("Closed board", (await anybody.GetAsync("/public/boards")).Main, StringComparison.Ordinal);
        Assert.Equal("Nothing was found. Try fewer words.", (await anybody.GetAsync("/public/boards/search?q=quokka")).Text("[role=status]"));
    }

    [Fact]
    public async Task Get_AnybodysPage_LeadsToWhatIsForThePublic_AndRobotsFindNoMore()
    {
        var host = await databases.OnAsync(DatabaseKind.Sqlite);
        using var anybody = host.Anybody();
        using var reader = await host.SignedInAsync(Role.Reader);

        var about = await anybody.GetAsync("/about");

        Assert.Equal(["Boards and meetings", "Published reports"], about.Texts("footer a[href^='/pub']"));
        Assert.Empty((await reader.GetAsync("/about")).Texts("footer a[href^='/pub']"));
        foreach (var link in about.Document.QuerySelectorAll("footer a[href^='/']"))
        {
            Assert.Equal(HttpStatusCode.OK, (await anybody.GetAsync(link.GetAttribute("href")!)).Status);
        }

        using var robots = await anybody.Http.GetAsync("/robots.txt");
        Assert.Equal("text/plain", robots.Content.Headers.ContentType?.MediaType);
        var rules = (await robots.Content.ReadAsStringAsync()).Split('\n');
        Assert.Contains("Allow: /public/", rules);
        Assert.Contains("Disallow: /", rules);
    }

    [Fact]
    public async Task Get_AgendaNotSentAndMinutesNotPublished_AreNotForThePublicYet()
    {
        var host = await databases.OnAsync(DatabaseKind.Sqlite);
        var board = await new BoardBuilder { Name = "Board of drafts", IsPublic = true }.MakeAsync(host);
        var meeting = await BoardBuilder.MeetingAsync(host, board, Today);
        var item = await BoardBuilder.ItemAsync(host, meeting, "Wombat count");
        await BoardBuilder.DecisionAsync(host, meeting, item, "Count every wombat");
        using var anybody = host.Anybody();
        using var clerk = await host.SignedInAsync(Role.Clerk);
        var at = $"/public/boards/{board.Address}/meetings/{meeting.Address}";

        Assert.DoesNotContain("ombat", (await anybody.GetAsync(at)).Main, StringComparison.Ordinal);
        Assert.Equal("Nothing was found. Try fewer words.", (await anybody.GetAsync("/public/boards/search?q=wombat")).Text("[role=status]"));
        await clerk.SendAsync(MeetingService.AddressOf(board, meeting), "send");
        Assert.Contains("Wombat count", (await anybody.GetAsync(at)).Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Count every wombat", (await anybody.GetAsync(at)).Main, StringComparison.Ordinal);
        await clerk.SendAsync(MeetingService.AddressOf(board, meeting), "hold");
        await clerk.SendAsync(MeetingService.AddressOf(board, meeting), "publish");

        Assert.Contains("Count every wombat", (await anybody.GetAsync(at)).Main, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task Get_SignedInWithoutPermission_SeesThePublicPartOnly(DatabaseKind kind)
    {
        var host = await databases.OnAsync(kind);
        var filled = await FillAsync(host);
        var elsewhere = await new BoardBuilder { Name = "Another board" }.MakeAsync(host);
        var outsider = await new AccountBuilder { Roles = [Role.BoardMember] }.MakeAsync(host);
        await BoardBuilder.MemberAsync(host, elsewhere, "Member elsewhere", accountId: outsider.Id);
        using var reader = await host.SignedInAsync(Role.Reader, Role.LeadOfficer);
        using var member = await AccountBuilder.SignInAsync(host, outsider);
        foreach (var person in new[] { reader, member })
        {
            foreach (var page in new[] { filled.At, $"{filled.At}/items/1", $"/boards/{filled.Board.Address}", Of("decisions"), Of("challenges"), Of("forward-plan"), "/boards/challenges", "/boards/challenges/export.csv" })
            {
                using var answer = await person.Http.GetAsync(page);
                Assert.Equal((page, HttpStatusCode.OK), (page, answer.StatusCode));
                Assert.DoesNotContain(Marker, await answer.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
            }

            foreach (var page in new[] { $"{filled.At}/items/2", $"{filled.At}/items/3", $"{filled.At}/items/2/papers/1", $"{filled.At}/items/1/papers/2", Of("decisions/D-2"), Of("challenges/SC-2") })
            {
                Assert.Equal((page, HttpStatusCode.NotFound), (page, (await person.GetAsync(page)).Status));
            }
        }

        string Of(string part) => $"/boards/{filled.Board.Address}/{part}";
    }

    [Theory]
    [InlineData(Role.Clerk)]
    [InlineData(Role.Performance)]
    [InlineData(Role.Head)]
    [InlineData(Role.BoardMember)]
    public async Task Get_WithPermission_ReadsWhatIsKeptBack(string role)
    {
        var host = await databases.OnAsync(DatabaseKind.Sqlite);
        var filled = await FillAsync(host);
        var account = await new AccountBuilder { Roles = [role] }.MakeAsync(host);
        await BoardBuilder.MemberAsync(host, filled.Board, "Member", accountId: account.Id);
        using var person = await AccountBuilder.SignInAsync(host, account);
        foreach (var page in new[] { filled.At, $"{filled.At}/items/2", $"{filled.At}/items/3", $"{filled.At}/items/1/papers/2", $"/boards/{filled.Board.Address}/decisions/D-2" })
        {
            Assert.Contains(Marker, (await person.GetAsync(page)).Main, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Get_OwnerOfAnExemptDecision_ReadsTheDecisionButNotTheItem()
    {
        var host = await databases.OnAsync(DatabaseKind.Sqlite);
        var filled = await FillAsync(host);
        var item = await host.InScopeAsync(s => s.Get<AgendaService>().FindAsync(filled.Meeting.Id, 2, default));
        var officer = await new OfficerBuilder().MakeAsync(host);
        var decision = await BoardBuilder.DecisionAsync(host, filled.Meeting, item!, "Sign the contract", officer.Id);
        using var owner = await new AccountBuilder { Roles = [Role.LeadOfficer], OfficerId = officer.Id }.SignInAsync(host);

        var page = await owner.GetAsync(DecisionService.AddressOf(filled.Board, decision));

        Assert.Contains("Sign the contract", page.Main, StringComparison.Ordinal);
        Assert.DoesNotContain(Marker, page.Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await owner.GetAsync($"{filled.At}/items/2")).Status);
    }

    /// <summary>A meeting that was held, with an open, an exempt and a confidential item, and everything that hangs on them.</summary>
    private static async Task<Filled> FillAsync(TrellisHost host)
    {
        var exempt = new Keeping(Openness.Exempt, 3, Sentence);
        var confidential = new Keeping(Openness.Confidential, null, Marker);
        var board = await new BoardBuilder { Name = "Open board", IsPublic = true }.MakeAsync(host);
        var meeting = await BoardBuilder.MeetingAsync(host, board, Today);
        var officer = await new OfficerBuilder { Name = $"Head of {Marker}" }.MakeAsync(host);
        var open = await BoardBuilder.ItemAsync(host, meeting, $"{Open} repairs");
        await BoardBuilder.PaperAsync(host, open, $"{Open} survey", $"The {Open} is worn.");
        await BoardBuilder.PaperAsync(host, open, $"{Marker} prices", $"What {Marker} costs.", exempt);
        await host.InScopeAsync(async services =>
        {
            var (meetings, agendas, decisions) = (services.Get<MeetingService>(), services.Get<AgendaService>(), services.Get<DecisionService>());
            await agendas.MinuteAsync(meeting.Id, open.Number, open.Version, new MinutesOptions($"The {Open} was discussed."), Made, default);
            await decisions.AddAsync(meeting, open, new DecisionOptions($"Mend the {Open}", null, null), Made, default);
            foreach (var keeping in new[] { exempt, confidential })
            {
                var options = new AgendaItemOptions($"{Marker} tender", $"To agree {Marker}", officer.Id, IsKeyDecision: true, keeping, IsLate: false, null);
                var item = (await agendas.AddAsync(meeting, options, Made, default)).Value!;
                await agendas.AddPaperAsync(item, new PaperOptions($"{Marker} bids", $"Bids for {Marker}", officer.Id, keeping, keeping.Openness), Made, default);
                await agendas.MinuteAsync(meeting.Id, item.Number, item.Version, new MinutesOptions($"{Marker} was discussed."), Made, default);
                await decisions.AddAsync(meeting, item, new DecisionOptions($"Buy {Marker}", officer.Id, null), Made, default);
                await agendas.DeclareAsync(meeting, officer.Id, item.Id, $"A share in {Marker}", Made, default);
                await services.Get<ForwardPlanService>().AddAsync(board.Id, new ForwardPlanOptions($"{Marker} ahead", IsKeyDecision: true, officer.Id, null, new DateOnly(2026, 9, 1), Today, keeping), Made, default);
            }

            await services.Get<ForwardPlanService>().AddAsync(board.Id, new ForwardPlanOptions($"{Open} ahead", IsKeyDecision: false, null, null, new DateOnly(2026, 9, 1), Today, Keeping.Open), Made, default);
            await meetings.SendAsync(board.Id, meeting.Address, Made, default);
            await meetings.HoldAsync(board.Id, meeting.Address, Made, default);
            await meetings.PublishMinutesAsync(board.Id, meeting.Address, Made, default);
        });
        await BoardBuilder.ChallengeAsync(host, board, $"Why is the {Open} worn?");
        var kept = await BoardBuilder.ChallengeAsync(host, board, $"Why {Marker}?", keeping: exempt);
        await host.InScopeAsync(s => s.Get<ChallengeService>().AnswerAsync(board.Id, kept.Reference, kept.Version, $"Because of {Marker}", ScrutinyVerdict.Rejected, $"{Marker} is dear", Made, default));
        return new Filled(board, meeting, MeetingService.AddressOf(board, meeting), $"/public/boards/{board.Address}");
    }
}

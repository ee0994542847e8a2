using System.Net;
using Microsoft.EntityFrameworkCore;
using Trellis.Governance;
using Trellis.Governance.Asks;
using Trellis.Kernel;
using Trellis.Kernel.Access;
using Trellis.Kernel.Organisation;
using Trellis.Kernel.Outbox;
using Trellis.Plans;
using Trellis.Plans.Updates;
using Trellis.Testing;

namespace Trellis.Web.Tests.Updates;

/// <summary>An owner says how work stands, a head decides, and only then does it stand in the plan.</summary>
public sealed class UpdateTests(BothDatabases databases) : IClassFixture<BothDatabases>
{
    private static readonly Process ByHand = new("Made for a test", Actor.Program);

    [Theory, OnBothDatabases]
    public async Task Post_Send_WaitsForTheHeadAndThenStandsInThePlan(DatabaseKind kind)
    {
        var host = await databases.OnAsync(kind);
        using var cast = await new CycleBuilder().MakeAsync(host);
        var action = await ItemAsync(host, cast, "KA-1");
        var milestone = await ItemAsync(host, cast, "M-1");

        var sent = await cast.Lead.SendAsync(
            "/updates", "updates", ("Act", "send"), (cast.Field(action, "Progress"), "Managed"), (cast.Field(action, "Text"), "Two streets asked, one said no."),
            (cast.Field(action, "M-1"), "InProgress"), (cast.Field(action, "M-1.When"), "August 2026"));

        Assert.Equal(("1 update was sent for approval.", ""), (sent.Said, string.Join("; ", sent.Errors)));
        Assert.Contains("Sent, waits for approval", sent.Main, StringComparison.Ordinal);
        Assert.Equal((Progress.NotStated, (string?)null), await StandsAsync(host, action));
        var page = $"/plan/{cast.Plan.Address}/actions/KA-1";
        Assert.DoesNotContain("Two streets asked", (await cast.Performance.GetAsync(page)).Main, StringComparison.Ordinal);

        var waiting = await cast.Head.GetAsync("/approvals");
        Assert.Contains("Two streets asked", waiting.Main, StringComparison.Ordinal);
        var decide = await cast.Head.GetAsync(waiting.Link("Open streets for play"));
        var approved = await cast.Head.SendAsync(decide, "approve");

        Assert.Equal("The update was approved and stands in the plan.", approved.Said);
        Assert.Equal((Progress.Managed, "Two streets asked, one said no."), await StandsAsync(host, action));
        var now = (Milestone)await ItemAsync(host, cast, "M-1");
        Assert.Equal((Lifecycle.InProgress, Due.In(2026, 8), milestone.Title), (now.Lifecycle, now.Forecast, now.Title));
        Assert.Contains("Two streets asked", (await cast.Performance.GetAsync(page)).Main, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task Post_Return_SaysWhyAndTheOwnerSendsItAgain(DatabaseKind kind)
    {
        var host = await databases.OnAsync(kind);
        using var cast = await new CycleBuilder().MakeAsync(host);
        var action = await ItemAsync(host, cast, "KA-1");
        await cast.Lead.SendAsync("/updates", "updates", ("Act", "send"), (cast.Field(action, "Progress"), "OnTrack"), (cast.Field(action, "Text"), "Fine."));
        var decide = (await cast.Head.GetAsync("/approvals")).Link("Open streets for play");

        var without = await cast.Head.SendAsync(decide, "return");
        Assert.Equal(["Say in a sentence what is missing or wrong"], without.Errors);
        var returned = await cast.Head.SendAsync(decide, "return", ("Form.Why", "Say how many streets."));

        Assert.Equal("The update went back to its owner.", returned.Said);
        var owed = await cast.Lead.GetAsync("/updates");
        Assert.Contains("It came back with this reason: Say how many streets.", owed.Main, StringComparison.Ordinal);
        Assert.Equal("Fine.", owed.Field(cast.Field(action, "Text")));
        await cast.Lead.SendAsync(owed, "updates", ("Act", "send"), (cast.Field(action, "Text"), "Four streets."));
        await cast.Head.SendAsync(decide, "approve");
        Assert.Equal((Progress.OnTrack, "Four streets."), await StandsAsync(host, action));
        var messages = await host.InDatabaseAsync(db => db.Set<OutboxMessage>().Select(m => m.Subject).ToListAsync());
        Assert.Contains("An update came back to you", messages);
    }

    [Theory, OnBothDatabases]
    public async Task Post_OpenQuestions_AreAskedAndNothingIsSentOrLost(DatabaseKind kind)
    {
        var host = await databases.OnAsync(kind);
        using var cast = await new CycleBuilder().MakeAsync(host);
        var action = await ItemAsync(host, cast, "KA-1");
        var section = await ItemAsync(host, cast, "S-1");
        var late = await ItemAsync(host, cast, "M-2");
        await host.InScopeAsync(s => s.Get<MilestoneService>().MoveDateAsync(
            late.Id, late.Version, Due.On(new DateOnly(2026, 5, 20)), "Earlier", new Process("Made for a test", Actor.Program), default));

        var asked = await cast.Lead.SendAsync(
            "/updates", "updates", ("Act", "send"), (cast.Field(action, "Progress"), "OnTrack"), (cast.Field(section, "Text"), "Fourteen streets close."),
            (cast.Field(action, "M-1"), "Complete"), (cast.Field(action, "M-1.When"), "some day"));

        Assert.Contains("Say in a sentence or more how it stands", asked.Errors);
        var box = asked.Document.GetElementById(cast.Field(action, "Text"))!;
        Assert.Contains("govuk-textarea--error", box.ClassName!, StringComparison.Ordinal);
        Assert.Equal("Say in a sentence or more how it stands", asked.Document.GetElementById(box.GetAttribute("aria-describedby")!.Split(' ')[^1])!.LastChild!.TextContent.Trim());
        Assert.Contains("“Close the first street” was due 20 May 2026 and is not done. Say why “On track” is right all the same", asked.Errors);
        Assert.Contains(asked.Errors, e => e.StartsWith("Say on which day “Ask families where” was completed", StringComparison.Ordinal));
        Assert.Equal(0, await host.InDatabaseAsync(db => db.Set<Update>().CountAsync(u => u.CycleId == cast.Cycle.Id)));

        // Opened afresh, everything typed is still there; then the questions are answered.
        var afresh = await cast.Lead.GetAsync("/updates");
        Assert.Equal(("Fourteen streets close.", "some day"), (afresh.Field(cast.Field(section, "Text")), afresh.Field(cast.Field(action, "M-1.When"))));
        var sent = await cast.Lead.SendAsync(
            asked, "updates", ("Act", "send"), (cast.Field(action, "Text"), "Going well."), (cast.Field(action, "Why"), "Closed next week."), (cast.Field(action, "M-1.When"), "29 May 2026"));
        Assert.Equal(("2 updates were sent for approval.", ""), (sent.Said, string.Join("; ", sent.Errors)));
    }

    [Theory, OnBothDatabases]
    public async Task Post_NoChange_NeedsASentence(DatabaseKind kind)
    {
        var host = await databases.OnAsync(kind);
        using var cast = await new CycleBuilder().MakeAsync(host);
        var action = await ItemAsync(host, cast, "KA-1");
        var section = await ItemAsync(host, cast, "S-1");
        await cast.Performance.SendAsync($"/plan/{cast.Plan.Address}/actions/KA-1/progress", "progress", ("Form.Progress", "OnTrack"));

        var bare = await cast.Lead.SendAsync("/updates", "updates", ("Act", "send"), (cast.Field(action, "NoChange"), "yes"), (cast.Field(section, "NoChange"), "yes"));

        Assert.Equal(["Say in a sentence why nothing changed", "Say in a sentence why nothing changed"], bare.Errors);
        var sent = await cast.Lead.SendAsync(bare, "updates", ("Act", "send"), (cast.Field(action, "Text"), "The street is still being asked."), (cast.Field(section, "Why"), "No season yet."));
        Assert.Equal("2 updates were sent for approval.", sent.Said);
        var update = await host.InDatabaseAsync(db => db.Set<Update>().SingleAsync(u => u.ItemId == section.Id));
        Assert.Equal((true, ((Section)section).Body), (update.NoChange, update.Text));
    }

    [Theory, OnBothDatabases]
    public async Task Post_NeedsSupport_AsksSomebodyForSomethingAndStaysOpenUntilAnswered(DatabaseKind kind)
    {
        var host = await databases.OnAsync(kind);
        using var cast = await new CycleBuilder().MakeAsync(host);
        var action = await ItemAsync(host, cast, "KA-1");
        var board = $"Streets Board {kind}";
        await host.InScopeAsync(s => s.Get<ForumService>().CreateAsync(
            new ForumOptions(board, null, ForumKind.Board, null), new Process("Made for a test", Actor.Program), default));

        var bare = await cast.Lead.SendAsync("/updates", "updates", ("Act", "send"), (cast.Field(action, "Progress"), "NeedsSupport"), (cast.Field(action, "Text"), "The highways team must agree."), (cast.Field(action, "AskOf"), "Nobody known"));
        Assert.Equal(["Say what you need", "Choose the board or the person who is asked, from the list"], bare.Errors);
        await cast.Lead.SendAsync(bare, "updates", ("Act", "send"), (cast.Field(action, "AskWhat"), "Agree to close one street"), (cast.Field(action, "AskOf"), board.ToUpperInvariant()));
        Assert.Equal(0, await AsksAsync(host, action));
        await cast.Head.SendAsync((await cast.Head.GetAsync("/approvals")).Link("Open streets for play"), "approve");

        Assert.Equal(1, await AsksAsync(host, action));
        using var clerk = await host.SignedInAsync(Role.Clerk);
        var needs = await clerk.GetAsync("/");
        Assert.Contains("Agree to close one street", needs.Main, StringComparison.Ordinal);
        Assert.Contains("not answered yet", (await clerk.GetAsync($"/plan/{cast.Plan.Address}/exceptions")).Main, StringComparison.Ordinal);
        var ask = (await clerk.GetAsync("/asks")).Link("Agree to close one street");
        Assert.Equal("", (await cast.Lead.GetAsync(ask)).Text("form[method=post] textarea"));
        Assert.Equal(["Write the answer"], (await clerk.SendAsync(ask, "answer")).Errors);
        await clerk.SendAsync(ask, "answer", ("Form.Answer", "Agreed for July."));
        Assert.Contains("Agreed for July.", (await cast.Lead.GetAsync($"/plan/{cast.Plan.Address}/actions/KA-1")).Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Agree to close one street", (await clerk.GetAsync("/asks")).Main, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task Post_AfterEntryClosed_NeedsAReason_AndNothingOnceLocked(DatabaseKind kind)
    {
        var host = await databases.OnAsync(kind);
        using var cast = await new CycleBuilder { Opens = new(2026, 5, 11), Closes = new(2026, 5, 29), GraceDays = 2 }.MakeAsync(host);
        var action = await ItemAsync(host, cast, "KA-1");

        var late = await cast.Lead.SendAsync("/updates", "updates", ("Act", "send"), (cast.Field(action, "Progress"), "OnTrack"), (cast.Field(action, "Text"), "Fine."));
        Assert.Equal(["Entry closed on 31 May 2026. Say in a sentence why this comes late"], late.Errors);
        var sent = await cast.Lead.SendAsync(late, "updates", ("Act", "send"), (cast.Field(action, "LateWhy"), "I was ill."));
        Assert.Equal("1 update was sent for approval.", sent.Said);

        await cast.Performance.SendAsync($"/cycles/{cast.Cycle.Address}", "step", ("Form.Act", "lock"));
        Assert.DoesNotContain("Open streets for play", (await cast.Lead.GetAsync("/updates")).Main, StringComparison.Ordinal);
        Assert.Contains("No update waits for you", (await cast.Head.GetAsync("/approvals")).Main, StringComparison.Ordinal);
        Assert.Equal(["Say why the cycle is taken up again"], (await cast.Performance.SendAsync($"/cycles/{cast.Cycle.Address}", "step", ("Form.Act", "unlock"))).Errors);
        await cast.Performance.SendAsync($"/cycles/{cast.Cycle.Address}", "step", ("Form.Act", "unlock"), ("Form.Why", "One was forgotten."));
        Assert.Contains("I was ill.", (await cast.Head.GetAsync((await cast.Head.GetAsync("/approvals")).Link("Open streets for play"))).Main, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task Post_TwoPeopleOnOneLine_AreTold(DatabaseKind kind)
    {
        var host = await databases.OnAsync(kind);
        using var cast = await new CycleBuilder().MakeAsync(host);
        var action = await ItemAsync(host, cast, "KA-1");
        using var other = await ActingForAsync(host, cast.Owner, Role.LeadOfficer);
        var (mine, theirs) = (await cast.Lead.GetAsync("/updates"), await other.GetAsync("/updates"));
        Assert.StartsWith("What you typed is kept", (await other.SendAsync(theirs, "updates", ("Act", "keep"), (cast.Field(action, "Text"), "Their words"))).Said, StringComparison.Ordinal);

        var met = await cast.Lead.SendAsync(mine, "updates", ("Act", "send"), (cast.Field(action, "Progress"), "OnTrack"), (cast.Field(action, "Text"), "My words"));

        Assert.Equal(["Somebody else wrote here meanwhile: “Their words”. Send again to keep yours"], met.Errors);
        Assert.Equal("My words", met.Field(cast.Field(action, "Text")));
        Assert.Equal("1 update was sent for approval.", (await cast.Lead.SendAsync(met, "updates", ("Act", "send"))).Said);
        Assert.Contains("was sent by somebody else meanwhile", string.Join(' ', (await other.SendAsync(theirs, "updates", ("Act", "send"), (cast.Field(action, "Text"), "Late words"))).Errors), StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task Post_Approve_OwnOrAnothersDepartment_IsRefused(DatabaseKind kind)
    {
        var host = await databases.OnAsync(kind);
        using var cast = await new CycleBuilder().MakeAsync(host);
        using var ownToo = await ActingForAsync(host, cast.Owner, Role.LeadOfficer, Role.Performance);
        var action = await ItemAsync(host, cast, "KA-1");
        await ownToo.SendAsync("/updates", "updates", ("Act", "send"), (cast.Field(action, "Progress"), "OnTrack"), (cast.Field(action, "Text"), "Fine."));
        var decide = (await cast.Head.GetAsync("/approvals")).Link("Open streets for play");
        using var otherHead = await new AccountBuilder { Roles = [Role.Head], OfficerId = (await new OfficerBuilder { Name = "Head of roads" }.MakeAsync(host)).Id }.SignInAsync(host);

        Assert.DoesNotContain((await ownToo.GetAsync("/approvals")).Document.Links, l => l.GetAttribute("href") == decide);
        Assert.Contains("You sent this yourself", (await ownToo.GetAsync(decide)).Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await otherHead.GetAsync(decide)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await cast.Lead.GetAsync(decide)).Status);
    }

    [Theory, OnBothDatabases]
    public async Task Post_Approve_TellsTheHeadsOfTheOtherDepartments(DatabaseKind kind)
    {
        var host = await databases.OnAsync(kind);
        var head = await new OfficerBuilder { Name = "Head of roads" }.MakeAsync(host);
        var roads = await new DepartmentBuilder { Name = "Roads", HeadOfficerId = head.Id }.MakeAsync(host);
        var account = await new AccountBuilder { Name = "Head of roads", Roles = [Role.Head], OfficerId = head.Id }.MakeAsync(host);
        using var cast = await new CycleBuilder { OtherDepartmentId = roads.Id }.MakeAsync(host);
        var action = await ItemAsync(host, cast, "KA-1");
        await cast.Lead.SendAsync("/updates", "updates", ("Act", "send"), (cast.Field(action, "Progress"), "OnTrack"), (cast.Field(action, "Text"), "Fine."));
        Assert.Empty(await LettersAsync());

        await cast.Head.SendAsync((await cast.Head.GetAsync("/approvals")).Link("Open streets for play"), "approve");

        var letter = Assert.Single(await LettersAsync());
        Assert.Equal("1 update of work that your department shares was approved", letter.Subject);
        Assert.Contains($"“Open streets for play”: On track\n/plan/{cast.Plan.Address}/actions/KA-1\n", letter.Text, StringComparison.Ordinal);

        Task<List<OutboxMessage>> LettersAsync() => host.InDatabaseAsync(db => db.Set<OutboxMessage>().Where(m => m.AccountId == account.Id).ToListAsync());
    }

    [Theory, OnBothDatabases]
    public async Task Get_StartPage_CountsWhatIsOwedAndWhatWaits(DatabaseKind kind)
    {
        var host = await databases.OnAsync(kind);
        using var cast = await new CycleBuilder().MakeAsync(host);
        var action = await ItemAsync(host, cast, "KA-1");

        Assert.Contains("2 updates for Quarter 1, 2026/27", await NeedsAsync(cast.Lead), StringComparison.Ordinal);
        await cast.Lead.SendAsync("/updates", "updates", ("Act", "send"), (cast.Field(action, "Progress"), "OnTrack"), (cast.Field(action, "Text"), "Fine."));
        Assert.Contains("1 update for Quarter 1, 2026/27", await NeedsAsync(cast.Lead), StringComparison.Ordinal);
        Assert.Contains("1 update waits for you", await NeedsAsync(cast.Head), StringComparison.Ordinal);
        Assert.DoesNotContain("Approve updates", await NeedsAsync(cast.Lead), StringComparison.Ordinal);
        await cast.Head.SendAsync((await cast.Head.GetAsync("/approvals")).Link("Open streets for play"), "return", ("Form.Why", "Say more."));

        Assert.Contains("2 updates for Quarter 1, 2026/27", await NeedsAsync(cast.Lead), StringComparison.Ordinal);
        Assert.DoesNotContain("Approve updates", await NeedsAsync(cast.Head), StringComparison.Ordinal);
        await cast.Performance.SendAsync($"/cycles/{cast.Cycle.Address}", "step", ("Form.Act", "lock"));
        Assert.DoesNotContain("Quarter 1, 2026/27", await NeedsAsync(cast.Lead), StringComparison.Ordinal);

        static async Task<string> NeedsAsync(Visitor visitor) => (await visitor.GetAsync("/")).Main;
    }

    [Theory, OnBothDatabases]
    public async Task Post_Keep_WhileTyping_KeepsTheLineForItsOwnersOnly(DatabaseKind kind)
    {
        var host = await databases.OnAsync(kind);
        using var cast = await new CycleBuilder().MakeAsync(host);
        var action = await ItemAsync(host, cast, "KA-1");
        var form = FilledForm.Of(await cast.Lead.GetAsync("/updates"), "updates").Fill((cast.Field(action, "Text"), "Half a sent"));

        using var kept = await cast.Lead.Http.PostAsync("/updates/keep", new FormUrlEncodedContent(form.Fields));

        Assert.Contains("\"stamp\":\"0.1\",\"said\":\"Saved at 10:00\"", await kept.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("Half a sent", (await cast.Lead.GetAsync("/updates")).Field(cast.Field(action, "Text")));
        using var stranger = await new AccountBuilder { Roles = [Role.LeadOfficer], OfficerId = (await new OfficerBuilder { Name = "Somebody else" }.MakeAsync(host)).Id }.SignInAsync(host);
        var token = (await stranger.GetAsync("/sign-out")).Field("__RequestVerificationToken");
        var fields = form.Fields.Where(f => f.Key != "__RequestVerificationToken").Append(KeyValuePair.Create("__RequestVerificationToken", token));
        using var refused = await stranger.Http.PostAsync("/updates/keep", new FormUrlEncodedContent(fields));
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        Assert.DoesNotContain("Half a sent", (await stranger.GetAsync("/updates")).Main, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task Keep_TwoAtTheSameMoment_TheSecondIsToldSo(DatabaseKind kind)
    {
        var host = await databases.OnAsync(kind);
        using var cast = await new CycleBuilder().MakeAsync(host);
        await host.InScopeAsync(first => host.InScopeAsync(async second =>
        {
            var (mine, theirs) = (await TypedAsync(first, cast, "Mine"), await TypedAsync(second, cast, "Theirs"));
            Assert.True((await second.Get<UpdateService>().KeepAsync(theirs, ByHand, default)).IsDone);

            var met = await first.Get<UpdateService>().KeepAsync(mine, ByHand, default);

            Assert.Contains("Somebody else saved", Assert.Single(met.Errors).Message, StringComparison.Ordinal);
        }));
    }

    [Theory, OnBothDatabases]
    public async Task Keep_DatabaseFails_IsNotCalledAMeetingOfTwoPeople(DatabaseKind kind)
    {
        var host = await databases.OnAsync(kind);
        using var cast = await new CycleBuilder().MakeAsync(host);
        await host.InScopeAsync(async services =>
        {
            var typed = await TypedAsync(services, cast, "Mine");
            var db = services.Get<AppDbContext>();
            await db.Database.ExecuteSqlRawAsync("""ALTER TABLE "PlanUpdateDrafts" RENAME TO "DraftsAway";""");
            try
            {
                var failure = await Assert.ThrowsAsync<DbUpdateException>(() => services.Get<UpdateService>().KeepAsync(typed, ByHand, default));
                Assert.IsNotType<DbUpdateConcurrencyException>(failure);
            }
            finally
            {
                await db.Database.ExecuteSqlRawAsync("""ALTER TABLE "DraftsAway" RENAME TO "PlanUpdateDrafts";""");
            }
        });
    }

    private static async Task<Visitor> ActingForAsync(TrellisHost host, Officer owner, params string[] roles)
    {
        var acting = await new OfficerBuilder { Name = "Acting" }.MakeAsync(host);
        await host.InScopeAsync(async s => Assert.True((await s.Get<OrganisationService>().DelegateAsync(
            new DelegationOptions(owner.Id, acting.Id, new DateOnly(2026, 6, 1), new DateOnly(2026, 6, 3), "Leave"), new Process("Delegated", Actor.Program), default)).IsDone));
        return await new AccountBuilder { Roles = roles, OfficerId = acting.Id }.SignInAsync(host);
    }

    private static async Task<TypedLine> TypedAsync(IServiceProvider services, CycleCast cast, string text)
    {
        var line = (await services.Get<OwedLines>().OfAsync([cast.Owner.Id], default)).First(l => l.Item is KeyAction);
        return new TypedLine(line, new UpdateForm { Text = text }, line.Stamp);
    }

    private static Task<PlanItem> ItemAsync(TrellisHost host, CycleCast cast, string reference) =>
        host.InScopeAsync(async services => (await services.Get<ItemService>().FindAsync(cast.Plan.Id, reference, default))!);

    private static Task<(Progress, string?)> StandsAsync(TrellisHost host, PlanItem action) =>
        host.InDatabaseAsync(async db => await db.Set<KeyAction>().Where(a => a.Id == action.Id).Select(a => new { a.Progress, a.Commentary }).SingleAsync() is var a ? (a.Progress, a.Commentary) : default);

    private static Task<int> AsksAsync(TrellisHost host, PlanItem action) => host.InDatabaseAsync(db => db.Set<Ask>().CountAsync(a => a.ThingId == action.Id));
}

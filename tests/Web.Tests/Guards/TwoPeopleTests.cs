using System.Globalization;
using System.Net;
using Trellis.Governance;
using Trellis.Governance.Asks;
using Trellis.Governance.Cycles;
using Trellis.Governance.ForwardPlan;
using Trellis.Governance.Meetings;
using Trellis.Governance.Members;
using Trellis.Governance.Scrutiny;
using Trellis.Governance.Terms;
using Trellis.Kernel;
using Trellis.Kernel.Access;
using Trellis.Kernel.Organisation;
using Trellis.Measures;
using Trellis.Plans;
using Trellis.Risks;
using Trellis.Testing;

namespace Trellis.Web.Tests.Guards;

/// <summary>Two people have the same form open. The first saves; the second is shown both versions and chooses.</summary>
public sealed class TwoPeopleTests(BothDatabases databases) : IClassFixture<BothDatabases>
{
    private static readonly Process Made = new("Made for a test", Actor.Program);

    /// <summary>A field, what each of the two puts into it, and how the page says so where it says it in other words.</summary>
    /// <param name="IsKept">Not so for what a form asks anew each time, such as why a date moves.</param>
    private sealed record Typed(string Field, string First, string Second, string? FirstSaid = null, string? SecondSaid = null, bool IsKept = true);

    /// <summary>A form that two people have open, at its address.</summary>
    private sealed record OpenForm(string Address, string Name, params Typed[] Fields);

    /// <summary>Two of each of those that forms choose from.</summary>
    private sealed record Choices(Officer Ann, Officer Bob, Department Play, Department Roads);

    private static readonly Dictionary<string, Func<TrellisHost, Choices, Task<OpenForm>>> Forms = new(StringComparer.Ordinal)
    {
        ["plan"] = async (host, _) => await OfPlanAsync(host, "edit", "edit", new Typed("Form.Title", "Title A", "Title B"), new("Form.Year", "2030/31", "2031/32"), new("Form.ActionWord", "Deed", "Task"), new("Form.SupportWords", "Help A", "Help B")),
        ["priority"] = async (host, c) => await OfPlanAsync(
            host, "priorities/P-1/edit", "edit", new Typed("Form.Title", "Priority A", "Priority B"), new("Form.Number", "7", "8"), new("Form.LeadMember", "Councillor A", "Councillor B"),
            Officers("Form.LeadOfficerId", c), new("Form.Introduction", "Because A", "Because B")),
        ["objective"] = async (host, _) => await OfPlanAsync(host, "objectives/O-1/edit", "edit", new Typed("Form.Title", "Objective A", "Objective B")),
        ["action"] = async (host, c) =>
        {
            var (one, two) = (await new PlanBuilder { Title = "Plan one" }.MakeAsync(host), await new PlanBuilder { Title = "Plan two" }.MakeAsync(host));
            return await OfPlanAsync(
                host, "actions/KA-1/edit", "edit", new Typed("Form.Title", "Action A", "Action B"), Officers("Form.AccountableOfficerId", c),
                new("Form.ContributorIds", $"{c.Bob.Id}", $"{c.Ann.Id}", "Ann Able / Bob Bold", "Bob Bold / Ann Able"),
                new("Form.DepartmentId", $"{c.Play.Id}", $"{c.Roads.Id}", c.Play.Code, c.Roads.Code), new("Form.DeliversPlanId", $"{one.Id}", $"{two.Id}", "Plan one 2026/27", "Plan two 2026/27"));
        },
        ["milestone"] = async (host, _) => await OfPlanAsync(host, "milestones/M-1/edit", "edit", new Typed("Form.Title", "Milestone A", "Milestone B")),
        ["deadline"] = async (host, _) => await OfPlanAsync(
            host, "milestones/M-1/date", "date", new Typed("Form.Due.Kind", "Month", "Month", "August 2026", "September 2027"), new("Form.Due.Month", "8", "9", "August", "September"), new("Form.Due.Year", "2026", "2027"), new("Form.Why", "Rain", "Snow", IsKept: false)),
        ["state"] = async (host, _) => await OfPlanAsync(
            host, "milestones/M-1/state", "state", new Typed("Form.State", "InProgress", "NotStarted", "In progress", "Not started"), new("Form.Forecast.Kind", "Month", "Month", "July 2026", "August 2027"),
            new("Form.Forecast.Month", "7", "8", "July", "August"), new("Form.Forecast.Year", "2026", "2027")),
        ["completion"] = async (host, _) => await OfPlanAsync(
            host, "milestones/M-1/state", "state", new Typed("Form.State", "Complete", "Complete", "Complete", "Complete"), new("Form.Completed.Day", "4", "5", "4 May 2026", "5 May 2026"), new("Form.Completed.Month", "5", "5", "May", "May"), new("Form.Completed.Year", "2026", "2026")),
        ["progress"] = async (host, _) => await OfPlanAsync(
            host, "actions/KA-1/progress", "progress", new Typed("Form.Progress", "OnTrack", "Managed", "On track", "Not on track but being managed by the department"), new("Form.Why", "Why A", "Why B")),
        ["challenge"] = async (host, _) => await OfPlanAsync(host, "challenges/C-1/edit", "edit", new Typed("Form.Title", "Challenge A", "Challenge B"), new("Form.Year", "2030/31", "2031/32")),
        ["section"] = async (host, _) => await OfPlanAsync(host, "sections/S-1/edit", "edit", new Typed("Form.Title", "Section A", "Section B"), new("Form.Body", "Words A", "Words B")),
        ["place"] = async (host, _) => await OfPlanAsync(host, "milestones/M-1/move", "move", new Typed("Form.Under", "KA-2", "KA-1", "Changed by somebody else", "Your move")),
        ["risk"] = async (host, c) => new OpenForm(
            RiskService.AddressOf(await DoneAsync(host, s => s.Get<RiskService>().CreateAsync(new RiskOptions("No money", RiskScope.Local, "Low", null, null), Made, default))) + "/edit", "edit",
            new Typed("Form.Title", "Risk A", "Risk B"), new("Form.Scope", "National", "Local"), new("Form.Level", "High", "Medium"), new("Form.Controls", "Controls A", "Controls B"), Officers("Form.OwnerOfficerId", c),
            new("Form.Cause", "Cause A", "Cause B"), new("Form.Consequence", "Follows A", "Follows B"), new("Form.Treatment", "Treat", "Tolerate"), new("Form.Appetite", "1", "2", "Low", "Medium"),
            new("Form.NextReviewBy.Day", "4", "5", "4 July 2026", "5 July 2026"), new("Form.NextReviewBy.Month", "7", "7", "July", "July"), new("Form.NextReviewBy.Year", "2026", "2026")),
        ["scored risk"] = async (host, _) => new OpenForm(
            RiskService.AddressOf(await RiskAsync(host)) + "/edit", "edit", [.. Score("Inherent", 5, 5, 4, 5), .. Score("Current", 4, 4, 3, 3), .. Score("Target", 2, 2, 1, 2)]),
        ["review"] = async (host, _) => new OpenForm(
            RiskService.AddressOf(await RiskAsync(host)) + "/review", "review",
            [
                .. Score("Inherent", 5, 5, 4, 5), .. Score("Current", 4, 4, 3, 3), .. Score("Target", 2, 2, 1, 2), new("Form.Found", "Found A", "Found B", IsKept: false),
                new("Form.NextReviewBy.Day", "4", "5", "4 July 2026", "5 July 2026"), new("Form.NextReviewBy.Month", "7", "7", "July", "July"), new("Form.NextReviewBy.Year", "2026", "2026"),
            ]),
        ["control"] = async (host, c) =>
        {
            var risk = await RiskAsync(host);
            var control = await DoneAsync(host, s => s.Get<ControlService>().AddAsync(risk.Id, new ControlOptions("Report", null, null), Made, default));
            return new OpenForm(
                $"{RiskService.AddressOf(risk)}/controls/{control.Id}", "edit", new Typed("Form.Text", "Control A", "Control B"), Officers("Form.OwnerOfficerId", c),
                new("Form.Effectiveness", "Effective", "Partly", "Effective", "Partly effective"));
        },
        ["action on a risk"] = async (host, c) => await OfActionAsync(
            host, "", "edit", new Typed("Form.Text", "Action A", "Action B"), Officers("Form.OwnerOfficerId", c), new("Form.Due.Day", "4", "5", "4 July 2026", "5 July 2026"),
            new("Form.Due.Month", "7", "7", "July", "July"), new("Form.Due.Year", "2026", "2026"), new("Form.State", "Cancelled", "Open")),
        ["state of an action on a risk"] = async (host, _) => await OfActionAsync(
            host, "/state", "state", new Typed("Form.State", "Done", "Done"), new("Form.DoneOn.Day", "4", "5", "4 May 2026", "5 May 2026"), new("Form.DoneOn.Month", "5", "5", "May", "May"), new("Form.DoneOn.Year", "2026", "2026")),
        ["matrix"] = (_, _) => Task.FromResult(new OpenForm(
            "/risks/matrix", "edit", new Typed("Form.Likelihoods[1]", "Seldom A", "Seldom B"), new("Form.Impacts[1]", "Small A", "Small B"), new("Form.Bands[3].Name", "Grave A", "Grave B"),
            new("Form.Bands[3].Colour", "purple", "red"), new("Form.Cells[24]", "3", "4"))),
        ["indicator"] = async (host, c) => new OpenForm(
            IndicatorService.AddressOf(await IndicatorAsync(host)) + "/edit", "edit",
            new Typed("Form.Title", "Indicator A", "Indicator B"), new("Form.Definition", "Definition A", "Definition B"),
            new("Form.DepartmentId", $"{c.Play.Id}", $"{c.Roads.Id}", c.Play.Name, c.Roads.Name), Officers("Form.LeadOfficerId", c)),
        ["board"] = async (host, _) => new OpenForm(
            ForumService.AddressOf(await DoneAsync(host, s => s.Get<ForumService>().CreateAsync(new ForumOptions("Children's Board", null, ForumKind.Board, null), Made, default))) + "/edit", "edit",
            new Typed("Form.Name", "Board A", "Board B"), new("Form.Abbreviation", "BA", "BB"), new("Form.Kind", "Panel", "Committee"), new("Form.Remit", "Remit A", "Remit B")),
        ["rules of a board"] = async (host, c) =>
        {
            var agency = await AgencyAsync(host);
            return await OfBoardAsync(
                host, _ => Task.FromResult("rules"), "rules", new Typed("Form.NoticeDays", "3", "4", "3 clear days", "4 clear days"), new("Form.NoticeKind", "ClearDays", "ClearDays", "clear days", "clear days"),
                new("Form.KeyDecisionDays", "21", "35"), new("Form.AnswerMonths", "1", "3"), new("Form.IsPublic", "true", "true", "Yes", "Yes"), new("Form.Quorum", "6", "7"),
                new($"Form.Least[{agency.Id}]", "1", "2", $"{agency.Name}: 1", $"{agency.Name}: 2"));
        },
        ["terms of reference"] = (host, _) => OfBoardAsync(
            host,
            async forum => $"terms/{(await DoneAsync(host, s => s.Get<TermsService>().AddAsync(forum.Id, new TermsOptions("Words", new DateOnly(2026, 1, 1), null), Made, default))).Number}/edit", "edit",
            [new Typed("Form.Text", "Words A", "Words B"), .. Dates("Form.AgreedOn", 2026), .. Dates("Form.ReviewBy", 2027)]),
        ["member"] = async (host, c) =>
        {
            var (one, two) = (await AgencyAsync(host), await AgencyAsync(host));
            var (ann, bob) = (await new AccountBuilder { Name = "Ann Account" }.MakeAsync(host), await new AccountBuilder { Name = "Bob Account" }.MakeAsync(host));
            return await OfBoardAsync(
                host, async forum => $"members/{(await BoardBuilder.MemberAsync(host, forum, "Somebody")).Id}", "edit",
                [new Typed("Form.Name", "Member A", "Member B"), new("Form.AgencyId", $"{one.Id}", $"{two.Id}", one.Name, two.Name), new("Form.Role", "Chair", "ViceChair", "Chair", "Vice chair"),
                    new("Form.Votes", "true", "true", "Yes", "Yes"), .. Dates("Form.From", 2026), .. Dates("Form.To", 2027), new("Form.AccountId", $"{ann.Id}", $"{bob.Id}", ann.DisplayName, bob.DisplayName), Officers("Form.OfficerId", c)]);
        },
        ["agency"] = async (host, _) =>
        {
            var agency = await AgencyAsync(host);
            return new OpenForm($"/boards/agencies/{agency.Id}", "edit", new Typed("Form.Name", $"{agency.Name} A", $"{agency.Name} B"));
        },
        ["meeting"] = (host, _) => OfBoardAsync(
            host, async forum => $"meetings/{(await SittingAsync(host, forum)).Address}/edit", "edit",
            [.. Dates("Form.On", 2027), new Typed("Form.Starts", "09:15", "14:45"), new("Form.Place", "Place A", "Place B")]),
        ["attendance"] = async (host, _) =>
        {
            var member = Guid.Empty;
            return await OfBoardAsync(
                host,
                async forum =>
                {
                    member = (await BoardBuilder.MemberAsync(host, forum, "Dora Door")).Id;
                    return $"meetings/{(await SittingAsync(host, forum)).Address}/attendance";
                },
                "attendance", () => [new Typed($"Form.Who[{member}]", "present", "apologies", "Dora Door", "Dora Door")]);
        },
        ["agenda item"] = (host, c) => OfItemAsync(
            host, _ => Task.FromResult("edit"), "edit",
            [new Typed("Form.Title", "Item A", "Item B"), new("Form.Asked", "To note A", "To note B"), Officers("Form.PresenterOfficerId", c), new("Form.IsKeyDecision", "true", "true", "Yes", "Yes"), .. Kept]),
        ["minutes"] = (host, _) => OfItemAsync(host, _ => Task.FromResult("minutes"), "minutes", [new Typed("Form.Minutes", "Minutes A", "Minutes B")]),
        ["paper"] = (host, c) => OfItemAsync(
            host, async item => $"papers/{(await BoardBuilder.PaperAsync(host, item, "Paper", "Text")).Position}/edit", "edit",
            [new Typed("Form.Title", "Paper A", "Paper B"), new("Form.Body", "Text A", "Text B"), Officers("Form.AuthorOfficerId", c), .. Kept]),
        ["decision"] = (host, c) => OfBoardAsync(
            host,
            async forum =>
            {
                var meeting = await SittingAsync(host, forum);
                return $"decisions/{(await BoardBuilder.DecisionAsync(host, meeting, await BoardBuilder.ItemAsync(host, meeting, "Item"), "Words")).Reference}/edit";
            },
            "edit", [new Typed("Form.Text", "Decision A", "Decision B"), Officers("Form.OwnerOfficerId", c), .. Dates("Form.DueOn", 2027)]),
        ["forward plan"] = (host, c) => OfBoardAsync(
            host,
            async forum => $"forward-plan/{(await DoneAsync(host, s => s.Get<ForwardPlanService>().AddAsync(
                forum.Id, new ForwardPlanOptions("Words", IsKeyDecision: false, null, null, new DateOnly(2026, 9, 1), null, Keeping.Open), Made, default))).Reference}",
            "edit",
            [new Typed("Form.Title", "Plan A", "Plan B"), new("Form.IsKeyDecision", "true", "true", "Yes", "Yes"), Officers("Form.LeadOfficerId", c), new("Form.Month", "10", "11", "October", "November"),
                new("Form.Year", "2027", "2028"), .. Dates("Form.PublishedOn", 2026), .. Kept]),
        ["scrutiny challenge"] = (host, c) => OfBoardAsync(
            host, async forum => $"challenges/{(await BoardBuilder.ChallengeAsync(host, forum, "Words")).Reference}/edit", "edit",
            [new Typed("Form.Kind", "Recommendation", "Challenge"), new("Form.Text", "Challenge A", "Challenge B"), new("Form.RaisedBy", "Panel A", "Panel B"), .. Dates("Form.RaisedOn", 2026),
                Officers("Form.OwnerOfficerId", c), .. Dates("Form.DueOn", 2027), .. Kept]),
        ["answer"] = (host, c) => OfBoardAsync(
            host, async forum => $"challenges/{(await BoardBuilder.ChallengeAsync(host, forum, "Words", c.Ann.Id)).Reference}/answer", "answer",
            [new Typed("Form.Answer", "Answer A", "Answer B"), new("Form.Verdict", "InPart", "Rejected", "Accepted in part", "Rejected"), new("Form.VerdictReason", "Because A", "Because B")]),
        ["cycle"] = async (host, _) =>
        {
            var (one, two) = (await new PlanBuilder { Title = "Plan one" }.MakeAsync(host), await new PlanBuilder { Title = "Plan two" }.MakeAsync(host));
            var forum = await new BoardBuilder { Name = "Cycle Board" }.MakeAsync(host);
            var (early, late) = (await BoardBuilder.MeetingAsync(host, forum, new DateOnly(2026, 9, 1)), await BoardBuilder.MeetingAsync(host, forum, new DateOnly(2026, 10, 1)));
            var day = new DateOnly(2026, 8, 3);
            var cycle = await DoneAsync(host, s => s.Get<CycleService>().CreateAsync(new CycleOptions("Quarter", new CycleDates(day, day, day, day, day), 0, [one.Id, two.Id], []), Made, default));
            return new OpenForm(
                $"{CycleService.AddressOf(cycle)}/edit", "edit",
                [
                    new Typed("Form.Title", "Quarter A", "Quarter B"), new("Form.PlanIds", $"{one.Id}", $"{two.Id}", "Plan one 2026/27", "Plan two 2026/27"),
                    new("Form.MeetingIds", $"{early.Id}", $"{late.Id}", "Cycle Board, 1 September 2026", "Cycle Board, 1 October 2026"), .. Dates("Form.PeriodEnd", 2026), .. Dates("Form.Opens", 2027),
                    .. Dates("Form.Closes", 2028), new("Form.GraceDays", "3", "4"), .. Dates("Form.ApproveBy", 2029), .. Dates("Form.PublishOn", 2030),
                ]);
        },
        ["ask"] = async (host, c) =>
        {
            var plan = await new PlanBuilder().MakeAsync(host);
            var ask = await host.InScopeAsync(async services =>
            {
                var action = (await services.Get<ItemService>().FindAsync(plan.Id, "KA-1", default))!;
                var staged = services.Get<AskService>().Stage(action.Id, new AskOptions("Close one street", null, c.Ann.Id), Made);
                await services.Get<AppDbContext>().SaveAsync(Made, default);
                return staged;
            });
            return new OpenForm(AskService.AddressOf(ask), "answer", new Typed("Form.Answer", "Answer A", "Answer B"));
        },
        ["department"] = async (host, c) => new OpenForm(
            $"/organisation/departments/{(await new DepartmentBuilder().MakeAsync(host)).Id}", "save",
            new Typed("Form.Code", $"A{c.Play.Code}", $"B{c.Play.Code}"), new("Form.Name", "Department A", "Department B"), Officers("Form.HeadOfficerId", c)),
        ["officer"] = async (host, c) => new OpenForm(
            $"/organisation/officers/{(await new OfficerBuilder().MakeAsync(host)).Id}", "save",
            new Typed("Form.Name", "Officer A", "Officer B"), new("Form.DepartmentId", $"{c.Play.Id}", $"{c.Roads.Id}", c.Play.Name, c.Roads.Name),
            new("Form.LeftOn.Day", "4", "5", "4 May 2026", "5 May 2026"), new("Form.LeftOn.Month", "5", "5", "May", "May"), new("Form.LeftOn.Year", "2026", "2026")),
        ["account"] = async (host, c) => new OpenForm(
            $"/administration/accounts/{(await new AccountBuilder().MakeAsync(host)).Id}/change", "save",
            new Typed("Form.Name", "Account A", "Account B"), new("Form.Email", $"a.{c.Play.Code}@example.gov.uk", $"b.{c.Play.Code}@example.gov.uk"), new("Form.Roles", Role.Clerk, Role.Head, "Clerk", "Head of department"), Officers("Form.OfficerId", c)),
        ["settings"] = (_, _) => Task.FromResult(new OpenForm(
            "/administration/settings", "save", new Typed("Form.Values[council.name]", "Council A", "Council B"), new("Form.Values[theme.colour]", "#005a5a", "#1d4f5f"))),
    };

    public static IEnumerable<TheoryDataRow<DatabaseKind, string>> EachForm =>
        Forms.Keys.SelectMany(form => new TheoryDataRow<DatabaseKind, string>[] { new(DatabaseKind.Sqlite, form), new(DatabaseKind.Postgres, form) { Skip = PostgresServer.Missing } });

    [Theory, MemberData(nameof(EachForm))]
    public async Task Post_SecondPerson_SeesBothVersionsAndChooses(DatabaseKind kind, string form)
    {
        var host = await databases.OnAsync(kind);
        var choices = new Choices(
            await new OfficerBuilder { Name = "Ann Able" }.MakeAsync(host), await new OfficerBuilder { Name = "Bob Bold" }.MakeAsync(host),
            await new DepartmentBuilder { Name = "Play" }.MakeAsync(host), await new DepartmentBuilder { Name = "Roads" }.MakeAsync(host));
        var open = await Forms[form](host, choices);
        using var first = await host.SignedInAsync([.. Role.Everyone]);
        using var second = await host.SignedInAsync([.. Role.Everyone]);
        var seen = await second.GetAsync(open.Address);
        var saved = await first.SendAsync(open.Address, open.Name, [.. open.Fields.Select(f => (f.Field, f.First))]);
        Assert.Empty(saved.Errors);

        var met = await second.SendAsync(seen, open.Name, [.. open.Fields.Select(f => (f.Field, f.Second))]);

        Assert.Equal(HttpStatusCode.Conflict, met.Status);
        Assert.Empty(met.Errors);
        foreach (var field in open.Fields.Where(f => f.IsKept))
        {
            Assert.Contains(met.Texts("#conflict td:nth-child(2)"), t => t.Contains(field.FirstSaid ?? field.First, StringComparison.Ordinal));
            Assert.Contains(met.Texts("#conflict td:nth-child(3)"), t => t.Contains(field.SecondSaid ?? field.Second, StringComparison.Ordinal));
        }

        AssertHolds(met, open, f => f.Second);
        AssertHolds(await first.GetAsync(open.Address), open, f => f.First);

        // Theirs: what stands saved, opened afresh. Mine: the same form, sent once more.
        AssertHolds(await second.GetAsync(met.Link("open it afresh")), open, f => f.First);
        var mine = await second.SendAsync(met, open.Name);
        Assert.Equal((HttpStatusCode.OK, ""), (mine.Status, mine.Text("#conflict")));
        AssertHolds(await first.GetAsync(open.Address), open, f => f.Second);
    }

    /// <summary>A decision on an update is made once: the second who decides reads what the first did, and it stands.</summary>
    [Theory, OnBothDatabases]
    public async Task Post_SecondDecisionOnAnUpdate_ReadsTheFirst(DatabaseKind kind)
    {
        var host = await databases.OnAsync(kind);
        using var cast = await new CycleBuilder().MakeAsync(host);
        var decide = await SentAsync(host, cast, "Fine.");
        var (toApprove, toReturn, list) = (await cast.Performance.GetAsync(decide), await cast.Performance.GetAsync(decide), await cast.Performance.GetAsync("/approvals"));
        var boxes = list.Document.QuerySelectorAll("input[type=checkbox]").Where(b => b.Closest("tr")!.TextContent.Contains("Fine.", StringComparison.Ordinal)).Select(b => (b.GetAttribute("name")!, b.GetAttribute("value")!)).ToArray();
        await cast.Head.SendAsync(decide, "return", ("Form.Why", "Say how many"));

        var approved = await cast.Performance.SendAsync(toApprove, "approve");
        var returned = await cast.Performance.SendAsync(toReturn, "return", ("Form.Why", "Say by when"));

        var ticked = await cast.Performance.SendAsync(list, "approve", boxes[^1]);

        Assert.All([approved, returned, ticked], answer => Assert.Equal(HttpStatusCode.Conflict, answer.Status));
        Assert.Equal(["Returned", "Approve it", "Say how many", "Nothing"], approved.Texts("#conflict td"));
        Assert.Equal(["Returned", "Return it", "Say how many", "Say by when"], returned.Texts("#conflict td"));
        Assert.Equal(["Returned", "Approve it", "Say how many", "Nothing"], ticked.Texts("#conflict td"));
        Assert.Null(approved.Document.QuerySelector("input[name=_handler][value=approve]"));
    }

    [Theory, OnBothDatabases]
    public async Task Post_DecisionOnAnUpdateThatWasSentAnew_IsMadeAgain(DatabaseKind kind)
    {
        var host = await databases.OnAsync(kind);
        using var cast = await new CycleBuilder().MakeAsync(host);
        var decide = await SentAsync(host, cast, "Fine.");
        var (one, list) = (await cast.Head.GetAsync(decide), await cast.Head.GetAsync("/approvals"));
        var boxes = list.Document.QuerySelectorAll("input[type=checkbox]").Select(b => (b.GetAttribute("name")!, b.GetAttribute("value")!)).ToArray();
        await SentAsync(host, cast, "Better.");

        var met = await cast.Head.SendAsync(one, "approve");
        var metInTheList = await cast.Head.SendAsync(list, "approve", boxes);

        Assert.All([met, metInTheList], answer => Assert.Equal((HttpStatusCode.Conflict, "Sent anew by its owner: look at it again"), (answer.Status, answer.Text("#conflict td"))));
        Assert.Contains("Better.", met.Main, StringComparison.Ordinal);
        Assert.Equal("The update was approved and stands in the plan.", (await cast.Head.SendAsync(met, "approve")).Said);
    }

    /// <summary>The owner sends an update of KA-1.</summary>
    /// <returns>Where it is decided.</returns>
    private static async Task<string> SentAsync(TrellisHost host, CycleCast cast, string text)
    {
        var action = await host.InScopeAsync(async services => (await services.Get<ItemService>().FindAsync(cast.Plan.Id, "KA-1", default))!);
        var open = await cast.Lead.GetAsync($"/updates?change={action.Id:N}");
        await cast.Lead.SendAsync(open, "updates", ("Act", "send"), (cast.Field(action, "Progress"), "OnTrack"), (cast.Field(action, "Text"), text));
        return (await cast.Head.GetAsync("/approvals")).Link("Open streets for play");
    }

    private static void AssertHolds(PageAnswer page, OpenForm open, Func<Typed, string> expected)
    {
        var fields = FilledForm.Of(page, open.Name).Fields;
        Assert.All(open.Fields.Where(f => f.IsKept), f => Assert.Contains(KeyValuePair.Create(f.Field, expected(f)), fields));
    }

    private static async Task<OpenForm> OfPlanAsync(TrellisHost host, string page, string form, params Typed[] fields) =>
        new($"/plan/{(await new PlanBuilder().MakeAsync(host)).Address}/{page}", form, fields);

    private static Task<Risk> RiskAsync(TrellisHost host) =>
        DoneAsync(host, s => s.Get<RiskService>().CreateAsync(new RiskOptions("No money", RiskScope.Local, "Low", null, null), Made, default));

    private static async Task<OpenForm> OfActionAsync(TrellisHost host, string page, string form, params Typed[] fields)
    {
        var risk = await RiskAsync(host);
        var action = await DoneAsync(host, s => s.Get<RiskActionService>().AddAsync(risk.Id, new RiskActionOptions("Ask", null, new DateOnly(2026, 6, 30), ActionState.Open, null), Made, default));
        return new OpenForm($"{RiskService.AddressOf(risk)}/actions/{action.Id}{page}", form, fields);
    }

    private static Typed[] Score(string name, int likelihoodA, int impactA, int likelihoodB, int impactB) =>
    [
        new($"Form.{name}.Likelihood", $"{likelihoodA}", $"{likelihoodB}", $"({likelihoodA} × {impactA} = {likelihoodA * impactA})", $"({likelihoodB} × {impactB} = {likelihoodB * impactB})"),
        new($"Form.{name}.Impact", $"{impactA}", $"{impactB}"),
    ];

    private static Task<Indicator> IndicatorAsync(TrellisHost host) =>
        DoneAsync(host, s => s.Get<IndicatorService>().CreateAsync(new IndicatorOptions("Streets closed", null, null, [], null, [], null), Made, default));

    private static Task<T> DoneAsync<T>(TrellisHost host, Func<IServiceProvider, Task<Result<T>>> make) =>
        host.InScopeAsync(async services => (await make(services)).Value!);

    /// <summary>How open something is: the first says exempt, the second too but under another paragraph.</summary>
    private static Typed[] Kept =>
        [new("Form.Openness", "Exempt", "Exempt", "Exempt", "Exempt"), new("Form.ExemptParagraph", "3", "5"), new("Form.PublicInterest", "Sentence A", "Sentence B")];

    private static Typed[] Dates(string field, int year) =>
    [
        new($"{field}.Day", "4", "5", string.Create(CultureInfo.InvariantCulture, $"4 May {year}"), string.Create(CultureInfo.InvariantCulture, $"5 May {year}")),
        new($"{field}.Month", "5", "5", "May", "May"), new($"{field}.Year", $"{year}", $"{year}"),
    ];

    private static Task<Meeting> SittingAsync(TrellisHost host, Forum forum) => BoardBuilder.MeetingAsync(host, forum, new DateOnly(2026, 6, 1));

    private static Task<Agency> AgencyAsync(TrellisHost host) =>
        DoneAsync(host, s => s.Get<AgencyService>().SaveAsync(null, 0, $"Agency {ThingId.New(host.Clock)}", Made, default));

    private static Task<OpenForm> OfBoardAsync(TrellisHost host, Func<Forum, Task<string>> page, string form, params Typed[] fields) => OfBoardAsync(host, page, form, () => fields);

    private static async Task<OpenForm> OfBoardAsync(TrellisHost host, Func<Forum, Task<string>> page, string form, Func<Typed[]> fields)
    {
        var forum = await new BoardBuilder().MakeAsync(host);
        return new OpenForm($"{ForumService.AddressOf(forum)}/{await page(forum)}", form, fields());
    }

    private static Task<OpenForm> OfItemAsync(TrellisHost host, Func<AgendaItem, Task<string>> page, string form, params Typed[] fields) => OfBoardAsync(
        host,
        async forum =>
        {
            var meeting = await SittingAsync(host, forum);
            var item = await BoardBuilder.ItemAsync(host, meeting, "Item");
            return $"meetings/{meeting.Address}/items/{item.Number}/{await page(item)}";
        },
        form, fields);

    private static Typed Officers(string field, Choices c) => new(field, $"{c.Ann.Id}", $"{c.Bob.Id}", c.Ann.Name, c.Bob.Name);
}

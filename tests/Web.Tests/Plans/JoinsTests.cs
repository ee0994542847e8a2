using System.Globalization;
using Trellis.Governance;
using Trellis.Kernel;
using Trellis.Kernel.Access;
using Trellis.Measures;
using Trellis.Plans;
using Trellis.Testing;

namespace Trellis.Web.Tests.Plans;

/// <summary>What does not join: each finding comes, and goes when it is mended by the page that it leads to.</summary>
public sealed class JoinsTests(BothDatabases databases) : IClassFixture<BothDatabases>
{
    private static readonly Process Made = new("Made for a test", Actor.Program);

    [Theory, OnBothDatabases]
    public async Task Challenge_WithoutAnObjective_UntilOneAnswersIt(DatabaseKind kind)
    {
        var (_, plan, visitor) = await StartAsync(kind);
        using var __ = visitor;
        const string Finding = "Challenges without an objective";
        Assert.Equal(["Half of the streets have no place to play"], await FoundAsync(visitor, plan, Finding));

        await LinkAsync(visitor, plan, "challenges/C-1", "Streets where children play");
        Assert.Empty(await FoundAsync(visitor, plan, Finding));

        await visitor.SendAsync($"/plan/{plan.Address}/objectives/O-1/withdraw", "withdraw", ("Form.Why", "Not now"));
        Assert.Equal(["Half of the streets have no place to play"], await FoundAsync(visitor, plan, Finding));
    }

    [Theory, OnBothDatabases]
    public async Task Challenge_WithOthersUnderIt_IsAnsweredByThem(DatabaseKind kind)
    {
        var (_, plan, visitor) = await StartAsync(kind);
        using var __ = visitor;

        await visitor.SendAsync($"/plan/{plan.Address}/add/challenges?under=C-1", "add", ("Form.Title", "In the north none has"));

        Assert.Equal(["In the north none has"], await FoundAsync(visitor, plan, "Challenges without an objective"));
    }

    [Theory, OnBothDatabases]
    public async Task ObjectiveAndItsActions_WithoutAnIndicator_UntilTheObjectiveHasOne(DatabaseKind kind)
    {
        var (host, plan, visitor) = await StartAsync(kind);
        using var __ = visitor;
        var indicator = await IndicatorAsync(host, "Hours of play");
        const string Objectives = "Objectives without an indicator";
        const string Actions = "Key actions without an indicator";
        Assert.Equal(["Streets where children play"], await FoundAsync(visitor, plan, Objectives));
        Assert.Equal(["Open streets for play", "Mend the playgrounds"], await FoundAsync(visitor, plan, Actions));

        await LinkAsync(visitor, plan, "actions/KA-1", "Hours of play");
        Assert.Equal(["Mend the playgrounds"], await FoundAsync(visitor, plan, Actions));
        await LinkAsync(visitor, plan, "objectives/O-1", "Hours of play");
        Assert.Empty(await FoundAsync(visitor, plan, Objectives));
        Assert.Empty(await FoundAsync(visitor, plan, Actions));

        await visitor.SendAsync(IndicatorService.AddressOf(indicator) + "/edit", "withdraw");
        Assert.Equal(["Streets where children play"], await FoundAsync(visitor, plan, Objectives));
        Assert.Equal(["Open streets for play", "Mend the playgrounds"], await FoundAsync(visitor, plan, Actions));
    }

    [Theory, OnBothDatabases]
    public async Task Aim_ThatNothingCarries_UntilAnObjectiveOrAnIndicatorNamesIt(DatabaseKind kind)
    {
        var (host, plan, visitor) = await StartAsync(kind);
        using var __ = visitor;
        const string Finding = "Aims of a title that nothing carries";
        await visitor.SendAsync($"/plan/{plan.Address}/priorities/P-1/edit", "edit", ("Form.Title", "Close more streets, reduce poverty and raise aspirations"));
        Assert.Equal(
            ["“reduce poverty” in Close more streets, reduce poverty and raise aspirations", "“raise aspirations” in Close more streets, reduce poverty and raise aspirations"],
            await FoundAsync(visitor, plan, Finding));

        await visitor.SendAsync($"/plan/{plan.Address}/add/objectives?under=P-1", "add", ("Form.Title", "No child in poverty"));
        Assert.Single(await FoundAsync(visitor, plan, Finding));
        await IndicatorAsync(host, "Pupils' aspirations");
        Assert.Single(await FoundAsync(visitor, plan, Finding));
        await LinkAsync(visitor, plan, "objectives/O-2", "Pupils' aspirations");

        Assert.Empty(await FoundAsync(visitor, plan, Finding));
    }

    [Theory, OnBothDatabases]
    public async Task Indicator_ThatNoBoardReviews_UntilOneDoes(DatabaseKind kind)
    {
        var (host, plan, visitor) = await StartAsync(kind);
        using var __ = visitor;
        const string Finding = "Indicators that no board reviews";
        await IndicatorAsync(host, "Parks that are open");
        Assert.Empty(await FoundAsync(visitor, plan, Finding));
        await LinkAsync(visitor, plan, "objectives/O-1", "Parks that are open");
        Assert.Equal(["Parks that are open"], await FoundAsync(visitor, plan, Finding));
        var board = (await host.InScopeAsync(s => s.Get<ForumService>().CreateAsync(new ForumOptions($"Play Board on {kind}", null, ForumKind.Board, null), Made, default))).Value!;

        var indicator = await visitor.GetAsync((await visitor.GetAsync($"/plan/{plan.Address}/joins")).Link("Parks that are open"));
        var reviewed = await visitor.SendAsync(indicator.Link("Say who reviews it"), "review", ("Form.ForumIds", $"{board.Id}"));

        Assert.Contains(board.Name, reviewed.Main, StringComparison.Ordinal);
        Assert.Empty(await FoundAsync(visitor, plan, Finding));
        await visitor.SendAsync(FilledForm.Of(await visitor.GetAsync(indicator.Link("Say who reviews it")), "review").Untick("Form.ForumIds"));
        Assert.Equal(["Parks that are open"], await FoundAsync(visitor, plan, Finding));
        await visitor.SendAsync(indicator.Link("Say who reviews it"), "review", ("Form.ForumIds", $"{board.Id}"));
        Assert.Empty(await FoundAsync(visitor, plan, Finding));
        await visitor.SendAsync(ForumService.AddressOf(board) + "/edit", "withdraw");
        Assert.Equal(["Parks that are open"], await FoundAsync(visitor, plan, Finding));
    }

    [Theory, OnBothDatabases]
    public async Task Owner_WithoutAnAccount_UntilInvitedAndAgainWhenClosed(DatabaseKind kind)
    {
        var host = await databases.OnAsync(kind);
        var owner = await new OfficerBuilder { Name = "Head of Parks" }.MakeAsync(host);
        var group = await new OfficerBuilder { Name = "All wardens", IsGroup = true }.MakeAsync(host);
        var plan = await new PlanBuilder { OwnerId = owner.Id }.MakeAsync(host);
        using var visitor = await host.SignedInAsync([.. Role.Everyone]);
        const string Finding = "Owners without an account";
        await visitor.SendAsync($"/plan/{plan.Address}/actions/KA-2/edit", "edit", ("Form.AccountableOfficerId", $"{group.Id}"));
        Assert.Equal(["All wardens: a group that nobody answers for", "Head of Parks"], await FoundAsync(visitor, plan, Finding));

        await visitor.SendAsync($"/organisation/officers/{group.Id}", "save", ("Form.IsGroup", "true"), ("Form.AccountableOfficerId", $"{owner.Id}"));
        Assert.Equal(["All wardens", "Head of Parks"], await FoundAsync(visitor, plan, Finding));
        var account = await new AccountBuilder { OfficerId = owner.Id }.MakeAsync(host);
        Assert.Empty(await FoundAsync(visitor, plan, Finding));

        await visitor.SendAsync($"/administration/accounts/{account.Id}/close", "close");
        Assert.Equal(["All wardens", "Head of Parks"], await FoundAsync(visitor, plan, Finding));
    }

    [Theory, OnBothDatabases]
    public async Task WriterOfASection_WithoutAnAccount_UntilInvited(DatabaseKind kind)
    {
        var (host, plan, visitor) = await StartAsync(kind);
        using var __ = visitor;
        const string Finding = "Owners without an account";
        var writer = await new OfficerBuilder { Name = "Head of Streets" }.MakeAsync(host);
        await visitor.SendAsync($"/plan/{plan.Address}/sections/S-1/edit", "edit", ("Form.LeadOfficerId", $"{writer.Id}"));
        Assert.Equal(["Head of Streets"], await FoundAsync(visitor, plan, Finding));

        await new AccountBuilder { OfficerId = writer.Id }.MakeAsync(host);

        Assert.Empty(await FoundAsync(visitor, plan, Finding));
    }

    [Theory, OnBothDatabases]
    public async Task Action_WithoutAnOwner_UntilSomebodyIsAccountable(DatabaseKind kind)
    {
        var (host, plan, visitor) = await StartAsync(kind);
        using var __ = visitor;
        const string Finding = "Key actions without an owner";
        Assert.Equal(["Open streets for play", "Mend the playgrounds"], await FoundAsync(visitor, plan, Finding));
        var owner = await new OfficerBuilder().MakeAsync(host);

        await visitor.SendAsync($"/plan/{plan.Address}/actions/KA-1/edit", "edit", ("Form.AccountableOfficerId", $"{owner.Id}"));

        Assert.Equal(["Mend the playgrounds"], await FoundAsync(visitor, plan, Finding));
    }

    private async Task<(TrellisHost Host, Plan Plan, Visitor Visitor)> StartAsync(DatabaseKind kind)
    {
        var host = await databases.OnAsync(kind);
        return (host, await new PlanBuilder().MakeAsync(host), await host.SignedInAsync(Role.Performance));
    }

    /// <summary>What the page lists under one finding; the figure in its heading must say as many.</summary>
    private static async Task<IReadOnlyList<string>> FoundAsync(Visitor visitor, Plan plan, string finding)
    {
        var page = await visitor.GetAsync($"/plan/{plan.Address}/joins");
        var heading = Assert.Single(page.Document.QuerySelectorAll("main h2"), h => h.TextContent.StartsWith(finding + ":", StringComparison.Ordinal));
        var found = new List<string>();
        for (var next = heading.NextElementSibling; next is not null && next.LocalName != "h2"; next = next.NextElementSibling)
        {
            found.AddRange(next.QuerySelectorAll("li").Select(li => li.TextContent.Trim()));
        }

        Assert.Equal($"{finding}: {found.Count.ToString(CultureInfo.InvariantCulture)}", heading.TextContent);
        return found;
    }

    /// <summary>Links an item to the thing of that title, as somebody would who chooses it from the list.</summary>
    private static async Task LinkAsync(Visitor visitor, Plan plan, string item, string title)
    {
        var page = await visitor.GetAsync($"/plan/{plan.Address}/{item}/links");
        var target = page.Document.QuerySelectorAll("option").Last(o => o.TextContent.Trim() == title).GetAttribute("value")!;
        Assert.Equal("It was linked.", (await visitor.SendAsync(page, "link", ("Form.Target", target))).Said);
    }

    private static async Task<Indicator> IndicatorAsync(TrellisHost host, string title) =>
        (await host.InScopeAsync(s => s.Get<IndicatorService>().CreateAsync(new IndicatorOptions(title, null, null, [], null, [], null), Made, default))).Value!;
}

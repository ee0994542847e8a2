using System.Data.Common;
using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Governance;
using Trellis.Governance.ForwardPlan;
using Trellis.Governance.Meetings;
using Trellis.Governance.Members;
using Trellis.Governance.Scrutiny;
using Trellis.Governance.Terms;
using Trellis.Kernel;
using Trellis.Kernel.Access;
using Trellis.Kernel.Organisation;
using Trellis.Kernel.Outbox;
using Trellis.Measures;
using Trellis.Plans;
using Trellis.Risks;
using Trellis.Testing;

namespace Trellis.Web.Tests.Guards;

/// <summary>A page asks the database as often for many rows as for few.</summary>
public sealed class CommandCountTests
{
    private const int Few = 5;
    private const int Many = 500;
    private const int MostMore = 5;

    /// <summary>Of what is made one by one, fewer show it as well.</summary>
    private const int ManyOfABoard = 60;

    private static readonly Process Made = new("Made for a test", Actor.Program);

    [Fact]
    public async Task Get_EveryListWithManyRows_AsksNoOftenerThanWithFew()
    {
        var counted = new CountedCommands();
        await using var host = await TrellisHost.StartAsync(adjust: builder => builder.Services.ConfigureDbContext<AppDbContext>(options => options.AddInterceptors(counted)));
        var few = await FillAsync(host, 0, Few);
        using var visitor = await host.SignedInAsync([.. Role.Everyone]);
        var before = await CountAsync(visitor, few, counted);
        var many = await FillAsync(host, Few, Many);

        var after = await CountAsync(visitor, many, counted);

        Assert.All(before, list => Assert.InRange(list.Value, 1, int.MaxValue));
        Assert.Empty(after.Where(list => list.Value > before[list.Key] + MostMore).Select(list => $"{list.Key}: {list.Value} commands with {Many} rows, {before[list.Key]} with {Few}"));
    }

    /// <summary>Each list's commands, by its address without the plan's own name.</summary>
    private static async Task<Dictionary<string, int>> CountAsync(Visitor visitor, Plan plan, CountedCommands counted)
    {
        string[] ofPlan = ["", "/actions", "/milestones", "/milestones?show=no-date", "/text", "/joins", "/print", "/imports", "/export.csv", "/export.json", "/actions/KA-1", "/objectives/O-1", "/exceptions", "/report", "/report/download.docx"];
        var board = "/boards/board-0";
        string[] others =
        [
            "/", "/plans", "/measures", "/risks", "/boards", board, $"{board}/meetings", $"{board}/meetings/2026-06-02", $"{board}/forward-plan", $"{board}/decisions", $"{board}/challenges",
            $"{board}/members", $"{board}/terms", "/boards/challenges", "/boards/challenges/export.csv", "/boards/agencies", "/figures", "/public/boards", "/public/boards/board-0",
            "/public/boards/board-0/meetings/2026-06-02", "/public/boards/board-0/decisions.csv", "/public/boards/board-0/challenges.csv", "/public/boards/search?q=words", "/organisation", "/organisation/officers", "/organisation/delegations", "/administration/accounts", "/administration/audit",
            "/administration/calendar", "/administration/outbox", "/risks/export.csv", "/risks?show=target", "/published", "/updates", "/approvals", "/cycles", "/asks",
        ];
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (name, address) in ofPlan.Select(p => ("plan" + p, $"/plan/{plan.Address}{p}")).Concat(others.Select(o => (o, o))))
        {
            // Twice: what is kept in memory is asked for at the first visit only.
            await visitor.Http.GetAsync(address);
            counted.Count = 0;
            using var answer = await visitor.Http.GetAsync(address);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address} answered {answer.StatusCode}");
            counts[name] = counted.Count;
        }

        return counts;
    }

    /// <summary>That many of everything that the first board has; its first meeting has them on its agenda.</summary>
    private static async Task FillBoardAsync(IServiceProvider services, int from, int to)
    {
        var forum = (await services.Get<ForumService>().FindAsync("board-0", default))!;
        var (meetings, agendas, today) = (services.Get<MeetingService>(), services.Get<AgendaService>(), new DateOnly(2026, 6, 1));
        if (from == 0)
        {
            await services.Get<ForumService>().ChangeRulesAsync(forum.Address, forum.Version, ForumRules.Of(forum) with { IsPublic = true }, Made, default);
            await meetings.PlanAsync(forum, new MeetingOptions(today.AddDays(1), null, null), Made, default);
            await meetings.SendAsync(forum.Id, "2026-06-02", Made, default);
        }

        var meeting = (await meetings.FindAsync(forum.Id, "2026-06-02", default))!;
        for (var i = from; i < to; i++)
        {
            await meetings.PlanAsync(forum, new MeetingOptions(today.AddDays(-i), null, null), Made, default);
            var item = (await agendas.AddAsync(meeting, new AgendaItemOptions($"Item {i}", null, null, IsKeyDecision: true, Keeping.Open, IsLate: true, "Late"), Made, default)).Value!;
            await agendas.AddPaperAsync(item, new PaperOptions("Paper", "Some words", null, Keeping.Open, Openness.Public), Made, default);
            await services.Get<DecisionService>().AddAsync(meeting, item, new DecisionOptions("Some words", null, today), Made, default);
            var member = (await services.Get<MemberService>().AddAsync(forum.Id, new MemberOptions($"Member {i}", null, MemberRole.Member, Votes: true, today, null, null, null), Made, default)).Value!;
            await agendas.DeclareAsync(meeting, member.Id, item.Id, "Some words", Made, default);
            await services.Get<ForwardPlanService>().AddAsync(forum.Id, new ForwardPlanOptions("Some words", IsKeyDecision: true, null, meeting.Id, null, today, Keeping.Open), Made, default);
            await services.Get<ChallengeService>().RaiseAsync(forum, null, new ScrutinyOptions(ScrutinyKind.Challenge, "Some words", "Panel", today, null, today, Keeping.Open), Made, default);
            await services.Get<TermsService>().AddAsync(forum.Id, new TermsOptions("Some words", today, null), Made, default);
            await services.Get<AgencyService>().SaveAsync(null, 0, $"Agency {i}", Made, default);
        }
    }

    /// <summary>A plan of that many actions, each with a milestone and an owner, and that many of everything else.</summary>
    private static async Task<Plan> FillAsync(TrellisHost host, int from, int to)
    {
        var document = new StringBuilder("PRIORITY 1: Play\n\nKey Actions\n\nObjective\tAction\tMilestone\tDue\tLead Officer\n");
        for (var i = from; i < to; i++)
        {
            document.Append(CultureInfo.InvariantCulture, $"{(i == from ? "Play outside" : "")}\tOpen park number {i}\tPaint gate number {i}\tFeb 2030\tWarden of park {i}\n");
        }

        var plan = (await host.ImportAsync(Encoding.UTF8.GetBytes(document.ToString()), name: "plan.txt")).Value!;
        var account = await new AccountBuilder().MakeAsync(host);
        await host.InScopeAsync(async services =>
        {
            var officers = await services.Get<OrganisationService>().OfficersAsync(default);
            for (var i = from; i < to; i++)
            {
                await services.Get<RiskService>().StageAsync(new RiskOptions($"Risk {i}", RiskScope.Local, "High", null, officers[i].Id), default);
                await services.Get<IndicatorService>().StageAsync(new IndicatorOptions($"Indicator {i}", null, null, [], officers[i].Id, [], null), default);
                services.Get<OutboxService>().Stage(account.Id, $"Message {i}", "/risks");
                await services.Get<ForumService>().StageAsync(new ForumOptions($"Board {i}", null, ForumKind.Board, null), default);
            }

            await services.Get<AppDbContext>().SaveAsync(Made, default);
            await FillBoardAsync(services, from, Math.Min(to, from + ManyOfABoard));
        });
        for (var i = from; i < to; i++)
        {
            await new DepartmentBuilder().MakeAsync(host);
            await new AccountBuilder().MakeAsync(host);
        }

        return plan;
    }

    private sealed class CountedCommands : DbCommandInterceptor
    {
        private int count;

        public int Count
        {
            get => count;
            set => count = value;
        }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Interlocked.Increment(ref count);
            return new(result);
        }

        public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default)
        {
            Interlocked.Increment(ref count);
            return new(result);
        }
    }
}

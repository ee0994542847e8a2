using System.Data.Common;
using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Governance;
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
        string[] ofPlan = ["", "/actions", "/milestones", "/milestones?show=no-date", "/text", "/joins", "/print", "/imports", "/export.csv", "/export.json", "/actions/KA-1", "/objectives/O-1", "/report", "/report/download.docx"];
        string[] others =
        [
            "/", "/plans", "/measures", "/risks", "/boards", "/organisation", "/organisation/officers", "/organisation/delegations", "/administration/accounts", "/administration/audit",
            "/administration/calendar", "/administration/outbox", "/risks/export.csv", "/risks?show=target", "/published",
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

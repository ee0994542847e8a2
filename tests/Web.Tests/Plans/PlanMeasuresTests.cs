using System.Net;
using Microsoft.EntityFrameworkCore;
using Trellis.Governance;
using Trellis.Governance.Meetings;
using Trellis.Kernel;
using Trellis.Kernel.Access;
using Trellis.Kernel.Things;
using Trellis.Measures;
using Trellis.Measures.Figures;
using Trellis.Measures.Periods;
using Trellis.Plans;
using Trellis.Testing;

namespace Trellis.Web.Tests.Plans;

/// <summary>A plan shows how what it is measured by stands, as the plan itself judges it; so does the pack of the board that reviews it.</summary>
public sealed class PlanMeasuresTests
{
    private static readonly Process Made = new("Made for a test", Actor.Program);

    [Theory, OnBothDatabases]
    public async Task Get_ObjectiveAndPlan_ShowTheirIndicatorsAsTheyStand(DatabaseKind kind)
    {
        await using var host = await TrellisHost.StartAsync(kind);
        var (plan, _) = await MakeAsync(host);
        using var reader = await host.SignedInAsync(Role.Reader);

        foreach (var address in (string[])[$"/plan/{plan.Address}/measures", $"/plan/{plan.Address}/objectives/O-1"])
        {
            var page = await reader.GetAsync(address);
            Assert.Contains("Children on plans 120 31 May 2026 None No colour Up", page.Main, StringComparison.Ordinal);
            Assert.DoesNotContain("Which way is better", page.Main, StringComparison.Ordinal);
        }
    }

    [Theory, OnBothDatabases]
    public async Task Post_Polarity_CountsInThatPlanAloneAndNeedsItsReasonAndGuard(DatabaseKind kind)
    {
        await using var host = await TrellisHost.StartAsync(kind);
        var (plan, indicator) = await MakeAsync(host);
        using var visitor = await host.SignedInAsync(Role.Performance);
        var address = $"/plan/{plan.Address}/measures/{indicator.Address}";

        var bare = await visitor.SendAsync(address, "polarity", ("Form.Polarity", "Low"));
        Assert.Equal(["Say why this plan sees it so, in 1,000 characters or fewer"], bare.Errors);
        var unguarded = await visitor.SendAsync(address, "polarity", ("Form.Polarity", "LowWhereSafe"), ("Form.Why", "Families get help earlier."));
        Assert.Equal(["Say first, where the indicator is changed, what must not get worse meanwhile: without that nobody can tell whether it is safe"], unguarded.Errors);
        var saved = await visitor.SendAsync(address, "polarity", ("Form.Polarity", "Low"), ("Form.Why", "Families get help earlier."));

        Assert.Contains("Children on plans 120 31 May 2026 None No colour Getting worse", saved.Main, StringComparison.Ordinal);
        Assert.Contains("Children on plans 120 31 May 2026 None No colour Up", (await visitor.GetAsync("/measures")).Main, StringComparison.Ordinal);
        using var reader = await host.SignedInAsync(Role.Reader);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.GetAsync(address)).Status);

        var back = await visitor.SendAsync(address, "polarity", ("Form.Polarity", ""), ("Form.Why", ""));
        Assert.Contains("No colour Up", back.Main, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task Get_BroughtDownWhereSafeAndItsGuardTakenAway_NothingIsCalledBetterOrWorse(DatabaseKind kind)
    {
        await using var host = await TrellisHost.StartAsync(kind);
        var guard = await new IndicatorBuilder { Title = "Plans that are repeated", Polarity = Polarity.Low }.MakeAsync(host);
        await IndicatorBuilder.FiguresAsync(host, guard, (Period.Month(2026, 5), FigureValue.Of(10)), (Period.Month(2025, 5), FigureValue.Of(12)));
        var (plan, indicator) = await MakeAsync(host, guard.Id);
        using var visitor = await host.SignedInAsync(Role.Performance);
        var saved = await visitor.SendAsync($"/plan/{plan.Address}/measures/{indicator.Address}", "polarity", ("Form.Polarity", "LowWhereSafe"), ("Form.Why", "Families get help earlier."));
        Assert.Contains("Children on plans 120 31 May 2026 None No colour Getting worse", saved.Main, StringComparison.Ordinal);

        await visitor.SendAsync($"/measures/{indicator.Address}/edit", "edit", ("Form.GuardId", ""));

        Assert.Contains("Children on plans 120 31 May 2026 None No colour Up", (await visitor.GetAsync($"/plan/{plan.Address}/measures")).Main, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task Get_Pack_SaysWhatMovedSinceTheBoardMetLast(DatabaseKind kind)
    {
        await using var host = await TrellisHost.StartAsync(kind);
        var (_, indicator) = await MakeAsync(host);
        var (forum, meeting) = await new MeetingBuilder().MakeAsync(host);
        await host.InScopeAsync(async services =>
        {
            var board = await services.Get<AppDbContext>().Set<Forum>().SingleAsync(f => f.Address == forum);
            await services.Get<IndicatorReviews>().SayAsync(indicator, [board.Id], Made, default);
            await services.Get<MeetingService>().PlanAsync(board, new MeetingOptions(new DateOnly(2026, 3, 16), new TimeOnly(10, 30), "Town Hall"), Made, default);
        });
        using var clerk = await host.SignedInAsync(Role.Clerk);

        var pack = await clerk.GetAsync($"/boards/{forum}/meetings/{meeting}/pack");
        Assert.Contains("New since this board met last: Children on plans.", pack.Main, StringComparison.Ordinal);
        Assert.Contains("Blackpool: 120 on 31 May 2026, up from 100 a year before.", pack.Main, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task Get_Report_SaysOfAnIndicatorOnlyWhatIsPublic(DatabaseKind kind)
    {
        await using var host = await TrellisHost.StartAsync(kind);
        var (plan, indicator) = await MakeAsync(host);
        await IndicatorBuilder.EnteredAsync(host, indicator, new NewFigure(IndicatorBuilder.Here, Period.AtEndOf(2026, 5), FigureValue.Of(3)));
        using var reader = await host.SignedInAsync(Role.Reader);
        var report = $"/plan/{plan.Address}/report";

        Assert.DoesNotContain("How they stand", (await reader.GetAsync(report)).Main, StringComparison.Ordinal);
        await IndicatorBuilder.MakePublicAsync(host, indicator);

        // Three children are kept back: the report speaks of the year before.
        var page = await reader.GetAsync(report);
        Assert.Contains("Blackpool: 100 on 31 May 2025", page.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Blackpool: 3", page.Main, StringComparison.Ordinal);
    }

    private static async Task<(Plan Plan, Indicator Indicator)> MakeAsync(TrellisHost host, Guid? guard = null)
    {
        await IndicatorBuilder.PlaceAsync(host);
        var plan = await new PlanBuilder().MakeAsync(host);
        var indicator = await new IndicatorBuilder { Title = "Children on plans", Unit = MeasureUnit.Number, Decimals = 0, Polarity = Polarity.None, Basis = Basis.Snapshot, GuardId = guard }.MakeAsync(host);
        await IndicatorBuilder.FiguresAsync(host, indicator, (Period.AtEndOf(2026, 5), FigureValue.Of(120)), (Period.AtEndOf(2025, 5), FigureValue.Of(100)));
        await host.InScopeAsync(async services =>
        {
            var db = services.Get<AppDbContext>();
            var objective = await db.Set<Objective>().SingleAsync(o => o.PlanId == plan.Id);
            await services.Get<ThingLinks>().JoinAsync(objective.Id, nameof(Objective), LinkKind.MeasuredBy, indicator.Id, nameof(Indicator), default);
            await db.SaveAsync(Made, default);
        });
        return (plan, indicator);
    }
}

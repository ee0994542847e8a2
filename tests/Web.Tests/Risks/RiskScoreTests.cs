using System.Net;
using Trellis.Kernel.Access;
using Trellis.Risks;
using Trellis.Testing;

namespace Trellis.Web.Tests.Risks;

/// <summary>A risk with scores takes its level from the council's matrix; one without keeps its own word.</summary>
public sealed class RiskScoreTests(BothDatabases databases) : IClassFixture<BothDatabases>
{
    [Theory, OnBothDatabases]
    public async Task Post_NewRiskWithScores_HasTheLevelOfItsCurrentScore(DatabaseKind kind)
    {
        var host = await databases.OnAsync(kind);
        using var visitor = await host.SignedInAsync(Role.Performance);

        var page = await visitor.SendAsync(
            "/risks/new", "edit", ("Form.Title", "Placements cost more than planned"), ("Form.Cause", "Few foster carers"), ("Form.Consequence", "Less money for early help"), ("Form.Scope", "National"),
            ("Form.Inherent.Likelihood", "5"), ("Form.Inherent.Impact", "5"), ("Form.Current.Likelihood", "4"), ("Form.Current.Impact", "3"),
            ("Form.Target.Likelihood", "2"), ("Form.Target.Impact", "3"), ("Form.Treatment", "Treat"), ("Form.Appetite", "2"));

        Assert.Empty(page.Errors);
        Assert.Contains("Level High", page.Main, StringComparison.Ordinal);
        Assert.Contains("Current score High (4 × 3 = 12)", page.Main, StringComparison.Ordinal);
        Assert.Contains("The level is High; the council accepts Medium at the most.", page.Main, StringComparison.Ordinal);
        Assert.Contains("Few foster carers", page.Main, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task Post_HalfAScoreAndADateThatIsNone_SaysWhatToMendAndKeepsTheRest(DatabaseKind kind)
    {
        var host = await databases.OnAsync(kind);
        using var visitor = await host.SignedInAsync(Role.Performance);

        var date = await visitor.SendAsync("/risks/new", "edit", ("Form.Title", "Kept"), ("Form.NextReviewBy.Day", "31"), ("Form.NextReviewBy.Month", "2"), ("Form.NextReviewBy.Year", "2026"));
        Assert.Equal(["Next review by: February 2026 has only 28 days"], date.Errors);
        var half = await visitor.SendAsync("/risks/new", "edit", ("Form.Title", "Kept"), ("Form.Current.Likelihood", "4"));
        Assert.Equal(["Current score: choose how grave it is too, or neither"], half.Errors);
        Assert.Equal("Kept", half.Field("Form.Title"));
        var none = await visitor.SendAsync("/risks/new", "edit", ("Form.Title", "Kept"));
        Assert.Equal(["Enter the level, for example High, or score the risk"], none.Errors);
    }

    [Theory, OnBothDatabases]
    public async Task Get_ScoresThatContradictEachOther_AreQuestionedAndNotRefused(DatabaseKind kind)
    {
        var host = await databases.OnAsync(kind);
        var risk = await new RiskBuilder { Inherent = (2, 2), Current = (3, 3), Target = (4, 4) }.MakeAsync(host);
        using var visitor = await host.SignedInAsync(Role.Reader);

        var page = await visitor.GetAsync(RiskService.AddressOf(risk));

        Assert.Contains("The current score is higher than the inherent one", page.Main, StringComparison.Ordinal);
        Assert.Contains("The target score is higher than the current one", page.Main, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task Put_FromADocument_KeepsTheWordOfAnUnscoredRiskAndTheLevelOfAScoredOne(DatabaseKind kind)
    {
        var host = await databases.OnAsync(kind);
        var unscored = await new RiskBuilder { Level = "Amber", Controls = "Panel meets weekly" }.MakeAsync(host);
        var scored = await new RiskBuilder { Current = (5, 5) }.MakeAsync(host);

        RiskService.Put(unscored, RiskOptions.Of(unscored) with { Level = "Red" });
        RiskService.Put(scored, RiskOptions.Of(scored) with { Level = "Red" });

        Assert.Equal(("Red", "Very high"), (unscored.Level, scored.Level));
        using var visitor = await host.SignedInAsync(Role.Reader);
        var page = await visitor.GetAsync(RiskService.AddressOf(unscored));
        Assert.Contains("Controls as the document writes them Panel meets weekly", page.Main, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task Post_Review_ChangesTheScoresAndStaysReadable(DatabaseKind kind)
    {
        var host = await databases.OnAsync(kind);
        var risk = await new RiskBuilder { Inherent = (5, 5), Current = (5, 4) }.MakeAsync(host);
        using var visitor = await host.SignedInAsync(Role.Performance);
        var address = RiskService.AddressOf(risk);

        await visitor.SendAsync(address + "/review", "review", ("Form.Found", "As before"), ("Form.On.Day", "1"), ("Form.On.Month", "5"), ("Form.On.Year", "2026"));
        var page = await visitor.SendAsync(
            address + "/review", "review", ("Form.Found", "Two teams are full again"), ("Form.Current.Likelihood", "2"), ("Form.Current.Impact", "4"),
            ("Form.NextReviewBy.Day", "1"), ("Form.NextReviewBy.Month", "9"), ("Form.NextReviewBy.Year", "2026"));

        Assert.Equal("The review is saved.", page.Said);
        Assert.Contains("Level Medium", page.Main, StringComparison.Ordinal);
        Assert.Contains("Next review by 1 September 2026", page.Main, StringComparison.Ordinal);
        var reviews = await visitor.GetAsync(address + "/reviews");
        Assert.Contains("The current score fell from 20 to 8.", reviews.Main, StringComparison.Ordinal);
        Assert.Equal(["1 June 2026 by Priya Shah", "1 May 2026 by Priya Shah"], reviews.Texts("table.trellis-table--stack tbody th"));
        var early = await visitor.SendAsync(address + "/review", "review", ("Form.Found", "x"), ("Form.On.Year", "2027"), ("Form.NextReviewBy.Year", "2025"));
        Assert.Equal(["The day of the review must be today or earlier", "The next review must be after this one"], early.Errors);
    }

    [Theory, OnBothDatabases]
    public async Task Post_ControlAndAction_AreKeptWithTheirOwnHistory(DatabaseKind kind)
    {
        var host = await databases.OnAsync(kind);
        var risk = await new RiskBuilder().MakeAsync(host);
        using var visitor = await host.SignedInAsync(Role.Performance);
        var address = RiskService.AddressOf(risk);

        await visitor.SendAsync(address + "/controls/new", "edit", ("Form.Text", "Weekly report"), ("Form.Effectiveness", "Partly"));
        var page = await visitor.SendAsync(address + "/actions/new", "edit", ("Form.Text", "Recruit abroad"), ("Form.Due.Day", "1"), ("Form.Due.Month", "5"), ("Form.Due.Year", "2026"));

        Assert.Contains("Weekly report Nobody yet Partly effective", page.Main, StringComparison.Ordinal);
        Assert.Contains("Recruit abroad Nobody yet 1 May 2026 Late", page.Main, StringComparison.Ordinal);
        var noDay = await visitor.SendAsync(await visitor.GetAsync(page.Link("Recruit abroad")), "edit", ("Form.State", "Done"));
        Assert.Equal(["Enter the day on which it was done"], noDay.Errors);
        var done = await visitor.SendAsync(noDay, "edit", ("Form.DoneOn.Day", "30"), ("Form.DoneOn.Month", "5"), ("Form.DoneOn.Year", "2026"));
        Assert.Contains("Done 30 May 2026", done.Main, StringComparison.Ordinal);
        Assert.Contains("Changed an action", (await visitor.GetAsync(done.Link("Recruit abroad"))).Main, StringComparison.Ordinal);
        var without = await visitor.SendAsync(await visitor.GetAsync(done.Link("Weekly report")), "withdraw");
        Assert.DoesNotContain("Weekly report", without.Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"{address}/controls/{risk.Id}")).Status);
    }
}

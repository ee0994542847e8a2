using System.Net;
using Trellis.Kernel.Access;
using Trellis.Risks;
using Trellis.Testing;

namespace Trellis.Web.Tests.Risks;

/// <summary>The register: heat map, filters, sorting, export, and the council's own matrix.</summary>
public sealed class RiskListTests
{
    [Theory, OnBothDatabases]
    public async Task Get_HeatMap_CountsEachCellAndLeadsToItsRisks(DatabaseKind kind)
    {
        await using var host = await FilledAsync(kind);
        using var visitor = await host.SignedInAsync(Role.Reader);

        var page = await visitor.GetAsync("/risks");
        var cells = page.Texts(".trellis-heat td").Where(t => t.StartsWith('2')).ToList();
        Assert.Equal(["2 risks, Likely and Major Very high"], cells);
        Assert.Contains("4 risks; 3 have the score that is shown here.", page.Main, StringComparison.Ordinal);
        var cell = await visitor.GetAsync(page.Link("2 risks, Likely and Major"));
        Assert.Equal(["Beta", "Gamma"], Rows(cell));
        var target = await visitor.GetAsync(page.Link("Target"));
        Assert.Equal(["1 risk, Rare and Minor Low"], target.Texts(".trellis-heat td").Where(t => t.StartsWith('1')));
        Assert.Equal(["Alpha"], Rows(await visitor.GetAsync(target.Link("1 risk, Rare and Minor"))));
    }

    [Theory, OnBothDatabases]
    public async Task Get_FiltersAndSorting_ShowWhatWasAskedFor(DatabaseKind kind)
    {
        await using var host = await FilledAsync(kind);
        using var visitor = await host.SignedInAsync(Role.Reader);

        Assert.Equal(["Beta", "Gamma", "Alpha", "=Delta"], Rows(await visitor.GetAsync("/risks?sort=-Score")));
        Assert.Equal(["Alpha", "Beta", "Gamma", "=Delta"], Rows(await visitor.GetAsync("/risks?sort=Score")));
        Assert.Equal(["Gamma", "Beta"], Rows(await visitor.GetAsync("/risks?sort=Review")).Take(2));
        Assert.Equal(["Gamma"], Rows(await visitor.GetAsync("/risks?only=Overdue")));
        Assert.Equal(["Beta"], Rows(await visitor.GetAsync("/risks?only=AboveAppetite")));
        Assert.Equal(["=Delta"], Rows(await visitor.GetAsync("/risks?only=Unscored")));
        var filtered = await visitor.GetAsync("/risks?level=Very%20high&scope=Local");
        Assert.Equal(["Beta", "Gamma"], Rows(filtered));
        Assert.Equal("None is like this. Show all risks.", (await visitor.GetAsync("/risks?level=nonsense&owner=x&sort=y&only=z&likelihood=99")).Texts("main p")[1]);
    }

    [Theory, OnBothDatabases]
    public async Task Get_Export_HasWhatTheListShowsAndNoFormula(DatabaseKind kind)
    {
        await using var host = await FilledAsync(kind);
        using var visitor = await host.SignedInAsync(Role.Reader);

        var all = await visitor.Http.GetStringAsync("/risks/export.csv");
        var few = await visitor.Http.GetStringAsync("/risks/export.csv?only=AboveAppetite");

        Assert.Equal(5, all.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("\r\n'=Delta,", all, StringComparison.Ordinal);
        Assert.EndsWith("Beta,,,Local,Very high,,,4,4,,,,Low,Yes,,2026-08-01\r\n", few, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task Post_SmallerMatrix_IsRefusedWithTheRisksNamedAndThenJudgesThemAnew(DatabaseKind kind)
    {
        await using var host = await FilledAsync(kind);
        using var visitor = await host.SignedInAsync(Role.Performance);
        (string, string)[] names =
        [
            ("Form.Likelihoods[0]", "Seldom"), ("Form.Likelihoods[1]", "Sometimes"), ("Form.Likelihoods[2]", "Often"), ("Form.Impacts[0]", "Small"), ("Form.Impacts[1]", "Middling"),
            ("Form.Impacts[2]", "Large"), ("Form.Bands[0].Name", "Green"), ("Form.Bands[1].Name", "Red"),
        ];

        var refused = await visitor.SendAsync("/risks/matrix?likelihoods=3&impacts=3&levels=2", "edit", names);
        Assert.Equal(["These risks have scores that the smaller matrix does not have, so score them anew first: Beta; Gamma"], refused.Errors);
        Assert.Equal("Seldom", refused.Field("Form.Likelihoods[0]"));
        foreach (var address in new[] { "beta", "gamma" })
        {
            await visitor.SendAsync($"/risks/{address}/edit", "edit", ("Form.Current.Likelihood", "3"), ("Form.Current.Impact", "3"));
        }

        var saved = await visitor.SendAsync(refused, "edit", [.. Enumerable.Range(0, 9).Select(i => ($"Form.Cells[{i}]", i == 8 ? "2" : "1"))]);

        Assert.Empty(saved.Errors);
        Assert.Contains("Beta Red 3 × 3 = 9", saved.Main, StringComparison.Ordinal);
        Assert.Contains("Alpha Green 2 × 2 = 4", saved.Main, StringComparison.Ordinal);
        Assert.Contains("=Delta Medium", saved.Main, StringComparison.Ordinal);
        Assert.Contains("Changed the matrix of risks", (await visitor.GetAsync("/risks/beta")).Main, StringComparison.Ordinal);
        Assert.Contains("Changed the matrix of risks", (await visitor.GetAsync("/risks/matrix")).Main, StringComparison.Ordinal);
        Assert.Equal(9, (await visitor.GetAsync("/risks")).Texts(".trellis-heat__band").Count);
    }

    [Theory, OnBothDatabases]
    public async Task Post_MatrixWithFaults_SaysEach(DatabaseKind kind)
    {
        await using var host = await TrellisHost.StartAsync(kind);
        using var visitor = await host.SignedInAsync(Role.Performance);

        var page = await visitor.SendAsync("/risks/matrix", "edit", ("Form.Likelihoods[0]", ""), ("Form.Impacts[1]", "negligible"), ("Form.Bands[0].Colour", "mauve"), ("Form.Cells[3]", "9"));

        Assert.Equal(["Enter the name of likelihood 1", "“negligible” is there twice", "Choose a colour from the list", "Choose a level for every cell"], page.Errors);
        using var stranger = await host.SignedInAsync(Role.LeadOfficer);
        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.GetAsync("/risks/matrix")).Status);
    }

    /// <summary>Alpha is low; Beta and Gamma share a cell, Beta above what is accepted and Gamma's review overdue; Delta has no score.</summary>
    private static async Task<TrellisHost> FilledAsync(DatabaseKind kind)
    {
        var host = await TrellisHost.StartAsync(kind);
        await new RiskBuilder { Title = "Alpha", Current = (2, 2), Target = (1, 2) }.MakeAsync(host);
        await new RiskBuilder { Title = "Beta", Current = (4, 4), Appetite = 1, NextReviewBy = new DateOnly(2026, 8, 1) }.MakeAsync(host);
        await new RiskBuilder { Title = "Gamma", Current = (4, 4), NextReviewBy = new DateOnly(2026, 5, 1) }.MakeAsync(host);
        await new RiskBuilder { Title = "=Delta" }.MakeAsync(host);
        return host;
    }

    private static IEnumerable<string> Rows(PageAnswer page) => page.Texts(".trellis-table--stack tbody th");
}

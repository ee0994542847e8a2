using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.Kernel.Access;
using Trellis.Measures;
using Trellis.Measures.Catalogue;
using Trellis.Measures.Figures;
using Trellis.Measures.Importing;
using Trellis.Testing;

namespace Trellis.Web.Tests.Measures;

/// <summary>Indicators are taken from the list once, with the figures that are there, and by those who may change measures.</summary>
public sealed class CatalogueTests
{
    private static readonly Process Made = new("Made for a test", Actor.Program);

    [Theory, OnBothDatabases]
    public async Task Take_AfterAPublishedFile_KeepsItsIndicatorWithItsFigures(DatabaseKind kind)
    {
        await using var host = await TrellisHost.StartAsync(kind);
        GivenFile[] file = [new("plans.csv", Encoding.UTF8.GetBytes(
            "time_period,time_identifier,geographic_level,country_code,region_code,new_la_code,CPP_start,CPP_subsequent,CPP_subsequent_percent\n"
            + "2025,Reporting year,Local authority,E92000001,E12000002,E06000009,120,33,27.5\n"))];
        await host.InScopeAsync(async services => await services.Get<FigureImportService>().SaveAsync(await FigureImportService.ReadAsync(file, default), file, null, Made, default));

        var taken = await TakeAsync(host, "child-protection-plans");
        Assert.Equal([("child-protection-plans", Taking.Made), ("repeat-child-protection-plans", Taking.Joined)], taken.Value!.Select(t => (t.Entry.Key, t.Taking)));
        var indicators = await host.InDatabaseAsync(db => db.Set<Indicator>().Where(i => i.Kind == IndicatorKind.Performance).ToDictionaryAsync(i => i.Title));
        var (plans, repeats) = (indicators["Children on a child protection plan"], indicators["Child protection plans that are a second or later one"]);
        Assert.Equal((repeats.Id, "child-protection-plans", false), (plans.GuardId!.Value, plans.Address, repeats.PolarityConfirmed));
        Assert.Equal(27.5m, (await host.InScopeAsync(s => s.Get<FigureReader>().ReadAsync([repeats.Id], [IndicatorBuilder.Here], default)))[repeats.Id][0].Figures[0].Value);

        var audited = await AuditedAsync(host);
        Assert.All((await TakeAsync(host, "child-protection-plans")).Value!, t => Assert.Equal(Taking.Was, t.Taking));
        Assert.Equal(audited, await AuditedAsync(host));
    }

    [Theory, OnBothDatabases]
    public async Task Post_Catalogue_TakesWhatIsTickedAndShowsItAsTaken(DatabaseKind kind)
    {
        await using var host = await TrellisHost.StartAsync(kind);
        using var visitor = await host.SignedInAsync(Role.Performance);

        var none = await visitor.SendAsync("/measures/catalogue", "take");
        Assert.Equal(["Choose at least one indicator"], none.Errors);
        var unknown = await visitor.SendAsync("/measures/catalogue", "take", ("Form.Keys", "happiness"));
        Assert.Equal(["The list has no indicator “happiness”"], unknown.Errors);
        var done = await visitor.SendAsync("/measures/catalogue", "take", ("Form.Keys", "phonics"), ("Form.Keys", "neet"));
        Assert.Equal("2 indicators were taken.", done.Said);

        var page = await visitor.GetAsync("/measures/catalogue");
        Assert.Null(page.Document.QuerySelector("input[value=phonics]"));
        Assert.Contains("Children who meet the standard in phonics", (await visitor.GetAsync("/measures/phonics")).Main, StringComparison.Ordinal);
        Assert.Equal(["neet", "phonics"], await host.InDatabaseAsync(db => db.Set<Indicator>().Select(i => i.Address).OrderBy(a => a).ToListAsync()));
    }

    [Theory, OnBothDatabases]
    public async Task Get_Catalogue_UserDoesNotHavePermission_ReturnsForbidden(DatabaseKind kind)
    {
        await using var host = await TrellisHost.StartAsync(kind);
        using var visitor = await host.SignedInAsync(Role.Reader);
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync("/measures/catalogue")).Status);
    }

    private static Task<Result<List<TakenEntry>>> TakeAsync(TrellisHost host, params string[] keys) =>
        host.InScopeAsync(services => services.Get<CatalogueService>().TakeAsync(keys, Made, default));

    private static Task<int> AuditedAsync(TrellisHost host) => host.InDatabaseAsync(db => db.Set<Kernel.Audit.AuditEntry>().CountAsync());
}

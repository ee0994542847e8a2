using System.Text;
using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.Measures;
using Trellis.Measures.Figures;
using Trellis.Measures.Importing;
using Trellis.Testing;

namespace Trellis.Web.Tests.Measures;

/// <summary>A published file comes in whole or not at all, a second time changes nothing, and two publications of one measure feed one indicator.</summary>
public sealed class PublishedImportTests
{
    private const string Heads = "time_period,time_identifier,geographic_level,country_code,region_code,new_la_code,CPP_start,CPP_subsequent,CPP_subsequent_percent";
    private const string Row = "2025,Reporting year,Local authority,E92000001,E12000002,E06000009,120,33,27.5";
    private const string Earlier = "2024,Reporting year,Local authority,E92000001,E12000002,E06000009,100,c,c";
    private const string Dictionary = "Measure_short,Measure,Polarity,y_axis_name,Description,dps,Year_Type\nPrevRegCPR,Children with a second plan,Low,% previously plans,Second plans,NA,Financial Year\n";
    private const string Lait = "Short Desc,Years,LA and Regions,Values,LA Number\nPrevRegCPR,2025,Blackpool,27.5,890\nPrevRegCPR,2023,Blackpool,22,890\n";
    private static readonly Process Made = new("Made for a test", Actor.Program);

    [Theory, OnBothDatabases]
    public async Task Save_TheSameFileTwice_ChangesNothingTheSecondTime(DatabaseKind kind)
    {
        await using var host = await TrellisHost.StartAsync(kind);
        GivenFile[] file = [File("plans.csv", $"{Heads}\n{Row}\n{Earlier}\n")];

        var preview = await PreviewAsync(host, file);
        Assert.Equal((3, 6, 0), (preview.NewIndicators.Count, preview.Figures.Added, await host.InDatabaseAsync(db => db.Set<Indicator>().CountAsync())));
        var first = await SaveAsync(host, file);
        var audited = await AuditedAsync(host);
        var again = await SaveAsync(host, file);

        Assert.Equal((6, 0, 0), (first.Value!.Added, first.Value.Revised, first.Value.Unchanged));
        Assert.Equal((null, 0, 0, 6), (again.Value!.Batch, again.Value.Added, again.Value.Revised, again.Value.Unchanged));
        Assert.Equal(audited, await AuditedAsync(host));
    }

    [Theory, OnBothDatabases]
    public async Task Save_AFileWithOneWrongValue_SavesNothingOfIt(DatabaseKind kind)
    {
        await using var host = await TrellisHost.StartAsync(kind);
        GivenFile[] file = [File("plans.csv", $"{Heads}\n{Row}\n{Earlier.Replace(",100,", ",many,", StringComparison.Ordinal)}\n")];

        var saved = await SaveAsync(host, file);

        Assert.Contains("plans.csv, line 3, column CPP_start: “many” is neither a number nor a symbol", saved.Errors[0].Message, StringComparison.Ordinal);
        Assert.Equal((0, 0, 0), await host.InDatabaseAsync(async db => (await db.Set<Indicator>().CountAsync(), await db.Set<Observation>().CountAsync(), await db.Set<FigureBatch>().CountAsync())));
    }

    [Theory, OnBothDatabases]
    public async Task Save_TwoPublicationsOfOneMeasure_FeedOneIndicatorInEitherOrder(DatabaseKind kind)
    {
        GivenFile[] tidy = [File("plans.csv", $"{Heads}\n{Row}\n{Earlier}\n")];
        GivenFile[] lait = [File("lait.csv", Lait), File("dictionary.csv", Dictionary)];
        foreach (var order in new[] { new[] { tidy, lait }, [lait, tidy] })
        {
            await using var host = await TrellisHost.StartAsync(kind);
            foreach (var files in order)
            {
                Assert.True((await SaveAsync(host, files)).IsDone);
            }

            var indicator = Assert.Single(await host.InDatabaseAsync(db => db.Set<Indicator>().Where(i => i.Feeds.Contains("lait:PrevRegCPR")).ToListAsync()));
            Assert.Equal(["dfe:d3/CPP_subsequent_percent", "lait:PrevRegCPR"], indicator.Feeds.Split('\n').Order(StringComparer.Ordinal));
            var figures = (await host.InScopeAsync(services => services.Get<FigureReader>().ReadAsync([indicator.Id], [IndicatorBuilder.Here], default)))[indicator.Id][0].Figures;
            // The file that knows the counts keeps them, whichever came last.
            Assert.Equal([(2023, 22m, null), (2024, null, null), (2025, 27.5m, 33m)], figures.Select(f => (f.Period.EndYear, f.Value, f.Said.Numerator)));
            foreach (var files in order)
            {
                Assert.Null((await SaveAsync(host, files)).Value!.Batch);
            }
        }
    }

    private static GivenFile File(string name, string text) => new(name, Encoding.UTF8.GetBytes(text));

    private static Task<ImportPreview> PreviewAsync(TrellisHost host, GivenFile[] files) => host.InScopeAsync(async services =>
        await services.Get<FigureImportService>().PreviewAsync(await FigureImportService.ReadAsync(files, default), default));

    private static Task<Result<WrittenFigures>> SaveAsync(TrellisHost host, GivenFile[] files) => host.InScopeAsync(async services =>
        await services.Get<FigureImportService>().SaveAsync(await FigureImportService.ReadAsync(files, default), files, null, Made, default));

    private static Task<int> AuditedAsync(TrellisHost host) => host.InDatabaseAsync(db => db.Set<Kernel.Audit.AuditEntry>().CountAsync());
}

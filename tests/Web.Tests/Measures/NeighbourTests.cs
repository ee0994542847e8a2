using System.Text;
using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.Kernel.Access;
using Trellis.Kernel.Places;
using Trellis.Measures;
using Trellis.Measures.Figures;
using Trellis.Measures.Importing;
using Trellis.Measures.Neighbours;
using Trellis.Measures.Periods;
using Trellis.Testing;

namespace Trellis.Web.Tests.Measures;

/// <summary>An edition of the statistical neighbours comes in whole or not at all, and whoever is compared is told which.</summary>
public sealed class NeighbourTests
{
    private static readonly Process Made = new("Made for a test", Actor.Program);
    private static readonly int[] Ten = [851, 852, 880, 870, 340, 341, 342, 343, 344, 350];

    [Theory, OnBothDatabases]
    public async Task Save_AnEdition_GivesRankAndComparisonAndTheSameFileAgainChangesNothing(DatabaseKind kind)
    {
        await using var host = await TrellisHost.StartAsync(kind);
        await IndicatorBuilder.PlaceAsync(host);
        var indicator = await new IndicatorBuilder { Frequency = Frequency.Yearly }.MakeAsync(host);
        var year = Period.FinancialYear(2026);
        await IndicatorBuilder.FiguresAsync(host, indicator, (year, FigureValue.Of(80)));
        foreach (var (number, i) in Ten.Select((number, i) => (number, i)))
        {
            await IndicatorBuilder.FiguresAsync(host, indicator, EnglandPlaces.Find(number)!.Code, (year, FigureValue.Of(75 + i)));
        }

        var file = File($"890,Blackpool,{string.Join(',', Ten.Select(n => $"{n},Close"))}");
        var first = await SaveAsync(host, file);
        var again = await SaveAsync(host, file);

        Assert.Equal((true, false, 1), (first.Value!.IsNew, again.Value!.IsNew, await host.InDatabaseAsync(db => db.Set<NeighbourList>().CountAsync())));
        using var visitor = await host.SignedInAsync(Role.Reader);
        var page = await visitor.GetAsync(IndicatorService.AddressOf(indicator));
        // 80 shares its place with the sixth of 75 to 84: four are higher.
        Assert.Contains("5th of 11 among neighbours", page.Main, StringComparison.Ordinal);
        Assert.Contains("The edition of a test: the ten authorities that are most like it.", page.Main, StringComparison.Ordinal);
        Assert.Contains("5 of 11", (await visitor.GetAsync("/measures")).Main, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("890,Blackpool,851,Close", "column SN_2: Blackpool has fewer than 10 neighbours")]
    [InlineData("999,Nowhere,851,Close", "column old_la_code: “999” is no authority that Trellis knows")]
    [InlineData("890,Blackpool,890,Close", "column SN_1: Blackpool is named as a neighbour of itself")]
    public async Task Check_AFileThatCannotBeRight_NamesLineAndColumn(string line, string fault)
    {
        var faults = await NeighbourImport.CheckAsync(File(line), default);
        Assert.Contains(faults, f => $"{f}".StartsWith("neighbours.csv, line 2, ", StringComparison.Ordinal) && $"{f}".Contains(fault, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Check_AnotherFile_SaysWhichColumnIsNotThere() =>
        Assert.Contains("column SN1: There is no such column", $"{(await NeighbourImport.CheckAsync(new GivenFile("a.csv", "a,b\n1,2"u8.ToArray()), default))[0]}", StringComparison.Ordinal);

    private static GivenFile File(string line) => new(
        "neighbours.csv", Encoding.UTF8.GetBytes($"old_la_code,la_name,{string.Join(',', Enumerable.Range(1, 10).Select(i => $"SN_{i},SN_{i}P"))}\n{line}\n"));

    private static Task<Result<ImportedNeighbours>> SaveAsync(TrellisHost host, GivenFile file) =>
        host.InScopeAsync(services => services.Get<NeighbourImport>().SaveAsync(file, "The edition of a test", Made, default));
}

using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.Kernel.Access;
using Trellis.Measures;
using Trellis.Measures.Figures;
using Trellis.Measures.Importing;
using Trellis.Measures.Importing.Mappings;
using Trellis.Measures.Periods;
using Trellis.Testing;

namespace Trellis.Web.Tests.Measures;

/// <summary>A file of any kind comes in by what somebody said once of its columns, and the next with the same columns without asking.</summary>
public sealed class MappingTests(BothDatabases databases) : IClassFixture<BothDatabases>
{
    private static readonly Process Made = new("Made for a test", Actor.Program);
    private static readonly string[] Columns = ["when", "who", "which", "part", "all", "share"];

    [Theory, OnBothDatabases]
    public async Task Post_AFileThatNobodyKnows_AsksForItsColumnsOnceAndSaves(DatabaseKind kind)
    {
        await using var host = await TrellisHost.StartAsync(kind);
        await IndicatorBuilder.PlaceAsync(host);
        var indicator = await new IndicatorBuilder { Frequency = Frequency.Yearly }.MakeAsync(host);
        using var visitor = await host.SignedInAsync(Role.Performance);
        var first = await StageAsync(host, "year,home,starts\n2023/24,Blackpool,\"1,204\"\n2023/24,Fylde,311\n");

        var asked = await visitor.GetAsync($"/measures/figures/import/{first.Id}");
        Assert.Equal("Which column is what?", asked.Document.QuerySelector("h1")!.LastChild!.TextContent.Trim());
        var wrong = await visitor.SendAsync(asked, "map", ("Form.Name", "Starts"), ("Form.Source", "A publisher, A table, 2024"), ("Form.PeriodColumn", "year"), ("Form.IndicatorId", $"{indicator.Id}"));
        Assert.Equal(["Choose the column of the value, or the two counts from which it follows"], wrong.Errors);
        var read = await visitor.SendAsync(wrong, "map", ("Form.PlaceColumn", "home"), ("Form.ValueColumn", "starts"), ("Form.LeaveOtherPlaces", "true"), ("Form.Years", "AcademicYear"));
        Assert.Contains("1 rows: The row is of a place that Trellis does not know", read.Main, StringComparison.Ordinal);
        Assert.Equal("The figures were saved.", (await visitor.SendAsync(read, "save")).Said);

        var second = await StageAsync(host, "year,home,starts\n2024/25,Blackpool,1300\n");
        Assert.Contains("A publisher, A table, 2024", (await visitor.GetAsync($"/measures/figures/import/{second.Id}")).Main, StringComparison.Ordinal);
        var figure = Assert.Single((await host.InScopeAsync(s => s.Get<FigureReader>().ReadAsync([indicator.Id], [IndicatorBuilder.Here], default)))[indicator.Id][0].Figures);
        Assert.Equal((Period.AcademicYear(2024), 1204m), (figure.Period, figure.Value!.Value));
    }

    [Theory, OnBothDatabases]
    public async Task Post_TakeAMappingBack_AsksAgainAndItsNameIsFree(DatabaseKind kind)
    {
        await using var host = await TrellisHost.StartAsync(kind);
        var indicator = await new IndicatorBuilder { Title = "Starts of apprenticeships", Frequency = Frequency.Yearly }.MakeAsync(host);
        var options = new MappingOptions("Starts", "A publisher, A table, 2024", "home", false, "year", null, PeriodBasis.AcademicYear, "starts", null, null, null, indicator.Id);
        await host.InScopeAsync(async s => Assert.True((await s.Get<MappingService>().SaveAsync(options, ["year", "home", "starts"], Made, default)).IsDone));
        using var visitor = await host.SignedInAsync(Role.Performance);
        const string File = "year,home,starts\n2023/24,Blackpool,12\n";

        Assert.NotNull((await visitor.GetAsync("/measures/figures/import")).Document.QuerySelector("a[href='/measures/figures/mappings']"));
        var list = await visitor.GetAsync("/measures/figures/mappings");
        Assert.Contains("Source A publisher, A table, 2024 Indicator Starts of apprenticeships Place Column home Period Column year Figure Column starts", list.Main, StringComparison.Ordinal);
        var mapping = await host.InDatabaseAsync(db => db.Set<ColumnMapping>().SingleAsync());
        var taken = await visitor.SendAsync(list, $"withdraw-{mapping.Id:N}");
        Assert.Equal("Files like “Starts” are asked about again.", taken.Said);
        Assert.Contains("No kind of file was explained yet.", taken.Main, StringComparison.Ordinal);

        var asked = await visitor.GetAsync($"/measures/figures/import/{(await StageAsync(host, File)).Id}/columns");
        Assert.Equal("Which column is what?", asked.Document.QuerySelector("h1")!.LastChild!.TextContent.Trim());
        await host.InScopeAsync(async s => Assert.True((await s.Get<MappingService>().SaveAsync(options, ["year", "home", "starts"], Made, default)).IsDone));
        Assert.Contains("Column starts", (await visitor.GetAsync("/measures/figures/mappings")).Main, StringComparison.Ordinal);
        using var reader = await host.SignedInAsync(Role.Reader);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.GetAsync("/measures/figures/mappings")).Status);
    }

    [Theory, OnBothDatabases]
    public async Task Read_ByNameWithAColumnForTheIndicator_TakesCountsAndWorksTheShareOut(DatabaseKind kind)
    {
        var host = await databases.OnAsync(kind);
        var indicator = await new IndicatorBuilder { Title = "By its address" }.MakeAsync(host);
        await MapAsync(host, "By counts", ByCounts);

        var reading = await ReadAsync(host, "By counts", $"May 2026,E06000009,{indicator.Address},3,8,");

        Assert.Empty(reading.Faults);
        var figure = Assert.Single(Assert.Single(reading.Measures).Figures);
        Assert.Equal((Period.Month(2026, 5), 37.5m, 3m, 8m), (figure.Period, figure.Said.Value, figure.Said.Numerator, figure.Said.Denominator));
        var saved = await SaveAsync(host, reading);
        var again = await SaveAsync(host, await ReadAsync(host, "By counts", $"May 2026,E06000009,{indicator.Address},3,8,"));
        Assert.Equal((1, null), (saved.Value!.Added, again.Value!.Batch));
        Assert.Equal("", await host.InDatabaseAsync(db => db.Set<Indicator>().Where(i => i.Id == indicator.Id).Select(i => i.Feeds).SingleAsync()));
    }

    [Fact]
    public async Task Read_AWardByItsCode_IsTaken()
    {
        var host = await databases.OnAsync(DatabaseKind.Sqlite);
        var indicator = await new IndicatorBuilder { Title = "Known of wards" }.MakeAsync(host);
        await MapAsync(host, "Of wards", ByCounts);

        var reading = await ReadAsync(host, "Of wards", $"May 2026,E05001644,{indicator.Address},3,8,");

        Assert.Equal("E05001644", Assert.Single(Assert.Single(reading.Measures).Figures).Place.ToString());
        Assert.True((await SaveAsync(host, reading)).IsDone);
    }

    [Theory]
    [InlineData("May 2026,Atlantis,{0},3,8,", "line 2, column who: “Atlantis” is no area that Trellis knows")]
    [InlineData("Maytime,Blackpool,{0},3,8,", "line 2, column when: “Maytime” is no period")]
    [InlineData("May 2026,Blackpool,happiness,3,8,", "line 2, column which: “happiness” names no indicator")]
    [InlineData("May 2026,Blackpool,{0},three,8,", "line 2, column part: “three” is neither a number nor a symbol")]
    [InlineData("May 2026,Blackpool,{0},3,0,", "line 2, column all: Nothing can be a share of nought")]
    [InlineData("May 2026,Blackpool,{0},3,8,\nMay 2026,890,{0},4,8,", "line 3: There is a second figure of Read and refused for Blackpool in May 2026; the first is in line 2")]
    public async Task Read_ARowThatCannotBe_NamesLineAndColumnAndSavesNothing(string rows, string fault)
    {
        var host = await databases.OnAsync(DatabaseKind.Sqlite);
        var indicator = await new IndicatorBuilder { Title = "Read and refused" }.MakeAsync(host);
        await MapAsync(host, $"Refused {fault.Length}", ByCounts);

        var reading = await ReadAsync(host, $"Refused {fault.Length}", string.Format(System.Globalization.CultureInfo.InvariantCulture, rows, indicator.Address));

        Assert.Contains(reading.Faults, f => $"{f}".Contains($"figures.csv, {fault}".Replace("Read and refused", indicator.Title, StringComparison.Ordinal), StringComparison.Ordinal));
        Assert.False((await SaveAsync(host, reading)).IsDone);
    }

    [Fact]
    public async Task Read_WithoutAColumnOfTheMapping_NamesItAndAnUnknownNameIsSaid()
    {
        var host = await databases.OnAsync(DatabaseKind.Sqlite);
        await MapAsync(host, "Whole", ByCounts);

        GivenFile[] file = [new("figures.csv", "when,who,which,part\nMay 2026,Blackpool,x,3\n"u8.ToArray())];
        var (missing, unknown) = await host.InScopeAsync(async s => (await s.Get<FigureImportService>().ReadAsync(file, "Whole", default), await s.Get<FigureImportService>().ReadAsync(file, "Nothing", default)));

        Assert.Contains("figures.csv, column all: There is no such column", $"{Assert.Single(missing.Faults)}", StringComparison.Ordinal);
        Assert.Contains("No mapping is called “Nothing”", $"{Assert.Single(unknown.Faults)}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "", "Choose the column of the period, or write the one period of all rows, but not both", "which")]
    [InlineData("when", "2024/25", "Choose the column of the period, or write the one period of all rows, but not both", "which")]
    [InlineData("", "sometime", "“sometime” is no period. Write, for example, 2024/25 or May 2025", "which")]
    [InlineData("then", "", "The file has no column “then”", "which")]
    [InlineData("when", "", "Choose the indicator, or the column that names it, but not both", "")]
    public async Task Save_AMappingThatCannotBe_SaysWhy(string period, string fixedPeriod, string error, string indicator)
    {
        var host = await databases.OnAsync(DatabaseKind.Sqlite);
        var wrong = ByCounts with { Name = "Wrong", PeriodColumn = period, FixedPeriod = fixedPeriod, IndicatorColumn = indicator };
        Assert.Contains(error, (await host.InScopeAsync(s => s.Get<MappingService>().SaveAsync(wrong, Columns, Made, default))).Errors.Select(e => e.Message));
    }

    private static readonly MappingOptions ByCounts = new("", "A publisher, A table, 2026", "who", false, "when", null, null, null, "part", "all", "which", null);

    private static Task MapAsync(TrellisHost host, string name, MappingOptions options) =>
        host.InScopeAsync(async s => Assert.True((await s.Get<MappingService>().SaveAsync(options with { Name = name }, Columns, Made, default)).IsDone));

    private static Task<FigureUpload> StageAsync(TrellisHost host, string text) => host.InScopeAsync(async s =>
        (await s.Get<UploadService>().StageAsync([new GivenFile("figures.csv", Encoding.UTF8.GetBytes(text))], null, Made, default)).Value!);

    private static Task<FigureReading> ReadAsync(TrellisHost host, string mapping, string rows) => host.InScopeAsync(s =>
        s.Get<FigureImportService>().ReadAsync([new GivenFile("figures.csv", Encoding.UTF8.GetBytes($"{string.Join(',', Columns)}\n{rows}\n"))], mapping, default));

    private static Task<Result<WrittenFigures>> SaveAsync(TrellisHost host, FigureReading reading) =>
        host.InScopeAsync(s => s.Get<FigureImportService>().SaveAsync(reading, [new GivenFile("figures.csv", [1])], null, Made, default));
}

using System.Text;
using Trellis.Kernel.Places;
using Trellis.Measures;
using Trellis.Measures.Figures;
using Trellis.Measures.Importing;
using Trellis.Measures.Periods;
using Xunit;

namespace Trellis.Modules.Tests.Measures.Importing;

/// <summary>Downloads of Fingertips: the figures of everybody, with the counts behind them, and refused with line and column where they are damaged.</summary>
public sealed class FingertipsFiguresTests
{
    private const string Heads = "Indicator ID,Indicator Name,Parent Code,Parent Name,Area Code,Area Name,Area Type,Sex,Age,Category Type,Category,Time period,Value,Lower CI 95.0 limit,Upper CI 95.0 limit,Count,Denominator,Value note";
    private const string Row = "90284,Admissions,E12000002,North West,E06000009,Blackpool,Counties & UAs (from Apr 2023),Persons,<15 yrs,,,2023/24,120.5,100,140,241,20000,";
    private static readonly PlaceCode Here = PlaceCode.Read("E06000009")!.Value;

    [Theory]
    [InlineData("2023/24", "2023-04/2024-03")]
    [InlineData("2021", "2021-01/2021-12")]
    [InlineData("2020 - 22", "2020-01/2022-12")]
    [InlineData("2020/21 - 22/23", "2020-04/2023-03")]
    public async Task Read_APeriod_IsTheOneThatItsLabelSays(string label, string key)
    {
        var measure = Assert.Single((await ReadAsync(Row.Replace("2023/24", label, StringComparison.Ordinal))).Measures);
        var figure = Assert.Single(measure.Figures);
        Assert.Equal(("fingertips:90284", Here, Period.ReadKey(key)!.Value), (measure.Feed, figure.Place, figure.Period));
        Assert.Equal((120.5m, 241m, 20000m, MeasureUnit.PerTenThousand), (figure.Said.Value, figure.Said.Numerator, figure.Said.Denominator, measure.Proposal!.Unit));
    }

    [Fact]
    public async Task Read_WeightsOfChildren_AreOfSchoolYears() =>
        Assert.Equal("School year 2023/24", (await ReadAsync(Row.Replace("90284", "20601", StringComparison.Ordinal))).Measures.Single().Figures[0].Period.Words);

    [Fact]
    public async Task Read_PartsOfThePeopleAndOtherAreas_ArePassedOver()
    {
        var reading = await ReadAsync(Row, Row.Replace("Persons", "Male", StringComparison.Ordinal), Row.Replace("yrs,,", "yrs,Deprivation deciles,Most deprived", StringComparison.Ordinal),
            Row.Replace("Counties & UAs", "Districts & UAs", StringComparison.Ordinal), Row.Replace("E12000002", "E92000001", StringComparison.Ordinal));
        Assert.Empty(reading.Faults);
        Assert.Equal((1, 3), (reading.Count, reading.LeftOut.Sum(left => left.Count)));
    }

    [Fact]
    public async Task Read_AValueThatWasKeptBack_IsConfidential() => Assert.Equal(
        FigureValue.Missing(Shorthand.Confidential),
        (await ReadAsync(Row.Replace("120.5,100,140,241,20000,", ",,,,,Value suppressed for disclosure control due to small count", StringComparison.Ordinal))).Measures.Single().Figures[0].Said);

    [Theory]
    [InlineData("120.5", "many", "line 2, column Value: “many” is no number")]
    [InlineData("E06000009", "E06999999", "line 2, column Area Code: “E06999999” is no area that Trellis knows")]
    [InlineData("2023/24", "2023 Q1", "line 2, column Time period: “2023 Q1” is no period that Trellis knows")]
    public async Task Read_ARowThatCannotBe_NamesLineAndColumn(string was, string becomes, string fault) =>
        Assert.Contains(fault, $"{Assert.Single((await ReadAsync(Row.Replace(was, becomes, StringComparison.Ordinal))).Faults)}", StringComparison.Ordinal);

    [Fact]
    public async Task Read_TwoFiguresOfOnePlace_NamesBoth() => Assert.Contains(
        "line 3, column Value: There is another figure for Blackpool in Year to March 2024; the first is in line 2",
        $"{Assert.Single((await ReadAsync(Row, Row.Replace("120.5", "121", StringComparison.Ordinal))).Faults)}", StringComparison.Ordinal);

    [Fact]
    public async Task Read_WithoutAColumn_NamesIt() => Assert.Contains(
        "column Count: There is no such column",
        $"{(await FigureImportService.ReadAsync([new GivenFile("fingertips.csv", Encoding.UTF8.GetBytes(Heads.Replace(",Count,", ",Number,", StringComparison.Ordinal) + "\n" + Row + "\n"))], TestContext.Current.CancellationToken)).Faults[0]}",
        StringComparison.Ordinal);

    private static Task<FigureReading> ReadAsync(params string[] rows) => FigureImportService.ReadAsync(
        [new GivenFile("fingertips.csv", Encoding.UTF8.GetBytes($"{Heads}\n{string.Join('\n', rows)}\n"))], TestContext.Current.CancellationToken);
}

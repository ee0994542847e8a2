using System.Text;
using Trellis.Measures.Figures;
using Trellis.Measures.Importing;
using Trellis.Measures.Periods;
using Trellis.Testing;
using Xunit;

namespace Trellis.Modules.Tests.Measures.Importing;

/// <summary>The Local Authority Interactive Tool's file and dictionary: read with their traps, refused with row and column where they are damaged.</summary>
public sealed class LaitFiguresTests
{
    private const string Dictionary = "Measure_short,Measure,Polarity,y_axis_name,Description,dps,Year_Type\nPlans,Second plans,Low,% of plans,How many,NA,Financial Year\n16-17 NEET,NEET,Low,% of young people,How many,NA,Financial Year\n";
    private const string Heads = "Short Desc,Years,LA and Regions,Values,LA Number";

    [Theory]
    [InlineData("2025,Blackpool,37.200000000000003,890", 37.2, FigureStatus.Final)]
    [InlineData("2024-25 (OT),Blackpool,37.2,890", 37.2, FigureStatus.Final)]
    [InlineData("2025 (prov),Blackpool,37,890", 37.0, FigureStatus.Provisional)]
    public async Task Read_ALabelOrANumberWithATrap_IsTheSameFigure(string row, double value, FigureStatus status)
    {
        var figure = Assert.Single((await ReadAsync($"Plans,{row}")).Measures.Single().Figures);
        Assert.Equal((Period.FinancialYear(2025), (decimal)value, status), (figure.Period, figure.Said.Value, figure.Said.Status));
    }

    /// <summary>The dictionary says "Financial Year" and describes the average of December, January and February.</summary>
    [Fact]
    public async Task Read_NotInEducation_IsOfTheWinter() =>
        Assert.Equal("December 2024 to February 2025", (await ReadAsync("16-17 NEET,2025,Blackpool,7.6,890")).Measures.Single().Figures[0].Period.Words);

    [Theory]
    [InlineData("Plans,2025,Blackpool,lots,890", "line 2, column Values: “lots” is neither a number nor a symbol")]
    [InlineData("Plans,2025,Nowhere,1,999", "line 2, column LA Number: “999” (Nowhere) is no area that Trellis knows")]
    [InlineData("Others,2025,Blackpool,1,890", "line 2, column Short Desc: “Others” is not in the dictionary")]
    [InlineData("Plans,2025,Blackpool,1,890\nPlans,2025,Blackpool,2,890", "column Short Desc: Plans has two figures for Blackpool in Year to March 2025")]
    public async Task Read_ARowThatCannotBe_NamesLineAndColumn(string rows, string fault) =>
        Assert.Contains((await ReadAsync(rows)).Faults, f => $"{f}".StartsWith("figures.csv", StringComparison.Ordinal) && $"{f}".Contains(fault, StringComparison.Ordinal));

    [Fact]
    public async Task Read_ADictionaryThatSaysNoYear_NamesItsLine()
    {
        var reading = await ReadAsync("Plans,2025,Blackpool,1,890", Dictionary.Replace("Financial Year", "Full moon", StringComparison.Ordinal));
        Assert.Contains("dictionary.csv, line 2, column Year_Type: “Full moon” is no kind of year", $"{reading.Faults[0]}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_AParquetFileThatWasCut_IsRefused()
    {
        var whole = await File.ReadAllBytesAsync(SharedFolder.PlaceOf("data/lait/bds_long_0.parquet"), TestContext.Current.CancellationToken);
        foreach (var part in new[] { 4, 1000, whole.Length / 2, whole.Length - 1 })
        {
            var reading = await FigureImportService.ReadAsync([new GivenFile("cut.parquet", whole[..part])], TestContext.Current.CancellationToken);
            Assert.Contains("The Parquet file is damaged", $"{Assert.Single(reading.Faults)}", StringComparison.Ordinal);
        }
    }

    private static Task<FigureReading> ReadAsync(string rows, string dictionary = Dictionary) => FigureImportService.ReadAsync(
        [new GivenFile("figures.csv", Encoding.UTF8.GetBytes($"{Heads}\n{rows}\n")), new GivenFile("dictionary.csv", Encoding.UTF8.GetBytes(dictionary))], TestContext.Current.CancellationToken);
}

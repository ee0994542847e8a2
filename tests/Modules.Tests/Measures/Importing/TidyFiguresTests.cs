using System.Text;
using Trellis.Kernel.Places;
using Trellis.Measures.Figures;
using Trellis.Measures.Importing;
using Trellis.Measures.Periods;
using Trellis.Testing;
using Xunit;

namespace Trellis.Modules.Tests.Measures.Importing;

/// <summary>The Department for Education's tidy files: known by their columns, read whole, and refused with line and column where they are damaged.</summary>
public sealed class TidyFiguresTests
{
    private const string Heads = "time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,new_la_code,la_name,category,CPP_start,CPP_subsequent,CPP_subsequent_percent";
    private const string Blackpool = "2025,Reporting year,Local authority,E92000001,England,E12000002,North West,890,E06000009,Blackpool,Plans";
    private static readonly PlaceCode Here = PlaceCode.Read("E06000009")!.Value;

    [Theory]
    [InlineData(PublishedFiles.Children, 17_056, 8)]
    [InlineData(PublishedFiles.Referrals, 14_924, 7)]
    [InlineData(PublishedFiles.SecondPlans, 6_396, 3)]
    [InlineData(PublishedFiles.PlanLengths, 12_792, 6)]
    [InlineData(PublishedFiles.LookedAfter, 5_010, 6)]
    [InlineData(PublishedFiles.Stability, 5_010, 6)]
    [InlineData(PublishedFiles.Leavers, 18_370, 22)]
    [InlineData(PublishedFiles.Population, 2_132, 1)]
    public async Task Read_APublishedFile_TakesAllOfIt(string file, int figures, int measures)
    {
        var reading = await PublishedFiles.ReadAsync(file);
        Assert.Empty(reading.Faults);
        Assert.Equal((measures, figures), (reading.Measures.Count, reading.Count));
        Assert.All(reading.Measures, m => Assert.Contains(m.Figures, f => f.Said.Value is not null));
    }

    [Theory]
    [InlineData(0, 2021, 1_272, 2)]
    [InlineData(1, 2022, 1_280, 0)]
    [InlineData(2, 2023, 1_280, 0)]
    [InlineData(3, 2025, 1_288, 0)]
    public async Task Read_AScorecard_TakesItsYearAndPassesOverRowsThatAreNoPlace(int file, int year, int figures, int leftOut)
    {
        var reading = await PublishedFiles.ReadAsync(PublishedFiles.Neet[file]);
        Assert.Empty(reading.Faults);
        Assert.Equal((figures, leftOut), (reading.Count, reading.LeftOut.Sum(l => l.Count)));
        Assert.Equal(Period.To(year, 2, 3), reading.Measures.Single(m => m.Feed == "dfe:neet/NEET_percent").Figures[0].Period);
        Assert.Equal(Period.AtEndOf(year - 1, 9), reading.Measures.Single(m => m.Feed.EndsWith("Offer_made_percent", StringComparison.Ordinal)).Figures[0].Period);
    }

    [Fact]
    public async Task Read_APublishedFile_KeepsInnerLondonApartFromLondonAndGivesFormerAuthoritiesTheirPlace()
    {
        var referrals = (await PublishedFiles.ReadAsync(PublishedFiles.Referrals)).Of("dfe:c1/referral_count");
        Assert.Equal(3, referrals.Keys.Select(k => k.Item1).Distinct().Count(p => EnglandPlaces.Find(p) is { Kind: not PlaceKind.LocalAuthority, Number: 986 or 987 or 988 }));
        Assert.Contains(referrals.Keys, k => EnglandPlaces.Find(k.Item1)!.Until is not null);
    }

    [Fact]
    public async Task Read_AShare_CarriesTheCountsBehindIt()
    {
        var said = One(await ReadAsync($"{Heads}\n{Blackpool},\"1,200\",331,27.600000000000001\n"), "dfe:d3/CPP_subsequent_percent");
        Assert.Equal((Here, Period.FinancialYear(2025), 27.6m, 331m, 1200m), (said.Place, said.Period, said.Said.Value, said.Said.Numerator, said.Said.Denominator));
    }

    [Theory]
    [InlineData("c", Shorthand.Confidential)]
    [InlineData("z", Shorthand.NotApplicable)]
    [InlineData("x", Shorthand.NotAvailable)]
    [InlineData("", Shorthand.NotAvailable)]
    [InlineData("k", Shorthand.Low)]
    [InlineData("u", Shorthand.Unreliable)]
    [InlineData("low", Shorthand.Low)]
    public async Task Read_ASymbol_KeepsWhyThereIsNoFigureAndNoneOfTheCountsBehindIt(string symbol, Shorthand why)
    {
        var said = One(await ReadAsync($"{Heads}\n{Blackpool},120,33,{symbol}\n"), "dfe:d3/CPP_subsequent_percent").Said;
        Assert.Equal(FigureValue.Missing(why), said);
    }

    [Fact]
    public async Task Read_ColumnsInAnotherOrderBehindAByteOrderMark_IsTheSame()
    {
        var turned = "﻿CPP_subsequent_percent,CPP_subsequent,CPP_start,new_la_code,la_name,time_identifier,time_period,geographic_level,country_code,region_code\n"
            + "27.5,33,120,E06000009,Blackpool,Reporting year,2025,Local authority,E92000001,E12000002\n";
        Assert.Equal(One(await ReadAsync($"{Heads}\n{Blackpool},120,33,27.5\n"), "dfe:d3/CPP_subsequent_percent"), One(await ReadAsync(turned), "dfe:d3/CPP_subsequent_percent"));
    }

    [Theory]
    [InlineData("120,33,lots", "line 2, column CPP_subsequent_percent: “lots” is neither a number nor a symbol")]
    [InlineData("120,-100,27.5", "line 2, column CPP_subsequent: “-100” is below nought")]
    public async Task Read_AValueThatCannotBe_NamesLineAndColumn(string values, string fault) => await RefusedAsync($"{Heads}\n{Blackpool},{values}\n", fault);

    [Theory]
    [InlineData("E06000009,Blackpool", "E06999999,Nowhere", "line 2, column new_la_code: “E06999999” is no area that Trellis knows")]
    [InlineData("2025,Reporting year", "20x5,Reporting year", "line 2, column time_period: “20x5” is no year")]
    [InlineData("2025,Reporting year", "202425,Autumn term", "line 2, column time_identifier: “Autumn term” is not what this file is of")]
    public async Task Read_ARowThatCannotBe_NamesLineAndColumn(string was, string becomes, string fault) =>
        await RefusedAsync($"{Heads}\n{Blackpool.Replace(was, becomes, StringComparison.Ordinal)},120,33,27.5\n", fault);

    [Fact]
    public async Task Read_ADoubledRow_NamesBoth() => await RefusedAsync(
        $"{Heads}\n{Blackpool},120,33,27.5\n{Blackpool},121,33,27.3\n", "line 3, column CPP_start: There is a second figure for Blackpool in Year to March 2025; the first is in line 2");

    [Fact]
    public async Task Read_WithoutAColumn_NamesIt() => await RefusedAsync(
        $"{Heads.Replace("new_la_code", "code", StringComparison.Ordinal)}\n{Blackpool},120,33,27.5\n", "column new_la_code: There is no such column");

    [Fact]
    public async Task Read_TidyColumnsThatNobodyDescribed_SaysWhatTheyAre() => await RefusedAsync(
        "time_period,geographic_level,new_la_code,pt_overall\n2025,National,,1\n", "none that Trellis knows has the columns time_period, geographic_level, new_la_code, pt_overall");

    [Fact]
    public async Task Read_ARowThatIsTooLong_NamesTheLine() => await RefusedAsync($"{Heads}\n{Blackpool},1,200,33,27.5\n", "line 2");

    [Theory]
    [InlineData(PublishedFiles.Referrals)]
    [InlineData(PublishedFiles.Leavers)]
    [InlineData("data/neet/UD_NEETNK_LA_dashboard_final.csv")]
    public async Task Read_AFileThatWasCutAnywhere_IsReadOrRefusedAndNeverThrows(string name)
    {
        var whole = await File.ReadAllBytesAsync(SharedFolder.PlaceOf(name), TestContext.Current.CancellationToken);
        foreach (var length in Enumerable.Range(0, 60).Select(i => i * 97).Where(length => length < whole.Length))
        {
            var reading = await FigureImportService.ReadAsync([new GivenFile("cut.csv", whole[..length])], TestContext.Current.CancellationToken);
            Assert.All(reading.Faults, f => Assert.StartsWith("cut.csv", f.Where, StringComparison.Ordinal));
            Assert.True(reading.Faults.Count > 0 || reading.Measures.Count > 0);
        }
    }

    [Fact]
    public async Task Read_BytesThatAreNoText_IsRefused()
    {
        var bytes = Encoding.UTF8.GetBytes($"{Heads}\n{Blackpool},120,33,27.5\n");
        bytes[^20] = 0;
        var reading = await FigureImportService.ReadAsync([new GivenFile("broken.csv", bytes)], TestContext.Current.CancellationToken);
        Assert.NotEmpty(reading.Faults);
    }

    private static NewFigure One(FigureReading reading, string feed)
    {
        Assert.Empty(reading.Faults);
        return Assert.Single(reading.Measures.Single(m => m.Feed == feed).Figures);
    }

    private static async Task RefusedAsync(string text, string fault)
    {
        var reading = await ReadAsync(text);
        Assert.Contains(reading.Faults, f => $"{f}".StartsWith("plans.csv", StringComparison.Ordinal) && $"{f}".Contains(fault, StringComparison.Ordinal));
    }

    private static Task<FigureReading> ReadAsync(string text) => FigureImportService.ReadAsync([new GivenFile("plans.csv", Encoding.UTF8.GetBytes(text))], TestContext.Current.CancellationToken);
}

using System.Globalization;
using Trellis.Kernel;

namespace Trellis.Cli.Tests;

/// <summary>What a machine without ICU or time zones must still get right.</summary>
public sealed class EnglandTests
{
    [Fact]
    public void Culture_OnAnyMachine_WritesAndReadsTheDayFirst()
    {
        Assert.Equal("02/01/2026", new DateOnly(2026, 1, 2).ToString("d", England.Culture));
        Assert.Equal("2 January 2026", new DateOnly(2026, 1, 2).ToString("d MMMM yyyy", England.Culture));
        Assert.Equal(new DateOnly(2026, 1, 2), DateOnly.Parse("02/01/2026", England.Culture));
        Assert.Equal("-£1,234.50", (-1234.5m).ToString("C", England.Culture));
        Assert.Equal("12%", 0.12.ToString("P0", England.Culture));
        Assert.Equal("en-GB", England.Culture.Name);
    }

    [Theory]
    [InlineData("2026-03-29T00:59:59Z", "00:59:59")]
    [InlineData("2026-03-29T01:00:00Z", "02:00:00")]
    [InlineData("2026-10-25T00:59:59Z", "01:59:59")]
    [InlineData("2026-10-25T01:00:00Z", "01:00:00")]
    public void London_WithAndWithoutTheMachinesTimeZones_IsTheSame(string moment, string clock)
    {
        var at = DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture);
        foreach (var zone in (TimeZoneInfo[])[England.London, England.MakeLondon()])
        {
            Assert.Equal(clock, TimeZoneInfo.ConvertTime(at, zone).ToString("HH:mm:ss", CultureInfo.InvariantCulture));
        }
    }

    [Theory]
    [InlineData("Éclair", "ECLAIR")]
    [InlineData("Łódź", "LODZ")]
    [InlineData("Ŵyn", "WYN")]
    [InlineData("Cafe\u0301", "CAFE")]
    [InlineData("Straße 2", "STRASSE 000000002")]
    public void SortKey_LettersWithAccents_SortAsTheLettersBeneath(string text, string key) => Assert.Equal(key, Kernel.SortKey.Of(text));
}

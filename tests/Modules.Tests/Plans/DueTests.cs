using Trellis.Plans;

namespace Trellis.Modules.Tests.Plans;

public sealed class DueTests
{
    [Fact]
    public void IsOverdueOn_Month_IsLateFromTheFirstDayAfterIt()
    {
        var due = Due.In(2028, 2);
        Assert.False(due.IsOverdueOn(new DateOnly(2028, 2, 29)));
        Assert.True(due.IsOverdueOn(new DateOnly(2028, 3, 1)));
    }

    [Fact]
    public void IsOverdueOn_Day_IsLateTheDayAfter()
    {
        var due = Due.On(new DateOnly(2026, 3, 27));
        Assert.False(due.IsOverdueOn(new DateOnly(2026, 3, 27)));
        Assert.True(due.IsOverdueOn(new DateOnly(2026, 3, 28)));
    }

    [Fact]
    public void IsOverdueOn_OngoingAndNone_AreNeverLate()
    {
        Assert.False(Due.Ongoing.IsOverdueOn(DateOnly.MaxValue));
        Assert.False(Due.None.IsOverdueOn(DateOnly.MaxValue));
    }

    [Theory]
    [InlineData("2026-03-27", "27 March 2026")]
    [InlineData("2026-03", "March 2026")]
    [InlineData("ongoing", "Ongoing")]
    [InlineData("", "No date")]
    public void FromCode_EveryForm_ComesBackAsItWas(string code, string words)
    {
        var due = Due.FromCode(code);
        Assert.Equal(code, due.ToCode());
        Assert.Equal(words, due.ToString());
    }

    [Fact]
    public void Default_IsNone() => Assert.Equal(Due.None, default);

    [Theory]
    [InlineData("2026-01", "2026-04", "3 months later")]
    [InlineData("2026-12", "2027-01", "1 month later")]
    [InlineData("2026-04", "2026-03", "1 month earlier")]
    [InlineData("2026-01-31", "2026-02-02", "2 days later")]
    [InlineData("2026-01-31", "2026-01-30", "1 day earlier")]
    [InlineData("2026-01", "2026-03-02", "2 months later")]
    [InlineData("2026-01-05", "2026-01", "None")]
    public void Slip_IsMonthsForMonthsAndDaysForDays(string promised, string now, string slip) =>
        Assert.Equal(slip, Slip.Between(Due.FromCode(promised), Due.FromCode(now)).ToString());

    [Theory]
    [InlineData("", "2026-01")]
    [InlineData("2026-01", "ongoing")]
    public void Slip_WithoutTwoDates_IsNothing(string promised, string now) =>
        Assert.Null(Slip.Between(Due.FromCode(promised), Due.FromCode(now)));
}

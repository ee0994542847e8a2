using Trellis.Measures;
using Trellis.Measures.Periods;

namespace Trellis.Modules.Tests.Measures;

public sealed class PeriodTests
{
    [Fact]
    public void Words_OfEachKind_AreWhatAPaperWouldSay()
    {
        Assert.Equal("Year to March 2025", Period.FinancialYear(2025).Words);
        Assert.Equal("School year 2024/25", Period.AcademicYear(2025).Words);
        Assert.Equal("2024", Period.CalendarYear(2024).Words);
        Assert.Equal("31 March 2025", Period.AtEndOf(2025, 3).Words);
        Assert.Equal("29 February 2024", Period.AtEndOf(2024, 2).Words);
        Assert.Equal("May 2025", Period.Month(2025, 5).Words);
        Assert.Equal("April to June 2025", Period.To(2025, 6, 3).Words);
        Assert.Equal("December 2024 to February 2025", Period.To(2025, 2, 3).Words);
        Assert.Equal("April 2013 to March 2016", Period.To(2016, 3, 36).Words);
    }

    [Fact]
    public void Key_ReadAgain_IsTheSamePeriod()
    {
        foreach (var period in new[] { Period.FinancialYear(2025), Period.AtEndOf(2025, 3), Period.Month(2024, 12), Period.To(2016, 3, 36), Period.CalendarYear(1999) })
        {
            Assert.Equal(period, Period.ReadKey(period.Key));
        }

        Assert.Equal("2024-04/2025-03", Period.FinancialYear(2025).Key);
        Assert.All(["", "2025", "2025-13", "2025-03/2024-04", "a/b"], text => Assert.Null(Period.ReadKey(text)));
    }

    [Fact]
    public void Order_IsThatOfTheEnd_TheShorterFirst()
    {
        Period[] periods = [Period.Month(2025, 4), Period.FinancialYear(2025), Period.AtEndOf(2025, 3), Period.Month(2025, 3)];
        Assert.Equal([Period.AtEndOf(2025, 3), Period.Month(2025, 3), Period.FinancialYear(2025), Period.Month(2025, 4)], periods.Order());
    }

    [Fact]
    public void Overlaps_SharedMonths_NotNeighboursAndNotMoments()
    {
        Assert.True(Period.To(2025, 3, 12).Overlaps(Period.To(2025, 4, 12)));
        Assert.True(Period.To(2025, 3, 3).Overlaps(Period.Month(2025, 2)));
        Assert.False(Period.Month(2025, 3).Overlaps(Period.Month(2025, 4)));
        Assert.False(Period.AtEndOf(2025, 3).Overlaps(Period.AtEndOf(2025, 3)));
    }

    [Theory]
    [InlineData("May 2025", Frequency.Monthly, Basis.Period, "2025-05/2025-05")]
    [InlineData("May 2025", Frequency.Monthly, Basis.Snapshot, "2025-05")]
    [InlineData("May 2025", Frequency.Monthly, Basis.YearToDate, "2025-04/2025-05")]
    [InlineData("March 2025", Frequency.Monthly, Basis.YearToDate, "2024-04/2025-03")]
    [InlineData("May 2025", Frequency.Monthly, Basis.Rolling12Months, "2024-06/2025-05")]
    [InlineData("Q1 2025/26", Frequency.Quarterly, Basis.Period, "2025-04/2025-06")]
    [InlineData("q4 2025/26", Frequency.Quarterly, Basis.Period, "2026-01/2026-03")]
    [InlineData("Q3 2025/26", Frequency.Quarterly, Basis.Snapshot, "2025-12")]
    [InlineData("2024/25", Frequency.Yearly, Basis.Period, "2024-04/2025-03")]
    [InlineData("2025", Frequency.Yearly, Basis.Period, "2025-01/2025-12")]
    [InlineData("2025", Frequency.Yearly, Basis.Snapshot, "2025-03")]
    public void Read_AsPeopleTypeIt_IsThePeriodThatTheIndicatorCounts(string typed, Frequency frequency, Basis basis, string key) =>
        Assert.Equal(key, TypedPeriod.Read(typed, frequency, basis)?.Key);

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("Q5 2025/26")]
    [InlineData("2025/29/1")]
    public void Read_WhatIsNoPeriod_IsNone(string typed) => Assert.Null(TypedPeriod.Read(typed, Frequency.Quarterly, Basis.Period));
}

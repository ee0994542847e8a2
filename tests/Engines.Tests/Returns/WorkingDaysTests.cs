using System.Globalization;
using Trellis.Returns;

namespace Trellis.Engines.Tests.Returns;

public sealed class WorkingDaysTests
{
    [Theory]
    [InlineData("25/12/2025")] // Christmas Day, a Thursday
    [InlineData("26/12/2025")]
    [InlineData("01/01/2026")]
    [InlineData("27/12/2022")] // instead of Christmas Day, a Sunday
    [InlineData("28/12/2020")] // instead of Boxing Day, a Saturday
    [InlineData("03/01/2022")] // instead of New Year's Day, a Saturday
    [InlineData("18/04/2025")] // Good Friday
    [InlineData("21/04/2025")] // Easter Monday
    [InlineData("29/03/2024")] // Good Friday in March
    [InlineData("19/09/2022")] // the funeral of Queen Elizabeth II
    [InlineData("08/05/2023")] // the coronation
    [InlineData("01/05/2023")]
    [InlineData("08/05/2020")] // instead of 4 May
    [InlineData("03/06/2022")]
    [InlineData("27/12/2025")] // a Saturday
    public void IsWorking_IsNotOnHolidays(string day) => Assert.False(WorkingDays.IsWorking(DayOf(day)));

    [Theory]
    [InlineData("24/12/2025")]
    [InlineData("29/12/2025")]
    [InlineData("02/01/2026")]
    [InlineData("17/04/2025")]
    [InlineData("22/04/2025")]
    [InlineData("20/09/2022")]
    [InlineData("09/05/2023")]
    [InlineData("04/05/2020")]
    [InlineData("30/05/2022")] // the spring holiday moved to June
    public void IsWorking_IsOnAllOthers(string day) => Assert.True(WorkingDays.IsWorking(DayOf(day)));

    [Theory]
    [InlineData("24/12/2025", "24/12/2025", 0)]
    [InlineData("24/12/2025", "28/12/2025", 0)]
    [InlineData("24/12/2025", "29/12/2025", 1)]
    [InlineData("19/12/2025", "14/01/2026", 15)]
    [InlineData("17/04/2025", "22/04/2025", 1)]
    [InlineData("14/04/2025", "08/05/2025", 15)]
    [InlineData("16/09/2022", "20/09/2022", 1)]
    [InlineData("28/04/2023", "09/05/2023", 5)]
    [InlineData("29/12/2025", "24/12/2025", -1)]
    public void Between_CountsFromTheNextDay(string from, string to, int days) => Assert.Equal(days, WorkingDays.Between(DayOf(from), DayOf(to)));

    [Theory]
    [InlineData("24/12/2025", 1, "29/12/2025")]
    [InlineData("24/12/2025", 3, "31/12/2025")]
    [InlineData("24/12/2025", 4, "02/01/2026")]
    [InlineData("17/04/2025", 1, "22/04/2025")]
    [InlineData("01/04/2025", 45, "09/06/2025")]
    [InlineData("16/09/2022", 1, "20/09/2022")]
    [InlineData("05/05/2023", 1, "09/05/2023")]
    [InlineData("09/05/2023", -1, "05/05/2023")]
    [InlineData("27/12/2025", 0, "27/12/2025")]
    public void Plus_SkipsHolidays(string from, int days, string to) => Assert.Equal(DayOf(to), WorkingDays.Plus(DayOf(from), days));

    [Theory]
    [InlineData("20/12/1999", "10/01/2000")]
    [InlineData("01/01/2000", "31/12/2039")]
    [InlineData("20/12/2039", "10/01/2040")]
    [InlineData("01/05/1950", "01/06/1950")]
    public void Between_AnyYears_CountsTheDaysThatAreWorked(string from, string to)
    {
        var (start, end) = (DayOf(from), DayOf(to));

        Assert.Equal(Enumerable.Range(1, (end - start)!.Value).Count(day => WorkingDays.IsWorking(start.Plus(day))), WorkingDays.Between(start, end));
    }

    [Fact]
    public void Between_OfNoDay_IsNothing()
    {
        Assert.Null(WorkingDays.Between(default, DayOf("01/04/2025")));
        Assert.True(WorkingDays.Plus(default, 5).IsEmpty);
    }

    private static Day DayOf(string text) => new(DateOnly.ParseExact(text, "dd/MM/yyyy", CultureInfo.InvariantCulture));
}

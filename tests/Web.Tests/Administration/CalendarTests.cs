using Trellis.Kernel;
using Trellis.Kernel.Access;
using Trellis.Kernel.Calendar;
using Trellis.Testing;

namespace Trellis.Web.Tests.Administration;

public sealed class CalendarTests(BothDatabases databases) : IClassFixture<BothDatabases>
{
    [Theory]
    [InlineData("2025-05-06", 5, "2025-04-25")]
    [InlineData("2026-01-06", 5, "2025-12-24")]
    public async Task LastDayForNotice_AcrossBankHolidays_LeavesClearWorkingDays(string meeting, int clear, string last)
    {
        var host = await databases.OnAsync(DatabaseKind.Sqlite);
        var days = await host.InScopeAsync(s => s.Get<WorkingCalendar>().WorkingDaysAsync(default));

        Assert.Equal(new WorkingDate(DateOnly.Parse(last), Provisional: false), days.LastDayForNotice(DateOnly.Parse(meeting), clear));
        Assert.Equal(new DateOnly(2028, 12, 26), days.KnownTo);
    }

    [Fact]
    public async Task Post_CountNoticeOfAMeeting_SaysTheLastDay()
    {
        var host = await databases.OnAsync(DatabaseKind.Sqlite);
        using var administrator = await host.SignedInAsync(Role.Administrator);

        var answer = await administrator.SendAsync(
            "/administration/calendar/reckon", "count",
            ("Form.From.Day", "6"), ("Form.From.Month", "May"), ("Form.From.Year", "2025"), ("Form.Way", "notice"), ("Form.WorkingDays", "5"));

        Assert.Equal("Friday 25 April 2025", answer.Text(".govuk-inset-text"));
    }

    [Theory, OnBothDatabases]
    public async Task Post_DayAddedBeyondTheKnown_CountsProvisionalDatesAgain(DatabaseKind kind)
    {
        await using var host = await TrellisHost.StartAsync(kind);
        using var administrator = await host.SignedInAsync(Role.Administrator);
        var kept = await administrator.SendAsync(
            "/administration/calendar/reckon", "count",
            ("Form.From.Day", "29"), ("Form.From.Month", "12"), ("Form.From.Year", "2028"), ("Form.Way", "after"), ("Form.WorkingDays", "1"),
            ("Form.What", "Board papers"), ("Form.Keep", "true"));
        Assert.Contains("Monday 1 January 2029 Provisional", kept.Main, StringComparison.Ordinal);

        var added = await administrator.SendAsync(
            "/administration/calendar/add", "add",
            ("Form.Date.Day", "1"), ("Form.Date.Month", "1"), ("Form.Date.Year", "2029"), ("Form.Name", "New Year's Day"), ("Form.Kind", "BankHoliday"));

        Assert.Contains("Bank holidays are known to 1 January 2029", added.Main, StringComparison.Ordinal);
        Assert.Contains("Tuesday 2 January 2029 Provisional", added.Main, StringComparison.Ordinal);
        await administrator.SendAsync(added.Link("Remove New Year's Day, 1 January 2029"), "remove");
        Assert.Contains("Monday 1 January 2029 Provisional", (await administrator.GetAsync("/administration/calendar")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_DayThatCannotBe_SaysHowToMend()
    {
        var host = await databases.OnAsync(DatabaseKind.Sqlite);
        using var administrator = await host.SignedInAsync(Role.Administrator);

        var answer = await administrator.SendAsync(
            "/administration/calendar/add", "add", ("Form.Date.Day", "31"), ("Form.Date.Month", "2"), ("Form.Date.Year", "2027"), ("Form.Name", "Nothing"));

        Assert.Equal(["Date: February 2027 has only 28 days", "Choose what kind of day it is"], answer.Errors);
        Assert.Equal("31", answer.Field("Form.Date.Day"));
    }

    [Fact]
    public async Task AddDay_Twice_IsRefused()
    {
        var host = await databases.OnAsync(DatabaseKind.Sqlite);
        var result = await host.InScopeAsync(s => s.Get<WorkingCalendar>().AddDayAsync(
            new DateOnly(2026, 12, 25), "Christmas Day", NonWorkingDayKind.BankHoliday, new Process("Added a day", Actor.Program), default));

        Assert.Equal("25 December 2026 is already in the calendar", Assert.Single(result.Errors).Message);
    }
}

using Trellis.Governance;
using Trellis.Governance.Meetings;
using Trellis.Kernel.Access;
using Trellis.Kernel.Calendar;
using Trellis.Testing;

namespace Trellis.Web.Tests.Governance;

/// <summary>By when agenda and papers go out.</summary>
public sealed class NoticeTests(BothDatabases databases) : IClassFixture<BothDatabases>
{
    private static readonly Notice FiveWorkingDays = new(NoticeKind.ClearWorkingDays, 5, SaturdayCounts: false);

    [Theory]
    [InlineData("2025-05-06", NoticeKind.ClearWorkingDays, 5, false, "2025-04-25")]
    [InlineData("2026-01-06", NoticeKind.ClearWorkingDays, 5, false, "2025-12-24")]
    [InlineData("2026-06-16", NoticeKind.ClearWorkingDays, 5, false, "2026-06-08")]
    [InlineData("2026-06-16", NoticeKind.ClearWorkingDays, 5, true, "2026-06-09")]
    [InlineData("2026-06-15", NoticeKind.ClearWorkingDays, 0, true, "2026-06-13")]
    [InlineData("2026-06-30", NoticeKind.ClearDays, 28, false, "2026-06-01")]
    public async Task SendBy_AnyNotice_LeavesItsClearDays(string meeting, NoticeKind kind, int days, bool saturdayCounts, string sendBy)
    {
        var working = await WorkingDaysAsync();

        Assert.Equal(new WorkingDate(DateOnly.Parse(sendBy), Provisional: false), new Notice(kind, days, saturdayCounts).SendBy(DateOnly.Parse(meeting), working));
    }

    [Fact]
    public async Task SendBy_EveryDayOfThreeYears_LeavesFiveWorkingDaysBetweenAndNoMore()
    {
        var working = await WorkingDaysAsync();
        for (var meeting = new DateOnly(2025, 1, 1); meeting < new DateOnly(2028, 1, 1); meeting = meeting.AddDays(1))
        {
            var sendBy = FiveWorkingDays.SendBy(meeting, working).Date;

            Assert.True(working.IsWorking(sendBy));
            Assert.Equal(5, Enumerable.Range(1, meeting.DayNumber - sendBy.DayNumber - 1).Count(d => working.IsWorking(sendBy.AddDays(d))));
        }
    }

    [Theory, OnBothDatabases]
    public async Task Post_CalendarNoticeOrDayChanges_ReckonsTheLastDayAgain(DatabaseKind kind)
    {
        await using var host = await TrellisHost.StartAsync(kind);
        var board = await new BoardBuilder().MakeAsync(host);
        using var clerk = await host.SignedInAsync(Role.Clerk, Role.Administrator);
        var planned = await clerk.SendAsync($"/boards/{board.Address}/meetings/new", "edit", [.. Day("Form.On", 16, 6, 2026), ("Form.Starts", "2pm"), ("Form.Place", "Town Hall")]);
        Assert.Contains("To be sent by Monday 8 June 2026", planned.Main, StringComparison.Ordinal);
        Assert.Contains("Tuesday 16 June 2026 at 14:00, Town Hall", planned.Main, StringComparison.Ordinal);

        await clerk.SendAsync("/administration/calendar/add", "add", [.. Day("Form.Date", 10, 6, 2026), ("Form.Name", "Town festival"), ("Form.Kind", "LocalClosure")]);
        Assert.Contains("To be sent by Friday 5 June 2026", (await clerk.GetAsync(planned.Path)).Main, StringComparison.Ordinal);
        var ruled = await clerk.SendAsync($"/boards/{board.Address}/rules", "rules", ("Form.NoticeKind", "ClearDays"), ("Form.NoticeDays", "3"));
        Assert.Contains("3 clear days; key decisions 28 clear days", ruled.Main, StringComparison.Ordinal);
        Assert.Contains("To be sent by Friday 12 June 2026", (await clerk.GetAsync(planned.Path)).Main, StringComparison.Ordinal);
        var moved = await clerk.SendAsync($"{planned.Path}/edit", "edit", [.. Day("Form.On", 23, 6, 2026)]);

        Assert.Contains("To be sent by Friday 19 June 2026", moved.Main, StringComparison.Ordinal);
        Assert.Equal(planned.Path, moved.Path);
    }

    [Fact]
    public async Task Get_MeetingBeyondTheKnownBankHolidays_SaysProvisional()
    {
        var host = await databases.OnAsync(DatabaseKind.Sqlite);
        var board = await new BoardBuilder().MakeAsync(host);
        var meeting = await BoardBuilder.MeetingAsync(host, board, new DateOnly(2029, 3, 6));
        using var clerk = await host.SignedInAsync(Role.Clerk);

        var page = await clerk.GetAsync(MeetingService.AddressOf(board, meeting));

        Assert.Contains("Provisional", page.Texts(".govuk-tag"));
    }

    [Fact]
    public async Task Post_Series_PlansEachAndMovesOffBankHolidays()
    {
        var host = await databases.OnAsync(DatabaseKind.Sqlite);
        var board = await new BoardBuilder().MakeAsync(host);
        using var clerk = await host.SignedInAsync(Role.Clerk);

        var planned = await clerk.SendAsync(
            $"/boards/{board.Address}/meetings/series", "series",
            [("Form.EveryMonths", "2"), ("Form.Week", "5"), ("Form.Weekday", "Monday"), .. Day("Form.From", 1, 6, 2026), .. Day("Form.Until", 31, 12, 2026)]);

        Assert.Equal("4 meetings were planned.", planned.Said);
        Assert.Equal(
            ["Monday 29 June 2026", "Tuesday 1 September 2026Moved from Monday 31 August 2026, on which nobody works.", "Monday 26 October 2026",
                "Tuesday 29 December 2026Moved from Monday 28 December 2026, on which nobody works."],
            planned.Texts("tbody th"));
    }

    private async Task<WorkingDays> WorkingDaysAsync() =>
        await (await databases.OnAsync(DatabaseKind.Sqlite)).InScopeAsync(s => s.Get<WorkingCalendar>().WorkingDaysAsync(default));

    private static (string Field, string Value)[] Day(string field, int day, int month, int year) => [($"{field}.Day", $"{day}"), ($"{field}.Month", $"{month}"), ($"{field}.Year", $"{year}")];
}

using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.Kernel.Calendar;

namespace Trellis.Governance.Meetings;

/// <summary>Plans meetings and takes them through their life: planned, called, held, or cancelled.</summary>
public sealed class MeetingService(AppDbContext db, TimeProvider clock, WorkingCalendar calendar)
{
    public static string AddressOf(Forum forum) => $"{ForumService.AddressOf(forum)}/meetings";

    public static string AddressOf(Forum forum, Meeting meeting) => $"{AddressOf(forum)}/{meeting.Address}";

    /// <summary>Where all that its members need for it stands on one page.</summary>
    public static string PackOf(Forum forum, Meeting meeting) => $"{AddressOf(forum, meeting)}/pack";

    public Task<Meeting?> FindAsync(Guid forumId, string address, CancellationToken ct) =>
        Of(forumId).AsNoTracking().SingleOrDefaultAsync(m => m.Address == address, ct);

    /// <summary>Coming meetings, the next first.</summary>
    public Task<List<Meeting>> ComingAsync(Guid forumId, CancellationToken ct)
    {
        var today = calendar.Today;
        return Of(forumId).AsNoTracking().Where(m => m.Day >= today).OrderBy(m => m.Day).ThenBy(m => m.Id).Take(MeetingSeries.Most).ToListAsync(ct);
    }

    /// <summary>Past meetings, the latest first.</summary>
    public Task<Paged<Meeting>> PastAsync(Guid forumId, int? page, CancellationToken ct)
    {
        var today = calendar.Today;
        return Of(forumId).AsNoTracking().Where(m => m.Day < today).OrderByDescending(m => m.Day).ThenBy(m => m.Id).ToPageAsync(page, ct);
    }

    public async Task<Result<Meeting>> PlanAsync(Forum forum, MeetingOptions options, Process process, CancellationToken ct)
    {
        if (options.Check() is { Count: > 0 } errors)
        {
            return errors;
        }

        var meeting = await StageAsync(forum, options, await calendar.WorkingDaysAsync(ct), ct);
        await db.SaveAsync(process, ct);
        return meeting;
    }

    /// <summary>Plans a meeting on each day of a series; days on which this forum meets already are left out.</summary>
    public async Task<Result<List<Meeting>>> PlanSeriesAsync(Forum forum, MeetingSeries series, TimeOnly? starts, string? place, Process process, CancellationToken ct)
    {
        var checks = new FieldChecks().Longest("Place", place, Meeting.LongestPlace)
            .Must(series.EveryMonths is >= 1 and <= 12, "EveryMonths", "Enter a number of months from 1 to 12")
            .Must(series.Until >= series.From, "Until.Day", "The last day must be the same as or after the first day");
        if (checks.Errors.Count > 0)
        {
            return checks.Errors;
        }

        var days = await calendar.WorkingDaysAsync(ct);
        var taken = await Of(forum.Id).Where(m => m.State != MeetingState.Cancelled).Select(m => m.Day).ToListAsync(ct);
        var planned = new List<Meeting>();
        foreach (var (day, note) in series.Days(days).Where(d => !taken.Contains(d.Day)).DistinctBy(d => d.Day))
        {
            var meeting = await StageAsync(forum, new MeetingOptions(day, starts, place), days, ct);
            meeting.DayNote = note;
            planned.Add(meeting);
        }

        if (planned.Count == 0)
        {
            return new FieldError("From.Day", "No new meeting falls between these days");
        }

        await db.SaveAsync(process, ct);
        return planned;
    }

    public async Task<Result<Meeting>> ChangeAsync(Forum forum, string address, int version, MeetingOptions options, Process process, CancellationToken ct)
    {
        var days = await calendar.WorkingDaysAsync(ct);
        return await db.ChangeAsync(await TrackedAsync(forum.Id, address, ct), version, options, process, ct, meeting =>
        {
            meeting.SendBy = forum.Notice.SendBy(meeting.Day, days).Date;
            return Task.CompletedTask;
        });
    }

    /// <summary>Marks today as the day on which agenda and papers went out. Once said it stays.</summary>
    public async Task<Result<Meeting>> SendAsync(Guid forumId, string address, Process process, CancellationToken ct) =>
        await db.DoAsync(await TrackedAsync(forumId, address, ct, MeetingState.Planned), m => (m.SentOn, m.State) = (calendar.Today, MeetingState.Called), process, ct);

    public async Task<Result<Meeting>> HoldAsync(Guid forumId, string address, Process process, CancellationToken ct)
    {
        var meeting = await TrackedAsync(forumId, address, ct, MeetingState.Planned, MeetingState.Called);
        return meeting?.Day > calendar.Today
            ? new FieldError("", "The meeting has not taken place yet")
            : await db.DoAsync(meeting, m => m.State = MeetingState.Held, process, ct);
    }

    public async Task<Result<Meeting>> PublishMinutesAsync(Guid forumId, string address, Process process, CancellationToken ct) =>
        await db.DoAsync(await TrackedAsync(forumId, address, ct, MeetingState.Held), m => m.MinutesPublishedOn ??= calendar.Today, process, ct);

    public async Task<Result<Meeting>> CancelAsync(Guid forumId, string address, string reason, Process process, CancellationToken ct) =>
        new FieldChecks().Needed("Reason", reason, Meeting.LongestReason, "Say why the meeting does not take place").Errors is { Count: > 0 } errors
            ? errors
            : await db.DoAsync(
                await TrackedAsync(forumId, address, ct, MeetingState.Planned, MeetingState.Called), m => (m.State, m.CancelReason) = (MeetingState.Cancelled, reason.Trim()), process, ct);

    public async Task<Result<Meeting>> AttendAsync(Guid forumId, string address, int version, AttendanceOptions options, Process process, CancellationToken ct) =>
        await db.ChangeAsync(await TrackedAsync(forumId, address, ct, MeetingState.Planned, MeetingState.Called, MeetingState.Held), version, options, process, ct);

    private async Task<Meeting> StageAsync(Forum forum, MeetingOptions options, WorkingDays days, CancellationToken ct)
    {
        var meeting = new Meeting
        {
            Id = ThingId.New(clock), ForumId = forum.Id, SendBy = forum.Notice.SendBy(options.Day, days).Date,
            Address = await AddressWord.FreeAsync(options.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "meeting", async free =>
                db.Set<Meeting>().Local.Any(m => m.ForumId == forum.Id && m.Address == free) || await db.Set<Meeting>().AnyAsync(m => m.ForumId == forum.Id && m.Address == free, ct)),
        };
        options.Fill(meeting);
        db.Add(meeting);
        return meeting;
    }

    /// <summary>The row to change, where it is in one of the states; in any when none is named.</summary>
    private async Task<Meeting?> TrackedAsync(Guid forumId, string address, CancellationToken ct, params MeetingState[] states) =>
        await Of(forumId).SingleOrDefaultAsync(m => m.Address == address, ct) is { } meeting && (states.Length == 0 || states.Contains(meeting.State)) ? meeting : null;

    private IQueryable<Meeting> Of(Guid forumId) => db.Set<Meeting>().Where(m => m.ForumId == forumId && !m.Withdrawn);
}

using Microsoft.EntityFrameworkCore;
using Trellis.Governance.Meetings;
using Trellis.Kernel;
using Trellis.Kernel.Calendar;
using Trellis.Kernel.Things;

namespace Trellis.Governance.Cycles;

public sealed record CycleOptions(string Title, CycleDates Dates, int GraceDays, IReadOnlyList<Guid> PlanIds, IReadOnlyList<Guid> MeetingIds);

/// <summary>A meeting with the board that holds it.</summary>
public sealed record ComingMeeting(Guid Id, string ForumName, string Address, DateOnly Day, DateOnly SendBy);

/// <summary>Keeps the reporting cycles. Opening one and reminding its owners is the plans' own work.</summary>
public sealed class CycleService(AppDbContext db, OpenCycles open, ThingLinks things, WorkingCalendar calendar, TimeProvider clock)
{
    /// <summary>Addresses below /cycles that are pages.</summary>
    private const string New = "new";

    public static string AddressOf(ReportingCycle cycle) => $"/cycles/{cycle.Address}";

    /// <summary>The newest first.</summary>
    public Task<Paged<ReportingCycle>> PageAsync(int? page, CancellationToken ct) =>
        db.Set<ReportingCycle>().AsNoTracking().Where(c => !c.Withdrawn).OrderByDescending(c => c.Opens).ThenBy(c => c.Id).ToPageAsync(page, ct);

    public Task<ReportingCycle?> FindAsync(string address, CancellationToken ct) =>
        db.Set<ReportingCycle>().AsNoTracking().SingleOrDefaultAsync(c => c.Address == address && !c.Withdrawn, ct);

    /// <summary>The cycles that are open, the one that closes first before the others.</summary>
    public Task<List<ReportingCycle>> OpenAsync(CancellationToken ct) => open.ListAsync(db, ct);

    /// <summary>The cycle of a plan that was locked last: what the next is compared with.</summary>
    public async Task<ReportingCycle?> LastLockedAsync(Guid planId, CancellationToken ct) =>
        (await db.Set<ReportingCycle>().AsNoTracking().Where(c => c.State == CycleState.Locked && !c.Withdrawn).OrderByDescending(c => c.PublishOn).ToListAsync(ct))
            .Find(c => c.PlanIds.Contains(planId));

    /// <summary>The meetings that are still to come and not cancelled, the next first.</summary>
    public Task<List<ComingMeeting>> ComingMeetingsAsync(CancellationToken ct)
    {
        var today = calendar.Today;
        return WithForum(db.Set<Meeting>().Where(m => m.Day >= today)).Take(100).ToListAsync(ct);
    }

    public Task<List<ComingMeeting>> MeetingsOfAsync(ReportingCycle cycle, CancellationToken ct) =>
        WithForum(db.Set<Meeting>().Where(m => cycle.MeetingIds.Contains(m.Id))).ToListAsync(ct);

    /// <summary>The days that give each of these meetings its papers in time; null without a meeting.</summary>
    public async Task<CycleDates?> ProposeAsync(IReadOnlyCollection<Guid> meetingIds, CancellationToken ct) =>
        await db.Set<Meeting>().Where(m => meetingIds.Contains(m.Id)).MinAsync(m => (DateOnly?)m.SendBy, ct) is { } first
            ? CycleDates.For(first, await calendar.WorkingDaysAsync(ct))
            : null;

    public async Task<Result<ReportingCycle>> CreateAsync(CycleOptions options, Process process, CancellationToken ct)
    {
        if (Check(options) is { Count: > 0 } errors)
        {
            return errors;
        }

        var cycle = new ReportingCycle
        {
            Id = ThingId.New(clock),
            Address = await AddressWord.FreeAsync(options.Title, "cycle", async free => free == New || await db.Set<ReportingCycle>().AnyAsync(c => c.Address == free, ct)),
        };
        Fill(cycle, options);
        db.Add(cycle);
        await db.SaveAsync(process, ct);
        return cycle;
    }

    public async Task<Result<ReportingCycle>> ChangeAsync(string address, int version, CycleOptions options, Process process, CancellationToken ct)
    {
        if (await db.Set<ReportingCycle>().SingleOrDefaultAsync(c => c.Address == address && !c.Withdrawn, ct) is not { State: not CycleState.Locked } cycle)
        {
            return NotFound.Row;
        }

        if (cycle.Version != version)
        {
            return await MeetAsync(cycle, options, ct);
        }

        if (Check(options) is { Count: > 0 } errors)
        {
            return errors;
        }

        Fill(cycle, options);
        try
        {
            await db.SaveAsync(process, ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return await FindAsync(address, ct) is { } saved ? await MeetAsync(saved, options, ct) : NotFound.Row;
        }

        return cycle;
    }

    private IQueryable<ComingMeeting> WithForum(IQueryable<Meeting> meetings) =>
        from meeting in meetings.AsNoTracking()
        join forum in db.Set<Forum>() on meeting.ForumId equals forum.Id
        where !meeting.Withdrawn && !forum.Withdrawn && meeting.State != MeetingState.Cancelled
        orderby meeting.Day, meeting.Id
        select new ComingMeeting(meeting.Id, forum.Name, "/boards/" + forum.Address + "/meetings/" + meeting.Address, meeting.Day, meeting.SendBy);

    private static void Fill(ReportingCycle cycle, CycleOptions options)
    {
        cycle.Title = options.Title.Trim();
        (cycle.PeriodEnd, cycle.Opens, cycle.Closes, cycle.ApproveBy, cycle.PublishOn) = options.Dates;
        cycle.GraceDays = options.GraceDays;
        cycle.PlanIds = [.. options.PlanIds.Distinct()];
        cycle.MeetingIds = [.. options.MeetingIds.Distinct()];
    }

    private async Task<Conflict> MeetAsync(ReportingCycle saved, CycleOptions yours, CancellationToken ct)
    {
        var meetings = await WithForum(db.Set<Meeting>().Where(m => saved.MeetingIds.Contains(m.Id) || yours.MeetingIds.Contains(m.Id))).ToDictionaryAsync(m => m.Id, m => $"{m.ForumName}, {m.Day:d MMMM yyyy}", ct);
        var plans = await things.CardsAsync([.. saved.PlanIds.Union(yours.PlanIds)], ct);
        return new Conflict(saved.Version,
        [
            new("Title", saved.Title, yours.Title),
            new("End of the period", Day(saved.PeriodEnd), Day(yours.Dates.PeriodEnd)),
            new("Opens", Day(saved.Opens), Day(yours.Dates.Opens)),
            new("Closes", Day(saved.Closes), Day(yours.Dates.Closes)),
            new("Days of grace", $"{saved.GraceDays}", $"{yours.GraceDays}"),
            new("Approve by", Day(saved.ApproveBy), Day(yours.Dates.ApproveBy)),
            new("Publish on", Day(saved.PublishOn), Day(yours.Dates.PublishOn)),
            new("Plans", Named(saved.PlanIds, id => plans.GetValueOrDefault(id)?.Title), Named(yours.PlanIds, id => plans.GetValueOrDefault(id)?.Title)),
            new("Meetings", Named(saved.MeetingIds, id => meetings.GetValueOrDefault(id)), Named(yours.MeetingIds, id => meetings.GetValueOrDefault(id))),
        ]);

        static string Named(IEnumerable<Guid> ids, Func<Guid, string?> name) => string.Join("; ", ids.Select(name).OfType<string>().Order(StringComparer.Ordinal));
        static string Day(DateOnly day) => $"{day:d MMMM yyyy}";
    }

    private static List<FieldError> Check(CycleOptions options)
    {
        var errors = new List<FieldError>();
        if (options.Title.Trim().Length is 0 or > ReportingCycle.LongestTitle)
        {
            errors.Add(new("Title", $"Enter a title, for example Quarter 2, 2026/27, in {ReportingCycle.LongestTitle} characters or fewer"));
        }

        if (options.PlanIds.Count == 0)
        {
            errors.Add(new("PlanIds", "Choose at least one plan"));
        }

        var dates = options.Dates;
        After("Closes", dates.Opens, dates.Closes, "Entry must close on or after the day on which it opens");
        After("ApproveBy", dates.Closes, dates.ApproveBy, "Approval must come on or after the day on which entry closes");
        After("PublishOn", dates.ApproveBy, dates.PublishOn, "Publishing must come on or after approval");
        if (options.GraceDays is < 0 or > ReportingCycle.MostGraceDays)
        {
            errors.Add(new("GraceDays", $"Enter a number of days from 0 to {ReportingCycle.MostGraceDays}"));
        }

        return errors;

        void After(string field, DateOnly first, DateOnly second, string message)
        {
            if (second < first)
            {
                errors.Add(new($"{field}.Day", message));
            }
        }
    }
}

using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.Kernel.Calendar;

namespace Trellis.Governance.Meetings;

/// <summary>
/// Keeps the day by which agendas and papers go out true: reckoned again when the calendar or a forum's notice changes. What
/// went out already stays as it was judged that day.
/// </summary>
internal sealed class MeetingNotice(AppDbContext db) : IReckonedAgain
{
    public async Task ReckonAsync(WorkingDays days, CancellationToken ct)
    {
        var forums = await db.Set<Forum>().AsNoTracking().Where(f => !f.Withdrawn).ToDictionaryAsync(f => f.Id, f => f.Notice, ct);
        foreach (var meeting in await Unsent().ToListAsync(ct))
        {
            if (forums.TryGetValue(meeting.ForumId, out var notice))
            {
                meeting.SendBy = notice.SendBy(meeting.Day, days).Date;
            }
        }
    }

    /// <summary>Under the forum's notice as it stands in the context.</summary>
    public async Task ReckonAsync(Forum forum, WorkingDays days, CancellationToken ct)
    {
        foreach (var meeting in await Unsent().Where(m => m.ForumId == forum.Id).ToListAsync(ct))
        {
            meeting.SendBy = forum.Notice.SendBy(meeting.Day, days).Date;
        }
    }

    private IQueryable<Meeting> Unsent() => db.Set<Meeting>().Where(m => !m.Withdrawn && m.State == MeetingState.Planned && m.SentOn == null);
}

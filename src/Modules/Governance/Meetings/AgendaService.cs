using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;

namespace Trellis.Governance.Meetings;

/// <summary>Writes a meeting's agenda, its papers, its minutes and what was declared.</summary>
public sealed class AgendaService(AppDbContext db, TimeProvider clock)
{
    /// <summary>Positions leave room, so that an item can go between two others.</summary>
    private const int Gap = 1024;

    public static string AddressOf(Forum forum, Meeting meeting, int number) => $"{MeetingService.AddressOf(forum, meeting)}/items/{number}";

    public Task<AgendaItem?> FindAsync(Guid meetingId, int number, CancellationToken ct) =>
        Items(meetingId).AsNoTracking().SingleOrDefaultAsync(i => i.Number == number, ct);

    public Task<Paper?> FindPaperAsync(Guid itemId, int number, CancellationToken ct) =>
        Papers(itemId).AsNoTracking().SingleOrDefaultAsync(p => p.Position == number, ct);

    public Task<List<AgendaItem>> ItemsAsync(Guid meetingId, CancellationToken ct) => Items(meetingId).AsNoTracking().OrderBy(i => i.Position).ToListAsync(ct);

    public async Task<Result<AgendaItem>> AddAsync(Meeting meeting, AgendaItemOptions options, Process process, CancellationToken ct) =>
        await db.AddAsync(await NewAsync(meeting, ct), options with { IsLate = meeting.IsSent }, process, ct);

    /// <summary>A new item at the agenda's end, not yet in the context.</summary>
    internal async Task<AgendaItem> NewAsync(Meeting meeting, CancellationToken ct)
    {
        var all = db.Set<AgendaItem>().Where(i => i.MeetingId == meeting.Id);
        return new AgendaItem
        {
            Id = ThingId.New(clock), MeetingId = meeting.Id, Number = (await all.MaxAsync(i => (int?)i.Number, ct) ?? 0) + 1,
            Position = (await all.MaxAsync(i => (int?)i.Position, ct) ?? 0) + Gap,
        };
    }

    public async Task<Result<AgendaItem>> ChangeAsync(Guid meetingId, int number, int version, AgendaItemOptions options, Process process, CancellationToken ct)
    {
        var item = await Items(meetingId).SingleOrDefaultAsync(i => i.Number == number, ct);
        return await db.ChangeAsync(item, version, options with { IsLate = item?.LateReason is not null }, process, ct, CloseAsync);

        // What is kept back takes its papers along.
        async Task CloseAsync(AgendaItem kept)
        {
            foreach (var paper in await Papers(kept.Id).Where(p => p.Openness != Openness.Confidential).ToListAsync(ct))
            {
                if (paper.Openness < kept.Openness)
                {
                    (paper.Openness, paper.ExemptParagraph, paper.PublicInterest) = (kept.Openness, kept.ExemptParagraph, kept.PublicInterest);
                }
            }
        }
    }

    public async Task<Result<AgendaItem>> MinuteAsync(Guid meetingId, int number, int version, MinutesOptions options, Process process, CancellationToken ct) =>
        await db.ChangeAsync(await Items(meetingId).SingleOrDefaultAsync(i => i.Number == number, ct), version, options, process, ct);

    public async Task<Result<AgendaItem>> WithdrawAsync(Guid meetingId, int number, Process process, CancellationToken ct) =>
        await db.DoAsync(await Items(meetingId).SingleOrDefaultAsync(i => i.Number == number, ct), i => i.Withdrawn = true, process, ct);

    /// <summary>One step up or down the agenda.</summary>
    public async Task<Result<AgendaItem>> StepAsync(Guid meetingId, int number, bool up, Process process, CancellationToken ct)
    {
        var items = await Items(meetingId).OrderBy(i => i.Position).ThenBy(i => i.Id).ToListAsync(ct);
        var at = items.FindIndex(i => i.Number == number);
        var to = up ? at - 1 : at + 1;
        if (at < 0)
        {
            return NotFound.Row;
        }

        if (to < 0 || to >= items.Count)
        {
            return items[at];
        }

        return await db.DoAsync(items[at], item => (item.Position, items[to].Position) = (items[to].Position, item.Position), process, ct);
    }

    public async Task<Result<Paper>> AddPaperAsync(AgendaItem item, PaperOptions options, Process process, CancellationToken ct)
    {
        var last = await db.Set<Paper>().Where(p => p.AgendaItemId == item.Id).MaxAsync(p => (int?)p.Position, ct) ?? 0;
        return await db.AddAsync(new Paper { Id = ThingId.New(clock), AgendaItemId = item.Id, Position = last + 1 }, options with { ItemIs = item.Openness }, process, ct);
    }

    public async Task<Result<Paper>> ChangePaperAsync(AgendaItem item, int number, int version, PaperOptions options, Process process, CancellationToken ct) =>
        await db.ChangeAsync(await Papers(item.Id).SingleOrDefaultAsync(p => p.Position == number, ct), version, options with { ItemIs = item.Openness }, process, ct);

    public async Task<Result<Paper>> WithdrawPaperAsync(Guid itemId, int number, Process process, CancellationToken ct) =>
        await db.DoAsync(await Papers(itemId).SingleOrDefaultAsync(p => p.Position == number, ct), p => p.Withdrawn = true, process, ct);

    public Task<List<Declaration>> DeclarationsAsync(Guid meetingId, CancellationToken ct) =>
        db.Set<Declaration>().AsNoTracking().Where(d => d.MeetingId == meetingId && !d.Withdrawn).OrderBy(d => d.Id).ToListAsync(ct);

    public async Task<Result<Declaration>> DeclareAsync(Meeting meeting, Guid? memberId, Guid? itemId, string text, Process process, CancellationToken ct)
    {
        var checks = new FieldChecks().Must(memberId is not null, "MemberId", "Choose who declares it").Needed("Text", text, Declaration.LongestText, "Enter what they declare");
        if (checks.Errors.Count > 0)
        {
            return checks.Errors;
        }

        var declaration = new Declaration { Id = ThingId.New(clock), MeetingId = meeting.Id, MemberId = memberId!.Value, AgendaItemId = itemId, Text = text.Trim() };
        db.Add(declaration);
        await db.SaveAsync(process, ct);
        return declaration;
    }

    private IQueryable<AgendaItem> Items(Guid meetingId) => db.Set<AgendaItem>().Where(i => i.MeetingId == meetingId && !i.Withdrawn);

    private IQueryable<Paper> Papers(Guid itemId) => db.Set<Paper>().Where(p => p.AgendaItemId == itemId && !p.Withdrawn);
}

using Microsoft.EntityFrameworkCore;
using Trellis.Governance.ForwardPlan;
using Trellis.Governance.Meetings;
using Trellis.Governance.Scrutiny;
using Trellis.Kernel;

namespace Trellis.Governance.Public;

/// <summary>Something that the words were found in.</summary>
/// <param name="Where">The board and the meeting or the part of it.</param>
public sealed record PublicHit(string Kind, string Where, string Excerpt, string Address);

/// <summary>Finds words in what the public may read: titles, papers, minutes and decisions of open boards, their forward plan and challenges.</summary>
public sealed class PublicSearch(AppDbContext db, PublicBoards boards)
{
    public const int LongestWords = 100;

    /// <summary>The most of each kind that are found.</summary>
    public const int Most = 20;

    private const int Around = 80;

    private sealed record Sitting
    {
        public required Forum Forum { get; init; }
        public required Meeting Meeting { get; init; }
        public required AgendaItem Item { get; init; }
    }

    public async Task<List<PublicHit>> FindAsync(string words, DateOnly today, CancellationToken ct)
    {
        words = words.Trim();
        if (words.Length is 0 or > LongestWords)
        {
            return [];
        }

        var pattern = LikePattern.Holding(words);
        return
        [
            .. await OnAgendasAsync(words, pattern, ct), .. await InPapersAsync(words, pattern, ct), .. await InDecisionsAsync(words, pattern, ct),
            .. await InChallengesAsync(words, pattern, ct), .. await AheadAsync(words, pattern, today, ct),
        ];
    }

    /// <summary>Items that are open, of meetings whose agenda went out.</summary>
    private IQueryable<Sitting> OpenItems =>
        from forum in boards.Forums
        join meeting in db.Set<Meeting>().AsNoTracking() on forum.Id equals meeting.ForumId
        join item in db.Set<AgendaItem>().AsNoTracking() on meeting.Id equals item.MeetingId
        where !meeting.Withdrawn && !item.Withdrawn && item.Openness == Openness.Public && (meeting.SentOn != null || meeting.State == MeetingState.Held)
        select new Sitting { Forum = forum, Meeting = meeting, Item = item };

    private async Task<IEnumerable<PublicHit>> OnAgendasAsync(string words, string pattern, CancellationToken ct)
    {
        var found = await OpenItems
            .Where(s => EF.Functions.Like(s.Item.Title.ToLower(), pattern, LikePattern.Escape)
                || (s.Meeting.MinutesPublishedOn != null && EF.Functions.Like(s.Item.Minutes!.ToLower(), pattern, LikePattern.Escape)))
            .OrderByDescending(s => s.Meeting.Day).ThenBy(s => s.Item.Id).Take(Most).ToListAsync(ct);
        return found.Select(s => Hit(s, "Agenda item", words, s.Item.Title, s.Meeting.MinutesPublishedOn is null ? null : s.Item.Minutes));
    }

    private async Task<IEnumerable<PublicHit>> InPapersAsync(string words, string pattern, CancellationToken ct)
    {
        var found = await OpenItems
            .Join(db.Set<Paper>().AsNoTracking(), s => s.Item.Id, p => p.AgendaItemId, (s, p) => new { s, p })
            .Where(x => !x.p.Withdrawn && x.p.Openness == Openness.Public
                && (EF.Functions.Like(x.p.Title.ToLower(), pattern, LikePattern.Escape) || EF.Functions.Like(x.p.Body.ToLower(), pattern, LikePattern.Escape)))
            .OrderByDescending(x => x.s.Meeting.Day).ThenBy(x => x.p.Id).Take(Most).ToListAsync(ct);
        return found.Select(x => Hit(x.s, "Paper", words, x.p.Title, x.p.Body));
    }

    private async Task<IEnumerable<PublicHit>> InDecisionsAsync(string words, string pattern, CancellationToken ct)
    {
        var found = await OpenItems.Where(s => s.Meeting.MinutesPublishedOn != null)
            .Join(db.Set<Decision>().AsNoTracking(), s => s.Item.Id, d => d.AgendaItemId, (s, d) => new { s, d })
            .Where(x => !x.d.Withdrawn && EF.Functions.Like(x.d.Text.ToLower(), pattern, LikePattern.Escape))
            .OrderByDescending(x => x.s.Meeting.Day).ThenBy(x => x.d.Id).Take(Most).ToListAsync(ct);
        return found.Select(x => Hit(x.s, "Decision", words, x.d.Text));
    }

    private async Task<IEnumerable<PublicHit>> InChallengesAsync(string words, string pattern, CancellationToken ct)
    {
        var found = await boards.Forums
            .Join(ChallengeLine.Seen(db.Set<ScrutinyChallenge>().AsNoTracking(), Audience.Public), f => f.Id, c => c.ForumId, (f, c) => new { f, c })
            .Where(x => EF.Functions.Like(x.c.Text.ToLower(), pattern, LikePattern.Escape)
                || (x.c.AnsweredOn != null && EF.Functions.Like(x.c.Answer!.ToLower(), pattern, LikePattern.Escape)))
            .OrderByDescending(x => x.c.RaisedOn).ThenBy(x => x.c.Id).Take(Most).ToListAsync(ct);
        return found.Select(x => new PublicHit(
            ScrutinyWords.Of(x.c.Kind), x.f.Name, Excerpt(words, x.c.Text, x.c.AnsweredOn is null ? null : x.c.Answer), $"{PublicBoards.AddressOf(x.f)}#{x.c.Reference}"));
    }

    private async Task<IEnumerable<PublicHit>> AheadAsync(string words, string pattern, DateOnly today, CancellationToken ct)
    {
        var found = await boards.Forums
            .Join(db.Set<ForwardPlanItem>().AsNoTracking(), f => f.Id, i => i.ForumId, (f, i) => new { f, i })
            .Where(x => !x.i.Withdrawn && x.i.Openness == Openness.Public && x.i.PublishedOn <= today && EF.Functions.Like(x.i.Title.ToLower(), pattern, LikePattern.Escape))
            .OrderByDescending(x => x.i.PublishedOn).ThenBy(x => x.i.Id).Take(Most).ToListAsync(ct);
        return found.Select(x => new PublicHit("Forward plan", x.f.Name, Excerpt(words, x.i.Title), $"{PublicBoards.AddressOf(x.f)}#forward-plan"));
    }

    private static PublicHit Hit(Sitting s, string kind, string words, params string?[] texts) => new(
        kind, $"{s.Forum.Name}, {s.Meeting.Day:d MMMM yyyy}", Excerpt(words, texts), $"{PublicBoards.AddressOf(s.Forum, s.Meeting)}#item-{s.Item.Number}");

    /// <summary>The words with a little of what stands around them; the first text as a whole where it is short.</summary>
    private static string Excerpt(string words, params string?[] texts)
    {
        var text = texts.OfType<string>().FirstOrDefault(t => t.Contains(words, StringComparison.OrdinalIgnoreCase)) ?? texts[0] ?? "";
        var at = Math.Max(0, text.IndexOf(words, StringComparison.OrdinalIgnoreCase));
        var (from, to) = (Math.Max(0, at - Around), Math.Min(text.Length, at + words.Length + Around));
        return $"{(from > 0 ? "…" : "")}{text[from..to]}{(to < text.Length ? "…" : "")}";
    }
}

using Microsoft.EntityFrameworkCore;
using Trellis.Governance;
using Trellis.Governance.Meetings;
using Trellis.Kernel;
using Trellis.Kernel.Calendar;
using Trellis.Papers;

namespace Trellis.Publishing.Packs;

/// <summary>A pack made from what stands now.</summary>
/// <param name="Papers">The papers in it that its reader may have, each of which can leave alone.</param>
public sealed record LivePack(Forum Forum, Meeting Meeting, PaperDocument Document, IReadOnlyList<PaperLine> Papers);

/// <summary>Makes packs from live data.</summary>
public sealed class PackService(AppDbContext db, DecisionService decisions, PackIndicators indicators, BoardAccess access, WorkingCalendar calendar)
{
    /// <returns>Null when there is no such forum or meeting.</returns>
    public async Task<LivePack?> MakeAsync(string forum, string meeting, Audience audience, CancellationToken ct) =>
        await PackSource.LoadAsync(db, decisions, indicators, forum, meeting, audience, ct) is { } source
            ? new LivePack(source.Forum, source.Meeting, BoardPack.Of(source, calendar.Today), [.. source.Items.SelectMany(i => i.Papers).Where(p => !p.IsWithheld)])
            : null;

    /// <returns>Null when there is no such paper, or it is not for this audience: the two are told apart by nobody.</returns>
    public async Task<PaperDocument?> PaperAsync(string forum, string meeting, Guid paper, Audience audience, CancellationToken ct)
    {
        var papers = await PackSource.PapersAsync(db, forum, meeting, audience, ct);
        return papers?.Items.SelectMany(item => item.Papers.Where(p => p.Id == paper && !p.IsWithheld).Select(p => FrontSheet.Of(papers, item, p))).FirstOrDefault();
    }

    /// <summary>The widest audience as which somebody signed in may read this forum; the public, where they ask for what it gets.</summary>
    public async Task<Audience> AudienceAsync(string forum, bool isPublicWanted, CancellationToken ct) =>
        !isPublicWanted && await db.Set<Forum>().Where(f => f.Address == forum).Select(f => (Guid?)f.Id).SingleOrDefaultAsync(ct) is { } id
            ? await access.AudienceAsync(id, ct)
            : Audience.Public;
}

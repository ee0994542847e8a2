using Trellis.Governance;
using Trellis.Kernel;
using Trellis.Kernel.Access;
using Trellis.Kernel.Calendar;
using Trellis.Papers;

namespace Trellis.Publishing.Packs;

/// <summary>Makes packs from live data.</summary>
public sealed class PackService(AppDbContext db, WorkingCalendar calendar)
{
    /// <returns>Null when there is no such forum or meeting.</returns>
    public async Task<PaperDocument?> MakeAsync(string forum, string meeting, Audience audience, CancellationToken ct) =>
        await PackSource.LoadAsync(db, forum, meeting, audience, ct) is { } source ? BoardPack.Of(source, calendar.Today) : null;

    /// <returns>Null when there is no such paper, or it is not for this audience: the two are told apart by nobody.</returns>
    public async Task<PaperDocument?> PaperAsync(string forum, string meeting, Guid paper, Audience audience, CancellationToken ct)
    {
        var source = await PackSource.LoadPapersAsync(db, forum, meeting, audience, ct);
        return source?.Items.SelectMany(item => item.Papers.Where(p => p.Id == paper).Select(p => FrontSheet.Of(source, item, p))).FirstOrDefault();
    }

    /// <summary>The widest audience that somebody may read as.</summary>
    public static async Task<Audience> AudienceOfAsync(CurrentUser user, bool isPublicWanted) =>
        !isPublicWanted && await user.MayAsync(GovernancePermission.Exempt) ? Audience.Members : Audience.Public;
}

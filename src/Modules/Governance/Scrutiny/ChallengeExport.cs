using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.Kernel.Calendar;

namespace Trellis.Governance.Scrutiny;

/// <summary>The log of challenges as somebody signed in may have it, on its page and as a spreadsheet.</summary>
internal static class ChallengeExport
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints
        .MapGet("/boards/challenges/export.csv", SendAsync).RequireAuthorization(GovernancePermission.Read);

    /// <summary>The forums that raised any.</summary>
    public static Task<List<Forum>> BoardsAsync(AppDbContext db, CancellationToken ct) =>
        db.Set<Forum>().AsNoTracking().Where(f => !f.Withdrawn && db.Set<ScrutinyChallenge>().Any(c => c.ForumId == f.Id && !c.Withdrawn)).OrderBy(f => f.SortKey).ToListAsync(ct);

    public static async Task<IQueryable<ChallengeRow>> RowsAsync(
        ChallengeLog log, BoardAccess access, AppDbContext db, string? board, string? show, DateOnly today, CancellationToken ct)
    {
        Guid? forumId = string.IsNullOrEmpty(board)
            ? null
            : await db.Set<Forum>().Where(f => f.Address == board && !f.Withdrawn).Select(f => (Guid?)f.Id).SingleOrDefaultAsync(ct) ?? Guid.Empty;
        return log.Rows(forumId, Enum.TryParse<ChallengeFilter>(show, out var filter) ? filter : ChallengeFilter.All, today, await access.KeptBackOfAsync(ct));
    }

    private static async Task<IResult> SendAsync(
        string? board, string? show, ChallengeLog log, BoardAccess access, AppDbContext db, WorkingCalendar calendar, CancellationToken ct)
    {
        var csv = await log.CsvAsync(await RowsAsync(log, access, db, board, show, calendar.Today, ct), calendar.Today, ct);
        return Results.File(Encoding.UTF8.GetBytes(csv), "text/csv; charset=utf-8", "challenges.csv");
    }
}

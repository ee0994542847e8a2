using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Trellis.Governance.Meetings;
using Trellis.Governance.Scrutiny;
using Trellis.Kernel;
using Trellis.Kernel.Calendar;
using Trellis.Kernel.Pages;

namespace Trellis.Governance.Public;

/// <summary>Decisions and challenges of an open board as spreadsheets for anybody.</summary>
internal static class PublicExport
{
    private const string Type = "text/csv; charset=utf-8";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/public/boards/{address}/decisions.csv", DecisionsAsync).AllowAnonymous();
        endpoints.MapGet("/public/boards/{address}/challenges.csv", ChallengesAsync).AllowAnonymous();
    }

    private static async Task<IResult> DecisionsAsync(
        string address, PublicBoards boards, DecisionService decisions, AppDbContext db, HttpContext http, CancellationToken ct)
    {
        if (await boards.FindAsync(address, ct) is not { } forum)
        {
            return Results.NotFound();
        }

        var rows = await decisions.Rows(forum.Id, Audience.Public).OrderByDescending(r => r.Meeting.Day).ThenBy(r => r.Decision.Id).ToListAsync(ct);
        var names = await BoardNames.OfOfficersAsync(db, rows.Select(r => r.Decision.OwnerOfficerId), ct);
        var csv = new CsvText("Reference", "Decision", "Item", "Meeting", "Who carries it out", "By when", "Done on");
        foreach (var row in rows)
        {
            csv.Row(
                row.Decision.Reference, row.Decision.Text, row.Item.Title, CsvText.Day(row.Meeting.Day), names.Of(row.Decision.OwnerOfficerId),
                CsvText.Day(row.Decision.DueOn), CsvText.Day(row.Decision.DoneOn));
        }

        return Send(http, csv.ToString(), $"{forum.Address}-decisions.csv");
    }

    private static async Task<IResult> ChallengesAsync(
        string address, PublicBoards boards, ChallengeLog log, WorkingCalendar calendar, HttpContext http, CancellationToken ct)
    {
        if (await boards.FindAsync(address, ct) is not { } forum)
        {
            return Results.NotFound();
        }

        var csv = await log.CsvAsync(log.Rows(forum.Id, ChallengeFilter.All, calendar.Today, keptBackOf: []), calendar.Today, ct);
        return Send(http, csv, $"{forum.Address}-challenges.csv");
    }

    private static IResult Send(HttpContext http, string csv, string name)
    {
        http.Response.Headers.CacheControl = PublicPage.Cacheable;
        return Results.File(Encoding.UTF8.GetBytes(csv), Type, name);
    }
}

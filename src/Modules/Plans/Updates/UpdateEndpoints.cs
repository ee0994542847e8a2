using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Trellis.Kernel;
using Trellis.Kernel.Access;
using Trellis.Kernel.Calendar;

namespace Trellis.Plans.Updates;

/// <summary>What the page of an owner's updates asks for beside itself.</summary>
internal static class UpdateEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/updates/keep", KeepAsync).RequireAuthorization(PlanPermission.Update);
        endpoints.MapGet("/updates/workbook.xlsx", SendAsync).RequireAuthorization(PlanPermission.Update);
        endpoints.MapGet("/updates/who-can-be-asked", async (AppDbContext db, CancellationToken ct) => Results.Json((await WhoCanBeAsked.LoadAsync(db, ct)).Names))
            .RequireAuthorization(PlanPermission.Update);
    }

    /// <summary>The owner's lines to fill in away from the page.</summary>
    private static async Task<IResult> SendAsync(PlanAccess access, OwedLines owed, CancellationToken ct) =>
        Results.File(UpdateBook.Write(await owed.OfAsync(await access.ActsForAsync(ct), ct)), UpdateBook.ContentType, "my-updates.xlsx");

    /// <summary>Keeps one line while its owner types; the page works without it, by its button.</summary>
    private static async Task<IResult> KeepAsync(
        HttpRequest request, CurrentUser user, PlanAccess access, OwedLines owed, UpdateService updates, TimeProvider clock, CancellationToken ct)
    {
        var form = await request.ReadFormAsync(ct);
        var mine = await owed.OfAsync(await access.ActsForAsync(ct), ct);
        if (mine.Select(line => PostedLines.Of(form, line)).FirstOrDefault(l => l is not null) is not { Line.MayBeSaid: true } typed)
        {
            return Results.NotFound();
        }

        var kept = await updates.KeepAsync(typed, user.Doing("Kept an update while it was typed"), ct);
        return kept.IsDone
            ? Results.Json(new { Stamp = kept.Value, Said = $"Saved at {WorkingCalendar.InLondon(clock.GetUtcNow()):HH:mm}" })
            : Results.Json(new { Said = kept.Errors[0].Message }, statusCode: StatusCodes.Status409Conflict);
    }
}

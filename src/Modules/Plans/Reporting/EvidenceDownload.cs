using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.Kernel.Things;

namespace Trellis.Plans.Reporting;

/// <summary>Evidence opens for whoever may read the plan that its note stands in; always as a download, never in the page.</summary>
internal static class EvidenceDownload
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/evidence/{id:guid}", SendAsync).RequireAuthorization(PlanPermission.Read);

    private static async Task<IResult> SendAsync(Guid id, NoteService notes, AppDbContext db, CancellationToken ct)
    {
        if (await notes.FileAsync(id, ct) is not var (file, thing) || !await db.Set<PlanItem>().AnyAsync(i => i.Id == thing, ct))
        {
            return Results.NotFound();
        }

        return Results.File(file.Content!.Bytes, file.ContentType, file.Name);
    }
}

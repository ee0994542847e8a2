using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Caching.Memory;
using Trellis.Publishing.Reports;

namespace Trellis.Publishing.Published;

/// <summary>The files of a published version, for everybody. All are made from what was frozen; the JSON is what was hashed.</summary>
internal static class PublishedDownload
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromHours(1);

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/published/{address}/versions/{number:int}/download.{format}", SendAsync).AllowAnonymous();

    private static async Task<IResult> SendAsync(
        string address, int number, string format, PublishingService publishing, PaperFiles files, IMemoryCache cache, HttpContext http, CancellationToken ct)
    {
        if (!ReportDownload.TryFormat(format, out var wanted) || await publishing.OpenAsync(address, number, ct) is not { } copy)
        {
            return Results.NotFound();
        }

        if (copy.Snapshot is not { } snapshot)
        {
            return Results.Text("This version does not match its hash: what is kept is not what was published.", "text/plain", statusCode: StatusCodes.Status409Conflict);
        }

        http.Response.Headers.CacheControl = "public, max-age=3600";
        return await ReportDownload.AnswerAsync(() => WriteAsync(copy, snapshot, wanted, files, cache, ct), $"{address}-version-{number}.{format}");
    }

    private static async Task<PaperFile> WriteAsync(PublishedCopy copy, Snapshot snapshot, ReportFormat format, PaperFiles files, IMemoryCache cache, CancellationToken ct) => format switch
    {
        ReportFormat.Json => new(copy.Version.Snapshot!.Bytes, "application/json; charset=utf-8"),
        ReportFormat.Csv => new(Encoding.UTF8.GetBytes(snapshot.Csv), "text/csv; charset=utf-8"),
        // It takes a browser to make, and is the same for everybody.
        ReportFormat.Pdf => (await cache.GetOrCreateAsync($"pdf {copy.Version.Hash}", entry =>
        {
            entry.AbsoluteExpirationRelativeToNow = KeptFor;
            return files.WriteAsync(snapshot.Paper, format, ct);
        }))!,
        _ => await files.WriteAsync(snapshot.Paper, format, ct),
    };
}

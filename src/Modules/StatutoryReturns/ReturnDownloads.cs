using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Trellis.Kernel.Access;
using Trellis.Kernel.Audit;
using Trellis.Returns;
using Trellis.StatutoryReturns.Checking;
using Trellis.StatutoryReturns.Uploads;

namespace Trellis.StatutoryReturns;

/// <summary>All failures of a return as a file.</summary>
internal static class ReturnDownloads
{
    private const string Excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        Map(endpoints, "csv", "text/csv; charset=utf-8", (given, stream) =>
        {
            // With its mark: a spreadsheet takes UTF-8 without it for something else.
            using var text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
            CheckCsv.Write(text, given.Result);
        });
        Map(endpoints, "json", "application/json", (given, stream) =>
        {
            using var text = new StreamWriter(stream, leaveOpen: true);
            CheckJson.Write(text, given.Result, given.Read);
        });
        Map(endpoints, "xlsx", Excel, (given, stream) => CheckWorkbook.Write(stream, given.Result, given.Read));
    }

    private static void Map(IEndpointRouteBuilder endpoints, string extension, string type, Action<CheckedReturn, Stream> write) =>
        endpoints.MapGet($"/returns/{{id:guid}}/export.{extension}", async (Guid id, UploadService uploads, ReadLog reads, CurrentUser user, CancellationToken ct) =>
        {
            if (await uploads.OpenAsync(id, user.AccountId, ct) is not { } given)
            {
                return Results.NotFound();
            }

            if (given.IsKept)
            {
                await reads.NoteAsync(id, "All failures, as a file", null, user.Doing("Read in a return"), ct);
            }

            // Written in memory: an answer that the person breaks off must not leave half a file.
            var file = new MemoryStream();
            write(given, file);
            return Results.File(file.ToArray(), type, $"{given.Return.Name.Replace(' ', '-')}-{given.Return.Year.Number}.{extension}");
        }).RequireAuthorization(StatutoryReturnsPermission.Check);
}

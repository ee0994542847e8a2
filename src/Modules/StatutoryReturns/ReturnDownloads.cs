using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Trellis.Kernel.Access;
using Trellis.Kernel.Audit;
using Trellis.Returns;
using Trellis.StatutoryReturns.Checking;
using Trellis.StatutoryReturns.Explanations;
using Trellis.StatutoryReturns.Uploads;

namespace Trellis.StatutoryReturns;

/// <summary>The failures of a return as a file: those that its address asks for, as the list shows them.</summary>
internal static class ReturnDownloads
{
    private const string Excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        Map(endpoints, "csv", "text/csv; charset=utf-8", (given, result, stream) =>
        {
            // With its mark: a spreadsheet takes UTF-8 without it for something else.
            using var text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
            CheckCsv.Write(text, result);
        });
        Map(endpoints, "json", "application/json", (given, result, stream) =>
        {
            using var text = new StreamWriter(stream, leaveOpen: true);
            CheckJson.Write(text, result, given.Read);
        });
        Map(endpoints, "xlsx", Excel, (given, result, stream) => CheckWorkbook.Write(stream, result, given.Read));
    }

    private static void Map(IEndpointRouteBuilder endpoints, string extension, string type, Action<CheckedReturn, CheckResult, Stream> write) =>
        endpoints.MapGet($"/returns/{{id:guid}}/export.{extension}", async (Guid id, UploadService uploads, ExplanationService explanations, ReadLog reads, CurrentUser user, HttpRequest request, CancellationToken ct) =>
        {
            if (await uploads.OpenAsync(id, user.AccountId, ct) is not { } given)
            {
                return Results.NotFound();
            }

            var filter = FailureFilter.Of(request.Query);
            var settled = (await explanations.OfAsync(given, ct)).Keys.ToHashSet();
            if (given.IsKept)
            {
                await reads.NoteAsync(id, "Failures, as a file", filter.Child is { } child && child < given.Return.Children ? given.Return.NameOf(child) : null, user.Doing("Read in a return"), ct);
            }

            // Written in memory: an answer that the person breaks off must not leave half a file.
            var file = new MemoryStream();
            write(given, given.Result.Only(given.Find(filter, settled)), file);
            return Results.File(file.ToArray(), type, $"{given.Return.Name.Replace(' ', '-')}-{given.Return.Year.Number}.{extension}");
        }).RequireAuthorization(StatutoryReturnsPermission.Check);
}

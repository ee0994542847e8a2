using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Trellis.Papers.Pdf;
using Trellis.Plans;

namespace Trellis.Publishing.Reports;

/// <summary>Sends a plan's report as a file to whoever may read the plan.</summary>
internal static class ReportDownload
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/plan/{address}/report/download.{format}", SendAsync).RequireAuthorization(PlanPermission.Read);

    private static async Task<IResult> SendAsync(string address, string format, string? priority, ReportService reports, CancellationToken ct)
    {
        if (!TryFormat(format, out var wanted) || await reports.MakeAsync(address, priority is { Length: > 0 } ? priority : null, ct) is not { } report)
        {
            return Results.NotFound();
        }

        return await AnswerAsync(() => reports.WriteAsync(report, wanted, ct), $"{report.FileName}.{format}");
    }

    /// <summary>The file as a download, or why there is none: without Chromium the service is whole but for PDF.</summary>
    public static async Task<IResult> AnswerAsync(Func<Task<PaperFile>> write, string name)
    {
        try
        {
            var file = await write();
            return Results.File(file.Bytes, file.ContentType, name);
        }
        catch (PdfFailedException failure)
        {
            return Results.Text(failure.Message + ".", "text/plain", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }

    public static bool TryFormat(string text, out ReportFormat format) =>
        Enum.TryParse(text, ignoreCase: true, out format) && Enum.IsDefined(format) && !char.IsAsciiDigit(text[0]);
}

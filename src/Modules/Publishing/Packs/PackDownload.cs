using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Trellis.Governance;
using Trellis.Governance.Meetings;
using Trellis.Publishing.Reports;

namespace Trellis.Publishing.Packs;

/// <summary>Packs and single papers as files. Whoever may not read what is exempt gets the public pack.</summary>
internal static class PackDownload
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/boards/{forum}/meetings/{meeting}/pack/download.{format}", PackAsync).RequireAuthorization(GovernancePermission.Read);
        endpoints.MapGet("/boards/{forum}/meetings/{meeting}/papers/{paper:guid}/download.{format}", PaperAsync).RequireAuthorization(GovernancePermission.Read);
    }

    private static async Task<IResult> PackAsync(
        string forum, string meeting, string format, bool? @public, PackService packs, PaperFiles files, CancellationToken ct)
    {
        var audience = await packs.AudienceAsync(forum, @public == true, ct);
        return IsPaper(format, out var wanted) && await packs.MakeAsync(forum, meeting, audience, ct) is { } pack
            ? await ReportDownload.AnswerAsync(() => files.WriteAsync(pack.Document, wanted, ct), $"{forum}-{meeting}-{(audience == Audience.Public ? "public-" : "")}pack.{format}")
            : Results.NotFound();
    }

    private static async Task<IResult> PaperAsync(
        string forum, string meeting, Guid paper, string format, PackService packs, PaperFiles files, CancellationToken ct) =>
        IsPaper(format, out var wanted) && await packs.PaperAsync(forum, meeting, paper, await packs.AudienceAsync(forum, false, ct), ct) is { } made
            ? await ReportDownload.AnswerAsync(() => files.WriteAsync(made, wanted, ct), $"{forum}-{meeting}-paper.{format}")
            : Results.NotFound();

    private static bool IsPaper(string text, out ReportFormat format) => ReportDownload.TryFormat(text, out format) && format is ReportFormat.Docx or ReportFormat.Pdf or ReportFormat.Html;
}

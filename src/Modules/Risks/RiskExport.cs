using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Trellis.Kernel;
using Trellis.Kernel.Organisation;

namespace Trellis.Risks;

/// <summary>The register as a spreadsheet opens it: one row a risk, those that the list shows.</summary>
internal static class RiskExport
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/risks/export.csv", async (HttpRequest request, RiskRegister register, MatrixService matrices, OrganisationService organisation, CancellationToken ct) =>
        {
            var risks = await register.AllAsync(RiskFilter.Of(request.Query), ct);
            var officers = (await organisation.OfficersAsync(ct)).ToDictionary(o => o.Id, o => o.Name);
            return Results.File(Encoding.UTF8.GetBytes(Table(risks, await matrices.GetAsync(ct), officers)), "text/csv; charset=utf-8", "risks.csv");
        }).RequireAuthorization(RisksPermission.Read);

    private static string Table(List<Risk> risks, RiskMatrix matrix, Dictionary<Guid, string> officers)
    {
        var csv = new Csv().Row(
            "Risk", "Cause", "Consequence", "Scope", "Level", "Inherent likelihood", "Inherent impact", "Current likelihood", "Current impact", "Target likelihood", "Target impact",
            "Treatment", "Highest level accepted", "Above what is accepted", "Owner", "Next review by");
        foreach (var risk in risks)
        {
            csv.Row(
                risk.Title, risk.Cause ?? "", risk.Consequence ?? "", risk.Scope.ToString(), risk.Level, $"{risk.InherentLikelihood}", $"{risk.InherentImpact}",
                $"{risk.CurrentLikelihood}", $"{risk.CurrentImpact}", $"{risk.TargetLikelihood}", $"{risk.TargetImpact}", $"{risk.Treatment}", matrix.BandName(risk.Appetite),
                risk.IsAboveAppetite ? "Yes" : "", risk.OwnerOfficerId is { } owner ? officers.GetValueOrDefault(owner, "") : "",
                risk.NextReviewBy?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "");
        }

        return csv.ToString();
    }
}

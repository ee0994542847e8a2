using System.Text;
using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.Kernel.Calendar;
using Trellis.Papers;
using Trellis.Plans;
using Trellis.Plans.Reporting;

namespace Trellis.Publishing.Reports;

/// <summary>A report made from what the plan says now.</summary>
/// <param name="Only">The one priority that it is about; null for the whole plan.</param>
public sealed record LiveReport(ReportSource Source, Priority? Only, PaperDocument Paper)
{
    public Plan Plan => Source.Plan;

    public string Csv() => PlanExport.Table(Source.Tree, Only);

    public string Json() => PlanExport.Json(Source.Tree, Only, Source.Hangs);

    /// <summary>What its file is called, without an ending.</summary>
    public string FileName => Only is null ? Plan.Address : $"{Plan.Address}-{Only.Reference.ToLowerInvariant()}";
}

/// <summary>Makes reports from live data.</summary>
public sealed class ReportService(AppDbContext db, PlanService plans, PublicFindings findings, WorkingCalendar calendar, PaperFiles files)
{
    /// <param name="priority">The reference of the one priority; null for the whole plan.</param>
    /// <returns>Null when there is no such plan or priority.</returns>
    public async Task<LiveReport?> MakeAsync(string plan, string? priority, CancellationToken ct)
    {
        if (await plans.FindAsync(plan, ct) is not { } found)
        {
            return null;
        }

        var source = await ReportSource.LoadAsync(db, findings, found, ct);
        var only = priority is null ? null : source.Tree.Priorities.FirstOrDefault(p => string.Equals(p.Reference, priority, StringComparison.OrdinalIgnoreCase));
        return priority is not null && only is null ? null : new LiveReport(source, only, PriorityReport.Of(source, only, calendar.Today));
    }

    /// <exception cref="Papers.Pdf.PdfFailedException">PDF was asked for and could not be made.</exception>
    public async Task<PaperFile> WriteAsync(LiveReport report, ReportFormat format, CancellationToken ct) => format switch
    {
        ReportFormat.Csv => new(Encoding.UTF8.GetBytes(report.Csv()), "text/csv; charset=utf-8"),
        ReportFormat.Json => new(Encoding.UTF8.GetBytes(report.Json() + "\n"), "application/json; charset=utf-8"),
        _ => await files.WriteAsync(report.Paper, format, ct),
    };
}

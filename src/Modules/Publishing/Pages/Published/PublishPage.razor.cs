using Microsoft.AspNetCore.Components;
using Trellis.Kernel.Pages;
using Trellis.Plans;
using Trellis.Publishing.Published;
using Trellis.Publishing.Reports;

namespace Trellis.Publishing.Pages.Published;

public sealed partial class PublishPage
{
    private LiveReport? report;
    private Snapshot? next;
    private PublishedReport? standing;

    [Parameter]
    public string Address { get; set; } = "";

    [SupplyParameterFromQuery(Name = "priority")]
    private string? PriorityShown { get; set; }

    [SupplyParameterFromForm]
    private PublishForm? Form { get; set; }

    [Inject]
    private ReportService Reports { get; set; } = null!;

    [Inject]
    private PublishingService Publishing { get; set; } = null!;

    private string? Only => PriorityShown is { Length: > 0 } ? PriorityShown : null;

    private string ReportAddress => $"{PlanAddress.Of(report!.Plan)}/report{(Only is null ? "" : $"?priority={Uri.EscapeDataString(Only)}")}";

    protected override async Task LoadAsync()
    {
        Form ??= new PublishForm();
        report = await Reports.MakeAsync(Address, Only, Gone);
        if (report is null)
        {
            Navigation.NotFound();
            return;
        }

        standing = await Publishing.StandingAsync(report, Gone);
        next = await Publishing.NextAsync(report, null, Gone);
    }

    private async Task PublishAsync()
    {
        if (Form!.Confirmed != "yes")
        {
            Errors.Add("Form.Confirmed", "Say that you have looked at the report");
            return;
        }

        if (Done(await Publishing.PublishAsync(Address, Only, new PublishOptions(Form.Correction, Form.Seen ?? ""), User.Doing("Published a report"), Gone)))
        {
            GoTo($"{PublishedAddress.List}/{next!.Address}", "The report is public.");
        }
    }
}

/// <summary>What the page of publishing sends.</summary>
public sealed class PublishForm
{
    public string? Correction { get; set; }

    /// <summary>Which content was looked at.</summary>
    public string? Seen { get; set; }

    public string? Confirmed { get; set; }
}

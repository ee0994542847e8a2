using Microsoft.AspNetCore.Components;
using Trellis.GovUk;
using Trellis.Governance.Cycles;
using Trellis.Kernel;
using Trellis.Kernel.Calendar;

namespace Trellis.Plans.Pages.Cycles;

public sealed class CycleForm
{
    public int Version { get; set; }
    public string? Act { get; set; }
    public string? Title { get; set; }
    public List<string>? PlanIds { get; set; }
    public List<string>? MeetingIds { get; set; }
    public TypedDate PeriodEnd { get; set; } = new();
    public TypedDate Opens { get; set; } = new();
    public TypedDate Closes { get; set; } = new();
    public string? GraceDays { get; set; } = "0";
    public TypedDate ApproveBy { get; set; } = new();
    public TypedDate PublishOn { get; set; } = new();

    public static CycleForm Of(ReportingCycle cycle)
    {
        var form = new CycleForm
        {
            Version = cycle.Version, Title = cycle.Title, GraceDays = $"{cycle.GraceDays}",
            PlanIds = [.. cycle.PlanIds.Select(p => $"{p}")], MeetingIds = [.. cycle.MeetingIds.Select(m => $"{m}")],
        };
        form.Take(new CycleDates(cycle.PeriodEnd, cycle.Opens, cycle.Closes, cycle.ApproveBy, cycle.PublishOn));
        return form;
    }

    public void Take(CycleDates dates)
    {
        (PeriodEnd, Opens, Closes) = (TypedDate.Of(dates.PeriodEnd), TypedDate.Of(dates.Opens), TypedDate.Of(dates.Closes));
        (ApproveBy, PublishOn) = (TypedDate.Of(dates.ApproveBy), TypedDate.Of(dates.PublishOn));
    }

    public IReadOnlyList<Guid> Meetings => Ids(MeetingIds);

    /// <summary>What the form says; null after noting what could not be read.</summary>
    public CycleOptions? Read(FormErrors errors)
    {
        var dates = new CycleDates(
            Day(nameof(PeriodEnd), PeriodEnd, "Last day"), Day(nameof(Opens), Opens, "Opens"), Day(nameof(Closes), Closes, "Closes"),
            Day(nameof(ApproveBy), ApproveBy, "Approve by"), Day(nameof(PublishOn), PublishOn, "Goes out"));
        if (!int.TryParse(GraceDays, out var grace))
        {
            errors.Add("Form.GraceDays", "Enter a number of days, for example 2");
        }

        return errors.Any ? null : new CycleOptions(Title ?? "", dates, grace, Ids(PlanIds), Meetings);

        DateOnly Day(string field, TypedDate typed, string name)
        {
            var (date, wrong) = typed.Read(name);
            if (wrong is not null)
            {
                errors.Add($"Form.{field}.Day", wrong);
            }

            return date ?? default;
        }
    }

    private static List<Guid> Ids(List<string>? texts) => [.. (texts ?? []).Select(t => Guid.TryParse(t, out var id) ? id : (Guid?)null).OfType<Guid>()];
}

public sealed partial class EditCycle
{
    private const string Example = "For example, 30 9 2026";
    private ReportingCycle? item;
    private List<Choice> plans = [];
    private List<Choice> meetings = [];

    [Parameter]
    public string? Address { get; set; }

    [Inject]
    private CycleService Service { get; set; } = null!;

    [Inject]
    private PlanService Plans { get; set; } = null!;

    [SupplyParameterFromForm]
    private CycleForm? Form { get; set; }

    private string back => item is null ? "/cycles" : CycleService.AddressOf(item);

    protected override async Task LoadAsync()
    {
        item = Address is null ? null : await Service.FindAsync(Address, Gone);
        if (Address is not null && item is null or { State: CycleState.Locked })
        {
            Form = null;
            Navigation.NotFound();
            return;
        }

        plans = [.. (await Plans.AllAsync(Gone)).Select(p => new Choice($"{p.Id}", $"{p.Title} {p.Year}"))];
        meetings = [.. (await Service.ComingMeetingsAsync(Gone)).Select(m => new Choice($"{m.Id}", $"{m.ForumName}, {m.Day:d MMMM yyyy}") { Hint = $"Papers go out by {m.SendBy:d MMMM yyyy}" })];
        Form ??= item is null ? new CycleForm { PlanIds = plans.Count == 1 ? [plans[0].Value!] : [] } : CycleForm.Of(item);
    }

    private async Task SaveAsync()
    {
        if (Form!.Act == "dates")
        {
            if (await Service.ProposeAsync(Form.Meetings, Gone) is { } proposed)
            {
                Form.Take(proposed);
            }
            else
            {
                Errors.Add("Form.MeetingIds", "Choose a meeting first");
            }

            return;
        }

        if (Form.Read(Errors) is not { } options)
        {
            return;
        }

        var saved = item is null
            ? await Service.CreateAsync(options, User.Doing("Planned a reporting cycle"), Gone)
            : await Service.ChangeAsync(item.Address, Form.Version, options, User.Doing("Changed the reporting cycle"), Gone);
        if (Done(saved))
        {
            GoTo(CycleService.AddressOf(saved.Value!), "The reporting cycle was saved.");
        }
    }
}

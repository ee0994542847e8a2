using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Trellis.GovUk;
using Trellis.Kernel;
using Trellis.Kernel.Calendar;
using Trellis.Plans.Reporting;

namespace Trellis.Plans.Pages.Milestones;

public sealed partial class MilestoneList
{
    private const int PerPage = 50;

    private static readonly Choice[] choices =
        [new("", "All"), new("late", "Late"), new("no-date", "Without a date"), new("slipped", "Slipped"), new("ongoing", "Ongoing, to confirm")];

    private List<MilestoneRow> rows = [];
    private DateOnly today;
    private int count;
    private int pages;

    [Inject]
    private AppDbContext Db { get; set; } = null!;

    [Inject]
    private PlanQueries Queries { get; set; } = null!;

    [Inject]
    private WorkingCalendar Calendar { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "page")]
    private int? PageNumber { get; set; }

    [SupplyParameterFromQuery(Name = "show")]
    private string? Show { get; set; }

    private int Page => Math.Clamp(PageNumber ?? 1, 1, 100_000);

    private string AddressOf(int page) => $"{PlanAddress.Of(Plan!)}/milestones?show={Uri.EscapeDataString(Show ?? "")}&page={page}";

    protected override async Task LoadAsync(Plan plan)
    {
        today = Calendar.Today;
        var skip = (Page - 1) * PerPage;
        if (string.IsNullOrEmpty(Show))
        {
            count = await Queries.CountMilestonesAsync(Db, plan, Gone);
            rows = await Queries.MilestonesAsync(Db, plan, skip, PerPage, Gone);
        }
        else
        {
            var chosen = Chosen(Db.Set<Milestone>().AsNoTracking().Where(m => m.PlanId == plan.Id && !m.Withdrawn));
            count = await chosen.CountAsync(Gone);
            rows = await chosen.OrderBy(m => m.DueBy).ThenBy(m => m.Id).Skip(skip).Take(PerPage)
                .Join(
                    Db.Set<PlanItem>(), m => m.ParentId, a => a.Id,
                    (m, a) => new MilestoneRow(m.Reference, m.Title, a.Title, new Deadline(m.OriginalDue, m.CurrentDue, m.Lifecycle)))
                .ToListAsync(Gone);
        }

        pages = (count + PerPage - 1) / PerPage;
    }

    private IQueryable<Milestone> Chosen(IQueryable<Milestone> all)
    {
        var open = all.Where(m => m.Lifecycle == Lifecycle.NotStarted || m.Lifecycle == Lifecycle.InProgress);
        var confirmedSince = today.AddMonths(-PlanOverview.ConfirmEveryMonths);
        return Show switch
        {
            "late" => open.Where(m => m.DueBy < today),
            "no-date" => open.Where(m => m.CurrentDue == Due.None),
            "slipped" => open.Where(m => m.CurrentDue != m.OriginalDue && m.OriginalDue != Due.None),
            "ongoing" => open.Where(m => m.CurrentDue == Due.Ongoing && (m.ConfirmedOn == null || m.ConfirmedOn < confirmedSince)),
            _ => all,
        };
    }
}

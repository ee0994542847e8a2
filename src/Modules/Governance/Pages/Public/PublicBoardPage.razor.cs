using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Trellis.Governance.ForwardPlan;
using Trellis.Governance.Meetings;
using Trellis.Governance.Public;
using Trellis.Governance.Scrutiny;
using Trellis.Kernel;
using Trellis.Kernel.Calendar;

namespace Trellis.Governance.Pages.Public;

public sealed partial class PublicBoardPage
{
    private Forum? board;
    private List<Governance.Meetings.Meeting> coming = [];
    private Paged<Governance.Meetings.Meeting> past = new([], 1, 0);
    private List<ForwardPlanRow> ahead = [];
    private Paged<ScrutinyChallenge> challenges = new([], 1, 0);
    private List<ChallengeLine> lines = [];

    [Parameter]
    public string Address { get; set; } = "";

    [Inject]
    private AppDbContext Db { get; set; } = null!;

    [Inject]
    private ForwardPlanService Plan { get; set; } = null!;

    [Inject]
    private WorkingCalendar Calendar { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "page")]
    private int? PageNumber { get; set; }

    [SupplyParameterFromQuery(Name = "challenges")]
    private int? ChallengePageNumber { get; set; }

    protected override async Task LoadAsync()
    {
        board = await Boards.FindAsync(Address, Gone);
        if (board is null)
        {
            Navigation.NotFound();
            return;
        }

        var today = Calendar.Today;
        coming = await Boards.MeetingsOf(board.Id).Where(m => m.Day >= today).OrderBy(m => m.Day).Take(MeetingSeries.Most).ToListAsync(Gone);
        past = await Boards.MeetingsOf(board.Id).Where(m => m.Day < today).OrderByDescending(m => m.Day).ToPageAsync(PageNumber, Gone);
        ahead = await Plan.ComingAsync(board.Id, today, Audience.Public, Gone);
        challenges = await Boards.ChallengesAsync(board.Id, ChallengePageNumber, Gone);
        var names = await BoardNames.OfOfficersAsync(Db, challenges.Items.Select(c => c.OwnerOfficerId), Gone);
        lines = [.. challenges.Items.Select(c => ChallengeLine.Of(c, names))];
        MayBeKept();
    }
}

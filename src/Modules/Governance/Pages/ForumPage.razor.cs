using Microsoft.AspNetCore.Components;
using Trellis.Governance.Meetings;
using Trellis.Governance.Scrutiny;
using Trellis.Governance.Terms;
using Trellis.Kernel;
using Trellis.Kernel.Calendar;
using Trellis.Kernel.Organisation;

namespace Trellis.Governance.Pages;

public sealed partial class ForumPage
{
    private Governance.Meetings.Meeting? next;
    private TermsOfReference? terms;
    private Dictionary<Guid, string> agencies = [];
    private Paged<ChallengeRow> challenges = new([], 1, 0);
    private Paged<DecisionRow> decisions = new([], 1, 0);
    private BoardNames? names;

    [Inject]
    private AppDbContext Db { get; set; } = null!;

    [Inject]
    private WorkingCalendar Calendar { get; set; } = null!;

    [Inject]
    private MeetingService Meetings { get; set; } = null!;

    [Inject]
    private TermsService Terms { get; set; } = null!;

    [Inject]
    private AgencyService Agencies { get; set; } = null!;

    [Inject]
    private DecisionService Decisions { get; set; } = null!;

    [Inject]
    private ChallengeLog Log { get; set; } = null!;

    protected override async Task LoadAsync(Forum board)
    {
        next = (await Meetings.ComingAsync(board.Id, Gone)).Find(m => m.State is MeetingState.Planned or MeetingState.Called);
        terms = (await Terms.AllAsync(board.Id, Gone)).FirstOrDefault();
        agencies = (await Agencies.AllAsync(Gone)).ToDictionary(a => a.Id, a => a.Name);
        decisions = await Decisions.PageAsync(board.Id, await Access.AudienceAsync(board.Id, Gone), onlyOpen: true, 1, Gone);
        challenges = await Log.Rows(board.Id, ChallengeFilter.NotClosed, Calendar.Today, await Access.KeptBackOfAsync(Gone)).ToPageAsync(1, Gone);
        names = await BoardNames.OfOfficersAsync(Db, challenges.Items.Select(c => c.Challenge.OwnerOfficerId), Gone);
    }

    private string? Change(string what) => MayEdit ? $"{BoardAddress}/{what}" : null;
}

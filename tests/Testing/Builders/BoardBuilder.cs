using Trellis.Governance;
using Trellis.Governance.Meetings;
using Trellis.Governance.Members;
using Trellis.Governance.Scrutiny;
using Trellis.Kernel;

namespace Trellis.Testing;

/// <summary>Makes a board, and what stands in it.</summary>
public sealed class BoardBuilder
{
    private static readonly Process Made = new("Made for a test", Actor.Program);

    public string Name { get; init; } = "Children's Board";

    public bool IsPublic { get; init; }

    public int? Quorum { get; init; }

    public IReadOnlyList<Guid> QuorumAgencyIds { get; init; } = [];

    public Task<Forum> MakeAsync(TrellisHost host) => host.InScopeAsync(async services =>
    {
        var forums = services.Get<ForumService>();
        var forum = Done(await forums.CreateAsync(new ForumOptions(Name, null, ForumKind.Board, "It watches over the plan."), Made, default));
        var rules = ForumRules.Of(forum) with { IsPublic = IsPublic, Quorum = Quorum, QuorumAgencyIds = QuorumAgencyIds };
        return Done(await forums.ChangeRulesAsync(forum.Address, forum.Version, rules, Made, default));
    });

    public static Task<Meeting> MeetingAsync(TrellisHost host, Forum forum, DateOnly day) =>
        host.InScopeAsync(async s => Done(await s.Get<MeetingService>().PlanAsync(forum, new MeetingOptions(day, new TimeOnly(10, 30), "Town Hall"), Made, default)));

    public static Task<ForumMember> MemberAsync(TrellisHost host, Forum forum, string name, Guid? agencyId = null, Guid? accountId = null, bool votes = true) =>
        host.InScopeAsync(async s => Done(await s.Get<MemberService>().AddAsync(
            forum.Id, new MemberOptions(name, agencyId, MemberRole.Member, votes, new DateOnly(2020, 1, 1), null, accountId, null), Made, default)));

    public static Task<AgendaItem> ItemAsync(TrellisHost host, Meeting meeting, string title, Keeping? keeping = null, bool isKeyDecision = false) =>
        host.InScopeAsync(async s => Done(await s.Get<AgendaService>().AddAsync(
            meeting, new AgendaItemOptions(title, "To note", null, isKeyDecision, keeping ?? Keeping.Open, IsLate: false, "It came late"), Made, default)));

    public static Task<Paper> PaperAsync(TrellisHost host, AgendaItem item, string title, string body, Keeping? keeping = null) =>
        host.InScopeAsync(async s => Done(await s.Get<AgendaService>().AddPaperAsync(item, new PaperOptions(title, body, null, keeping ?? Keeping.Of(item), item.Openness), Made, default)));

    public static Task<Decision> DecisionAsync(TrellisHost host, Meeting meeting, AgendaItem item, string text, Guid? ownerId = null) =>
        host.InScopeAsync(async s => Done(await s.Get<DecisionService>().AddAsync(meeting, item, new DecisionOptions(text, ownerId, new DateOnly(2026, 9, 1)), Made, default)));

    public static Task<ScrutinyChallenge> ChallengeAsync(TrellisHost host, Forum forum, string text, Guid? ownerId = null, DateOnly? raisedOn = null, Keeping? keeping = null) =>
        host.InScopeAsync(async s =>
        {
            var raised = raisedOn ?? new DateOnly(2026, 5, 4);
            return Done(await s.Get<ChallengeService>().RaiseAsync(
                forum, null,
                new ScrutinyOptions(ScrutinyKind.Challenge, text, "The panel", raised, ownerId, ChallengeService.DueAfter(forum, raised), keeping ?? Keeping.Open), Made, default));
        });

    private static T Done<T>(Result<T> result) => result.Value ?? throw new InvalidOperationException(string.Join("; ", result.Errors));
}

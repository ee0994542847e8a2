using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;

namespace Trellis.Governance.Members;

public sealed record MemberOptions(string Name, Guid? AgencyId, MemberRole Role, bool Votes, DateOnly From, DateOnly? To, Guid? AccountId, Guid? OfficerId)
    : ThingOptions<ForumMember>
{
    public static MemberOptions Of(ForumMember m) => new(m.Name, m.AgencyId, m.Role, m.Votes, m.From, m.To, m.AccountId, m.OfficerId);

    public override List<FieldError> Check() => new FieldChecks()
        .Needed("Name", Name, ForumMember.LongestName, "Enter a name or a post")
        .Must(To is null || To >= From, "To.Day", "The last day must be the same as or after the first day")
        .Errors;

    internal override IEnumerable<Chosen> Choices => [new("AgencyId", AgencyId, ChosenFrom.Agencies), new("AccountId", AccountId, ChosenFrom.Accounts), new("OfficerId", OfficerId, ChosenFrom.Officers)];

    internal override void Fill(ForumMember member)
    {
        (member.Name, member.AgencyId, member.Role, member.Votes) = (Name.Trim(), AgencyId, Role, Votes);
        (member.From, member.To, member.AccountId, member.OfficerId) = (From, To, AccountId, OfficerId);
    }

    internal override ThingOptions<ForumMember> SavedIn(ForumMember member) => Of(member);

    internal override IEnumerable<(string Label, string Value)> Said(BoardNames names) =>
    [
        ("Name or post", Name),
        ("Agency", names.Of(AgencyId)),
        ("Role", MemberWords.Of(Role)),
        ("Votes", Votes ? "Yes" : "No"),
        ("First day", $"{From:d MMMM yyyy}"),
        ("Last day", $"{To:d MMMM yyyy}"),
        ("Account", names.Of(AccountId)),
        ("Officer", names.Of(OfficerId)),
    ];
}

/// <summary>The words for what somebody is on a board.</summary>
public static class MemberWords
{
    public static string Of(MemberRole role) => role == MemberRole.ViceChair ? "Vice chair" : role.ToString();
}

/// <summary>Keeps who sits on a forum.</summary>
public sealed class MemberService(AppDbContext db, TimeProvider clock)
{
    public static string AddressOf(Forum forum) => $"{ForumService.AddressOf(forum)}/members";

    /// <summary>Today's and former ones: the chair first, then by name.</summary>
    public async Task<List<ForumMember>> AllAsync(Guid forumId, CancellationToken ct) =>
        [.. (await Of(forumId).AsNoTracking().ToListAsync(ct)).OrderBy(m => m.Role).ThenBy(m => SortKey.Of(m.Name), StringComparer.Ordinal).ThenBy(m => m.Id)];

    public async Task<List<ForumMember>> OnAsync(Guid forumId, DateOnly day, CancellationToken ct) => [.. (await AllAsync(forumId, ct)).Where(m => m.SitsOn(day))];

    public Task<ForumMember?> FindAsync(Guid forumId, Guid id, CancellationToken ct) => Of(forumId).AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, ct);

    public Task<Result<ForumMember>> AddAsync(Guid forumId, MemberOptions options, Process process, CancellationToken ct) =>
        db.AddAsync(new ForumMember { Id = ThingId.New(clock), ForumId = forumId }, options, process, ct);

    public async Task<Result<ForumMember>> ChangeAsync(Guid forumId, Guid id, int version, MemberOptions options, Process process, CancellationToken ct) =>
        await db.ChangeAsync(await Of(forumId).SingleOrDefaultAsync(m => m.Id == id, ct), version, options, process, ct);

    private IQueryable<ForumMember> Of(Guid forumId) => db.Set<ForumMember>().Where(m => m.ForumId == forumId && !m.Withdrawn);
}

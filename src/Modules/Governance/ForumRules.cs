using Trellis.Kernel;

namespace Trellis.Governance;

/// <summary>How a forum works: its notice, its quorum, its time to answer, and whether the public may read along.</summary>
/// <param name="QuorumAgencyIds">An agency stands here as often as members of it must be there.</param>
public sealed record ForumRules(
    Notice Notice, int KeyDecisionDays, int AnswerMonths, bool IsPublic, int? Quorum, IReadOnlyList<Guid> QuorumAgencyIds) : ThingOptions<Forum>
{
    public const int MostNotice = 60;
    private const int MostKeyDecisionDays = 120;
    private const int MostMonths = 24;
    private const int MostMembers = 200;

    public static ForumRules Of(Forum forum) =>
        new(forum.Notice, forum.KeyDecisionDays, forum.AnswerMonths, forum.IsPublic, forum.Quorum, forum.QuorumAgencyIds);

    public override List<FieldError> Check() => new FieldChecks()
        .Must(Notice.Days is >= 0 and <= MostNotice, "NoticeDays", $"Enter a number of days from 0 to {MostNotice}")
        .Must(KeyDecisionDays is >= 0 and <= MostKeyDecisionDays, "KeyDecisionDays", $"Enter a number of days from 0 to {MostKeyDecisionDays}")
        .Must(AnswerMonths is >= 1 and <= MostMonths, "AnswerMonths", $"Enter a number of months from 1 to {MostMonths}")
        .Must(Quorum is null or (>= 1 and <= MostMembers), "Quorum", $"Enter a number of members from 1 to {MostMembers}, or leave it empty")
        .Must(QuorumAgencyIds.Count <= MostMembers, "Quorum", $"Ask for {MostMembers} members of agencies or fewer")
        .Errors;

    internal override IEnumerable<Chosen> Choices => [.. QuorumAgencyIds.Distinct().Select(id => new Chosen("Quorum", id, ChosenFrom.Agencies))];

    internal override void Fill(Forum forum)
    {
        (forum.NoticeKind, forum.NoticeDays, forum.SaturdayCounts) = (Notice.Kind, Notice.Days, Notice.SaturdayCounts);
        (forum.KeyDecisionDays, forum.AnswerMonths, forum.IsPublic) = (KeyDecisionDays, AnswerMonths, IsPublic);
        (forum.Quorum, forum.QuorumAgencyIds) = (Quorum, [.. QuorumAgencyIds.Order()]);
    }

    internal override ThingOptions<Forum> SavedIn(Forum forum) => Of(forum);

    internal override IEnumerable<(string Label, string Value)> Said(BoardNames names) =>
    [
        ("Notice", Notice.ToString()),
        ("Clear days for key decisions", $"{KeyDecisionDays}"),
        ("Months to answer", $"{AnswerMonths}"),
        ("Open to the public", IsPublic ? "Yes" : "No"),
        ("Quorum", $"{Quorum}"),
        ("Quorum by agency", string.Join(", ", QuorumAgencyIds.GroupBy(a => a).Select(a => $"{names.Of(a.Key)}: {a.Count()}").Order(StringComparer.Ordinal))),
    ];
}

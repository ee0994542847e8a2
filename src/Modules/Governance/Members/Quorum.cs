using Trellis.Kernel;

namespace Trellis.Governance.Members;

/// <summary>Whether enough members with a vote are there, in all and of each agency that the forum names.</summary>
public sealed record Quorum(bool IsReached, string Sentence)
{
    /// <param name="present">Who is there; those without a vote do not count.</param>
    /// <param name="voting">How many members have a vote.</param>
    /// <param name="agencyName">What an agency is called.</param>
    public static Quorum Of(Forum forum, IReadOnlyCollection<ForumMember> present, int voting, Func<Guid, string> agencyName)
    {
        var there = present.Where(m => m.Votes).ToList();
        var count = $"{there.Count} of {voting} members with a vote";
        if (forum.Quorum is null && forum.QuorumAgencyIds.Count == 0)
        {
            return new Quorum(IsReached: true, $"No quorum is set: {count}.");
        }

        var missing = forum.QuorumAgencyIds.GroupBy(a => a)
            .Select(a => (Name: agencyName(a.Key), Short: a.Count() - there.Count(m => m.AgencyId == a.Key)))
            .Where(a => a.Short > 0).OrderBy(a => SortKey.Of(a.Name), StringComparer.Ordinal)
            .Select(a => a.Short == 1 ? a.Name : $"{a.Short} of {a.Name}").ToList();
        var tooFew = forum.Quorum is { } least && there.Count < least ? $"{least} needed" : null;
        var faults = string.Join("; ", new[] { tooFew, missing.Count > 0 ? $"missing: {string.Join(", ", missing)}" : null }.OfType<string>());
        return faults.Length == 0 ? new Quorum(IsReached: true, $"Quorate: {count}.") : new Quorum(IsReached: false, $"Not quorate: {count}; {faults}.");
    }

    /// <summary>The rule in a sentence: "At least 6 members with a vote, among them 1 of Police and 1 of Health".</summary>
    public static string Rule(Forum forum, Func<Guid, string> agencyName)
    {
        var agencies = forum.QuorumAgencyIds.GroupBy(a => a).OrderBy(a => SortKey.Of(agencyName(a.Key)), StringComparer.Ordinal).Select(a => $"{a.Count()} of {agencyName(a.Key)}").ToList();
        var named = agencies.Count > 1 ? $"{string.Join(", ", agencies[..^1])} and {agencies[^1]}" : agencies.FirstOrDefault();
        return (forum.Quorum, named) switch
        {
            (null, null) => "None set",
            ({ } total, null) => $"At least {total} members with a vote",
            (null, _) => $"At least {named}",
            ({ } total, _) => $"At least {total} members with a vote, among them {named}",
        };
    }
}

using System.Globalization;

namespace Trellis.Governance.Pages;

/// <summary>How the audit's names and values are said in the histories of boards.</summary>
internal static class BoardHistory
{
    public static string? Field(string name) => name switch
    {
        "QuorumAgencyIds" => "Agencies of the quorum",
        "NoticeKind" => "Days that count",
        "IsPublic" => "Open to the public",
        "PresentMemberIds" => "Present",
        "ApologyMemberIds" => "Apologies",
        "AttendanceOn" => "Attendance written down on",
        "OwnerOfficerId" => "Who answers or carries it out",
        "PresenterOfficerId" => "Presented by",
        "Openness" => "Who may see it",
        "VerdictReason" => "Why",
        "Position" => "Order",
        "Withdrawn" => "Taken out",
        _ => null,
    };

    /// <summary>Names in place of ids, and dates in words.</summary>
    /// <param name="nameOf">The name behind an id; empty where there is none to tell.</param>
    public static string? Value(string value, Func<Guid, string> nameOf)
    {
        if (DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return $"{day:d MMMM yyyy}";
        }

        var parts = value.Split(", ");
        return Array.TrueForAll(parts, p => Guid.TryParse(p, out _))
            ? string.Join(", ", parts.Select(p => nameOf(Guid.Parse(p)) is { Length: > 0 } name ? name : "something else").Order(StringComparer.Ordinal))
            : null;
    }
}

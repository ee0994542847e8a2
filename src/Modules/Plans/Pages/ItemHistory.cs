using Trellis.Plans.Reporting;

namespace Trellis.Plans.Pages;

/// <summary>How the audit's names and values are said in the history of an item.</summary>
internal static class ItemHistory
{
    public static string? Field(string name) => name switch
    {
        "CurrentDue" => "Deadline",
        "OriginalDue" => "First promised",
        "Title" => "Text",
        "Lifecycle" => "State",
        "AccountableOfficerId" => "Lead officer",
        "ContributorIds" => "With",
        "OtherDepartmentIds" => "Other departments",
        "ParentId" => "Place",
        "Position" => "Order",
        "Progress" => "Overall progress",
        "ProgressWhy" => "Why",
        "OwnerOfficerId" => "Written by",
        "CommentaryOn" => "Said on",
        "Withdrawn" => "Taken out",
        _ => null,
    };

    /// <summary>Names in place of ids; a date in words.</summary>
    public static string? Value(string value, Names names)
    {
        if (!value.Contains('-', StringComparison.Ordinal))
        {
            return null;
        }

        var parts = value.Split(", ");
        return Array.TrueForAll(parts, p => Guid.TryParse(p, out _))
            ? string.Join(", ", parts.Select(p => names.Any(Guid.Parse(p)) ?? "something else"))
            : null;
    }
}

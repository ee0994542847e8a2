using Trellis.Linkage;
using Trellis.People.Records;
using Trellis.People.Sight;

namespace Trellis.People.Searching;

/// <summary>What is said of a person who was found: no more than these eyes may see.</summary>
internal static class FoundWords
{
    public static string Title(FoundPerson found) => found.Seen?.Content.Name ?? "Somebody who fits";

    public static string Detail(FoundPerson found, Eyes eyes, IReadOnlyDictionary<Guid, string> agencies)
    {
        var held = $"held by {string.Join(", ", found.Agencies.Select(a => agencies.GetValueOrDefault(a, "an agency")).Order(StringComparer.Ordinal))}";
        if (found.Seen is not { } seen)
        {
            return held;
        }

        var content = seen.Content;
        var born = BirthDateText.Normal(content[PersonField.Birth]) is { Length: > 0 } day ? $"born {day}" : "";
        return string.Join(", ", new[] { born, eyes.MaySeeAddress(found.Person) ? content[PersonField.Postcode] : "", held }.Where(p => p.Length > 0));
    }

    /// <summary>How well somebody fits what was typed.</summary>
    public static string Fit(double probability) => probability switch
    {
        >= 0.95 => "Fits very well",
        >= 0.5 => "Fits well",
        _ => "May fit",
    };
}

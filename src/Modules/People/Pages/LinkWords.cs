using System.Globalization;
using Trellis.Kernel;
using Trellis.Kernel.Calendar;
using Trellis.People.Linking;

namespace Trellis.People.Pages;

/// <summary>What is said of decisions and doubts.</summary>
internal static class LinkWords
{
    public static string Of(RecordLink link, string first, string second, IReadOnlyDictionary<Guid, string> names)
    {
        var what = link.Verdict == LinkVerdict.Same ? "are of one person" : "are of two people";
        var who = link.DecidedBy is { } person ? $"{names.GetValueOrDefault(person, "somebody")} decided" : "Trellis joined them";
        var agreed = link.AgreedBy is { } partner ? $", and {names.GetValueOrDefault(partner, "somebody")} agreed" : link.AwaitsAgreement ? ", and a second person has to agree" : "";
        var undone = link.UndoneAt is { } at ? $" Taken back by {(link.UndoneBy is { } by ? names.GetValueOrDefault(by, "somebody") : "Trellis")} on {Day(at)}: {link.UndoneWhy}." : "";
        return $"The records of {first} and {second} {what}: {who} on {Day(link.At)}{agreed}. {link.Why.TrimEnd('.')}.{undone}";
    }

    public static string Of(MatchDoubt doubt) => doubt switch
    {
        MatchDoubt.Possible => "Likely, and not sure enough",
        MatchDoubt.Many => "Several people are as likely",
        MatchDoubt.Household => "May be two people of one household: twins, or parent and child",
        MatchDoubt.SharedNumber => "One NHS number, and two names or dates of birth",
        MatchDoubt.TwoNumbers => "Two NHS numbers",
        _ => "Restricted or protected: for people to decide",
    };

    public static string Percent(double probability) => probability >= 0.9995 ? "more than 99.9%" : probability.ToString(probability >= 0.99 ? "0.0%" : "0%", CultureInfo.InvariantCulture);

    private static string Day(DateTimeOffset at) => WorkingCalendar.InLondon(at).ToString("d MMMM yyyy", England.Culture);
}

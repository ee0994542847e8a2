using System.Text;
using System.Text.RegularExpressions;
using Trellis.Linkage;

namespace Trellis.People.Searching;

/// <summary>
/// What somebody typed into one box, as parts of a record: a number by its check digit, a postcode by its shape, a date, and names for the rest. "amelia sager 2 march 1975 pa27" is understood in any order.
/// </summary>
public static partial class TypedQuery
{
    /// <summary>Texts by the engine's names of fields; one name alone may be the given one or the family's, and makes two readings. None where nothing was typed.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Read(string? typed)
    {
        var query = new Dictionary<string, string>(StringComparer.Ordinal);
        var rest = $" {typed?.Trim()} ";
        rest = Take(query, "NHS number", rest, NhsLike(), text => NhsNumber.IsValid(Encoding.UTF8.GetBytes(text)));
        rest = Take(query, "UPN", rest, UpnLike(), text => UniquePupilNumber.IsValid(Encoding.UTF8.GetBytes(text)));
        rest = Take(query, "date of birth", rest, DateLike(), text => BirthDateText.Normal(text).Length > 0);
        rest = Take(query, "postcode", rest, PostcodeLike(), _ => true);
        rest = Take(query, "phone", rest, PhoneLike(), _ => true);
        var names = rest.Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries);
        var identifiers = names.Where(n => n.Any(char.IsDigit)).ToList();
        names = [.. names.Where(n => !n.Any(char.IsDigit))];
        if (identifiers is [var first, ..])
        {
            query["agency's identifier"] = first;
        }

        if (names.Length > 0)
        {
            if (names.Length == 1)
            {
                return [new Dictionary<string, string>(query) { ["given name"] = names[0] }, new Dictionary<string, string>(query) { ["family name"] = names[0] }];
            }

            // "Sager, Amelia" has the family name first; otherwise the last is the family's.
            var comma = rest.Contains(',', StringComparison.Ordinal);
            (query["given name"], query["family name"]) = comma ? (names[1], names[0]) : (names[0], names[^1]);
            if (names.Length > 2)
            {
                query["middle name"] = string.Join(' ', comma ? names[2..] : names[1..^1]);
            }
        }

        return query.Count == 0 ? [] : [query];
    }

    private static string Take(Dictionary<string, string> query, string field, string text, Regex like, Func<string, bool> isOne)
    {
        foreach (Match match in like.Matches(text))
        {
            if (isOne(match.Value.Trim()))
            {
                query[field] = match.Value.Trim();
                return text.Remove(match.Index, match.Length).Insert(match.Index, " ");
            }
        }

        return text;
    }

    [GeneratedRegex(@"(?<=\s)\d{3}[ -]?\d{3}[ -]?\d{4}(?=\s)", RegexOptions.None, 1000)]
    private static partial Regex NhsLike();

    [GeneratedRegex(@"(?<=\s)[A-Za-z]\d{11}[0-9A-Za-z](?=\s)", RegexOptions.None, 1000)]
    private static partial Regex UpnLike();

    [GeneratedRegex(@"(?<=\s)(\d{1,2}[/. -]\d{1,2}[/. -]\d{4}|\d{4}-\d{1,2}(-\d{1,2})?|\d{8}|\d{1,2}(st|nd|rd|th)? (jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*,? \d{4}|(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d{4}|(19|20)\d\d)(?=\s)", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex DateLike();

    [GeneratedRegex(@"(?<=\s)[A-Za-z]{1,2}\d[A-Za-z\d]?( ?\d[A-Za-z]{2})?(?=\s)", RegexOptions.None, 1000)]
    private static partial Regex PostcodeLike();

    [GeneratedRegex(@"(?<=\s)(\+44|0)[\d ]{9,13}(?=\s)", RegexOptions.None, 1000)]
    private static partial Regex PhoneLike();
}

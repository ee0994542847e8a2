using Trellis.Tables;

namespace Trellis.Plans.Import;

/// <summary>The parts of a plan document that a heading can begin.</summary>
internal enum SectionKind
{
    Priority,
    Challenges,
    Activity,
    Risks,
    Actions,
    ProgressKey,
    Indicators,
}

/// <summary>A heading in words that councils use, wherever the document sets it.</summary>
/// <param name="Kind">The part that it begins.</param>
/// <param name="Number">The number of a priority; null otherwise or when it has none.</param>
/// <param name="Rest">A priority: its title when it stands in the same line. Challenges: the plan year. Otherwise "".</param>
internal sealed record SectionHeading(SectionKind Kind, int? Number = null, string Rest = "")
{
    private const int MostWords = 14;

    private static readonly string[] ActivityWords =
    [
        "current activity",
        "other activity",
        "current activities",
        "other activities",
        "activity to date",
        "progress to date",
        "what we have done",
        "what we are doing",
        "our achievements",
        "achievements",
        "background",
        "context",
    ];

    /// <summary>The heading that a paragraph is, or null when it is none of these.</summary>
    public static SectionHeading? Of(string text, SourceParagraph paragraph)
    {
        if (paragraph.ListLevel > 0 || text.Length is 0 or > 200 || Words.Count(text) > MostWords + 8)
        {
            return null;
        }

        var plain = Words.Plain(text).TrimEnd(':', ' ');
        var priority = PriorityHeading.Of(text, plain, paragraph.HeadingLevel > 0);
        if (priority is not null)
        {
            return priority;
        }

        if (Words.Count(text) > MostWords || text[^1] is '.' or ';' or ',' or '?')
        {
            return null;
        }

        return OfPart(PriorityHeading.WithoutNumber(plain), endsOpen: text[^1] == ':');
    }

    private static SectionHeading? OfPart(string plain, bool endsOpen)
    {
        var words = Words.Count(plain);
        return plain switch
        {
            _ when IsKey(plain) => new(SectionKind.ProgressKey),
            _ when ActivityWords.Contains(plain) => new(SectionKind.Activity),
            _ when Has(plain, "challenges") && words <= 8 => new(SectionKind.Challenges, Rest: PlanYear.In(plain)),
            _ when (Has(plain, "focus for") || Has(plain, "focus in"))
                    && words <= 8
                    && PlanYear.In(plain) is { Length: > 0 } year => new(SectionKind.Challenges, Rest: year),
            _ when (Has(plain, "risks") || Has(plain, "risk register")) && words <= 8 => new(SectionKind.Risks),
            _ when endsOpen && words > 6 => null,
            _ when Has(plain, "key actions") || plain is "actions" or "action plan" or "our actions" or "delivery plan" => new(
                SectionKind.Actions
            ),
            _ when (Has(plain, "performance indicators") || Has(plain, "performance measures")) && words <= 8 => new(
                SectionKind.Indicators
            ),
            _ when plain is "indicators" or "measures" or "key indicators" or "kpis" or "our measures" => new(
                SectionKind.Indicators
            ),
            _ => null,
        };
    }

    /// <summary>"Key – Overall Progress", "RAG key", "Legend".</summary>
    private static bool IsKey(string plain) =>
        plain is "legend" or "key"
        || (
            (
                plain.StartsWith("key -", StringComparison.Ordinal)
                || plain.StartsWith("key:", StringComparison.Ordinal)
                || plain.StartsWith("key to", StringComparison.Ordinal)
                || plain.EndsWith(" key", StringComparison.Ordinal)
                || plain.StartsWith("legend", StringComparison.Ordinal)
            ) && (Has(plain, "progress") || Has(plain, "status") || Has(plain, "rag") || Has(plain, "rating"))
        );

    private static bool Has(string plain, string words) => plain.Contains(words, StringComparison.Ordinal);
}

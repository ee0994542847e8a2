namespace Trellis.Plans.Import;

/// <summary>The narrative: sections under their headings, each with its paragraphs in order, and the indicators that they list.</summary>
internal sealed class NarrativeText(ReadPriority priority, LineLedger ledger)
{
    private const int MostWordsOfHeading = 14;
    private const int MostWordsWithoutColon = 8;
    private const int LeastLettersBelow = 80;

    private readonly List<Passage> groupHeadings = [];
    private string group = "";
    private ReadSection? section;
    private bool listsIndicators;

    /// <summary>A heading such as "Current Activity": it groups the headings below it, or is a section itself when text follows at once.</summary>
    public void BeginGroup(Passage heading)
    {
        groupHeadings.Add(heading);
        group = WithoutColon(heading.Text);
        section = null;
        ledger.Map(heading.Lines, LineKind.SectionHeading, priority);
    }

    public void Begin(Passage heading)
    {
        Open(WithoutColon(heading.Text), group);
        section!.Lines.AddRange(heading.Lines);
        ledger.Map(heading.Lines, LineKind.SectionHeading, section);
    }

    public void Take(Passage passage, Passage? next)
    {
        if (IsHeading(passage, next))
        {
            Begin(passage);
            return;
        }

        if (section is null)
        {
            Open(group, "");
        }

        var paragraph = new ReadParagraph
        {
            Place = $"{section!.Place}/paragraph-{section.Body.Count + 1}",
            Lines = passage.Lines,
            Markdown = passage.Markdown,
        };
        section.Body.Add(paragraph);
        TakeIndicator(passage, paragraph);
    }

    private void Open(string heading, string under)
    {
        section = new ReadSection
        {
            Place = $"{priority.Place}/section-{priority.Sections.Count + 1}",
            Heading = heading,
            Group = under,
        };
        priority.Sections.Add(section);
        listsIndicators = false;
        foreach (var above in groupHeadings)
        {
            section.Lines.AddRange(above.Lines);
            ledger.Map(above.Lines, LineKind.SectionHeading, section);
        }

        groupHeadings.Clear();
    }

    private void TakeIndicator(Passage passage, ReadParagraph paragraph)
    {
        if (!passage.IsItem)
        {
            var plain = Words.Plain(passage.Text);
            listsIndicators =
                plain.EndsWith(':')
                && (
                    plain.Contains("performance indicators", StringComparison.Ordinal)
                    || plain.Contains("performance measures", StringComparison.Ordinal)
                    || plain.Contains("kpis", StringComparison.Ordinal)
                );
        }

        if (!passage.IsItem || !listsIndicators)
        {
            ledger.Map(passage.Lines, LineKind.Narrative, paragraph);
            return;
        }

        var indicator = new ReadNarrativeIndicator
        {
            Place = $"{priority.Place}/narrative-indicator-{priority.NarrativeIndicators.Count + 1}",
            Lines = passage.Lines,
            Text = WithoutEnd(passage.Text),
            Section = section!.Place,
        };
        priority.NarrativeIndicators.Add(indicator);
        ledger.Map(passage.Lines, LineKind.NarrativeIndicator, indicator);
    }

    /// <summary>
    /// A short line of its own that no list follows: with a colon it may be longer, without one it needs a whole paragraph below.
    /// A line before a list introduces the list.
    /// </summary>
    private static bool IsHeading(Passage passage, Passage? next)
    {
        var words = Words.Count(passage.Text);
        if (
            passage.IsItem
            || words > MostWordsOfHeading
            || next is null
            || next.IsItem
            || !next.IsParagraph
            || !char.IsUpper(passage.Text[0])
        )
        {
            return false;
        }

        return passage.Text[^1] == ':' && !passage.Text.Contains(". ", StringComparison.Ordinal)
            || (words <= MostWordsWithoutColon && !Words.EndsWhole(passage.Text) && next.Text.Length >= LeastLettersBelow);
    }

    private static string WithoutColon(string text) => text.TrimEnd(':', ' ');

    internal static string WithoutEnd(string text) =>
        (text.EndsWith("; and", StringComparison.Ordinal) ? text[..^5] : text).TrimEnd(';', '.', ' ');
}

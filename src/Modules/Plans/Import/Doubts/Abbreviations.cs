using Trellis.Tables;

namespace Trellis.Plans.Import;

/// <summary>Abbreviations that differ only in two neighbouring letters: one of them may be a slip of the pen.</summary>
internal static class Abbreviations
{
    private const int MostPairs = 50;

    public static void Ask(SourceDocument document, IReadOnlyList<ReadPriority> priorities, DoubtBook doubts)
    {
        var found = Found(document);
        var asked = 0;
        foreach (var (first, lines) in found)
        {
            foreach (
                var second in Swapped(first).Where(other => string.CompareOrdinal(first, other) < 0 && found.ContainsKey(other))
            )
            {
                if (asked++ < MostPairs)
                {
                    Ask(first, lines, second, found[second], document, priorities, doubts);
                }
            }
        }
    }

    private static void Ask(
        string first,
        List<int> firstLines,
        string second,
        List<int> secondLines,
        SourceDocument document,
        IReadOnlyList<ReadPriority> priorities,
        DoubtBook doubts
    )
    {
        var proposed = IsExplained(second, document) && !IsExplained(first, document) ? second : first;
        var answer = doubts.Ask(
            DoubtKind.Abbreviation,
            [.. firstLines.Concat(secondLines).Distinct().Order()],
            $"The document writes “{first}” and “{second}”. Are they the same?",
            [
                new DoubtOption(first, $"Both mean {first}; links go to one forum of that name."),
                new DoubtOption(second, $"Both mean {second}; links go to one forum of that name."),
                new DoubtOption("two", "They are two different bodies."),
            ],
            proposed
        );
        if (answer == "two")
        {
            return;
        }

        var wrong = answer == first ? second : first;
        foreach (
            var milestone in priorities
                .SelectMany(priority => priority.Objectives)
                .SelectMany(objective => objective.Actions)
                .SelectMany(action => action.Milestones)
        )
        {
            if (milestone.Routes.Contains(wrong))
            {
                milestone.Routes = [.. milestone.Routes.Select(route => route == wrong ? answer : route)];
            }
        }
    }

    /// <summary>True when the abbreviation stands in brackets behind its full name somewhere.</summary>
    private static bool IsExplained(string abbreviation, SourceDocument document) =>
        document.Blocks.Any(block => block.Text.Contains($"({abbreviation})", StringComparison.Ordinal));

    private static Dictionary<string, List<int>> Found(SourceDocument document)
    {
        var found = new Dictionary<string, List<int>>();
        foreach (var block in document.Blocks)
        {
            var text = block.Text;
            if (Words.IsCapitals(text))
            {
                continue;
            }

            foreach (var word in Capitals(text))
            {
                if (!found.TryGetValue(word, out var lines))
                {
                    found[word] = lines = [];
                }

                if (lines.Count == 0 || lines[^1] != block.Position.Line)
                {
                    lines.Add(block.Position.Line);
                }
            }
        }

        return found;
    }

    private static IEnumerable<string> Capitals(string text)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsLetterOrDigit(text[i]))
            {
                start = start < 0 ? i : start;
                continue;
            }

            if (start >= 0 && i - start is >= 3 and <= 8 && text.AsSpan(start, i - start).IndexOfAnyExceptInRange('A', 'Z') < 0)
            {
                yield return text[start..i];
            }

            start = -1;
        }
    }

    private static IEnumerable<string> Swapped(string word)
    {
        for (var i = 0; i + 1 < word.Length; i++)
        {
            if (word[i] != word[i + 1])
            {
                yield return word[..i] + word[i + 1] + word[i] + word[(i + 2)..];
            }
        }
    }
}

using System.Text;

namespace Trellis.Returns.AnnexA;

/// <summary>
/// The answers that a column takes, in the many ways in which authorities write them: "a) Yes", "Yes", "1 - Yes"; "q) 6: Police", "6", "Police". Ofsted gives the letter and the words; the numbers are
/// those of the CIN census or the SSDA903, from which the answers come.
/// </summary>
internal sealed class CodeList
{
    /// <summary>A shorter code may be a word.</summary>
    private const int ShortestCode = 3;

    private readonly Dictionary<string, string> _exact = new(StringComparer.Ordinal);
    private readonly HashSet<string> _numbers = new(StringComparer.Ordinal);
    private readonly string? _several;
    private readonly List<(string Words, string Code)> _phrases;

    /// <summary>
    /// A line for each answer: what it is here, the codes of the census that it stands for, then words that say it, "police = 6 | police | ceop". Of words that say different answers the longest count, unless
    /// several answers together are one of their own.
    /// </summary>
    public CodeList(string answers, string? several = null)
    {
        _several = several;
        var phrases = new List<(string Words, string Code)>();
        foreach (var line in answers.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var (code, ways) = line.Split(" = ") is [var first, var rest] ? (first, rest.Split('|', StringSplitOptions.TrimEntries)) : throw new FormatException(line);
            foreach (var number in ways[0].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                _exact.TryAdd(number, code);
                _numbers.Add(number);
            }

            foreach (var words in ways[1..])
            {
                _exact.TryAdd(words, code);
                phrases.Add((words, code));
            }
        }

        _phrases = [.. phrases.OrderByDescending(p => p.Words.Length)];
    }

    /// <summary>What an answer is here; nothing when it is none of the list.</summary>
    public string? Find(string written)
    {
        var text = Plain(written);
        if (_exact.TryGetValue(text, out var code) || _exact.TryGetValue(WithoutLetter(text), out code))
        {
            return code;
        }

        text = WithoutLetter(text);
        foreach (var (place, part) in text.Split(' ', 3).Index())
        {
            // A code stands in front of its words, or behind a name of the list: "CIN N1 abuse".
            if (_numbers.Contains(part) && (part.Any(char.IsAsciiDigit) || (place == 0 && part.Length >= ShortestCode)))
            {
                return _exact[part];
            }
        }

        var framed = $" {text} ";
        var said = _phrases.Where(p => framed.Contains($" {p.Words} ", StringComparison.Ordinal)).Select(p => p.Code);
        return _several is not null && said.Distinct().Skip(1).Any() ? _several : said.FirstOrDefault() ?? (LastOf(written) is { } last && _exact.TryGetValue(last, out code) ? code : null);
    }

    /// <summary>Small letters and numbers, one space between words, and a bracket behind the letter in front.</summary>
    private static string Plain(string written)
    {
        var plain = new StringBuilder(written.Length);
        foreach (var letter in written.Trim())
        {
            if (char.IsLetterOrDigit(letter))
            {
                plain.Append(char.ToLowerInvariant(letter));
            }
            else if (plain is { Length: 1 } && letter is ')' or '.')
            {
                plain.Append(letter == ')' && plain.Length == 1 ? ") " : " ");
            }
            else if (letter is not ('\'' or '\u2019' or '\u2018') && plain.Length > 0 && plain[^1] != ' ')
            {
                plain.Append(' ');
            }
        }

        return plain.ToString().TrimEnd().Replace("  ", " ", StringComparison.Ordinal);
    }

    private static string WithoutLetter(string text) => text is [_, ')', ' ', ..] ? text[3..] : text;

    /// <summary>A code in brackets at the end: "Police [6]".</summary>
    private static string? LastOf(string written) => written.LastIndexOfAny(['[', '(']) is > 0 and var at ? Plain(written[(at + 1)..]).TrimEnd(')', ' ') : null;
}

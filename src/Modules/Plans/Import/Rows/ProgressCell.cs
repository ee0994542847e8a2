using System.Globalization;
using Trellis.Tables;

namespace Trellis.Plans.Import;

/// <summary>Overall progress from whatever a cell carries: a word, a symbol, a picture, ink or shading. A blank cell states nothing.</summary>
internal static class ProgressCell
{
    private const string StateOption = "state-";

    private static readonly (string Sign, int State)[] Signs =
    [
        ("\U0001F7E2", 0),
        ("\u2705", 0),
        ("\u2714", 0),
        ("\u2713", 0),
        ("wingdings:FC", 0),
        ("wingdings:4A", 0),
        ("\U0001F7E0", 1),
        ("\U0001F7E1", 1),
        ("\u26A0", 1),
        ("wingdings:4B", 1),
        ("\U0001F534", 2),
        ("\u274C", 2),
        ("\u2716", 2),
        ("\u2717", 2),
        ("\u2718", 2),
        ("wingdings:FB", 2),
        ("wingdings:4C", 2),
    ];

    /// <summary>The state; when something stands in the cell that says none, the state is null and Written says what stands there.</summary>
    public static ReadProgress Read(SourceCell cell, string text, IReadOnlyList<ReadProgressState> states)
    {
        var words = states.Select(state => Words.Plain(state.Text)).ToArray();
        if (text.Length > 0 && ProgressWords.StateOf(Words.Plain(text), words) is { } byWord)
        {
            return new ReadProgress(byWord, text);
        }

        foreach (var symbol in cell.Symbols)
        {
            if (BySymbol(symbol, states) is { } bySymbol)
            {
                return new ReadProgress(bySymbol, symbol);
            }
        }

        foreach (var picture in cell.Pictures)
        {
            if (ByPicture(Words.Plain(picture), words) is { } byPicture)
            {
                return new ReadProgress(byPicture, $"picture: {picture}");
            }
        }

        if (text.Length > 0 && (cell.Symbols.Count == 0 || text.Any(char.IsLetterOrDigit)))
        {
            return new ReadProgress(null, text);
        }

        if (Unsure(cell) is { } unsure)
        {
            return new ReadProgress(null, unsure);
        }

        var colour =
            (cell.Symbols.Count > 0 ? cell.Inks.Select(TrafficLight.StateOf).FirstOrDefault(state => state is not null) : null)
            ?? (cell.Shading is null ? null : TrafficLight.StateOf(cell.Shading));
        var written =
            cell.Symbols.Count > 0 ? cell.Symbols[0]
            : cell.Pictures.Count > 0 ? $"picture: {cell.Pictures[0]}"
            : colour is null ? ""
            : $"shading {cell.Shading}";
        return new ReadProgress(colour, written);
    }

    /// <summary>The same, with a person asked about what says no state.</summary>
    public static ReadProgress Settle(
        SourceCell cell, string text, IReadOnlyList<ReadProgressState> states, IReadOnlyList<int> lines, string where, DoubtBook doubts)
    {
        var read = Read(cell, text, states);
        if (read.State is not null || read.Written.Length == 0)
        {
            return read;
        }

        var answer = doubts.Ask(
            DoubtKind.Progress,
            lines,
            $"The progress “{read.Written}” in {where} is no state of the plan's key. What does it say?",
            [
                new DoubtOption("not-stated", "Overall progress is not stated."),
                .. states.Select((state, i) => new DoubtOption($"{StateOption}{i + 1}", $"Overall progress is “{state.Text}”.")),
                new DoubtOption("later", "I will state it after the import."),
            ],
            "not-stated"
        );
        return answer.StartsWith(StateOption, StringComparison.Ordinal)
            ? read with { State = int.Parse(answer.AsSpan(StateOption.Length), CultureInfo.InvariantCulture) - 1 }
            : read;
    }

    /// <summary>What the cell shows without holding it: a reader sees it, this one cannot tell what it is or whose.</summary>
    private static string? Unsure(SourceCell cell) =>
        cell.PicturesOver.Count > 0 ? $"picture “{cell.PicturesOver[0]}” over cell {cell.Address}"
        : cell.IsColouredByRule ? $"colour by a rule in cell {cell.Address}"
        : null;

    private static int? BySymbol(string symbol, IReadOnlyList<ReadProgressState> states)
    {
        for (var i = 0; i < states.Count; i++)
        {
            if (states[i].Symbol == symbol && states.Count(state => state.Symbol == symbol) == 1)
            {
                return i;
            }
        }

        var sign = Array.FindIndex(Signs, entry => symbol.StartsWith(entry.Sign, StringComparison.OrdinalIgnoreCase));
        return sign < 0 ? null : Signs[sign].State;
    }

    private static int? ByPicture(string alternative, string[] states)
    {
        var whole = ProgressWords.StateOf(alternative, states);
        if (whole is not null)
        {
            return whole;
        }

        var words = Words.Of(alternative);
        return words.Contains("green") ? 0
            : words.Contains("amber") || words.Contains("yellow") || words.Contains("orange") ? 1
            : words.Contains("red") ? 2
            : null;
    }
}

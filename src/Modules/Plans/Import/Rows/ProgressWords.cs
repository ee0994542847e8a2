namespace Trellis.Plans.Import;

/// <summary>Words that state progress: the document's own states first, then the usual ones, in the order on track, managed, needs support.</summary>
internal static class ProgressWords
{
    private static readonly string[][] Usual =
    [
        ["green", "g", "on track", "on target", "on schedule"],
        ["amber", "a", "yellow", "at risk", "off track - managed", "being managed", "slight delay", "some slippage"],
        ["red", "r", "off track", "not on track", "delayed", "behind", "needs support"],
    ];

    private static readonly string[] Lifecycles =
    [
        "not started",
        "in progress",
        "complete",
        "completed",
        "cancelled",
        "deferred",
        "closed",
        "blue",
        "b",
        "not stated",
        "n/a",
        "-",
        "not due",
    ];

    /// <summary>The index of the state that a plain text names, or null.</summary>
    public static int? StateOf(string plain, IReadOnlyList<string> states)
    {
        for (var i = 0; i < states.Count; i++)
        {
            if (plain == states[i])
            {
                return i;
            }
        }

        var usual = Array.FindIndex(Usual, words => words.Contains(plain));
        return usual >= 0 && (states.Count == 0 || usual < states.Count) ? usual : null;
    }

    public static bool IsLifecycle(string text) => Lifecycles.Contains(Words.Plain(text));
}

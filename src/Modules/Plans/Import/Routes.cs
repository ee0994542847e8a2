namespace Trellis.Plans.Import;

/// <summary>The forums that a milestone goes through: names between strokes after "through", "via", "to" or "at".</summary>
internal static class Routes
{
    private static readonly string[] Before =
    [
        " through ",
        " via ",
        " reported to ",
        " report to ",
        " presented to ",
        " taken to ",
        " by way of ",
    ];

    /// <summary>At least two names, as written; otherwise none, because one stroke in a sentence is no route ("projects / initiatives").</summary>
    public static IReadOnlyList<string> In(string text)
    {
        foreach (var word in Before)
        {
            var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase);
            if (at < 0)
            {
                continue;
            }

            var names = CellText.Alternatives(text[(at + word.Length)..].TrimEnd('.', ';'));
            if (names.Length >= 2 && Array.TrueForAll(names, name => Words.Count(name) <= 8 && char.IsUpper(name[0])))
            {
                return names;
            }
        }

        return [];
    }
}

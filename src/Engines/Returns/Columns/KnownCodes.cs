namespace Trellis.Returns;

/// <summary>The numbers of the codes that rules name. Every return begins its own words with these, so that a constant of a rule means the same in all of them.</summary>
internal static class KnownCodes
{
    /// <summary>Words that a return brings itself are numbered from here: what is known can grow without meeting them.</summary>
    public const int First = 1 << 14;

    private static readonly Lock Turn = new();
    private static readonly Dictionary<string, int> Ids = new(StringComparer.Ordinal);

    public static int IdOf(string text)
    {
        lock (Turn)
        {
            if (!Ids.TryGetValue(text, out var id))
            {
                id = Ids.Count + 1;
                ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(id, First);
                Ids.Add(text, id);
            }

            return id;
        }
    }

    /// <summary>By their numbers; the first has none.</summary>
    public static string[] All()
    {
        lock (Turn)
        {
            var all = new string[Ids.Count + 1];
            foreach (var (text, id) in Ids)
            {
                all[id] = text;
            }

            return all;
        }
    }
}

namespace Trellis.Tables;

/// <summary>What separates the values: the candidate that stands outside quotes in the most lines, then the most often.</summary>
internal static class Delimiter
{
    private const int Sample = 65_536;
    private static readonly char[] Candidates = [',', ';', '\t', '|'];

    public static char Of(string text)
    {
        var lines = new int[Candidates.Length];
        var count = new int[Candidates.Length];
        var seen = new bool[Candidates.Length];
        var quoted = false;
        foreach (var letter in text.AsSpan(0, Math.Min(text.Length, Sample)))
        {
            if (letter == '"')
            {
                quoted = !quoted;
            }
            else if (letter == '\n')
            {
                Array.Clear(seen);
            }
            else if (!quoted && Array.IndexOf(Candidates, letter) is >= 0 and var i)
            {
                count[i]++;
                lines[i] += seen[i] ? 0 : 1;
                seen[i] = true;
            }
        }

        // Commas and semicolons stand in sentences too, but a separator also stands beside empty cells.
        var best = Enumerable
            .Range(0, Candidates.Length)
            .OrderByDescending(i => Doubled(text, Candidates[i]))
            .ThenByDescending(i => lines[i])
            .ThenByDescending(i => count[i])
            .First();
        return count[best] == 0 ? ',' : Candidates[best];
    }

    private static int Doubled(string text, char candidate)
    {
        var sample = text.AsSpan(0, Math.Min(text.Length, Sample));
        var doubled = 0;
        for (var i = 1; i < sample.Length; i++)
        {
            doubled += sample[i] == candidate && sample[i - 1] == candidate ? 1 : 0;
        }

        return doubled;
    }
}

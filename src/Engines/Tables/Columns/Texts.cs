namespace Trellis.Tables;

/// <summary>Gives equal texts of one column the same string: a column of a million cells seldom has a thousand different ones.</summary>
internal sealed class Texts
{
    private readonly HashSet<string> known = new(StringComparer.Ordinal);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private string last = "";

    public Texts() => lookup = known.GetAlternateLookup<ReadOnlySpan<char>>();

    public string Of(ReadOnlySpan<char> text)
    {
        // Sorted files say the same thing many times running.
        if (text.SequenceEqual(last))
        {
            return last;
        }

        if (!lookup.TryGetValue(text, out var same))
        {
            known.Add(same = text.ToString());
        }

        return last = same;
    }
}

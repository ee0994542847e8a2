namespace Trellis.Linkage;

/// <summary>
/// Numbers lent to the words of a query that no record has. They lie in front of every dictionary's own, so many searches can run side by side while nothing that they share changes.
/// </summary>
/// <param name="set">Which of the <see cref="Sets"/> this is, from 0.</param>
internal sealed class Guests(int set)
{
    /// <summary>How many searches can run at once.</summary>
    public const int Sets = 32;

    /// <summary>How many unknown words one may have; further ones count as missing.</summary>
    private const int Each = 32;

    /// <summary>The last number that is a guest's.</summary>
    public const int All = Sets * Each;

    private readonly Words[] dictionaries = new Words[Each];

    public int Count { get; private set; }

    public (Words Words, int Number) this[int guest] => (dictionaries[guest], 1 + (set * Each) + guest);

    public int Take(Words words, ReadOnlySpan<byte> text)
    {
        if (Count == Each)
        {
            return 0;
        }

        dictionaries[Count] = words;
        var number = this[Count++].Number;
        words.Seat(number, text);
        return number;
    }

    public void Leave() => Count = 0;
}

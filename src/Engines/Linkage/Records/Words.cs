using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Trellis.Linkage;

/// <summary>
/// A dictionary of texts: each distinct one gets a number, in the order in which they come; 0 is the empty text, which is a missing value. The numbers from 1 on are lent to
/// <see cref="Guests"/>.
/// </summary>
internal sealed class Words
{
    private readonly byte[]?[] seats = new byte[Guests.All + 1][];
    private byte[] letters = new byte[1 << 12];
    private int[] ends = new int[Guests.All * 2];
    private uint[] hashes = new uint[Guests.All * 2];
    private int[] table = new int[Guests.All * 4];

    /// <summary>The numbers in use, 0 and those of guests among them.</summary>
    public int Count { get; private set; } = Guests.All + 1;

    public ReadOnlySpan<byte> this[int number] => number > Guests.All ? letters.AsSpan(ends[number - 1]..ends[number]) : seats[number];

    public string Text(int number) => Encoding.UTF8.GetString(this[number]);

    /// <summary>The number of a text, a new one where it is not known yet.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Add(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
        {
            return 0;
        }

        var hash = Hash(text);
        var place = Find(text, hash);
        return table[place] != 0 ? table[place] : Keep(text, hash, place);
    }

    /// <summary>The number of a text; -1 where it is not known.</summary>
    public int Find(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
        {
            return 0;
        }

        var number = table[Find(text, Hash(text))];
        return number == 0 ? -1 : number;
    }

    /// <summary>Gives a guest's number a text, which only those see who know the number.</summary>
    public void Seat(int guest, ReadOnlySpan<byte> text) => seats[guest] = text.ToArray();

    private int Find(ReadOnlySpan<byte> text, uint hash)
    {
        var mask = table.Length - 1;
        var place = (int)hash & mask;
        while (table[place] is var number && number != 0 && !(hashes[number] == hash && this[number].SequenceEqual(text)))
        {
            place = (place + 1) & mask;
        }

        return place;
    }

    private int Keep(ReadOnlySpan<byte> text, uint hash, int place)
    {
        var number = Count++;
        if (number == ends.Length)
        {
            Array.Resize(ref ends, ends.Length * 2);
            Array.Resize(ref hashes, ends.Length);
        }

        var start = ends[number - 1];
        if (start + text.Length > letters.Length)
        {
            Array.Resize(ref letters, Math.Max(start + text.Length, letters.Length * 2));
        }

        text.CopyTo(letters.AsSpan(start));
        ends[number] = start + text.Length;
        hashes[number] = hash;
        table[place] = number;
        if (Count * 2 > table.Length)
        {
            Grow();
        }

        return number;
    }

    private void Grow()
    {
        table = new int[table.Length * 4];
        var mask = table.Length - 1;
        for (var number = Guests.All + 1; number < Count; number++)
        {
            var place = (int)hashes[number] & mask;
            while (table[place] != 0)
            {
                place = (place + 1) & mask;
            }

            table[place] = number;
        }
    }

    /// <summary>Eight bytes at a time, multiplied and folded; the last ones overlap those before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static uint Hash(ReadOnlySpan<byte> text)
    {
        const ulong Odd = 0x9E37_79B9_7F4A_7C15;
        var hash = (ulong)text.Length * Odd;
        if (text.Length >= 8)
        {
            var at = 0;
            for (; at + 8 <= text.Length; at += 8)
            {
                hash = Fold((hash ^ MemoryMarshal.Read<ulong>(text[at..])) * Odd);
            }

            return (uint)Fold((hash ^ MemoryMarshal.Read<ulong>(text[^8..])) * Odd);
        }

        ulong part = 0;
        foreach (var letter in text)
        {
            part = (part << 8) | letter;
        }

        return (uint)Fold((hash ^ part) * Odd);
    }

    private static ulong Fold(ulong hash) => hash ^ (hash >> 29);
}

using System.Buffers.Text;
using System.Text;
using System.Runtime.CompilerServices;

namespace Trellis.Returns;

/// <summary>Every different text of a return once, by number. Text is UTF-8. Not safe for two writers.</summary>
internal sealed class Words
{
    private readonly int _known;
    private byte[] _bytes = new byte[1 << 16];

    /// <summary>Where each word ends in the bytes, and the next begins: those that are known first, then this return's own.</summary>
    private int[] _ends = new int[1 << 11];
    private int _count;

    /// <summary>Of each word the hash, and below it the number.</summary>
    private long[] _slots = new long[1 << 13];

    public Words()
    {
        var known = KnownCodes.All();
        _known = known.Length - 1;
        for (var id = 1; id < known.Length; id++)
        {
            var text = Encoding.UTF8.GetBytes(known[id]);
            Keep(text, Hash(text), id);
        }
    }

    private Words(Words like)
    {
        _known = like._known;
        for (var id = 1; id <= _known; id++)
        {
            var text = like.BytesOf(id);
            Keep(text, Hash(text), id);
        }
    }

    /// <summary>Others that begin with the same known codes, for who reads a file beside this one.</summary>
    public Words Beside() => new(this);

    /// <summary>The numbers that its own words have in others, new where they were not there yet.</summary>
    public int[] NumbersIn(Words others)
    {
        var numbers = new int[_count - _known];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = others.IdOf(BytesOf(KnownCodes.First + i));
        }

        return numbers;
    }

    /// <summary>The number of a text, new when it was not there yet. No text has the number 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int IdOf(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
        {
            return 0;
        }

        var hash = Hash(text);
        var slots = _slots;
        for (var slot = (int)hash & (slots.Length - 1); slots[slot] != 0; slot = (slot + 1) & (slots.Length - 1))
        {
            if ((uint)(slots[slot] >> 32) == hash && BytesOf((int)slots[slot]).SequenceEqual(text))
            {
                return (int)slots[slot];
            }
        }

        var id = KnownCodes.First + _count - _known;
        Keep(text, hash, id);
        return id;
    }

    public int IdOf(string text) => IdOf(Encoding.UTF8.GetBytes(text));

    public ReadOnlySpan<byte> BytesOf(int id)
    {
        // A code that became known after this return was begun stands nowhere in it.
        var place = id >= KnownCodes.First ? id - KnownCodes.First + _known + 1 : id <= _known ? id : 0;
        return place == 0 ? default : _bytes.AsSpan(_ends[place - 1], _ends[place] - _ends[place - 1]);
    }

    public string TextOf(int id) => Encoding.UTF8.GetString(BytesOf(id));

    /// <summary>The number that a text writes, <c>3</c> as <c>3.0</c>; nothing for what is no number.</summary>
    public decimal? NumberOf(int id)
    {
        var text = BytesOf(id);
        return Utf8Parser.TryParse(text, out decimal number, out var read) && read == text.Length ? number : null;
    }

    private void Keep(ReadOnlySpan<byte> text, uint hash, int id)
    {
        var end = _ends[_count];
        if (end + text.Length > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, end + text.Length));
        }

        text.CopyTo(_bytes.AsSpan(end));
        if (++_count == _ends.Length)
        {
            Array.Resize(ref _ends, _count * 2);
        }

        _ends[_count] = end + text.Length;
        if (_count * 2 > _slots.Length)
        {
            var old = _slots;
            _slots = new long[old.Length * 2];
            foreach (var kept in old)
            {
                if (kept != 0)
                {
                    Place(kept);
                }
            }
        }

        Place(((long)hash << 32) | (uint)id);
    }

    private void Place(long kept)
    {
        var slot = (int)(kept >> 32) & (_slots.Length - 1);
        while (_slots[slot] != 0)
        {
            slot = (slot + 1) & (_slots.Length - 1);
        }

        _slots[slot] = kept;
    }

    private static uint Hash(ReadOnlySpan<byte> text)
    {
        ulong hash = (uint)text.Length;
        while (text.Length >= 8)
        {
            hash = (hash ^ BitConverter.ToUInt64(text)) * 0x9E3779B97F4A7C15;
            hash ^= hash >> 32;
            text = text[8..];
        }

        ulong rest = 0;
        for (var i = 0; i < text.Length; i++)
        {
            rest |= (ulong)text[i] << (8 * i);
        }

        hash = (hash ^ rest) * 0x9E3779B97F4A7C15;
        return (uint)(hash >> 32);
    }
}

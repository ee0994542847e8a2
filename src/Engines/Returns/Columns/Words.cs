using System.Buffers.Text;
using System.Text;
using System.Runtime.CompilerServices;

namespace Trellis.Returns;

/// <summary>Every different text of a return once, by number. Text is UTF-8. Not safe for two writers.</summary>
internal sealed class Words
{
    private byte[] _bytes = new byte[1 << 16];
    private int _end;
    private int[] _slots = new int[1 << 12];
    private (int Start, int Length)[] _known;
    private (int Start, int Length)[] _own = new (int, int)[1 << 10];
    private int _count;
    private int _filled;

    public Words()
    {
        var known = KnownCodes.All();
        _known = new (int, int)[known.Length + 1];
        Span<byte> room = stackalloc byte[128];
        foreach (var (text, id) in known)
        {
            var length = Encoding.UTF8.GetBytes(text, room);
            _known[id] = Keep(room[..length]);
            Put(id, Hash(room[..length]));
        }
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
        var slot = (int)(hash & (uint)(_slots.Length - 1));
        for (; _slots[slot] != 0; slot = (slot + 1) & (_slots.Length - 1))
        {
            if (BytesOf(_slots[slot]).SequenceEqual(text))
            {
                return _slots[slot];
            }
        }

        if (_count == _own.Length)
        {
            Array.Resize(ref _own, _count * 2);
        }

        _own[_count] = Keep(text);
        var id = KnownCodes.First + _count++;
        Put(id, hash);
        return id;
    }

    public int IdOf(string text) => IdOf(Encoding.UTF8.GetBytes(text));

    public ReadOnlySpan<byte> BytesOf(int id)
    {
        if (id == 0)
        {
            return default;
        }

        var (start, length) = id >= KnownCodes.First ? _own[id - KnownCodes.First] : id < _known.Length ? _known[id] : default;
        return _bytes.AsSpan(start, length);
    }

    public string TextOf(int id) => Encoding.UTF8.GetString(BytesOf(id));

    /// <summary>The number that a text writes, <c>3</c> as <c>3.0</c>; nothing for what is no number.</summary>
    public decimal? NumberOf(int id)
    {
        var text = BytesOf(id);
        return Utf8Parser.TryParse(text, out decimal number, out var read) && read == text.Length ? number : null;
    }

    private (int Start, int Length) Keep(ReadOnlySpan<byte> text)
    {
        if (_end + text.Length > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _end + text.Length));
        }

        text.CopyTo(_bytes.AsSpan(_end));
        _end += text.Length;
        return (_end - text.Length, text.Length);
    }

    private void Put(int id, uint hash)
    {
        if (++_filled * 2 > _slots.Length)
        {
            var old = _slots;
            _slots = new int[old.Length * 2];
            foreach (var kept in old.Where(k => k != 0))
            {
                Place(kept, Hash(BytesOf(kept)));
            }
        }

        Place(id, hash);
    }

    private void Place(int id, uint hash)
    {
        var slot = (int)(hash & (uint)(_slots.Length - 1));
        while (_slots[slot] != 0)
        {
            slot = (slot + 1) & (_slots.Length - 1);
        }

        _slots[slot] = id;
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

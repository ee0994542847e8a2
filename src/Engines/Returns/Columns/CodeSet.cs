using System.Globalization;

namespace Trellis.Returns;

/// <summary>Codes that belong together, such as all placements with foster carers; asked by one bit.</summary>
public sealed class CodeSet
{
    private readonly ulong[] _bits;

    private CodeSet(ulong[] bits) => _bits = bits;

    private CodeSet(ReadOnlySpan<string> codes)
    {
        _bits = [];
        foreach (var code in codes)
        {
            var id = KnownCodes.IdOf(code);
            if (id / 64 >= _bits.Length)
            {
                Array.Resize(ref _bits, (id / 64) + 1);
            }

            _bits[id / 64] |= 1UL << (id % 64);
        }
    }

    /// <summary>The codes of a text that parts them by spaces: <c>"U1 U2 U3"</c>.</summary>
    public static CodeSet Of(string codes) => new(codes.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The whole numbers from one to another, written with at least so many digits.</summary>
    public static CodeSet Numbers(int from, int to, int digits = 1)
    {
        var numbers = new string[to - from + 1];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = (from + i).ToString($"D{digits}", CultureInfo.InvariantCulture);
        }

        return new CodeSet(numbers);
    }

    /// <summary>All that stand in this set or in the other.</summary>
    public CodeSet And(CodeSet other)
    {
        var bits = new ulong[Math.Max(_bits.Length, other._bits.Length)];
        for (var i = 0; i < bits.Length; i++)
        {
            bits[i] = (i < _bits.Length ? _bits[i] : 0) | (i < other._bits.Length ? other._bits[i] : 0);
        }

        return new CodeSet(bits);
    }

    /// <summary>All that stand in this set and not in the other.</summary>
    public CodeSet Without(CodeSet other)
    {
        ulong[] bits = [.. _bits];
        for (var i = 0; i < Math.Min(bits.Length, other._bits.Length); i++)
        {
            bits[i] &= ~other._bits[i];
        }

        return new CodeSet(bits);
    }

    /// <summary>Whether the code is one of them.</summary>
    public bool Contains(Code code) => (uint)(code.Id >> 6) < (uint)_bits.Length && (_bits[code.Id >> 6] >> (code.Id & 63) & 1) != 0;
}

namespace Trellis.Returns;

/// <summary>Codes that belong together, such as all placements with foster carers; asked by one bit.</summary>
public sealed class CodeSet
{
    private readonly ulong[] _bits;

    private CodeSet(IEnumerable<int> ids)
    {
        int[] all = [.. ids];
        _bits = new ulong[all.Length == 0 ? 0 : (all.Max() / 64) + 1];
        foreach (var id in all)
        {
            _bits[id / 64] |= 1UL << (id % 64);
        }
    }

    /// <summary>The codes of a text that parts them by spaces: <c>"U1 U2 U3"</c>.</summary>
    public static CodeSet Of(string codes) => new(codes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(KnownCodes.IdOf));

    /// <summary>The whole numbers from one to another, written with at least so many digits.</summary>
    public static CodeSet Numbers(int from, int to, int digits = 1) =>
        new(Enumerable.Range(from, to - from + 1).Select(n => KnownCodes.IdOf(n.ToString($"D{digits}", System.Globalization.CultureInfo.InvariantCulture))));

    /// <summary>All that stand in this set or in the other.</summary>
    public CodeSet And(CodeSet other) => new(Ids().Concat(other.Ids()));

    /// <summary>All that stand in this set and not in the other.</summary>
    public CodeSet Without(CodeSet other) => new(Ids().Except(other.Ids()));

    /// <summary>Whether the code is one of them.</summary>
    public bool Contains(Code code) => (uint)(code.Id >> 6) < (uint)_bits.Length && (_bits[code.Id >> 6] >> (code.Id & 63) & 1) != 0;

    private IEnumerable<int> Ids() => Enumerable.Range(0, _bits.Length * 64).Where(id => Contains(new Code(id)));
}

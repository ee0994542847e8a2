using System.Runtime.Intrinsics;

namespace Trellis.Spc;

/// <summary>
/// A segment's values with room around them, so that four neighbours can be read as one wherever they lie: NaN before the first, and NaN after the last up to a
/// whole four. NaN is also a missing value: no comparison with it holds.
/// </summary>
internal readonly struct Padded
{
    /// <summary>How many values are handled as one.</summary>
    public const int Four = 4;

    private readonly double[] room;

    public Padded(ReadOnlySpan<double> values)
    {
        Count = values.Length;
        room = new double[1 + (Count + Four - 1) / Four * Four];
        room[0] = double.NaN;
        values.CopyTo(room.AsSpan(1));
        room.AsSpan(1 + Count).Fill(double.NaN);
    }

    public int Count { get; }

    public ReadOnlySpan<double> Values => room.AsSpan(1, Count);

    /// <summary>Four values from a place on, a multiple of four.</summary>
    public Vector256<double> FourAt(int first) => Vector256.Create(room, first + 1);

    /// <summary>The four that lie one place before these.</summary>
    public Vector256<double> FourBefore(int first) => Vector256.Create(room, first);
}

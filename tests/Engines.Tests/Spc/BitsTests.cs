using Trellis.Spc;

namespace Trellis.Engines.Tests.Spc;

public sealed class BitsTests
{
    /// <summary>Across the words of a long series runs are found as within one: against counting by hand.</summary>
    [Theory]
    [InlineData(3)]
    [InlineData(6)]
    [InlineData(7)]
    public void Runs_OverSeveralWords_AreWhole(int length)
    {
        var random = new Random(7);
        for (var round = 0; round < 50; round++)
        {
            bool[] signs = [.. Enumerable.Range(0, 200).Select(_ => random.NextDouble() < 0.8)];
            var bits = new ulong[4];
            for (var i = 0; i < signs.Length; i++)
            {
                bits[i / 64] |= signs[i] ? 1ul << (i % 64) : 0;
            }

            Bits.KeepEnds(bits, length);
            Bits.SpreadBack(bits, length);

            Assert.Equal(signs.Select((_, i) => IsInRun(signs, i, length)), signs.Select((_, i) => Bits.Has(bits, i)));
        }
    }

    private static bool IsInRun(bool[] signs, int point, int length)
    {
        var (first, last) = (point, point);
        while (first > 0 && signs[first - 1])
        {
            first--;
        }

        while (last + 1 < signs.Length && signs[last + 1])
        {
            last++;
        }

        return signs[point] && last - first + 1 >= length;
    }
}

using System.Text.Json;
using Trellis.Spc;
using Trellis.Testing;

namespace Trellis.Engines.Tests.Spc;

/// <summary>The four rules of NHSRplotthedots one by one. It marks where a run ends, and spreads that back over its seven points; so do ours.</summary>
public sealed class RuleVectorTests
{
    [Fact]
    public void Rules_VectorsOfNhsRPlotTheDots_AgreeInEveryPoint()
    {
        var cases = JsonDocument.Parse(File.ReadAllBytes(SharedFolder.PlaceOf("oracles/spc-rule-units.json"))).RootElement.GetProperty("cases");

        Assert.Equal(25, cases.GetArrayLength());
        Assert.All(cases.EnumerateArray(), rule =>
        {
            var given = rule.GetProperty("args").EnumerateArray().Select(Numbers).ToArray();
            var (expected, actual) = (Numbers(rule.GetProperty("out")), (int[])[]);
            switch (rule.GetProperty("fn").GetString())
            {
                case "ptd_seven_point_one_side_mean":
                    actual = EndsOfRuns(given[0]);
                    break;
                case "ptd_part_of_seven_trend":
                    actual = PartsOfRuns(given[0]);
                    break;
                case "ptd_seven_point_trend":
                    actual = EndsOfTrends(given[0]);
                    break;
                default:
                    // There all three points are marked first, and those that do not count taken out after; here at once.
                    (expected, actual) = ([.. expected.Zip(given[0], (marked, counts) => marked & counts)], TwoOfThree(given[0], given[1]));
                    break;
            }

            Assert.Equal(expected, actual);
        });
    }

    private static int[] Numbers(JsonElement list) => [.. list.EnumerateArray().Select(n => n.GetInt32())];

    private static ulong[] Where(IEnumerable<bool> points) => [points.Select((isSet, i) => isSet ? 1ul << i : 0).Aggregate(0ul, (bits, bit) => bits | bit)];

    private static int[] Ends(IEnumerable<bool> signs, int length, int sign, int points)
    {
        var ends = Where(signs);
        Bits.KeepEnds(ends, length);
        return [.. Enumerable.Range(0, points).Select(i => Bits.Has(ends, i) ? sign : 0)];
    }

    private static int[] Both(int[] one, int[] other) => [.. one.Zip(other, (a, b) => a + b)];

    private static int[] EndsOfRuns(int[] sides) => Both(Ends(sides.Select(s => s > 0), 7, 1, sides.Length), Ends(sides.Select(s => s < 0), 7, 1, sides.Length));

    private static int[] PartsOfRuns(int[] ends)
    {
        var points = Where(ends.Select(e => e != 0));
        Bits.SpreadBack(points, 7);
        return [.. ends.Select((_, i) => Bits.Has(points, i) ? 1 : 0)];
    }

    private static int[] EndsOfTrends(int[] values)
    {
        var points = new PointBits(new Padded([.. values]));
        points.Place(default);
        var (higher, lower) = (points.Higher.ToArray(), points.Lower.ToArray());
        return Both(
            Ends(values.Select((_, i) => Bits.Has(higher, i)), 6, 1, values.Length),
            Ends(values.Select((_, i) => Bits.Has(lower, i)), 6, -1, values.Length));
    }

    private static int[] TwoOfThree(int[] near, int[] sides) => Both(TwoOfThree(near, sides, 1), TwoOfThree(near, sides, -1));

    private static int[] TwoOfThree(int[] near, int[] sides, int side)
    {
        var marks = new ulong[1];
        PointRules.MarkTwoOfThree(Where(sides.Select(s => s == side)), Where(near.Zip(sides, (n, s) => n == 1 && s == side)), marks);
        return [.. near.Select((_, i) => Bits.Has(marks, i) ? 1 : 0)];
    }
}

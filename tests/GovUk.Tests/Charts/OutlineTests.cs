using System.Text;

namespace Trellis.GovUk.Tests.Charts;

public sealed class OutlineTests
{
    [Fact]
    public void Simplify_PointsWithinTheTolerance_AreLeftOut()
    {
        (double, double)[] ring = [(0, 0), (5, 0.3), (10, 0), (10, 10), (0, 10), (0, 0)];
        Assert.Equal([(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)], Outline.Simplify(ring, 0.4));
        Assert.Equal(ring, Outline.Simplify(ring, 0.2));
    }

    [Fact]
    public void Simplify_AllPointsTheSame_Ends() =>
        Assert.True(Outline.Simplify([(1, 1), (1, 1), (1, 1), (1, 1)], 0.4).Count <= 3);

    [Fact]
    public void Simplify_AWaveOfThousandPoints_StaysWithinTheTolerance()
    {
        List<(double X, double Y)> ring =
        [
            .. Enumerable.Range(0, 1000).Select(i => (i * 0.4, 20 * Math.Sin(i / 40.0))),
            (0, 100),
            (0, 0),
        ];
        var simple = Outline.Simplify(ring, 0.5);
        Assert.InRange(simple.Count, 10, 200);
        Assert.InRange(Outline.Area(simple), Outline.Area(ring) * 0.99, Outline.Area(ring) * 1.01);
    }

    [Fact]
    public void Area_IsThatOfEitherDirection()
    {
        Assert.Equal(50, Outline.Area([(0, 0), (10, 0), (10, 10), (0, 0)]));
        Assert.Equal(50, Outline.Area([(0, 0), (10, 10), (10, 0), (0, 0)]));
    }

    [Fact]
    public void Write_RoundsToTenths_WithoutLettingErrorsGrow()
    {
        var path = new StringBuilder();
        Outline.Write([(0, 0), (0.33, 0), (0.66, 0), (0.99, 0), (0.99, 5), (0, 0)], path);
        Assert.Equal("M0 0l0.3 0 0.4 0 0.3 0 0 5z", path.ToString());
    }
}

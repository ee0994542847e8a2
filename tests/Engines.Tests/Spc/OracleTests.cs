namespace Trellis.Engines.Tests.Spc;

public sealed class OracleTests
{
    /// <summary>All of them, those too whose verdict hangs on a tie.</summary>
    [Fact]
    public void Draw_SeriesOfNhsRPlotTheDots_AgreesInEveryPoint() => Assert.Empty(OracleCase.All().SelectMany(c => c.Differences()));
}

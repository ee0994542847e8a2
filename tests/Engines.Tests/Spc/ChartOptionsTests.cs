using Trellis.Spc;

namespace Trellis.Engines.Tests.Spc;

public sealed class ChartOptionsTests
{
    [Fact]
    public void Any_OutOfRange_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ChartOptions { RunLength = 8 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ChartOptions { MinimumPoints = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ChartOptions { FixAfter = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ChartOptions { LimitFactor = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ChartOptions { ScreeningFactor = double.NaN });
    }

    [Fact]
    public void Index_NoSuchPoint_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => Draw.Xmr([1, 2, 3])[3]);
}

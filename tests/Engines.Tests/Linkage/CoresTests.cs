using Trellis.Linkage;
using Xunit;

namespace Trellis.Engines.Tests.Linkage;

public sealed class CoresTests
{
    [Theory]
    [InlineData(0, 2)]
    [InlineData(1, 4)]
    [InlineData(1000, 1)]
    [InlineData(1000, 4)]
    public void Share_EveryPiece_IsDoneOnce(int pieces, int cores)
    {
        var times = new int[pieces];
        Cores.Share(pieces, new ParallelOptions { MaxDegreeOfParallelism = cores }, piece => Interlocked.Increment(ref times[piece]));
        Assert.All(times, t => Assert.Equal(1, t));
    }

    [Fact]
    public void Share_State_IsOneCoresAlone()
    {
        var lists = new System.Collections.Concurrent.ConcurrentBag<List<int>>();
        List<int> Begin()
        {
            var list = new List<int>();
            lists.Add(list);
            return list;
        }

        Cores.Share(1000, new ParallelOptions { MaxDegreeOfParallelism = 4 }, Begin, (list, piece) => list.Add(piece));
        Assert.InRange(lists.Count, 1, 4);
        Assert.Equal(Enumerable.Range(0, 1000), lists.SelectMany(l => l).Order());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Share_APieceFails_ThrowsThatAndBeginsNoOther(int cores)
    {
        var begun = 0;
        var thrown = Assert.Throws<FormatException>(() => Cores.Share(100_000, new ParallelOptions { MaxDegreeOfParallelism = cores }, _ =>
        {
            Interlocked.Increment(ref begun);
            throw new FormatException("wrong");
        }));
        Assert.Equal("wrong", thrown.Message);
        Assert.InRange(begun, 1, cores);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Share_CancelledMeanwhile_Stops(int cores)
    {
        using var cancel = new CancellationTokenSource();
        var begun = 0;
        Assert.ThrowsAny<OperationCanceledException>(() => Cores.Share(100_000, new ParallelOptions { MaxDegreeOfParallelism = cores, CancellationToken = cancel.Token }, _ =>
        {
            Interlocked.Increment(ref begun);
            cancel.Cancel();
        }));
        Assert.InRange(begun, 1, cores);
    }
}

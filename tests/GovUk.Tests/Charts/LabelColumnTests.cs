namespace Trellis.GovUk.Tests.Charts;

public sealed class LabelColumnTests
{
    [Fact]
    public void Place_FarApart_StandWhereTheyBelong() =>
        Assert.Equal([50, 100], LabelColumn.Place([(50, 20), (100, 20)], 0, 200));

    [Fact]
    public void Place_Meeting_MoveApartByTheSame() => Assert.Equal([92, 112], LabelColumn.Place([(100, 20), (104, 20)], 0, 200));

    [Fact]
    public void Place_AtTheEdges_StayInside() => Assert.Equal([10, 190], LabelColumn.Place([(-5, 20), (230, 20)], 0, 200));

    [Fact]
    public void Place_None_IsNone() => Assert.Empty(LabelColumn.Place([], 0, 200));

    [Fact]
    public void Place_Many_NoneOverlapsAndOrderIsKept()
    {
        (double Middle, double Height)[] wanted = [(90, 34), (96, 18), (101, 34), (99, 18), (130, 50), (20, 18), (131, 18)];
        var placed = LabelColumn.Place(wanted, 0, 260);

        var order = Enumerable.Range(0, wanted.Length).OrderBy(i => placed[i]).ToList();
        Assert.Equal(Enumerable.Range(0, wanted.Length).OrderBy(i => wanted[i].Middle), order);
        Assert.All(
            order.Zip(order.Skip(1)),
            pair =>
                Assert.True(
                    placed[pair.First] + wanted[pair.First].Height / 2
                        <= placed[pair.Second] - wanted[pair.Second].Height / 2 + 1e-9
                )
        );
    }

    [Fact]
    public void Place_MoreThanFit_RunOutBelow() =>
        Assert.Equal([10, 30, 50], LabelColumn.Place([(5, 20), (6, 20), (7, 20)], 0, 40));
}

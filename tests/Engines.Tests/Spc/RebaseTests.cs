using Trellis.Spc;

namespace Trellis.Engines.Tests.Spc;

public sealed class RebaseTests
{
    private static readonly DateOnly[] Months = [.. Enumerable.Range(0, 12).Select(m => new DateOnly(2024, 1, 1).AddMonths(m))];

    [Fact]
    public void At_DatesInAnyOrder_GiveTheFirstPeriodFromEachOn() =>
        Assert.Equal([3, 6], Rebase.At(Months, [new(2024, 6, 15), new(2024, 4, 1), new(2024, 6, 20)]));

    [Fact]
    public void At_DateAfterTheLastPeriod_GivesNone() => Assert.Empty(Rebase.At(Months, [new(2024, 12, 2)]));

    [Fact]
    public void At_PeriodsThatDoNotAscend_AreRefused() => Assert.Throws<ArgumentException>(() => Rebase.At([Months[1], Months[0]], []));
}

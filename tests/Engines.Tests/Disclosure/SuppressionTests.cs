using Trellis.Disclosure;

namespace Trellis.Engines.Tests.Disclosure;

/// <summary>Small tables of which one can see what must be hidden.</summary>
public sealed class SuppressionTests
{
    [Fact]
    public void Of_NoRelations_HidesOneToFiveAndShowsNone()
    {
        var table = new Tables();
        foreach (var count in new long?[] { 0, 1, 5, 6, null })
        {
            table.Add(count);
        }

        Assert.Equal(".PP.P", table.Pattern());
    }

    [Fact]
    public void Of_OneSmallPart_HidesTheCheapestPartBesideItAndNotTheTotal()
    {
        var table = new Tables();
        table.Total([table.Add(3), table.Add(40, cost: 5), table.Add(30, cost: 2), table.Add(0)]);

        Assert.Equal("P.S..", table.Pattern());
    }

    [Fact]
    public void Of_TwoSmallPartsWhoseSumGivesThemAway_HidesMore()
    {
        var table = new Tables();
        // 1 + 1 = 2 leaves nothing open: what is hidden is at least 1.
        table.Total([table.Add(1), table.Add(1), table.Add(20)]);

        Assert.Equal("PPS.", table.Pattern());
    }

    [Fact]
    public void Of_PartsThatCannotTakeTheWholeRange_HidesTheTotal()
    {
        var table = new Tables();
        // 3 in all: neither could be more than 2.
        table.Total([table.Add(2), table.Add(1), table.Add(0)]);

        var fates = table.Suppress().Fates;

        var attacker = table.Attack(fates);
        Assert.True(attacker.LeavesOpen(0, 1, 5));
        Assert.True(attacker.LeavesOpen(1, 1, 5));
    }

    [Fact]
    public void Of_TwoWayTable_ClosesACycle()
    {
        var table = new Tables();
        int[] first = [table.Add(3), table.Add(20), table.Add(50)], second = [table.Add(30), table.Add(40), table.Add(9)];
        table.Total(first);
        table.Total(second);
        table.Total([first[0], second[0]]);
        table.Total([first[1], second[1]]);
        table.Total([first[2], second[2]]);

        Assert.Equal("PS.SS......", table.Pattern());
    }

    [Fact]
    public void Of_ASmallRest_HidesTheCountOrWhatItIsCountedOf()
    {
        // 37 of 40: 3 did not.
        Cell[] cells = [new(37) { Cost = 1 }, new(40) { Cost = 2 }, new(3) { IsImplied = true }];

        var suppression = Suppression.Of(cells, [Relation.Sum(1, 0, 2)]);

        Assert.Equal([CellFate.Secondary, CellFate.Shown, CellFate.Primary], suppression.Fates);
        Assert.Empty(suppression.Exposed);
    }

    [Fact]
    public void Of_ASmallCountOfALargeNumber_HidesOnlyTheCountBecauseNobodyShowsTheRest()
    {
        Cell[] cells = [new(3), new(40), new(37) { IsImplied = true }];

        Assert.Equal([CellFate.Primary, CellFate.Shown, CellFate.Secondary], Suppression.Of(cells, [Relation.Sum(1, 0, 2)]).Fates);
    }

    [Fact]
    public void Of_SinceTheYearBegan_HidesWhatTheDifferenceWouldTell()
    {
        // April to May, April to June: 20 and 23, so June had 3, which nobody wrote down.
        Cell[] cells = [new(20) { IsPublic = true }, new(23), new(null) { IsImplied = true }];

        var suppression = Suppression.Of(cells, [Relation.Sum(1, 0, 2)]);

        Assert.Equal([CellFate.Shown, CellFate.Secondary, CellFate.Primary], suppression.Fates);
        Assert.Empty(suppression.Exposed);
    }

    [Fact]
    public void Of_WhatIsPublicAlready_StaysAndWhatItGivesAwayIsSaid()
    {
        Cell[] cells = [new(3), new(40) { IsPublic = true }, new(43) { IsPublic = true }, new(2) { IsPublic = true }];

        var suppression = Suppression.Of(cells, [Relation.Sum(2, 0, 1)]);

        Assert.Equal([CellFate.Primary, CellFate.Shown, CellFate.Shown, CellFate.Shown], suppression.Fates);
        Assert.Equal([0], suppression.Exposed);
    }

    [Fact]
    public void Of_WhatWasHiddenBefore_StaysHiddenAndCannotBeWorkedOut()
    {
        var table = new Tables();
        table.Total([table.Add(20), table.Add(30), table.Add(40)]);
        table.Cells[1] = table.Cells[1] with { StaysHidden = true };

        Assert.Equal("SP..", table.Pattern());
    }

    [Fact]
    public void Of_RelationsThatOnlyTogetherGiveACellAway_AreSeen()
    {
        // Two sums share the same hidden pair, one of them with a third: their difference is the third.
        var table = new Tables();
        int a = table.Add(8), b = table.Add(9), c = table.Add(4);
        table.Total([a, b]);
        table.Total([a, b, c]);
        table.Cells[a] = table.Cells[a] with { StaysHidden = true };
        table.Cells[b] = table.Cells[b] with { StaysHidden = true };

        var fates = table.Suppress().Fates;

        Assert.True(table.Attack(fates).LeavesOpen(c, 1, 5));
        Assert.Contains(CellFate.Secondary, fates);
    }

    [Fact]
    public void Of_WrongInput_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => Suppression.Of([new Cell(1)], [Relation.Sum(0, 1)]));
        Assert.Throws<ArgumentException>(() => Relation.Sum(0, 1, 1));
        Assert.Throws<ArgumentException>(() => Suppression.Of([], [], new DisclosureOptions { Smallest = 3, Largest = 2 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Cell(1) { Cost = -1 });
    }
}

namespace Trellis.GovUk.Tests.Charts;

public sealed class ClassesTests
{
    [Fact]
    public void Of_ManyValues_FiveClassesOfAboutAFifthAtRoundBoundaries()
    {
        var values = Enumerable.Range(0, 100).Select(i => 21.37m + i * 0.913m).ToList();
        var classes = Classes.Of(values);

        Assert.Equal([40m, 60, 75, 95], classes.Boundaries);
        Assert.All(values.GroupBy(classes.IndexOf), group => Assert.InRange(group.Count(), 14, 26));
    }

    [Fact]
    public void Ranges_NeverOverlap() =>
        Assert.Equal(
            ["Under 2%", "2% to under 3%", "3% to under 4%", "4% to under 5%", "5% or more"],
            Classes.Of([1, 2, 3, 4, 5]).Ranges(value => $"{value:0.##}%")
        );

    [Fact]
    public void IndexOf_ABoundary_BelongsToTheClassAboveIt()
    {
        var classes = Classes.Of([1, 2, 3, 4, 5]);
        Assert.Equal([0, 1, 1, 4, 4], new[] { 1.99m, 2, 2.5m, 5, 99 }.Select(classes.IndexOf));
    }

    [Theory]
    [InlineData(new double[0], 1)]
    [InlineData(new[] { 7.0, 7, 7 }, 1)]
    [InlineData(new[] { 7.0, 7, 8 }, 2)]
    [InlineData(new[] { 0.0, 0, 0, 0, 0, 0, 0, 1, 2 }, 3)]
    [InlineData(new[] { -5.0, -4, -3, -2, -1 }, 5)]
    public void Of_FewDistinctValues_FewerClasses(double[] values, int expected) =>
        Assert.Equal(expected, Classes.Of(values.Select(value => (decimal)value)).Count);

    [Fact]
    public void Of_OneClass_IsAllValues() => Assert.Equal(["All values"], Classes.Of([7, 7]).Ranges(value => $"{value}"));

    [Fact]
    public void Of_ManyTies_NoClassIsEmpty()
    {
        decimal[] values = [.. Enumerable.Repeat(0m, 30), .. Enumerable.Range(1, 20).Select(i => i * 0.25m)];
        var classes = Classes.Of(values);
        Assert.Equal(classes.Count, values.Select(classes.IndexOf).Distinct().Count());
        Assert.InRange(classes.Count, 2, 5);
    }

    [Theory]
    [InlineData("1000000000000000000000000000", "-1000000000000000000000000000")]
    [InlineData("0.0000000000000000000000000001", "0")]
    public void Of_HugeAndTinyValues_Ends(string high, string low)
    {
        var invariant = System.Globalization.CultureInfo.InvariantCulture;
        Assert.InRange(Classes.Of([decimal.Parse(high, invariant), decimal.Parse(low, invariant)]).Count, 1, 2);
    }
}

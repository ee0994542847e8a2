using Trellis.Returns;
using Trellis.Testing;

namespace Trellis.Engines.Tests.Returns;

/// <summary>Indicators of whole made-up returns.</summary>
public sealed class WholeReturnIndicatorTests
{
    private const string Folder = "data/synthetic-903-cin/cs-demand-model_ssda903_2017_2021/";
    private const string Census = "data/synthetic-903-cin/cin_fake_csc-validator-be-cin/CIN_Census_2026.xml";

    [Fact]
    public void Count_OfOneReturn_AddsUp()
    {
        var counted = LookedAfter().Count(TestContext.Current.CancellationToken);
        var inCare = counted.Single(i => i.Code == "cla.at-year-end");
        Assert.All(counted.Where(i => i.Code.StartsWith("cla.at-year-end.", StringComparison.Ordinal) && i.Lacks is null), i =>
        {
            Assert.Equal(inCare.Value, i.Value);
            Assert.Equal(inCare.Value, i.Groups.Sum(g => g.Count));
            Assert.Equal(inCare.Cases().Select(c => (c.Child, c.Row)), i.Cases().Select(c => (c.Child, c.Row)));
        });
        Assert.All(counted.Where(i => i.Unit == Unit.Children), i => Assert.Distinct(i.Cases().Select(c => c.Child)));
        Assert.All(counted.Where(i => i.Unit == Unit.Percentage && i.Value is not null), i => Assert.InRange(i.Value!.Value, 0, 100));
        Assert.Distinct(counted.Select(i => i.Code));
    }

    /// <summary>The numbers were counted from the files apart from this engine.</summary>
    [Theory]
    [InlineData("cla.at-year-end", 55, 55)]
    [InlineData("cla.started", 3, 3)]
    [InlineData("cla.ceased", 52, 52)]
    [InlineData("cla.unaccompanied", 3, 3)]
    [InlineData("cla.missing", 0, 108)]
    public void Count_OfOneReturn_IsAsCountedApart(string code, int numerator, int denominator)
    {
        var counted = LookedAfter().Count(TestContext.Current.CancellationToken).Single(i => i.Code == code);
        Assert.Equal((numerator, denominator), (counted.Numerator, counted.Denominator));
    }

    [Fact]
    public void Count_OfATableThatIsNotThere_SaysSo()
    {
        var placed = LookedAfter().Count(TestContext.Current.CancellationToken).Single(i => i.Code == "adoption.a2");
        Assert.Equal("the column DATE_MATCH of AD1", placed.Lacks);
        Assert.Null(placed.Value);
        Assert.Empty(placed.Cases());
    }

    [Fact]
    public void Count_Twice_IsTheSame()
    {
        var census = ReturnReader.Read([FileOf(Census)], [], new ReadOptions()).Return!;
        Assert.Equal(Told(census), Told(census));
        Assert.Equal(census.Count(TestContext.Current.CancellationToken).Select(i => i.Code), Trellis.Returns.Cin.IndicatorList.All.Select(i => i.Code));

        static List<string> Told(StatutoryReturn census) =>
            [.. census.Count(TestContext.Current.CancellationToken).SelectMany(i => i.Cases().Select(c => $"{i.Code} {i.Value} {c}"))];
    }

    private static StatutoryReturn LookedAfter()
    {
        string[] names = ["header", "episodes", "missing", "oc2", "oc3", "uasc"];
        return ReturnReader.Read([.. names.Select(n => FileOf($"{Folder}2021-{n}.csv"))], [.. names.Select(n => FileOf($"{Folder}2020-{n}.csv"))], new ReadOptions { Year = 2022 }).Return!;
    }

    private static ReturnFile FileOf(string name) => new(Path.GetFileName(name), () => File.OpenRead(SharedFolder.PlaceOf(name)));
}

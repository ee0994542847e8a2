namespace Trellis.GovUk.Tests.Conformance;

/// <summary>Every fixture of GOV.UK Frontend through our component of that name gives an equal DOM.</summary>
public sealed class GovUkFixtureTests
{
    public static TheoryData<string, string> Fixtures =>
        [.. Ours.Where(f => !LeftOut.ContainsKey(Key(f))).Select(f => new TheoryDataRow<string, string>(f.Component, f.Name))];

    // Components of the package that Trellis has no use for.
    private static readonly string[] NotOurs =
    [
        "cookie-banner", // it sets no cookie that needs consent
        "feedback", // every page's phase banner asks
        "header", // GOV.UK's own, with the crown
        "language-navigation", // one language
    ];

    // Fixtures that our components do not follow, and why.
    private static readonly Dictionary<(string Component, string Name), string> LeftOut = [];

    private static IEnumerable<Fixture> Ours => Fixture.All.Where(f => !NotOurs.Contains(f.Component));

    [Theory]
    [MemberData(nameof(Fixtures))]
    public async Task Render_Fixture_EqualDom(string component, string name)
    {
        var fixture = Fixture.All.Single(f => f.Component == component && f.Name == name);
        var expected = Dom.Of(fixture.Html);
        var actual = Dom.Of(await Markup.OfAsync(Mappers.For(fixture)));
        Assert.True(expected == actual, $"Expected:\n{expected}\nActual:\n{actual}");
    }

    [Fact]
    public void Fixtures_InThePackage_AreAllAccountedFor()
    {
        Assert.Equal(725, Fixture.All.Count);
        Assert.Equal(676, Ours.Count());
        Assert.Equal(676 - LeftOut.Count, Fixtures.Count);
        Assert.All(LeftOut.Keys, key => Assert.Contains(Ours, f => Key(f) == key));
    }

    [Fact]
    public async Task Render_LeftOutFixture_IsStillDifferent()
    {
        foreach (var fixture in Ours.Where(f => LeftOut.ContainsKey(Key(f))))
            Assert.NotEqual(Dom.Of(fixture.Html), Dom.Of(await Markup.OfAsync(Mappers.For(fixture))));
    }

    private static (string Component, string Name) Key(Fixture fixture) => (fixture.Component, fixture.Name);
}

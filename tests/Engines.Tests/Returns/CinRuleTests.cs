using Trellis.Returns.Cin;

namespace Trellis.Engines.Tests.Returns;

/// <summary>Every rule of the CIN census has cases of its own, written beside it.</summary>
public sealed class CinRuleTests
{
    public static TheoryData<string, int> Rules => [.. RuleList.All.Select(r => new TheoryDataRow<string, int>(r.Code, r.From))];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Cases_AreJudgedAsWritten(string code, int from) =>
        RuleCaseCheck.Ask(RuleList.All.Single(r => r.Code == code && r.From == from), Shapes.All, 2026, data => new Child(data));

    [Fact]
    public void Rules_HaveOneFormAYear() =>
        Assert.All(Enumerable.Range(2021, 6), year => Assert.Equal(RuleList.In(year).Count, RuleList.In(year).Select(r => r.Code).Distinct().Count()));
}

using Trellis.Returns.Ssda903;
using Trellis.Testing;

namespace Trellis.Engines.Tests.Returns;

/// <summary>Every case of the public checker of the SSDA903 is judged as it judges it, but for faults of its own, which are named here.</summary>
public sealed class Ssda903OracleTests
{
    private const string File = "oracles/returns/cases-903.json";

    private static readonly Dictionary<string, string> TheirFaults = new(StringComparer.Ordinal)
    {
        ["210"] = "It marks who came into care in the last week of the year, whom the rule excuses, and no one who came earlier.",
        ["374"] = "It spares placements that are still open, though the age is that at their beginning.",
        ["558"] = "It spares adopted children with one reversed decision and marks those with two; the rule knows no such difference.",
        ["233"] = "it asks for a column DATE_EPISODE_CEASED, which no return has: the field is DEC",
        ["354"] = "its case has a collection year that ends on 1 April",
        ["709"] = "it asks for a column PLACEMENT, which no return has: the field is PLACE",
        ["710"] = "it asks for a column PLACEMENT, which no return has: the field is PLACE",
    };

    private static readonly Lazy<List<PeerRule>> Given = new(() => PeerRule.Read(File, Shapes.All));

    /// <summary>A rule in one form, by the newest year in which it holds.</summary>
    public static TheoryData<string, int> Cases =>
        Given.Value is { Count: > 0 } rules ? [.. rules.Select(r => new TheoryDataRow<string, int>(r.Code, r.Year))] : [new TheoryDataRow<string, int>("none", 0)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void PublicChecker_JudgesTheSame(string code, int year)
    {
        SharedFolder.PlaceOf(File);
        Assert.SkipWhen(TheirFaults.TryGetValue(code, out var fault), $"Not compared: {fault}");
        var rule = RuleList.All.SingleOrDefault(r => r.Code == code && r.HoldsIn(year));
        Assert.True(rule is not null, $"There is no rule {code} in {year}.");
        Assert.All(Given.Value.Where(r => r.Code == code && r.Year == year).SelectMany(r => r.Cases), c => Assert.Equal(c.Expected, c.Judge(rule, data => new Child(data))));
    }
}

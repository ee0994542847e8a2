using Trellis.Returns.Cin;
using Trellis.Testing;

namespace Trellis.Engines.Tests.Returns;

/// <summary>Every case of the public checker of the CIN census is judged as it judges it, but for faults of its own, which are named here.</summary>
public sealed class CinOracleTests
{
    private const string File = "oracles/returns/cases-cin.json";

    private static readonly Dictionary<string, string> TheirFaults = new(StringComparer.Ordinal)
    {
        ["8935"] = "it finds open plans only where two have the same number, so never two plans that are open",
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

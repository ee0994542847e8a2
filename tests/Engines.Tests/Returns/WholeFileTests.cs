using System.Text.Json;
using Trellis.Returns;
using Trellis.Testing;

namespace Trellis.Engines.Tests.Returns;

/// <summary>A whole made-up return is judged as the public checker judged it, but for differences that are listed here, each with its reason.</summary>
public sealed class WholeFileTests
{
    private const string Answer = "oracles/returns/peer_fake_903_rules2026.json";
    private const string Folder = "data/synthetic-903-cin/ssda903_fake_csc-validator-be-903/";

    private static readonly Dictionary<string, string> Differences = new(StringComparer.Ordinal)
    {
    };

    [Fact]
    public void Ssda903_IsJudgedAsThePublicCheckerDoes()
    {
        using var answer = JsonDocument.Parse(File.ReadAllBytes(SharedFolder.PlaceOf(Answer)));
        string[] names = ["header", "episodes", "reviews", "uasc", "oc2", "oc3", "ad1", "placed_for_adoption", "previous_permanence", "missing", "sw_episodes", "DoLo"];
        var files = names.Select(n => n + ".csv").Select(n => new ReturnFile(n, () => File.OpenRead(SharedFolder.PlaceOf(Folder + n)))).ToList();
        var result = ReturnReader.Read(files, [], new ReadOptions { Year = 2018, Authority = "E08000003" }).Return!.Check(2026);
        var ours = result.Failures().Select(f => (f.Rule.Code, Row: $"{f.Table} {f.Row}")).ToLookup(f => f.Code, f => f.Row);
        var differing = new List<string>();
        foreach (var rule in answer.RootElement.GetProperty("rules").EnumerateObject().Where(r => r.Value.GetProperty("status").GetString() == "ran"))
        {
            string[] theirs = [.. rule.Value.GetProperty("fails").EnumerateObject().SelectMany(t => t.Value.EnumerateArray().Select(row => $"{t.Name} {row}"))];
            string[] missed = [.. theirs.Except(ours[rule.Name])];
            string[] more = [.. ours[rule.Name].Except(theirs)];
            if ((missed.Length > 0 || more.Length > 0) && !Differences.ContainsKey(rule.Name))
            {
                differing.Add($"{rule.Name}: {theirs.Length} theirs; not ours {missed.Length} ({string.Join(", ", missed.Take(3))}); ours alone {more.Length} ({string.Join(", ", more.Take(3))})");
            }
        }

        Assert.Empty(differing);
    }
}

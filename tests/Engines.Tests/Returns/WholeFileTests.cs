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
        ["1015"] = "theirs: it looks postcodes up and had no directory; ours is not run, for the return brings no PL_LA",
        ["169"] = "theirs: it looks postcodes up and had no directory; ours is not run, for the return brings no PL_LA",
        ["179"] = "theirs: it looks postcodes up and had no directory; ours is not run, for the return brings no PL_LOCATION",
        ["392a"] = "theirs: it reckons the distance and had no directory; ours is not run, for the return brings no PL_DISTANCE",
        ["392c"] = "theirs: it looks postcodes up and had no directory, so none is valid to it; ours asks for their form",
        ["406"] = "theirs: it reckons the distance; ours is not run, for the return brings no PL_DISTANCE",
        ["420"] = "theirs: it looks postcodes up; ours is not run, for the return brings no PL_LA",
        ["372"] = "ours: the age is that at the start of the placement, so a placement that is still open fails too; theirs spares it",
        ["373"] = "ours, as 372",
        ["374"] = "ours, as 372",
        ["389"] = "theirs: it marks two children of 16 whose episode has no end",
        ["347"] = "ours: the codes of a foyer are T1 and T2 in the return; theirs looks for T",
        ["558"] = "ours: every decision that was reversed counts; theirs marks children with two of them only",
        ["601"] = "ours: an adopted child without any row of AD1 lacks what the rule asks for; theirs looks only at rows that are there",
        ["634"] = "ours: the text says 1 April 2016; theirs takes the start of the collection year",
        ["1007"] = "ours: a child who is still looked after belongs here; theirs has it under 1016",
        ["1016"] = "ours, as 1007",
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
        var differs = new HashSet<string>(StringComparer.Ordinal);
        foreach (var rule in answer.RootElement.GetProperty("rules").EnumerateObject().Where(r => r.Value.GetProperty("status").GetString() == "ran"))
        {
            string[] theirs = [.. rule.Value.GetProperty("fails").EnumerateObject().SelectMany(t => t.Value.EnumerateArray().Select(row => $"{t.Name} {row}"))];
            string[] missed = [.. theirs.Except(ours[rule.Name])];
            string[] more = [.. ours[rule.Name].Except(theirs)];
            if (missed.Length + more.Length == 0)
            {
                continue;
            }

            differs.Add(rule.Name);
            if (!Differences.ContainsKey(rule.Name))
            {
                differing.Add($"{rule.Name}: {theirs.Length} theirs; not ours {missed.Length} ({string.Join(", ", missed.Take(3))}); ours alone {more.Length} ({string.Join(", ", more.Take(3))})");
            }
        }

        Assert.All(Differences.Keys, code => Assert.Contains(code, differs));
        Assert.True(differing.Count == 0, string.Join(Environment.NewLine, differing));
    }
}

using System.Diagnostics;
using System.Text;
using Trellis.Bench;
using Trellis.Returns;
using Trellis.Testing;

namespace Trellis.Engines.Tests.Returns;

/// <summary>What must hold of every return, tried on made-up ones and on spoilt files.</summary>
public sealed class ReturnPropertyTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("trellis-made-").FullName;

    public ReturnPropertyTests()
    {
        new MadeReturns(300).WriteLookedAfter(_folder);
        new MadeReturns(60).WriteInNeed(Path.Combine(_folder, "census.xml"));
    }

    /// <summary>Four seconds here, as long as wanted in <c>./bench N fuzz</c>.</summary>
    [Fact]
    public void Reading_OfAnyBytes_NeverThrows()
    {
        string[] names = ["header.csv", "episodes.csv", "reviews.csv", "oc2.csv", "census.xml"];
        byte[][] files = [.. names.Select(n => File.ReadAllBytes(Path.Combine(_folder, n)).Take(3000).ToArray())];
        var clock = Stopwatch.StartNew();
        for (var seed = 0; clock.Elapsed < TimeSpan.FromSeconds(4); seed++)
        {
            var spoilt = new SpoiltFiles(seed).Of(files[seed % files.Length]);
            var failure = Record.Exception(() =>
            {
                var read = ReturnReader.Read([new ReturnFile(names[seed % names.Length], () => new MemoryStream(spoilt))], [], new ReadOptions { Year = 2026 });
                read.Return?.Check();
                read.Return?.Count();
            });
            Assert.True(failure is null, $"Seed {seed}: {failure}");
        }
    }

    [Fact]
    public void Order_OfRows_NeverChangesWhatFails()
    {
        var files = Tables();
        var random = new Random(26);
        var shuffled = files.ToDictionary(f => f.Key, f => (string[])[f.Value[0], .. f.Value[1..].OrderBy(_ => random.Next())]);

        Assert.Equal(FailuresOf(files), FailuresOf(shuffled));
    }

    [Fact]
    public void AnUnrelatedChild_NeverChangesWhatFailsOfOthers()
    {
        var files = Tables();
        var more = files.ToDictionary(f => f.Key, f => f.Value);
        more["header.csv"] = [.. files["header.csv"], "999999999,M,01/05/2015,WBRI,,,"];
        more["episodes.csv"] = [.. files["episodes.csv"], "999999999,99/05/2025,Q,C2,N1,U1,PR1,,,,,,"];

        Assert.Equal(FailuresOf(files), FailuresOf(more).Where(f => !f.Contains("999999999", StringComparison.Ordinal)));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Dictionary<string, string[]> Tables() => Directory.EnumerateFiles(_folder, "*.csv").ToDictionary(f => Path.GetFileName(f), File.ReadAllLines);

    /// <summary>Each failure as the rule and the line of the file, in order.</summary>
    private static List<string> FailuresOf(Dictionary<string, string[]> tables)
    {
        var files = tables.Select(t => new ReturnFile(t.Key, () => new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', t.Value))))).ToList();
        var result = ReturnReader.Read(files, [], new ReadOptions { Year = 2026 }).Return!.Check();
        Assert.True(result.Count > 100);
        return [.. result.Failures().Select(f => $"{f.Rule.Code} {f.Table} {string.Join(',', result.CellsOf(f.Table!, f.Row!.Value).Select(c => c.Value))}").Order(StringComparer.Ordinal)];
    }
}

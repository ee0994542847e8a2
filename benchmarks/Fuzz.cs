using System.Diagnostics;
using Trellis.Returns;
using Trellis.Testing;

namespace Trellis.Bench;

/// <summary>Spoilt returns read, checked and counted for as long as wanted: whatever stands in a file, nothing is thrown.</summary>
internal static class Fuzz
{
    public static void Run(TimeSpan time, string folder, Report report)
    {
        new MadeReturns(100).WriteLookedAfter(folder);
        new MadeReturns(20).WriteInNeed(Path.Combine(folder, "census.xml"));
        (string Name, byte[] Bytes)[] files = [.. Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal).Select(f => (Path.GetFileName(f), File.ReadAllBytes(f)[..(int)Math.Min(4000, new FileInfo(f).Length)]))];
        var clock = Stopwatch.StartNew();
        var seed = 1_000_000;
        for (; clock.Elapsed < time; seed++)
        {
            var (name, bytes) = files[seed % files.Length];
            var spoilt = new SpoiltFiles(seed).Of(bytes);
            try
            {
                var read = ReturnReader.Read([new ReturnFile(name, () => new MemoryStream(spoilt))], [], new ReadOptions { Year = 2026 });
                read.Return?.Check();
                read.Return?.Count();
            }
            catch (Exception thrown) when (thrown is not OutOfMemoryException)
            {
                report.Fail($"spoilt return {seed} ({name})", thrown.ToString());
            }
        }

        Report.Say("spoilt returns read without a throw", $"{seed - 1_000_000:N0} in {clock.Elapsed.TotalSeconds:N0} s");
    }
}

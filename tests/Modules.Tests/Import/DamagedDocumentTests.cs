using Trellis.Plans.Import;

namespace Trellis.Modules.Tests.Import;

public sealed class DamagedDocumentTests
{
    private const int Variants = 300;

    [Fact]
    public void Read_DamagedVariants_EachLineIsRightOrInDoubt()
    {
        var text = GivenDocument.Text();
        var sound = GivenDocument.Read();
        var truth = LineTruth.Of(sound);
        var first = int.Parse(Environment.GetEnvironmentVariable("TRELLIS_SEED") ?? "1");
        var count = int.Parse(Environment.GetEnvironmentVariable("TRELLIS_VARIANTS") ?? $"{Variants}");

        var wrong = Enumerable.Range(first, count).Select(seed => DamagedDocument.Make(text, sound, seed)).SelectMany(damaged => Wrong(damaged, truth)).ToList();

        Assert.True(wrong.Count == 0, $"{wrong.Count} lines wrong in silence:\n{string.Join('\n', wrong.Take(40))}");
    }

    private static IEnumerable<string> Wrong(DamagedDocument damaged, Dictionary<int, string> truth)
    {
        var reading = PlanText.Read(damaged.Text);
        Assert.Equal(reading.Account.Count, reading.LinesMapped + reading.LinesLeft);
        var doubted = reading.Doubts.SelectMany(doubt => doubt.Lines).ToHashSet();
        var read = LineTruth.Of(reading);
        for (var i = 0; i < damaged.Lines.Count; i++)
        {
            var (text, origin) = damaged.Lines[i];
            if (string.IsNullOrWhiteSpace(text) || doubted.Contains(i + 1) || read[i + 1] == truth[origin])
            {
                continue;
            }

            yield return $"seed {damaged.Seed} ({string.Join(", ", damaged.Damages)}) line {i + 1} from {origin}: read {read[i + 1]}, truth {truth[origin]}\n" + Environment.GetEnvironmentVariable("TRELLIS_SHOW") switch { null => "", _ => string.Join("\n", damaged.Lines.Where(l => l.Text.Contains("  ") || l.Text.Contains((char)9)).Select(l => l.Text.Replace((char)9, (char)124))) + string.Join("\n", reading.Doubts.Select(d => d.Id + " " + string.Join(",", d.Lines) + d.Question + d.Options[0].Consequence)) };
        }
    }
}

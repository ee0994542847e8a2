using Trellis.Plans.Import;

namespace Trellis.Modules.Tests.Import;

public sealed class DamagedDocumentTests
{
    private const int Variants = 300;

    [Theory]
    [InlineData(1)]
    [InlineData(1_000_001)]
    public void Read_DamagedVariants_EachLineIsRightOrInDoubt(int firstSeed)
    {
        var text = GivenDocument.Text();
        var sound = GivenDocument.Read();
        var truth = LineTruth.Of(sound);

        var wrong = Enumerable
            .Range(firstSeed, Variants)
            .SelectMany(seed => Wrong(DamagedDocument.Make(text, sound, seed), truth))
            .ToList();

        Assert.True(wrong.Count == 0, $"{wrong.Count} lines wrong in silence:\n{string.Join('\n', wrong.Take(20))}");
    }

    /// <summary>To doubt everything would be no reading: most lines are read without a question, and most proposals are right.</summary>
    [Fact]
    public void Read_DamagedVariants_FewLinesAreInDoubtAndProposalsAreMostlyRight()
    {
        var text = GivenDocument.Text();
        var sound = GivenDocument.Read();
        var damaged = Enumerable
            .Range(1, Variants)
            .Select(seed => DamagedDocument.Make(text, sound, seed))
            .Where(variant => variant.Damages.Count == 1)
            .ToList();

        var readings = damaged.Select(variant => PlanText.Read(variant.Text)).ToList();

        var inDoubt = readings.Average(reading =>
            (double)reading.Doubts.SelectMany(doubt => doubt.Lines).Distinct().Count() / reading.Account.Count
        );
        var right = readings.Count(reading =>
            Counts(reading).SequenceEqual(Counts(sound).Select(count => count * reading.Priorities.Count))
        );
        Assert.InRange(inDoubt, 0.05, 0.25);
        Assert.InRange((double)right / readings.Count, 0.9, 1);
    }

    private static int[] Counts(PlanReading reading) =>
        [
            reading.Objectives.Count(),
            reading.KeyActions.Count(),
            reading.Milestones.Count(),
            reading.Indicators.Count(),
            reading.Risks.Count(),
            reading.Challenges.Count(),
        ];

    private static IEnumerable<string> Wrong(DamagedDocument damaged, Dictionary<int, string> truth)
    {
        var reading = PlanText.Read(damaged.Text);
        var doubted = reading.Doubts.SelectMany(doubt => doubt.Lines).ToHashSet();
        var read = LineTruth.Of(reading);
        for (var i = 0; i < damaged.Lines.Count; i++)
        {
            var (text, origin) = damaged.Lines[i];
            if (!string.IsNullOrWhiteSpace(text) && !doubted.Contains(i + 1) && read[i + 1] != truth[origin])
            {
                yield return $"seed {damaged.Seed} ({string.Join(", ", damaged.Damages)}) line {i + 1} from {origin}: read {read[i + 1]}, truth {truth[origin]}";
            }
        }
    }
}

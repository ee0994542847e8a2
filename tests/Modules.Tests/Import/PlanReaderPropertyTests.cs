using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Trellis.Plans.Import;

namespace Trellis.Modules.Tests.Import;

public sealed class PlanReaderPropertyTests
{
    private static readonly string[] Pieces =
    [
        "PRIORITY 1",
        "Theme 2: Play",
        "\t",
        "\t\t",
        "Key Actions",
        "Objective\tAction\tMilestone\tDue",
        "Risk\tType\tLevel",
        "- ",
        "  - ",
        "Challenges 2030/31",
        "Current activity",
        "Jan 2030",
        "Ongoing",
        "CS / P",
        "All managers",
        "**",
        "| a | b |",
        "|---|---|",
        "#",
        "     ",
        "\f",
        ":",
        ".",
        "lower case words",
        "Performance Indicators",
        "\u00A0",
        "\uD83D",
        "\"",
        ",",
        "Key - Overall Progress:",
    ];

    [Fact]
    public void Read_AnyLines_EachIsMappedOrLeftOver()
    {
        for (var seed = 0; seed < 2_000; seed++)
        {
            var random = new Random(seed);
            var lines = Enumerable
                .Range(0, random.Next(40))
                .Select(_ => string.Concat(Enumerable.Range(0, random.Next(6)).Select(_ => Pieces[random.Next(Pieces.Length)])))
                .ToList();
            var text = string.Join('\n', lines) + "x";
            var document = PlanText.Document(Encoding.UTF8.GetBytes(text), seed % 3 == 0 ? "plan.csv" : "plan.txt");

            var reading = PlanReader.Read(document);

            Assert.Equal(document.Blocks.Count, reading.LinesMapped + reading.LinesLeft);
            Assert.All(
                reading.Account,
                line => Assert.True(line.IsMapped == line.Reason is null && line.IsMapped == line.Place.Length > 0)
            );
            Assert.Equal(reading.Doubts.Count, reading.Doubts.Select(doubt => doubt.Id).Distinct().Count());
            Assert.All(
                reading.Doubts,
                doubt => Assert.True(doubt.Options.Count >= 2 && doubt.Options.Any(option => option.Key == doubt.Proposed))
            );
        }
    }

    [Fact]
    public void Read_EveryAnswerOfEveryDoubt_LosesNoLine()
    {
        var sound = GivenDocument.Read();
        foreach (var (doubt, option) in sound.Doubts.SelectMany(doubt => doubt.Options.Select(option => (doubt, option))))
        {
            var reading = GivenDocument.Read(new Dictionary<string, string> { [doubt.Id] = option.Key });

            Assert.Equal(0, reading.LinesLeft);
            Assert.Contains(reading.Doubts, again => again.Id == doubt.Id && again.Answer == option.Key);
        }
    }

    [Fact]
    public void Read_BigPlan_HasEveryMilestone()
    {
        var text = BigPlan.Text();
        PlanText.Read(text);
        var clock = Stopwatch.StartNew();

        var reading = PlanText.Read(text);

        TestContext.Current.SendDiagnosticMessage($"Big plan read in {clock.ElapsedMilliseconds} ms");
        Assert.Equal((50, 2_000, 10_000), (reading.Priorities.Count, reading.KeyActions.Count(), reading.Milestones.Count()));
        Assert.Empty(reading.Doubts);
        Assert.Equal(0, reading.LinesLeft);
    }

    [Fact]
    public void Write_Json_GivesTheCountsAndTheTree()
    {
        using var stream = new MemoryStream();
        PlanReadingJson.Write(stream, GivenDocument.Read());

        var json = JsonDocument.Parse(stream.ToArray()).RootElement;

        Assert.Equal(
            (1, 5, 8, 19, 5),
            (Count("priorities"), Count("objectives"), Count("keyActions"), Count("milestones"), Count("indicators"))
        );
        Assert.Equal(
            (3, 15, 213, 136, 136, 0),
            (
                Count("risks"),
                Count("challenges"),
                Count("linesTotal"),
                Count("linesNonEmpty"),
                Count("linesMapped"),
                Count("linesLeft")
            )
        );
        Assert.Equal(Count("doubts"), json.GetProperty("doubtList").GetArrayLength());
        Assert.Equal(
            "2014-12-31",
            json.GetProperty("tree")[0]
                .GetProperty("objectives")[0]
                .GetProperty("actions")[0]
                .GetProperty("milestones")[1]
                .GetProperty("due")
                .GetProperty("date")
                .GetString()
        );

        int Count(string name) => json.GetProperty(name).GetInt32();
    }
}

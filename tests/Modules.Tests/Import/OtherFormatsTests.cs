using System.Text;
using Trellis.Plans.Import;

namespace Trellis.Modules.Tests.Import;

public sealed class OtherFormatsTests
{
    [Fact]
    public void Read_Csv_GivesTheSamePlan() => AssertSame(PlanText.Read(OtherFormats.Csv(GivenDocument.Text()), "plan.csv"));

    [Fact]
    public void Read_CsvWithSemicolonsInUtf16_GivesTheSamePlan() =>
        AssertSame(Read([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(OtherFormats.Csv(GivenDocument.Text(), ';'))], "plan.csv"));

    [Fact]
    public void Read_Markdown_GivesTheSamePlan() =>
        AssertSame(PlanText.Read(OtherFormats.Markdown(GivenDocument.Text()), "plan.md"));

    [Fact]
    public void Read_Word_GivesTheSamePlan() => AssertSame(Read(OtherFormats.Word(GivenDocument.Text()), "plan.docx"));

    [Fact]
    public void Read_Excel_GivesTheSamePlan() => AssertSame(Read(OtherFormats.Excel(GivenDocument.Text()), "plan.xlsx"));

    [Fact]
    public void Read_ExcelWithShading_ReadsOverallProgress()
    {
        var fills = new Dictionary<int, string>
        {
            [181] = "00B050",
            [184] = "FFC000",
            [186] = "FF0000",
            [187] = "C6EFCE",
            [191] = "0070C0",
        };

        var reading = Read(OtherFormats.Excel(GivenDocument.Text(), fills), "plan.xlsx");

        Assert.Equal([0, 1, 2, 0, null, null, null, null], reading.KeyActions.Select(action => action.Progress.State));
    }

    [Theory]
    [InlineData("On track", 0)]
    [InlineData("Green", 0)]
    [InlineData("Amber", 1)]
    [InlineData("RED", 2)]
    [InlineData("\U0001F7E2", 0)]
    [InlineData("\U0001F534", 2)]
    [InlineData("", null)]
    public void Read_WordInProgressCell_IsAState(string written, int? state)
    {
        var lines = GivenDocument.Text().Split('\n');
        lines[180] = lines[180].TrimEnd('\r') + written;

        Assert.Equal(state, Read(OtherFormats.Excel(string.Join('\n', lines)), "plan.xlsx").KeyActions.First().Progress.State);
    }

    private static PlanReading Read(byte[] bytes, string name) => PlanReader.Read(PlanText.Document(bytes, name));

    private static void AssertSame(PlanReading reading)
    {
        var sound = GivenDocument.Read();
        Assert.Empty(reading.Account.Where(line => !line.IsMapped).Select(line => line.Where));
        Assert.Equal(
            sound.KeyActions.Select(action => (action.Title, action.OwnerText, action.Milestones.Count)),
            reading.KeyActions.Select(action => (action.Title, action.OwnerText, action.Milestones.Count))
        );
        Assert.Equal(
            sound.Milestones.Select(milestone => (milestone.Text, milestone.Due.Date)),
            reading.Milestones.Select(milestone => (milestone.Text, milestone.Due.Date))
        );
        Assert.Equal(
            sound.Indicators.Sum(indicator => indicator.Reviewers.Count),
            reading.Indicators.Sum(indicator => indicator.Reviewers.Count)
        );
        Assert.Equal(sound.Risks.Select(risk => (risk.Name, risk.Level)), reading.Risks.Select(risk => (risk.Name, risk.Level)));
        Assert.Equal(
            sound.Challenges.Select(challenge => (challenge.Text, challenge.Parent)),
            reading.Challenges.Select(challenge => (challenge.Text, challenge.Parent))
        );
        Assert.Equal(
            sound.Priorities[0].Sections.Select(section => section.Heading),
            reading.Priorities[0].Sections.Select(section => section.Heading)
        );
        Assert.Equal(sound.Priorities[0].NarrativeIndicators.Count, reading.Priorities[0].NarrativeIndicators.Count);
        Assert.Equal(sound.Priorities[0].ProgressStates.Count, reading.Priorities[0].ProgressStates.Count);
        Assert.Equal(sound.Doubts.Select(doubt => doubt.Kind).Order(), reading.Doubts.Select(doubt => doubt.Kind).Order());
    }
}

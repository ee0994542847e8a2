using System.Text.RegularExpressions;

namespace Trellis.GovUk.Tests.Charts;

/// <summary>The colours of pictures, as the build made them: text has a contrast of 4.5 with white, marks and lines 3.</summary>
public sealed class DrawingColourTests
{
    private static readonly string rules = ReadRules();

    [Theory]
    [InlineData("chart__axis|chart__end--own", "fill", 4.5)]
    [InlineData("mark--[a-z]+|chart__bar--[a-z]+", "fill", 3)]
    [InlineData("mark--[a-z]+\\.trellis-mark--hollow|mark__ring", "stroke", 3)]
    [InlineData("line--(?:own|judged|target|base|break|on|compared-\\d)|line|area", "stroke", 3)]
    public void Colours_StandOutFromWhite(string names, string property, double least)
    {
        var colours = Colours($"\\.trellis-(?:{names})", property);
        Assert.NotEmpty(colours);
        Assert.All(colours, colour => Assert.True(colour.ContrastWith(Colour.White) >= least, $"{colour} on white"));
    }

    [Fact]
    public void Shades_GetDarkerInClearSteps()
    {
        var contrasts = Colours("\\.trellis-area--\\d", "fill").Select(colour => colour.ContrastWith(Colour.White)).ToList();
        Assert.Equal(5, contrasts.Count);
        Assert.All(contrasts.Zip(contrasts.Skip(1)), pair => Assert.True(pair.Second / pair.First >= 1.3));
    }

    private static List<Colour> Colours(string selector, string property) =>
        [
            .. Regex
                .Matches(
                    rules,
                    $"(?<=^|[{{}},]){selector}{{(?:[^}}]*;)?{property}:(#[0-9a-f]{{6}})",
                    RegexOptions.None,
                    TimeSpan.FromSeconds(1)
                )
                .Select(match => Colour.Parse(match.Groups[1].Value)),
        ];

    private static string ReadRules()
    {
        using var reader = new StreamReader(typeof(ChartFile).Assembly.GetManifestResourceStream("chart.css")!);
        return reader.ReadToEnd();
    }
}

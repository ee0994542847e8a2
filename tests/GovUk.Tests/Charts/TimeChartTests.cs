using System.Globalization;
using AngleSharp.Dom;

namespace Trellis.GovUk.Tests.Charts;

public sealed class TimeChartTests
{
    [Fact]
    public async Task Picture_HasNameAndDescription()
    {
        var page = await ChartAsync([
            new("April 2025", "Apr 25", 62)
            {
                State = PointState.CommonCause,
                Mean = 60,
                Lower = 50,
                Upper = 70,
            },
            new("May 2025", "May 25", null) { Shorthand = "[c]" },
            new("June 2025", "Jun 25", 71.5m)
            {
                State = PointState.Concern,
                Mean = 60,
                Lower = 50,
                Upper = 70,
                Target = 55,
                Provisional = true,
            },
        ]);

        var picture = page.QuerySelector("svg[role=img]")!;
        var described = picture.GetAttribute("aria-labelledby")!.Split(' ').Select(id => page.GetElementById(id)!.TextContent);
        Assert.Equal(
            [
                "Referrals",
                "Line chart of 3 points from April 2025 to June 2025. Values are between 62 (April 2025) and 71.5 (June 2025). "
                    + "The latest is 71.5 (June 2025), provisional. 1 of 3 values are missing. The mean is now 60, with limits of 50 and 70. "
                    + "The target is 55. Special cause: concern at June 2025. The axis starts at 50, not at 0.",
            ],
            described
        );
    }

    [Fact]
    public async Task Table_HasOnlyTheColumnsThatThereAre()
    {
        var page = await ChartAsync(
            [new("2024", "2024", 1234.5m) { Target = 1300 }, new("2025", "2025", null) { Shorthand = "[c]" }],
            chart => chart["Comparators"] = new Comparator[] { new("England", [70, 71]) }
        );
        Assert.Equal(
            ["Period", "Value", "Target", "England"],
            page.QuerySelectorAll("thead th").Select(cell => cell.TextContent)
        );
        Assert.Equal(
            ["2024", "1,234.5", "1,300", "70", "2025", "[c]", "", "71"],
            page.QuerySelectorAll("tbody th, tbody td").Select(cell => cell.TextContent)
        );
    }

    [Fact]
    public async Task Table_SaysTheStateInWords()
    {
        var page = await ChartAsync([
            new("May", "May", 3)
            {
                State = PointState.High,
                Note = "Above the upper limit",
                Rebased = true,
                Provisional = true,
            },
        ]);
        Assert.Equal(
            "Special cause: high. Provisional. Above the upper limit. Mean and limits calculated anew",
            page.QuerySelector("tbody td:last-child")!.TextContent
        );
    }

    [Fact]
    public async Task Marks_AValueAtTheEndOfTheAxisStandsAtTheTop()
    {
        var page = await ChartAsync([new("a", "a", 0), new("b", "b", 100)]);
        var lines = page.QuerySelectorAll("line[class^=trellis-line--]").Select(line => line.GetAttribute("y1")).ToList();
        Assert.Equal(
            [(lines[0], "25%"), (lines[^1], "75%")],
            page.QuerySelectorAll("use.trellis-mark").Select(mark => (mark.GetAttribute("y"), mark.GetAttribute("x")!))
        );
    }

    [Fact]
    public async Task Marks_ShapeAndColourBothSayTheState()
    {
        var states = Enum.GetValues<PointState>();
        var page = await ChartAsync([.. states.Select(state => new TimePoint($"{state}", "", 1) { State = state })]);
        Assert.Equal(
            [
                "none #chart-dot",
                "commoncause #chart-dot",
                "improvement #chart-diamond",
                "concern #chart-square",
                "high #chart-up",
                "low #chart-down",
            ],
            page.QuerySelectorAll("[role=img] use")
                .Select(mark => $"{mark.ClassName!.Split("--")[1]} {mark.GetAttribute("href")}")
        );
        Assert.Equal(
            ["Common cause", "Special cause: improvement", "Special cause: concern", "Special cause: high", "Special cause: low"],
            page.QuerySelectorAll(".trellis-key__item").Select(item => item.TextContent)
        );
    }

    [Fact]
    public async Task Gap_IsSaidOnceForAllOfIt()
    {
        var page = await ChartAsync([
            new("a", "a", 1),
            new("b", "b", null) { Shorthand = "[c]" },
            new("c", "c", null) { Shorthand = "[c]" },
            new("d", "d", null) { Shorthand = "[z]" },
        ]);
        Assert.Equal(
            [("[c]", "50%"), ("[z]", "87.5%")],
            page.QuerySelectorAll("text.trellis-chart__over").Select(gap => (gap.TextContent, gap.GetAttribute("x")!))
        );
    }

    [Fact]
    public async Task Provisional_IsHollow()
    {
        var page = await ChartAsync([new("a", "a", 1), new("b", "b", 2) { Provisional = true }]);
        Assert.Equal(
            [false, true],
            page.QuerySelectorAll("[role=img] use").Select(mark => mark.ClassList.Contains("trellis-mark--hollow"))
        );
    }

    [Fact]
    public async Task Break_StandsBeforeItsPointWithItsWords()
    {
        var page = await ChartAsync(
            [new("a", "a", 1), new("b", "b", 2)],
            chart => chart["Breaks"] = new SeriesBreak[] { new(1, "Definition changed") }
        );
        Assert.Equal("50%", page.QuerySelector(".trellis-line--break")!.GetAttribute("x1"));
        Assert.Contains("Definition changed", page.QuerySelectorAll("text").Select(words => words.TextContent));
        Assert.Contains("Definition changed from b.", page.QuerySelector("desc")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ends_NameEachLine()
    {
        var page = await ChartAsync(
            [
                new("a", "a", 60)
                {
                    Target = 61,
                    Mean = 62,
                    Lower = 61,
                    Upper = 63,
                },
            ],
            chart => chart["Comparators"] = new Comparator[] { new("Statistical neighbours", [61.5m]) }
        );
        var words = page.QuerySelectorAll("text.trellis-chart__end").Select(text => text.TextContent).ToList();
        Assert.Equal(
            [
                "Borsetshire",
                "60",
                "Target 61",
                "Upper limit",
                "63",
                "Mean 62",
                "Lower limit",
                "61",
                "Statistical",
                "neighbours",
                "61.5",
            ],
            words
        );
        var lines = page.QuerySelectorAll("text.trellis-chart__end")
            .Select(text => double.Parse(text.GetAttribute("y")!, CultureInfo.InvariantCulture))
            .Order()
            .ToList();
        Assert.All(lines.Zip(lines.Skip(1)), pair => Assert.True(pair.Second - pair.First >= 15.9));
    }

    public static TheoryData<decimal?[]> Extremes =>
        new([], [null], [0], [5, 5, 5], [-3, -8], [decimal.MaxValue, decimal.MinValue], [0.0000001m, 0.0000002m]);

    [Theory]
    [MemberData(nameof(Extremes))]
    public async Task Extremes_AreDrawnWithPlainNumbers(decimal?[] values)
    {
        var page = await ChartAsync([.. values.Select((value, i) => new TimePoint($"{i}", $"{i}", value))]);
        Assert.Equal(values.Length, page.QuerySelectorAll("tbody tr").Length);
        Assert.Equal(values.OfType<decimal>().Count(), page.QuerySelectorAll("[role=img] use").Length);
        PlainNumbers.In(page);
    }

    [Fact]
    public async Task AnotherCulture_TheSamePicture()
    {
        TimePoint[] points = [new("a", "a", 1234.5m), new("b", "b", 2.25m), new("c", "c", -3)];
        var here = (await ChartAsync(points)).DocumentElement.OuterHtml;
        var was = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("de-DE")
            {
                NumberFormat = { NumberDecimalSeparator = ",", NegativeSign = "−" },
            };
            Assert.Equal(here, (await ChartAsync(points)).DocumentElement.OuterHtml);
        }
        finally
        {
            CultureInfo.CurrentCulture = was;
        }
    }

    private static Task<IDocument> ChartAsync(TimePoint[] points, Action<Parameters>? also = null)
    {
        var parameters = new Parameters
        {
            ["Id"] = "chart",
            ["Title"] = "Referrals",
            ["SeriesName"] = "Borsetshire",
            ["Points"] = points,
        };
        also?.Invoke(parameters);
        return Markup.PageOfAsync<TimeChart>(parameters);
    }
}

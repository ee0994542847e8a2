using System.Xml.Linq;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Trellis.GovUk.Tests.KitchenSink;

namespace Trellis.GovUk.Tests.Charts;

public sealed class ChartFileTests
{
    private static readonly XNamespace svg = "http://www.w3.org/2000/svg";

    private static readonly Dictionary<string, object?> parameters = new()
    {
        ["Id"] = "chart",
        ["Title"] = "Referrals & contacts",
        ["Finding"] = "Contacts fell by £5 \u2013 \"a little\".",
        ["Points"] = new TimePoint[]
        {
            new("2024", "2024", 3) { State = PointState.CommonCause },
            new("2025", "2025", 2) { State = PointState.Low },
        },
    };

    [Fact]
    public async Task Render_IsAnSvgDocumentOfFixedSizeWithItsRules()
    {
        var document = XDocument.Parse(await RenderAsync());

        var root = document.Root!;
        Assert.Equal(svg + "svg", root.Name);
        Assert.Equal("960", root.Attribute("width")!.Value);
        Assert.Equal($"0 0 960 {root.Attribute("height")!.Value}", root.Attribute("viewBox")!.Value);
        Assert.Contains(".trellis-mark--low", root.Element(svg + "style")!.Value, StringComparison.Ordinal);
        Assert.All(document.Descendants(), element => Assert.Equal(svg, element.Name.Namespace));
    }

    [Fact]
    public async Task Render_SaysFindingTitleAndKey()
    {
        var document = XDocument.Parse(await RenderAsync());
        Assert.Equal(
            ["Contacts fell by £5 – \"a little\".", "Referrals & contacts", "Common cause", "Special cause: low"],
            document.Root!.Elements(svg + "text").Select(text => text.Value)
        );
    }

    [Fact]
    public async Task Render_AsksForNothingElse()
    {
        var text = await RenderAsync();
        Assert.DoesNotContain("@import", text, StringComparison.Ordinal);
        Assert.DoesNotContain("url(h", text, StringComparison.Ordinal);
        var ids = XDocument.Parse(text).Descendants().Attributes("id").Select(id => "#" + id.Value).ToHashSet();
        Assert.All(XDocument.Parse(text).Descendants().Attributes("href"), href => Assert.Contains(href.Value, ids));
    }

    [Fact]
    public void From_NoChart_Throws() => Assert.Throws<ArgumentException>(() => ChartFile.From("<p>Nothing</p>"));

    [Fact]
    public async Task From_EveryChartOfTheKitchenSink_IsADocument()
    {
        var page = await Markup.OfAsync<AllCharts>(new());
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "trellis-kitchen-sink")).FullName;
        foreach (var (figure, i) in page.Split("<figure")[1..].Select((figure, i) => (figure, i)))
        {
            var file = ChartFile.From("<figure" + figure);
            Assert.NotEmpty(XDocument.Parse(file).Root!.Elements(svg + "svg"));
            await File.WriteAllTextAsync(Path.Combine(folder, $"chart-{i}.svg"), file);
        }
    }

    private static async Task<string> RenderAsync()
    {
        await using var services = new ServiceCollection().AddLogging().BuildServiceProvider();
        return await ChartFile.RenderAsync<TimeChart>(services, NullLoggerFactory.Instance, parameters);
    }
}

using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Trellis.GovUk.Tests.Charts;

public sealed class MapShapesTests
{
    private const string Square = "[[[0,0],[100000,0],[100000,200000],[0,200000],[0,0]]]";

    [Fact]
    public void Read_NationalGrid_FillsTheBoxWithNorthUp()
    {
        var map = Read(100, Feature("Polygon", Square));
        Assert.Equal((50, 100), (map.Width, map.Height));
        Assert.Equal("M0 100l50 0 0 -100 -50 0z", Assert.Single(map.Shapes).Path);
    }

    [Fact]
    public void Read_Degrees_AreSqueezedByTheLatitude()
    {
        // At 60 degrees north a degree of longitude is half as long as one of latitude.
        var map = Read(100, Feature("Polygon", "[[[0,59.5],[1,59.5],[1,60.5],[0,60.5],[0,59.5]]]"));
        Assert.Equal(50, map.Width, 6);
        Assert.Equal(100, map.Height, 6);
    }

    [Fact]
    public void Read_Properties_AreText() =>
        Assert.Equal("Ward 1", Read(100, Feature("Polygon", Square)).Shapes[0].Properties["name"]);

    [Fact]
    public void Read_MultiPolygonAndHole_EachRingIsDrawn()
    {
        const string hole = "[[10000,10000],[10000,90000],[90000,90000],[90000,10000],[10000,10000]]";
        const string island = "[[[200000,0],[300000,0],[300000,200000],[200000,0]]]";
        var map = Read(300, Feature("MultiPolygon", $"[[{Square[1..^1]},{hole}],{island}]"));
        Assert.Equal(3, Assert.Single(map.Shapes).Path.Count(letter => letter == 'z'));
    }

    [Fact]
    public void Read_ARingSmallerThanAPixel_IsLeftOut()
    {
        const string rock = "[[[150000,0],[150100,0],[150100,100],[150000,0]]]";
        var map = Read(100, Feature("Polygon", Square), Feature("Polygon", rock));
        Assert.Single(map.Shapes);
    }

    [Fact]
    public void Read_WithoutGeometry_HasNoShape() =>
        Assert.Single(Read(100, """{"type":"Feature","properties":{},"geometry":null}""", Feature("Polygon", Square)).Shapes);

    [Theory]
    [InlineData("", "This is not GeoJSON")]
    [InlineData("[]", "The collection has no \"features\"")]
    [InlineData("{\"features\":[]}", "This map has no area.")]
    [InlineData("{\"features\":[7]}", "Feature 1 has no \"geometry\"")]
    [InlineData("{\"features\":[{\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,2]}}]}", "Feature 1 is a Point")]
    [InlineData("{\"features\":[{\"geometry\":{\"type\":\"Polygon\"}}]}", "Feature 1 has no \"coordinates\"")]
    [InlineData("{\"features\":[{\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[7]}}]}", "not lists of positions")]
    [InlineData(
        "{\"features\":[{\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[1,2],[3,\"4\"],[5,6],[1,2]]]}}]}",
        "not two numbers"
    )]
    [InlineData(
        "{\"features\":[{\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[1,2],[3,4],[5,6],[7,8]]]}}]}",
        "not closed"
    )]
    [InlineData(
        "{\"features\":[{\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[1,1e999],[3,4],[5,6],[1,2]]]}}]}",
        "not two numbers"
    )]
    [InlineData(
        "{\"features\":[{\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[1,2],[1,2],[1,2],[1,2]]]}}]}",
        "This map has no area."
    )]
    public void Read_Malformed_SaysWhatIsWrong(string json, string expected)
    {
        var wrong = Assert.Throws<FormatException>(() => MapShapes.Read(Encoding.UTF8.GetBytes(json)));
        Assert.Contains(expected, wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_WardsOfBlackpool_AreAllThereAndSmall()
    {
        var map = MapShapes.Read(SharedFile.Read("data/geography/blackpool_wards_2025_WD25.geojson"));

        Assert.Equal(21, map.Shapes.Count);
        Assert.Contains("Anchorsholme", map.Shapes.Select(shape => shape.Properties["WD25NM"]));
        Assert.InRange(map.Width / map.Height, 0.4, 0.8);
        Assert.InRange(map.Shapes.Sum(shape => shape.Path.Length), 1, 15_000);
        Assert.All(
            map.Shapes,
            shape =>
                Assert.Matches(
                    new Regex(@"^(M[\d.]+ [\d.]+l[-\d. ]+z)+$", RegexOptions.None, TimeSpan.FromSeconds(1)),
                    shape.Path
                )
        );
    }

    private static MapShapes Read(int box, params string[] features) =>
        MapShapes.Read(
            Encoding.UTF8.GetBytes(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $$"""{"type":"FeatureCollection","features":[{{string.Join(',', features)}}]}"""
                )
            ),
            box,
            box
        );

    private static string Feature(string type, string coordinates) =>
        $$$"""{"type":"Feature","properties":{"name":"Ward 1"},"geometry":{"type":"{{{type}}}","coordinates":{{{coordinates}}}}}""";
}

using System.Text;
using Trellis.Linkage;
using Xunit;

namespace Trellis.Engines.Tests.Linkage;

public sealed class RecordReaderTests
{
    private const string Map = """{"id": "Id", "given": ["First", "Second"], "family": "Family", "birth": "Born", "nhsNumber": "NHS"}""";

    [Fact]
    public void Read_QuotesSeparatorsAndByteOrderMark_AreUnderstood()
    {
        var records = Read("\uFEFFId;First;Second;Family;Born;NHS\r\n1;Anna;;\"O'Brien; née \"\"Smith\"\"\";25/06/2009;943 476 5919\r\n\r\n\"2\"; anna ;Maria;unknown;;9434765918\n");
        Assert.Equal(2, records.Count);
        Assert.Equal(["1", "anna", "obrien nee smith", "2009-06-25", "9434765919"], Row(records, 0));
        Assert.Equal(["2", "anna maria", "", "", ""], Row(records, 1));
    }

    [Fact]
    public void Read_WithoutIds_NamesRecordsByTheirPlace()
    {
        var map = FieldMap.Parse("""{"family": "n"}"""u8.ToArray());
        var records = RecordReader.Read([new("a", "n\nx\ny"u8.ToArray()), new("b", "n\nz\n"u8.ToArray())], map);
        Assert.Equal(["1", "2", "1"], Enumerable.Range(0, 3).Select(records.IdOf));
        Assert.Equal([0, 0, 1], Enumerable.Range(0, 3).Select(records.SourceOf));
    }

    [Fact]
    public void Read_ColumnIsMissing_SaysWhich()
    {
        var wrong = Assert.Throws<FormatException>(() => Read("Id,First,Second,Family,Born\n"));
        Assert.Contains("“NHS”", wrong.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"given\": 1}")]
    [InlineData("{\"nickname\": \"a\"}")]
    [InlineData("{\"given\": \"a\"")]
    public void Map_ThatIsNone_IsRefused(string json) => Assert.Throws<FormatException>(() => FieldMap.Parse(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void Read_ManyRows_NoneIsLost()
    {
        var text = new StringBuilder("id,truth,given,family,born,sex,postcode\n");
        for (var i = 0; i < 70_000; i++)
        {
            text.Append($"{i},{i},a{i % 10},b,,,\n");
        }

        var records = MadePersons.Read(new RecordFile("many.csv", Encoding.UTF8.GetBytes(text.ToString())));
        Assert.Equal(70_000, records.Count);
        Assert.Equal(["0", "32768", "69999"], new[] { 0, 32_768, 69_999 }.Select(records.IdOf));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void Read_CellsOfAnyLength_AreCutWhereTheyEnd(string newLine)
    {
        // Bytes are looked at many at a time: ends of cells, quotes and the end of the text fall on every place among them.
        for (var last = 0; last < 70; last++)
        {
            var names = Enumerable.Range(0, 140).Select(i => new string((char)('a' + (i % 26)), 1 + (i * 7 % 71))).Append(new string('z', last + 1)).ToList();
            var rows = names.Select((name, i) => i % 5 == 0 ? $"{i},\"{name}, {name}\",\"a\"\"b\"" : $"{i},{name},");
            var records = RecordReader.Read([new RecordFile("f.csv", Encoding.UTF8.GetBytes("id,n,m" + newLine + string.Join(newLine, rows)))], FieldMap.Parse("""{"id": "id", "family": "n", "other": "m"}"""u8.ToArray()));
            Assert.Equal(names.Select((name, i) => i % 5 == 0 ? (string[])[$"{i}", $"{name} {name}", "a b"] : [$"{i}", name, ""]), Enumerable.Range(0, records.Count).Select(r => Row(records, r)));
        }
    }

    private static RecordSet Read(string text) => RecordReader.Read([new RecordFile("f.csv", Encoding.UTF8.GetBytes(text))], FieldMap.Parse(Encoding.UTF8.GetBytes(Map)));

    private static string[] Row(RecordSet records, int record) => [records.IdOf(record), .. Enumerable.Range(0, records.Map.Fields.Count).Select(f => records.ValueOf(record, f))];
}

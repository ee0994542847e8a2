using System.Text;
using Trellis.Returns;

namespace Trellis.Engines.Tests.Returns;

/// <summary>What a collection year has no table, column or code for is said with its place, and stays in the return.</summary>
public sealed class YearFormTests
{
    [Theory]
    [InlineData("header.csv", "SEX", "1", 2024, true)]
    [InlineData("header.csv", "SEX", "1", 2025, false)]
    [InlineData("header.csv", "SEX", "M", 2024, false)]
    [InlineData("header.csv", "SEX", "M", 2025, true)]
    [InlineData("episodes.csv", "PLACE", "H5", 2024, true)]
    [InlineData("episodes.csv", "PLACE", "H5", 2025, false)]
    [InlineData("episodes.csv", "PLACE", "K3", 2024, false)]
    [InlineData("episodes.csv", "PLACE", "Z11", 2025, false)]
    [InlineData("episodes.csv", "PLACE", "Z11", 2027, true)]
    [InlineData("episodes.csv", "REC", "E43", 2018, true)]
    [InlineData("episodes.csv", "REC", "E43", 2019, false)]
    [InlineData("episodes.csv", "REC", "E45", 2018, false)]
    [InlineData("episodes.csv", "REASON_PLACE_CHANGE", "CUSTOD", 2018, false)]
    [InlineData("oc3.csv", "ACTIV", "F3", 2021, true)]
    [InlineData("oc3.csv", "ACTIV", "F3", 2022, false)]
    [InlineData("oc3.csv", "ACTIV", "F4", 2021, false)]
    [InlineData("header.csv", "SEX", "?", 2016, true)]
    public void Read_ACode_IsAskedOfItsYear(string file, string column, string code, int year, bool isKnown)
    {
        var read = Read(year, (file, $"CHILD,{column}\n1,\n2,{code}\n"));

        var said = read.Departures.Select(d => $"{d.File} {d.Line} {d.Column}").ToList();
        Assert.Equal(isKnown ? [] : [$"{file} 3 {column}"], said);
        Assert.Equal(code, Cell(read, column));
    }

    [Fact]
    public void Read_ACodeBelowABrokenLine_IsSaidWithItsLineInTheFile()
    {
        var read = Read(2026, ("episodes.csv", "CHILD,HOME_POST,LS\n1,\"AB1\nY\",C2\n\n2,,CARE\n"));

        Assert.Equal(5, Assert.Single(read.Departures).Line);
    }

    [Fact]
    public void Read_LastYearsFile_IsAskedOfItsOwnYear()
    {
        var read = Read(2025, ("header.csv", "CHILD,SEX\n1,M\n"), ("header_last.csv", "CHILD,SEX\n1,1\n2,M\n"));

        var said = Assert.Single(read.Departures);
        Assert.Equal(("header_last.csv", 3), (said.File, said.Line));
        Assert.Contains("2024", said.What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sw_episodes.csv", "CHILD,SW_ID,SW_REASON\n1,AB1,MANAGE\n", 2023, 2024)]
    [InlineData("dolo.csv", "CHILD,DOLO_START,DOLO_END\n1,01/05/2025,\n", 2026, 2027)]
    public void Read_ATableOfLaterYears_IsKeptAndSaid(string file, string text, int before, int from)
    {
        var read = Read(before, (file, text));

        Assert.Contains(from.ToString(System.Globalization.CultureInfo.InvariantCulture), Assert.Single(read.Departures).What, StringComparison.Ordinal);
        Assert.Equal(1, Assert.Single(read.Return!.Tables).Value);
        Assert.Empty(Read(from, (file, text)).Departures);
    }

    [Fact]
    public void Read_AColumnThatOnlyXmlHas_IsKeptAndSaid()
    {
        var read = Read(2026, ("episodes.csv", "CHILD,DECOM,PL_LA\n1,01/05/2025,E06000009\n"));

        Assert.Equal((1, "PL_LA"), (Assert.Single(read.Departures).Line, read.Departures[0].Column));
        Assert.Equal("E06000009", Cell(read, "PL_LA", 0));
    }

    [Theory]
    [InlineData(2023, "Sex", "M", true)]
    [InlineData(2024, "Sex", "M", false)]
    [InlineData(2024, "GenderCurrent", "9", true)]
    [InlineData(2025, "GenderCurrent", "9", false)]
    [InlineData(2025, "Sex", "U", true)]
    [InlineData(2026, "Sex", "9", false)]
    public void Read_ACensus_IsAskedOfItsYear(int year, string element, string code, bool isKnown)
    {
        var read = Read(null, ("census.xml", $"<Message><Header><CollectionDetails><ReferenceDate>{year}-03-31</ReferenceDate></CollectionDetails></Header><Children>\n<Child><ChildIdentifiers>\n<LAchildID>1</LAchildID><{element}>{code}</{element}></ChildIdentifiers></Child></Children></Message>"));

        Assert.Equal(isKnown ? [] : [$"census.xml 3 {element}"], read.Departures.Select(d => $"{d.File} {d.Line} {d.Column}"));
    }

    private static string Cell(ReadReturn read, string column, int row = 1)
    {
        var table = read.Return!.Data.Now.OfType<RowTable>().Single();
        return table.TextOf(table.Shape.Find(column), row);
    }

    private static ReadReturn Read(int? year, params (string Name, string Text)[] files) =>
        ReturnReader.Read([.. files.Select(f => new ReturnFile(f.Name, () => new MemoryStream(Encoding.UTF8.GetBytes(f.Text))))], [], new ReadOptions { Year = year });
}

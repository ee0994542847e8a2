using Trellis.Linkage;
using Xunit;

namespace Trellis.Engines.Tests.Linkage;

public sealed class PersonSearchTests
{
    private readonly RecordSet records = MadePersons.Read(MadePersons.Csv(3000));
    private readonly PersonSearch search;

    public PersonSearchTests()
    {
        var linker = new Linker(records, new LinkOptions());
        search = new PersonSearch(records, linker.Freeze(linker.Link()));
    }

    [Fact]
    public void Search_WholeRecord_FindsThePersonFirst()
    {
        for (var record = 0; record < 300; record++)
        {
            if (Query(record) is { Count: 5 } query)
            {
                Assert.Equal(records.Truth![record], records.Truth[search.Search(query)[0].Record]);
            }
        }
    }

    [Fact]
    public void Search_MisspeltNameAndDateOfBirth_FindsThePerson()
    {
        var query = Query(40);
        query["family name"] = query["family name"].Remove(3, 1);
        query.Remove("postcode");
        Assert.Equal(records.Truth![40], records.Truth[search.Search(query)[0].Record]);
    }

    [Fact]
    public void Search_FamilyNameAlone_FindsThoseWhoHaveIt()
    {
        var name = Query(40)["family name"];
        var found = search.Search(new Dictionary<string, string> { ["family name"] = name }, 5);
        Assert.NotEmpty(found);
        Assert.All(found, f => Assert.Equal(name, records.ValueOf(f.Record, 1)));
    }

    [Fact]
    public void Search_NameOfManyAndASlipInTheDate_FindsThePerson()
    {
        var text = new System.Text.StringBuilder("id,truth,given,family,born,sex,postcode\n");
        for (var i = 0; i < 3000; i++)
        {
            text.Append($"{i},{i},{(i % 7 == 0 ? "ruth" : "henry")},smith,{1950 + (i % 50)}-{1 + (i / 50 % 12):00}-{1 + (i / 600):00},,L{i % 90} 1AB\n");
        }

        var smiths = MadePersons.Read(new RecordFile("smiths.csv", System.Text.Encoding.UTF8.GetBytes(text.ToString())));
        var linker = new Linker(smiths, new LinkOptions());
        var found = new PersonSearch(smiths, linker.Freeze(linker.Link())).Search(new Dictionary<string, string> { ["family name"] = "smith", ["date of birth"] = "1973-04-22" }, 100);
        Assert.Contains("1973-04-02", found.Select(f => smiths.ValueOf(f.Record, 2)));
    }

    [Fact]
    public void Search_NobodyKnown_FindsNothing() => Assert.Empty(search.Search(new Dictionary<string, string> { ["family name"] = "qqqq", ["shoe size"] = "9" }));

    private Dictionary<string, string> Query(int record) =>
        Enumerable.Range(0, records.Map.Fields.Count).Select(f => (records.Map.Fields[f].Name, Value: records.ValueOf(record, f))).Where(f => f.Value.Length > 0).ToDictionary(f => f.Name, f => f.Value);
}

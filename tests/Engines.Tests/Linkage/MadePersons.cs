using System.Text;
using Trellis.Linkage;

namespace Trellis.Engines.Tests.Linkage;

/// <summary>A small set of made-up records whose truth is known: each person is held by one to three agencies, with slips; some live together.</summary>
internal static class MadePersons
{
    public const string Map = """{"id": "id", "given": "given", "family": "family", "birth": "born", "sex": "sex", "postcode": "postcode"}""";

    private static readonly string[] Given = ["olivia", "jack", "amelia", "thomas", "priya", "mohammed", "zofia", "grace", "henry", "ruth", "callum", "ines", "tobias", "maeve", "arthur", "lena", "oscar", "nadia", "felix", "iris"];
    private static readonly string[] Parts = ["ash", "brook", "carter", "dale", "ever", "field", "green", "hart", "ing", "knox", "ley", "mer", "nor", "ott", "pike"];

    /// <summary>How often each slip is made in a record, which is half as often as a pair of records differs by it.</summary>
    public const double NoDate = 0.05;
    public const double Moved = 0.1;
    public const double GivenSlip = 0.04;

    public static RecordFile Csv(int persons, int seed = 1, int mostCopies = 3)
    {
        var random = new Random(seed);
        var text = new StringBuilder("id,truth,given,family,born,sex,postcode\n");
        var id = 0;
        for (var person = 0; person < persons;)
        {
            var family = Parts[random.Next(Parts.Length)] + Parts[random.Next(Parts.Length)] + Parts[random.Next(Parts.Length)];
            var postcode = $"B{random.Next(1, 40)} {random.Next(1, 9)}{(char)('A' + random.Next(8))}{(char)('A' + random.Next(8))}";
            for (var member = random.Next(1, 4); member > 0; member--, person++)
            {
                var given = random.Next(Given.Length);
                var born = new DateTime(1960, 1, 1).AddDays(random.Next(22000));
                for (var copy = random.Next(1, mostCopies + 1); copy > 0; copy--)
                {
                    var name = random.NextDouble() < GivenSlip ? Slip(Given[given], random) : Given[given];
                    var date = random.NextDouble() < NoDate ? "" : $"{born:yyyy-MM-dd}";
                    var place = random.NextDouble() < Moved ? $"L{random.Next(1, 30)} {random.Next(1, 9)}AB" : postcode;
                    text.Append($"r{id++},{person},{name},{family},{date},{(given % 2 == 0 ? "F" : "M")},{place}\n");
                }
            }
        }

        return new RecordFile("made.csv", Encoding.UTF8.GetBytes(text.ToString()));
    }

    public static RecordSet Read(RecordFile file, string map = Map, int threads = 2) => RecordReader.Read([file], FieldMap.Parse(Encoding.UTF8.GetBytes(map)), "truth", threads);

    /// <summary>The same as rows.</summary>
    public static IEnumerable<(string Given, string Family, string Born)> Rows(int persons)
    {
        var records = Read(Csv(persons));
        return Enumerable.Range(0, records.Count).Select(r => (records.ValueOf(r, 0), records.ValueOf(r, 1), records.ValueOf(r, 2)));
    }

    private static string Slip(string name, Random random)
    {
        var at = random.Next(1, name.Length);
        return name[..at] + (char)('a' + random.Next(26)) + name[at..];
    }
}

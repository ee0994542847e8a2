using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Trellis.Linkage;

namespace Trellis.Bench;

/// <summary>Records linked by the published program, the whole process from start to exit, and how right that is. The records are made by the generator of the shared material, without which nothing is measured.</summary>
internal static class Linking
{
    private const string Map = """{"id": "unique_id", "agency": "agency", "given": "first_name", "family": "surname", "birth": "dob", "sex": "sex", "postcode": "postcode"}""";

    private const int Queries = 8000;

    public static readonly string Generator = Path.Combine(Imports.SharedFolder, "tools", "people", "gen.py");

    public static void Measure(string program, string folder, Report report)
    {
        if (!File.Exists(Generator))
        {
            Report.Say("records linked", "not measured: the generator is not here (TRELLIS_SHARED)");
            return;
        }

        var map = Path.Combine(folder, "map.json");
        File.WriteAllText(map, Map);
        foreach (var (records, seconds, processor, megabytes) in new[] { (100_000, 0.5, 1.0, 450.0), (1_000_000, 4.0, 6.5, 450.0) })
        {
            var file = Make(records, folder);
            var runs = Enumerable.Range(0, 3).Select(_ => PublishedRun.Run(program, "link", file, "--map", map, "--out", Path.Combine(folder, "persons.csv"), "--json")).ToList();
            report.AtMost($"{records:N0} records linked", runs.Select(r => r.Seconds).Order().ElementAt(1), seconds, "s");
            report.AtMost("  the most memory it held", runs.Max(r => r.Megabytes), megabytes, "MB");
            Prove(program, file, map, processor, records < 1_000_000 ? (96.5, 97.0) : (95.5, 96.5), report);
            if (records == 1_000_000)
            {
                Search(file, report);
            }
        }
    }

    /// <summary>Queries in this process, of what somebody may know: a name with a slip and the rest whole; without place; without date; names alone.</summary>
    private static void Search(string file, Report report)
    {
        var records = RecordReader.Read([new RecordFile("people.csv", File.ReadAllBytes(file))], FieldMap.Parse(Encoding.UTF8.GetBytes(Map)));
        var linker = new Linker(records, new LinkOptions { Within = true });
        var result = linker.Link();
        var search = new PersonSearch(records, linker.Freeze(result));
        var lines = File.ReadAllLines(file);
        var random = new Random(6);
        var times = new List<double>();
        var (first, asked) = (0, 0);
        for (var i = -Queries; i < Queries; i++)
        {
            var record = random.Next(records.Count);
            var cells = lines[record + 1].Split(',');
            var query = new Dictionary<string, string> { ["given name"] = Slip(cells[3], random), ["family name"] = cells[4] };
            if (i % 4 < 2)
            {
                query["date of birth"] = cells[5];
            }

            if (i % 4 is 0 or 2)
            {
                query["postcode"] = cells[7];
            }

            var clock = Stopwatch.GetTimestamp();
            var found = search.Search(query);
            if (i >= 0)
            {
                times.Add(Stopwatch.GetElapsedTime(clock).TotalMicroseconds);
                asked += i % 4 == 0 ? 1 : 0;
                first += i % 4 == 0 && found.Count > 0 && result.Persons[found[0].Record] == result.Persons[record] ? 1 : 0;
            }
        }

        times.Sort();
        report.AtMost("a search among 1,000,000 in process, half within", times[Queries / 2], 60, "µs");
        report.AtMost("  99 of 100 within", times[Queries * 99 / 100], 1000, "µs");
        Report.Say("  name with a slip, date and place: the person first", $"{first * 100.0 / asked,8:N1} %");
    }

    /// <summary>A name as it is misheard: without one of its letters.</summary>
    public static string Slip(string name, Random random) => name.Length < 3 ? name : name.Remove(random.Next(1, name.Length), 1);

    /// <summary>A file of records, some of them of one person.</summary>
    public static string Make(int records, string folder)
    {
        var file = Path.Combine(folder, $"people-{records}.csv");
        using var made = Process.Start(new ProcessStartInfo("python3", [Generator, records.ToString(CultureInfo.InvariantCulture), file]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        made.WaitForExit();
        return file;
    }

    /// <summary>Once more with the truth; the limits are percent.</summary>
    private static void Prove(string program, string file, string map, double processor, (double Pairs, double Clusters) least, Report report)
    {
        using var process = Process.Start(new ProcessStartInfo(program, ["link", file, "--map", map, "--truth", "cluster", "--json"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        using var answer = JsonDocument.Parse(process.StandardOutput.ReadToEnd());
        process.WaitForExit();
        report.AtMost("  time of the processor", answer.RootElement.GetProperty("cpuSeconds").GetDouble(), processor, "s");
        var proof = answer.RootElement.GetProperty("proof");
        report.AtLeast("  F1 of pairs at 0.95", Percent(proof, "pairs", "at95"), least.Pairs, "%");
        Report.Say("  at its best threshold", $"{Percent(proof, "pairs", "best"),8:N2} %");
        report.AtLeast("  F1 of clusters at 0.95", Percent(proof, "clusters", "at95"), least.Clusters, "%");
        Report.Say("  at its best threshold", $"{Percent(proof, "clusters", "best"),8:N2} %");
    }

    private static double Percent(JsonElement proof, string of, string at) => proof.GetProperty(of).GetProperty(at).GetProperty("f1").GetDouble() * 100;
}

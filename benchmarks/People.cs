using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Kernel;
using Trellis.Kernel.Access;
using Trellis.Kernel.Organisation;
using Trellis.People;
using Trellis.People.Extracts;
using Trellis.People.Index;
using Trellis.People.Linking;
using Trellis.People.Sight;

namespace Trellis.Bench;

/// <summary>The index of people: agencies' extracts taken in, who is found as one types, and how soon a restarted program finds anybody. The records are made by the generator of the shared material, without which nothing is measured.</summary>
internal static partial class People
{
    /// <summary>One account may ask 300 times a minute.</summary>
    private const int Practitioners = 4;
    private const int SearchesEach = 250;
    private const int WarmEach = 25;
    private static readonly Kernel.Process Process = new("Made for the benchmark", Actor.Program);

    public static async Task MeasureAsync(int records, string program, string folder, Report report)
    {
        if (!File.Exists(Linking.Generator))
        {
            Report.Say("the index of people", "not measured: the generator is not here (TRELLIS_SHARED)");
            return;
        }

        var made = Linking.Make(records, folder);
        await MeasureAsync("SQLite", made, program, ["--data", Path.Combine(folder, "people")], report);
        if (Environment.GetEnvironmentVariable("TRELLIS_BENCH_POSTGRES") is { Length: > 0 } postgres)
        {
            await MeasureAsync("PostgreSQL", made, program, ["--data", Path.Combine(folder, "people-postgres"), "--postgres", postgres], report);
        }
        else
        {
            Report.Say("the same in PostgreSQL", "not measured: TRELLIS_BENCH_POSTGRES names no empty database");
        }
    }

    private static async Task MeasureAsync(string where, string made, string program, string[] place, Report report)
    {
        var lines = await File.ReadAllLinesAsync(made);
        await using (var host = await BenchHost.StartAsync(place[1], place is [_, _, _, var postgres] ? postgres : null))
        {
            await TakeInAsync(host, where, lines, report);
            await ProveAsync(host);
            await SearchAsync(host, where, lines, report);
        }

        var (seconds, megabytes) = await StartUp.ReadyAsync(program, place);
        report.AtMost($"{where}: started anew until the index of {lines.Length - 1:N0} is ready", seconds, 10, "s");
        Report.Say("  memory then", $"{megabytes,8:N0} MB");
    }

    /// <summary>Each agency's records, as its own file, one after the other.</summary>
    private static async Task TakeInAsync(BenchHost host, string where, string[] lines, Report report)
    {
        foreach (var agency in lines.Skip(1).GroupBy(l => l.Split(',')[2], StringComparer.Ordinal))
        {
            var file = Encoding.UTF8.GetBytes($"{lines[0].Replace("unique_id", "reference", StringComparison.Ordinal)}\n{string.Join('\n', agency)}\n");
            var clock = Stopwatch.StartNew();
            var extract = await host.InScopeAsync(async services =>
            {
                var of = (await services.GetRequiredService<AgencyService>().SaveAsync(null, 0, agency.Key, Process, default)).Value!;
                var staged = (await services.GetRequiredService<ExtractService>().StageAsync(of.Id, "extract.csv", file, Process, default)).Value!;
                return staged.Id;
            });
            var taken = await host.InScopeAsync(async services => (await services.GetRequiredService<ExtractService>().TakeInAsync(extract, Process, default)).Value!);
            var each = agency.Count() / clock.Elapsed.TotalSeconds;
            report.AtLeast($"{where}: extract of {agency.Count():N0} records staged and taken in", each, null, $"a second, {clock.Elapsed.TotalSeconds:N1} s; {taken.Joined:N0} joined, {taken.Possible:N0} possible");
        }
    }

    /// <summary>How many of the program's own joins are right: what the generator says stands in the records as a column that nobody compares.</summary>
    private static Task ProveAsync(BenchHost host) => host.InScopeAsync(async services =>
    {
        var index = services.GetRequiredService<PeopleIndex>();
        async Task<string> TruthAsync(Guid record) => (await index.FindAsync(record, default))!.Content.Others.First(o => o.Key == "cluster").Value;
        var (right, joined) = (0, 0);
        await foreach (var link in services.GetRequiredService<AppDbContext>().Set<RecordLink>().Select(l => new { l.FirstId, l.SecondId }).AsAsyncEnumerable())
        {
            joined++;
            right += await TruthAsync(link.FirstId) == await TruthAsync(link.SecondId) ? 1 : 0;
        }

        Report.Say("  of the joins that nobody looked at, right", $"{right * 100.0 / joined,8:N3} % of {joined:N0}");
        return true;
    });

    /// <summary>Hub practitioners who type the name with a slip, the date of birth and the district: into the page, and what it asks while they type.</summary>
    private static async Task SearchAsync(BenchHost host, string where, string[] lines, Report report)
    {
        foreach (var (what, address, field, handler) in new[] { ("by the page", "/people", "Form.Typed", "search"), ("while one types", "/people/suggest", "typed", "") })
        {
            var random = new Random(6);
            var times = new List<double>();
            var found = 0;
            for (var person = 0; person < Practitioners; person++)
            {
                using var http = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer() }) { BaseAddress = host.Address };
                http.DefaultRequestHeaders.Add("Cookie", await host.SignInAsync(new AccountOptions("Hub practitioner", $"hub{handler}{person}@example.gov.uk", [Role.Practitioner], null)));
                var token = Token().Match(await http.GetStringAsync(new Uri("/people", UriKind.Relative))).Groups[1].Value;
                for (var i = -WarmEach; i < SearchesEach; i++)
                {
                    var cells = lines[1 + random.Next(lines.Length - 1)].Split(',');
                    using var typed = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
                    {
                        [field] = $"{Linking.Slip(cells[3], random)} {cells[4]} {cells[5]} {cells[7].Split(' ')[0]}", ["__RequestVerificationToken"] = token, ["_handler"] = handler,
                    });
                    var clock = Stopwatch.StartNew();
                    using var answer = await http.PostAsync(new Uri(address, UriKind.Relative), typed);
                    var text = await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
                    if (i >= 0)
                    {
                        times.Add(clock.Elapsed.TotalMilliseconds);
                        found += Person().IsMatch(text) ? 1 : 0;
                    }
                }
            }

            times.Sort();
            report.AtMost($"{where}: a search among {lines.Length - 1:N0} {what}, half within", times[times.Count / 2], 15, "ms");
            report.AtMost("  99 of 100 within", times[times.Count * 99 / 100], 50, "ms");
            Report.Say("  somebody found", $"{found * 100.0 / times.Count,8:N1} %");
        }
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"", RegexOptions.None, 1000)]
    private static partial Regex Token();

    [GeneratedRegex("/people/[0-9A-Z]{8}\"", RegexOptions.None, 1000)]
    private static partial Regex Person();
}

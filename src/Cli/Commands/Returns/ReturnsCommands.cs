using System.CommandLine;
using System.Globalization;
using System.Text;
using Trellis.Kernel.Terminal;
using Trellis.Returns;
using Trellis.Returns.LookBack;

namespace Trellis.Cli.Commands.Returns;

/// <summary>Statutory returns checked on this machine: no database, no server, and nothing kept of what was read.</summary>
internal sealed class ReturnsCommands
{
    private readonly Argument<string> files = new("FILES") { Description = "The folder with the files of the return, or its one file" };
    private readonly Argument<string[]> years = new("FOLDERS") { Description = "A folder or file for each year's return, named after its year", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string?> child = new("--child") { Description = "Tell the story of one child, by the identifier that the authority gives it" };
    private readonly Argument<string> earlier = new("EARLIER") { Description = "The folder with the files of the earlier submission, or its one file" };
    private readonly Option<string?> last = new("--last") { Description = "The folder or file of last year's return" };
    private readonly Option<int?> year = new("--year") { Description = "The collection year: 2026 is 1 April 2025 to 31 March 2026" };
    private readonly Option<int?> rules = new("--rules") { Description = "Check with the rules of another year" };
    private readonly Option<string?> authority = new("--authority") { Description = "Whose return it is: the nine characters of the code, such as E06000009" };
    private readonly Option<DateOnly?> asAt = new("--as-at") { Description = "The day of which an Annex A speaks, such as 2026-03-31; the latest day in it, unless said" };
    private readonly Option<DateOnly?> at = new("--at") { Description = "The day at whose end is counted who was there, such as 2025-09-30; the last of the year, unless said" };
    private readonly Option<FileInfo?> output = new("--out") { Description = "Write every failure with its row into a file: .xlsx, .csv or .json" };

    public static Command Make(CommandHost host)
    {
        var group = host.Group("returns", "Check and count the statutory returns of children looked after (SSDA903) and children in need (CIN census), and Ofsted's Annex A");
        var made = new ReturnsCommands();
        group.Subcommands.Add(made.MakeCheck(host));
        group.Subcommands.Add(made.MakeCount(host));
        group.Subcommands.Add(made.MakeCompare(host));
        group.Subcommands.Add(made.MakeHistory(host));
        group.Subcommands.Add(host.Make("rules", "List the rules: codes, years, severity, number of cases", (run, _) => Task.FromResult(RuleCatalogue.Print(run))));
        return group;
    }

    private Command MakeCheck(CommandHost host)
    {
        var command = host.Make("check", "Run all rules of the year over a return. Exit code: 0 nothing found, 6 only queries, 1 errors", CheckAsync);
        command.Arguments.Add(files);
        foreach (var option in new Option[] { last, year, rules, authority, asAt, output })
        {
            command.Options.Add(option);
        }

        return command;
    }

    private Command MakeCount(CommandHost host)
    {
        var command = host.Make("count", "Count the indicators of a return, from the children up", (run, ct) =>
        {
            var read = Read(run, run.Asked.GetRequiredValue(files));
            return Task.FromResult(CountReport.Print(run, read.Return!, Counted(read.Return!, run.Asked.GetValue(at), ct), read));
        });
        command.Arguments.Add(files);
        foreach (var option in new Option[] { last, year, at, asAt })
        {
            command.Options.Add(option);
        }

        return command;
    }

    private static IReadOnlyList<CountedIndicator> Counted(StatutoryReturn given, DateOnly? day, CancellationToken ct)
    {
        var (first, last) = given.Days;
        if (day is { } other && !new Day(other).IsWithin(first, last))
        {
            throw new CommandFailedException(ExitCode.Usage, first == last
                ? $"--at {other:yyyy-MM-dd}: an {given.Name} speaks of one day, {last}; --as-at says another."
                : $"--at {other:yyyy-MM-dd}: the return tells who was there on days from {first} to {last}; give one of them.");
        }

        return day is { } asked ? given.CountAt(asked, ct) : given.Count(ct);
    }

    private Command MakeCompare(CommandHost host)
    {
        var command = host.Make("compare", "Check two submissions of one return: what is mended, what is still there, what is new", (run, ct) =>
        {
            var (before, now) = (Read(run, run.Asked.GetRequiredValue(earlier)).Return!, Read(run, run.Asked.GetRequiredValue(files)).Return!);
            if (before.Name != now.Name)
            {
                throw new CommandFailedException(ExitCode.Usage, $"One is an {before.Name} and the other a {now.Name}: there is nothing to compare.");
            }

            var compared = Comparison.Of(before.Check(cancel: ct), now.Check(cancel: ct));
            return Task.FromResult(run.Answer(
                ExitCode.Done,
                new { rules = compared.Select(c => new { c.Rule.Code, severity = c.Rule.Severity.InWords(), c.Fixed, c.Same, @new = c.New }) },
                [
                    .. compared.Select(c => $"{c.Rule.Code,-10} {c.Fixed,8:N0} mended {c.Same,8:N0} still there {c.New,8:N0} new  {c.Rule.Message}"),
                    $"{compared.Sum(c => c.Fixed):N0} mended, {compared.Sum(c => c.Same):N0} still there, {compared.Sum(c => c.New):N0} new.",
                ]));
        });
        command.Arguments.Add(earlier);
        command.Arguments.Add(files);
        command.Options.Add(year);
        command.Options.Add(last);
        command.Options.Add(authority);
        return command;
    }

    private Command MakeHistory(CommandHost host)
    {
        var command = host.Make("history", "Join the returns of several years: what does not fit together and was repaired, and a child's story", (run, _) =>
            Task.FromResult(HistoryReport.Print(run, History.Of(run.Asked.GetRequiredValue(years).Select(y => Read(run, y, YearIn(y)).Return!)), run.Asked.GetValue(child))));
        command.Arguments.Add(years);
        command.Options.Add(child);
        return command;
    }

    /// <summary>The collection year that a folder is named after; nothing where its name holds none, for then the return must tell.</summary>
    private static int? YearIn(string place) =>
        Path.GetFileNameWithoutExtension(Path.TrimEndingDirectorySeparator(place)).Split(['-', '_', ' ', '.']).Select(w => int.TryParse(w, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : 0)
            .FirstOrDefault(year => year is > 2000 and < 2100) is > 0 and var named ? named : null;

    private Task<int> CheckAsync(CommandRun run, CancellationToken ct)
    {
        var read = Read(run, run.Asked.GetRequiredValue(files));
        var given = read.Return!;
        var result = given.Check(run.Asked.GetValue(rules), ct);
        if (run.Asked.GetValue(output) is { } file)
        {
            Write(file, result, read);
        }

        if (run.Json)
        {
            CheckJson.Write(run.Out, result, read);
        }
        else
        {
            CheckText.Write(run.Out, given, result, read);
        }

        return Task.FromResult(CodeOf(result, read));
    }

    /// <summary>The return that was named; one that cannot be read ends the command.</summary>
    private ReadReturn Read(CommandRun run, string place, int? of = null)
    {
        var read = ReturnReader.Read(
            FilesOf(place),
            run.Asked.GetValue(last) is { } before ? FilesOf(before) : [],
            new ReadOptions { Year = of ?? run.Asked.GetValue(year), Authority = run.Asked.GetValue(authority), AsAt = run.Asked.GetValue(asAt) });
        if (read.Return is null)
        {
            var why = read.Refused.Select(r => $"{r.File}, line {r.Line}: {r.What}").DefaultIfEmpty("There is no file.");
            throw new CommandFailedException(ExitCode.BadFile, $"There is no return to be checked. {string.Join(' ', why)}");
        }

        return read;
    }

    /// <summary>A return without rules is for a person to look at as soon as anything is to be said of it.</summary>
    private static int CodeOf(CheckResult result, ReadReturn read) =>
        result.Rules.Count == 0 && read.Departures.Count > 0 ? ExitCode.NeedsPerson : result.Count == 0 ? ExitCode.Done : result.Counts().Any(c => c.Rule.Severity != Severity.Query) ? ExitCode.Failed : ExitCode.NeedsPerson;

    private static void Write(FileInfo file, CheckResult result, ReadReturn read)
    {
        if (file.Extension is not (".xlsx" or ".csv" or ".json"))
        {
            throw new CommandFailedException(ExitCode.Usage, $"{file.Name}: the report is written as .xlsx, .csv or .json.");
        }

        using var stream = file.Create();
        if (file.Extension == ".xlsx")
        {
            CheckWorkbook.Write(stream, result, read);
            return;
        }

        // Spreadsheets know UTF-8 by its mark; other programs do without.
        using var text = new StreamWriter(stream, new UTF8Encoding(file.Extension == ".csv"), 1 << 16);
        if (file.Extension == ".json")
        {
            CheckJson.Write(text, result, read);
        }
        else
        {
            CheckCsv.Write(text, result);
        }
    }

    private static List<ReturnFile> FilesOf(string place)
    {
        if (File.Exists(place))
        {
            return [Of(place)];
        }

        if (!Directory.Exists(place))
        {
            throw new CommandFailedException(ExitCode.BadFile, $"{place}: there is no such folder or file.");
        }

        return [.. Directory.EnumerateFiles(place).Where(f => !Path.GetFileName(f).StartsWith('.')).Order(StringComparer.Ordinal).Select(Of)];

        static ReturnFile Of(string path) => new(Path.GetFileName(path), () => File.OpenRead(path));
    }
}

using System.CommandLine;
using System.Diagnostics;
using Trellis.Kernel.Terminal;
using Trellis.Linkage;
using Trellis.Papers.Html;

namespace Trellis.Cli.Commands.Linking;

/// <summary>Records of persons linked on this machine: no database, no server, and nothing kept but what is written where the person says.</summary>
internal sealed class LinkCommand
{
    private const int MostFound = 20;

    private readonly Argument<FileInfo[]> files = new("FILE") { Description = "CSV (also .gz), Excel or Parquet; one is searched for duplicates, several are linked with each other", Arity = ArgumentArity.OneOrMore };
    private readonly Option<FileInfo> map = new("--map") { Description = "JSON that names which column is what", Required = true };
    private readonly Option<FileInfo?> output = new("--out") { Description = "Write the person of each record: file, id, person (.csv)" };
    private readonly Option<FileInfo?> pairs = new("--pairs") { Description = "Write the pairs and their probabilities (.csv)" };
    private readonly Option<string?> truth = new("--truth") { Description = "The column that says which records are one person: how right the outcome is" };
    private readonly Option<FileInfo?> model = new("--model") { Description = "The model: used where the file is there, written there otherwise" };
    private readonly Option<FileInfo?> must = new("--must") { Description = "Pairs that are one person, as somebody decided: id,id or file,id,file,id (.csv)" };
    private readonly Option<FileInfo?> cannot = new("--cannot") { Description = "Pairs that are two persons, as somebody decided" };
    private readonly Option<FileInfo?> report = new("--report") { Description = "Write a page about the match weights, what they promise, and examples (.html)" };
    private readonly Option<string[]> explain = new("--explain") { Description = "Say why two records are one person or two", Arity = new ArgumentArity(2, 2), AllowMultipleArgumentsPerToken = true, HelpName = "ID ID" };
    private readonly Option<string[]> search = new("--search") { Description = "Say who is most likely meant: birth=2009-06-25 \"family=O'Brien\", any of what the mapping names, misspelt or in part", AllowMultipleArgumentsPerToken = true, HelpName = "WHAT=TEXT" };
    private readonly Option<double?> threshold = new("--threshold") { Description = "From which probability on pairs make persons, 0.5 to 1 (otherwise what the model expects to be best)" };
    private readonly Option<bool> within = new("--within") { Description = "With several files: look for duplicates inside each file too" };
    private readonly Option<int> threads = new("--threads") { Description = "How many cores to take; the outcome is the same", DefaultValueFactory = _ => Math.Min(8, Environment.ProcessorCount) };

    public static Command Make(CommandHost host)
    {
        var made = new LinkCommand();
        var command = host.Make("link", "Recognise which records are of one person: probabilistic record linkage that learns from the records themselves", made.RunAsync);
        command.Arguments.Add(made.files);
        foreach (var option in new Option[] { made.map, made.output, made.pairs, made.truth, made.model, made.must, made.cannot, made.report, made.explain, made.search, made.threshold, made.within, made.threads })
        {
            command.Options.Add(option);
        }

        return command;
    }

    private async Task<int> RunAsync(CommandRun run, CancellationToken ct)
    {
        if (run.Asked.GetValue(threshold) is < 0.5 or > 1)
        {
            throw new CommandFailedException(ExitCode.Usage, "--threshold is 0.5 to 1.");
        }

        var clock = Stopwatch.StartNew();
        var work = await run.Progress.ShowAsync("Linking", progress => Task.Run(() => LinkAsync(run, progress, ct), ct));
        var spent = new LinkSpent(clock.Elapsed.TotalSeconds, Environment.CpuUsage.TotalTime.TotalSeconds, LinkSpent.PeakMegabytes());
        return LinkAnswer.Give(run, work, spent, run.Asked.GetValue(truth) is null ? null : new LinkProof(work.Records, work.Within));
    }

    private async Task<LinkWork> LinkAsync(CommandRun run, IProgress<double> progress, CancellationToken ct)
    {
        var asked = run.Asked;
        // Compiling what links takes a core about as long as reading a hundred thousand records, which begins on one.
        var warming = asked.GetValue(threads) > 1 ? Task.Run(WarmUp, ct) : Task.CompletedTask;
        try
        {
            var records = RecordReader.Read(await LinkFiles.ReadAsync(asked.GetRequiredValue(files), ct), FieldMap.Parse(LinkFiles.Bytes(asked.GetRequiredValue(map))), asked.GetValue(truth), asked.GetValue(threads), ct);
            progress.Report(0.2);
            var given = asked.GetValue(model);
            var isWithin = asked.GetValue(within) || records.Sources.Count == 1;
            var linker = new Linker(records, new Linkage.LinkOptions
            {
                Within = isWithin, Threads = asked.GetValue(threads), Threshold = asked.GetValue(threshold), Model = given is { Exists: true } ? LinkageModel.Read(LinkFiles.Bytes(given).Span) : null,
                Decisions = LinkFiles.Decisions(records, asked.GetValue(must), asked.GetValue(cannot)),
            }, ct);
            var result = linker.Link(progress);
            await warming;
            if (given is { Exists: false })
            {
                await File.WriteAllBytesAsync(given.FullName, result.Model.Write(), ct);
            }

            LinkFiles.WritePersons(asked.GetValue(output), records, result);
            LinkFiles.WritePairs(asked.GetValue(pairs), records, result);
            if (asked.GetValue(report) is { } page)
            {
                await File.WriteAllTextAsync(page.FullName, HtmlPaper.Document(LinkReport.Of(records, linker, result)), ct);
            }

            var found = asked.GetValue(search) is { Length: > 0 } query ? new PersonSearch(records, linker.Freeze(result), asked.GetValue(threads)).Search(LinkFiles.Query(records.Map, query), MostFound) : null;
            var why = asked.GetValue(explain) is [var a, var b] ? linker.Explain(result.Model, LinkFiles.Find(records, a), LinkFiles.Find(records, b)) : null;
            return new LinkWork(records, linker, result, why, found, isWithin);
        }
        catch (FormatException wrong)
        {
            throw new CommandFailedException(ExitCode.BadFile, wrong.Message);
        }
    }

    private static void WarmUp()
    {
        Linker.WarmUp();
        LinkSpent.PeakMegabytes();
    }
}

/// <summary>What was done, for the answer.</summary>
internal sealed record LinkWork(RecordSet Records, Linker Linker, LinkResult Result, Explanation? Why, IReadOnlyList<Found>? Found, bool Within);

/// <summary>What it cost: from the start of the command to its outcome, without the proof.</summary>
internal sealed record LinkSpent(double WallSeconds, double CpuSeconds, double Megabytes)
{
    public static double PeakMegabytes()
    {
        using var self = Process.GetCurrentProcess();
        return self.PeakWorkingSet64 / 1e6;
    }
}

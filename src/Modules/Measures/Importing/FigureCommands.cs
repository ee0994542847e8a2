using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Kernel;
using Trellis.Kernel.Terminal;

namespace Trellis.Measures.Importing;

/// <summary>Published figures from the terminal.</summary>
internal sealed class FigureCommands
{
    private readonly Argument<FileInfo[]> files = new("FILE") { Description = "Files that belong together (CSV, Excel, Parquet), such as figures and their dictionary", Arity = ArgumentArity.OneOrMore };
    private readonly Option<bool> dryRun = new("--dry-run") { Description = "Say what the files hold, and save nothing; needs no database" };
    private readonly Option<DateOnly?> asAt = new("--as-at") { Description = "The day on which the source published them, such as 2025-11-20" };

    private readonly Option<string?> mapping = new("--mapping") { Description = "The name of the mapping that says which column is what, for a file of another kind" };

    public static Command Make(CommandHost host) => new FigureCommands().MakeFigures(host);

    private Command MakeFigures(CommandHost host)
    {
        var command = host.Make("figures", "Bring published figures in", RunAsync);
        command.Arguments.Add(files);
        command.Options.Add(dryRun);
        command.Options.Add(asAt);
        command.Options.Add(mapping);
        return command;
    }

    private async Task<int> RunAsync(CommandRun run, CancellationToken ct)
    {
        var given = new List<GivenFile>();
        foreach (var file in run.Asked.GetRequiredValue(files))
        {
            if (await TerminalFiles.ReadAsync(run, file, ct) is not { } one)
            {
                return ExitCode.BadFile;
            }

            given.Add(one);
        }

        // Files of half a million rows take as long to be read as the database to be opened: one goes beside the other.
        var opening = run.Asked.GetValue(dryRun) ? null : Task.Run(() => run.ServicesAsync(mustExist: true, ct), ct);
        try
        {
            var reading = await ReadAsync(run, given, opening, ct);
            return reading.Faults.Count > 0 ? run.Fail(ExitCode.BadFile, string.Join(Environment.NewLine, reading.Faults))
                : opening is null ? Say(run, reading)
                : await SaveAsync(run, await opening, reading, given, ct);
        }
        finally
        {
            await (opening as Task ?? Task.CompletedTask).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>What Trellis knows by itself needs no database to be read.</summary>
    private async Task<FigureReading> ReadAsync(CommandRun run, List<GivenFile> given, Task<IServiceProvider>? opening, CancellationToken ct)
    {
        var named = run.Asked.GetValue(mapping);
        var reading = named is null ? await FigureImportService.ReadAsync(given, ct) : null;
        return reading is { UnknownColumns: null } || (reading is not null && run.Asked.GetValue(dryRun))
            ? reading
            : await (await (opening ?? run.ServicesAsync(mustExist: true, ct))).GetRequiredService<FigureImportService>().ReadAsync(given, named, ct);
    }

    private static int Say(CommandRun run, FigureReading reading) => run.Answer(
        ExitCode.Done,
        new { reading.Source, Measures = reading.Measures.Count, Figures = reading.Count, reading.LeftOut },
        [$"{reading.Source}", $"{reading.Count:N0} figures of {reading.Measures.Count:N0} measures.", .. reading.LeftOut.Select(Line), "Nothing was saved."]);

    private async Task<int> SaveAsync(CommandRun run, IServiceProvider services, FigureReading reading, List<GivenFile> given, CancellationToken ct)
    {
        var import = services.GetRequiredService<FigureImportService>();
        var saved = await run.Progress.ShowAsync("Saving", _ => import.SaveAsync(reading, given, run.Asked.GetValue(asAt), new Process("Brought published figures in", Actor.Terminal), ct));
        if (!saved.IsDone)
        {
            return run.Fail(saved);
        }

        var written = saved.Value;
        return run.Answer(
            ExitCode.Done,
            new { reading.Source, Measures = reading.Measures.Count, written.Added, written.Revised, written.Unchanged, reading.LeftOut },
            [$"{reading.Source}", $"{written.Added:N0} new, {written.Revised:N0} revised, {written.Unchanged:N0} as before.", .. reading.LeftOut.Select(Line)]);
    }

    private static string Line(LeftOut left) => $"{left.Count:N0} rows left out: {left.Why} (first: {left.First}).";
}

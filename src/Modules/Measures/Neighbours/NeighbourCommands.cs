using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Kernel;
using Trellis.Kernel.Terminal;
using Trellis.Measures.Importing;

namespace Trellis.Measures.Neighbours;

/// <summary>Statistical neighbours from the terminal.</summary>
internal static class NeighbourCommands
{
    public static Command Make(CommandHost host)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "The table of statistical neighbours (CSV or Excel)" };
        var title = new Option<string>("--title") { Description = "What the edition is called, such as \"Statistical neighbours, 2025\"", Required = true };
        var command = host.Make("neighbours", "Bring an edition of the statistical neighbours in", async (run, ct) =>
        {
            if (await TerminalFiles.ReadAsync(run, run.Asked.GetRequiredValue(file), ct) is not { } given)
            {
                return ExitCode.BadFile;
            }

            if (await NeighbourImport.CheckAsync(given, ct) is { Count: > 0 } faults)
            {
                return run.Fail(ExitCode.BadFile, string.Join(Environment.NewLine, faults));
            }

            var import = (await run.ServicesAsync(mustExist: true, ct)).GetRequiredService<NeighbourImport>();
            var saved = await import.SaveAsync(given, run.Asked.GetRequiredValue(title), new Process("Brought statistical neighbours in", Actor.Terminal), ct);
            return saved.IsDone
                ? run.Answer(
                    ExitCode.Done, new { saved.Value.List.Title, saved.Value.List.Number, saved.Value.IsNew, saved.Value.Authorities },
                    [saved.Value.IsNew ? $"{saved.Value.List.Title}: {saved.Value.Authorities} authorities with their ten." : $"The same file is there already, as “{saved.Value.List.Title}”. Nothing was changed."])
                : run.Fail(saved);
        });
        command.Arguments.Add(file);
        command.Options.Add(title);
        return command;
    }
}

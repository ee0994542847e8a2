using System.CommandLine;
using System.Data.Common;
using Trellis.Cli.Commands;
using Trellis.Cli.Commands.Linking;
using Trellis.Cli.Commands.Returns;
using Trellis.Kernel.Terminal;
using Trellis.Web;
using Trellis.Web.Hosting;

namespace Trellis.Cli;

/// <summary>The command line as a whole: the program's own commands, and what the modules bring.</summary>
public static class Terminal
{
    /// <returns>One of the <see cref="ExitCode"/>s.</returns>
    public static async Task<int> RunAsync(string[] arguments, InvocationConfiguration configuration)
    {
        Core.PinCulture();
        configuration.EnableDefaultExceptionHandler = false;
        // Longer than the pages take to answer what is under way: a stop loses no request.
        configuration.ProcessTerminationTimeout = TimeSpan.FromSeconds(40);
        var typed = Root(arguments).Parse(arguments);
        try
        {
            var code = await typed.InvokeAsync(configuration);
            return typed.Errors.Count > 0 ? ExitCode.Usage : code;
        }
        catch (OperationCanceledException)
        {
            await configuration.Error.WriteLineAsync("Stopped.");
            return ExitCode.Interrupted;
        }
        catch (Exception failure) when (failure is DbException or IOException or InvalidDataException or UnauthorizedAccessException or InvalidOperationException)
        {
            await configuration.Error.WriteLineAsync($"It did not work: {failure.Message}");
            return ExitCode.Failed;
        }
    }

    internal static RootCommand Root(string[] arguments)
    {
        var root = new RootCommand("Trellis: a council's plan for children.");
        var places = new PlaceOptions();
        root.Options.Add(places.Data);
        root.Options.Add(places.Postgres);
        root.Options.Add(places.Json);
        var host = new CommandHost(places.Begin);
        Command[] engines = [SpcCommand.Make(host), ReturnsCommands.Make(host), LinkCommand.Make(host)];
        // Who asks an engine waits for no module: loading them all takes longer than many an answer.
        var commands = Array.Find(engines, c => arguments is [var first, ..] && c.Name == first) is { } alone ? [alone] : Every(places, host, engines);
        foreach (var command in commands)
        {
            root.Subcommands.Add(command);
        }

        root.SetAction((typed, ct) => Serve.OnLaptopAsync(typed, places, ct));
        return root;
    }

    private static IEnumerable<Command> Every(PlaceOptions places, CommandHost host, Command[] engines)
    {
        Command[] own =
        [
            Serve.Make(places), AuditCommands.Make(host), BackupCommands.MakeBackup(host, places), BackupCommands.MakeRestore(host, places), UserCommands.Make(host), .. engines,
        ];
        return own.Concat(TrellisModules.All.SelectMany(m => m.Commands(host))).Distinct();
    }
}

using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Kernel.Places;
using Trellis.Kernel.Terminal;

namespace Trellis.Measures.Extracts;

/// <summary>Cuts figures out for somebody else from the terminal.</summary>
internal sealed class ExtractCommands
{
    private readonly Option<string> place = new("--place") { Description = "The authority's code, such as E06000009", Required = true };
    private readonly Option<int> years = new("--years") { Description = "How many years back", DefaultValueFactory = _ => 10 };

    public static Command Make(CommandHost host) => new ExtractCommands().MakeFigures(host);

    private Command MakeFigures(CommandHost host)
    {
        var command = host.Make("figures", "Write the indicators' figures of an authority, those like it, its region and England as JSON", RunAsync);
        command.Options.Add(place);
        command.Options.Add(years);
        return command;
    }

    private async Task<int> RunAsync(CommandRun run, CancellationToken ct)
    {
        if (PlaceCode.Read(run.Asked.GetRequiredValue(place)) is not { } code || EnglandPlaces.Find(code) is null)
        {
            return run.Fail(ExitCode.Usage, "--place takes the code of an English authority for children's services, such as E06000009.");
        }

        var extracts = (await run.ServicesAsync(mustExist: true, ct)).GetRequiredService<ExtractService>();
        await run.Out.WriteLineAsync((await extracts.CutAsync(code, run.Asked.GetValue(years), ct)).ToJson());
        return ExitCode.Done;
    }
}

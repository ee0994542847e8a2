using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Kernel;
using Trellis.Kernel.Terminal;

namespace Trellis.Measures.Catalogue;

/// <summary>The list of indicators from the terminal.</summary>
internal sealed class CatalogueCommands
{
    private readonly Argument<string[]> keys = new("KEY") { Description = "Which of the list, as `trellis measures catalogue` names them", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<bool> all = new("--all") { Description = "Take the whole list" };

    public static Command Make(CommandHost host)
    {
        var group = host.Group("measures", "The indicators");
        group.Subcommands.Add(host.Make("catalogue", "List the indicators that a plan for children needs", (run, _) => Task.FromResult(Say(run))));
        group.Subcommands.Add(new CatalogueCommands().MakeTake(host));
        return group;
    }

    private Command MakeTake(CommandHost host)
    {
        var command = host.Make("take", "Make indicators from the list", TakeAsync);
        command.Arguments.Add(keys);
        command.Options.Add(all);
        return command;
    }

    private static int Say(CommandRun run) => run.Answer(
        ExitCode.Done, new { Indicators = CatalogueEntry.All },
        CatalogueEntry.All.GroupBy(entry => entry.Theme).SelectMany(theme => theme.Select(entry => $"  {entry.Key}: {entry.Title}").Prepend(theme.Key)));

    private async Task<int> TakeAsync(CommandRun run, CancellationToken ct)
    {
        var named = run.Asked.GetValue(keys) ?? [];
        if (named.Length == 0 != run.Asked.GetValue(all))
        {
            return run.Fail(ExitCode.Usage, "Name the indicators to take, or say --all, but not both.");
        }

        var service = (await run.ServicesAsync(mustExist: true, ct)).GetRequiredService<CatalogueService>();
        var taken = await service.TakeAsync(named.Length > 0 ? named : [.. CatalogueEntry.All.Select(entry => entry.Key)], new Process("Took indicators from the list", Actor.Terminal), ct);
        return taken.IsDone
            ? run.Answer(ExitCode.Done, new { Taken = taken.Value.Select(t => new { t.Entry.Key, Taking = $"{t.Taking}" }) }, taken.Value.Select(t => $"{t.Entry.Key}: {Words(t.Taking)}."))
            : run.Fail(taken);
    }

    private static string Words(Taking taking) => taking switch
    {
        Taking.Made => "taken",
        Taking.Joined => "taken, with the figures that published files had brought in",
        _ => "was there",
    };
}

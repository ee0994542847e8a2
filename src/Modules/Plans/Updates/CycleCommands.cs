using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Governance.Cycles;
using Trellis.Kernel;
using Trellis.Kernel.Terminal;

namespace Trellis.Plans.Updates;

/// <summary>The reporting cycle from the terminal: for a scheduler, or for somebody who does not wait for the hour.</summary>
internal static class CycleCommands
{
    private static readonly Process Reminding = new("Reminded owners", Actor.Terminal);

    public static Command Make(CommandHost host)
    {
        var cycle = new Argument<string?>("CYCLE") { Description = "The cycle's address, as in /cycles/CYCLE: remind its owners now", Arity = ArgumentArity.ZeroOrOne };
        var command = host.Make("remind", "Do what the calendar of the reporting cycles asks for today: open, remind once a week, lock", async (run, ct) =>
        {
            var services = await run.ServicesAsync(mustExist: true, ct);
            var cycles = services.GetRequiredService<CycleRun>();
            if (run.Asked.GetValue(cycle) is not { } address)
            {
                return Answer(run, await cycles.RunAsync(new Process("Followed the calendar of the reporting cycle", Actor.Terminal), ct));
            }

            return await cycles.TakeAsync(address, ct) switch
            {
                null => run.Fail(ExitCode.NotFound, "There is no reporting cycle with this address."),
                { State: not CycleState.Open } => run.Fail(ExitCode.Refused, "This reporting cycle is not open, so nobody owes anything in it."),
                var open => Answer(run, [new CycleStep(open, false, await cycles.RemindAsync(open, Reminding, ct), false)]),
            };
        });
        command.Arguments.Add(cycle);
        return command;
    }

    private static int Answer(CommandRun run, IReadOnlyList<CycleStep> steps) => run.Answer(
        ExitCode.Done,
        new { Cycles = steps.Select(s => new { s.Cycle.Address, s.Opened, s.Reminded, s.Locked }) },
        steps.Count == 0 ? ["Nothing is due today."] : steps.Select(s => s switch
        {
            { Locked: true } => $"{s.Cycle.Title}: locked.",
            { Opened: true } => $"{s.Cycle.Title}: opened, {Words.Counted(s.Reminded, "owner")} written to.",
            _ => $"{s.Cycle.Title}: {Words.Counted(s.Reminded, "owner")} reminded.",
        }));
}

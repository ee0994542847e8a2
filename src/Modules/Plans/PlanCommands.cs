using System.CommandLine;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Kernel;
using Trellis.Kernel.Terminal;
using Trellis.Plans.Importing;
using Trellis.Plans.Reporting;
using Trellis.Plans.Updates;

namespace Trellis.Plans;

/// <summary>Plans from the terminal.</summary>
internal static class PlanCommands
{
    public static IEnumerable<Command> All(CommandHost host)
    {
        var import = host.Group("import", "Bring things into Trellis from documents");
        import.Subcommands.Add(ImportCommands.Make(host));
        return [new Command("export", "Take things out of Trellis as data") { MakeExport(host) }, import, CycleCommands.Make(host)];
    }

    private static Command MakeExport(CommandHost host)
    {
        var address = new Argument<string>("PLAN") { Description = "The plan's address, as in /plan/PLAN" };
        var csv = new Option<bool>("--csv") { Description = "One row a milestone, for a spreadsheet (otherwise the whole tree as JSON)" };
        var to = new Option<FileInfo?>("--to") { Description = "Write into this file (otherwise to the terminal)", HelpName = "FILE" };
        var command = host.Make("plan", "The plan as JSON or CSV", async (run, ct) =>
        {
            if (run.Json && run.Asked.GetValue(csv))
            {
                return run.Fail(ExitCode.Usage, "Choose --csv or --json, not both.");
            }

            var services = await run.ServicesAsync(mustExist: true, ct);
            if (await services.GetRequiredService<PlanService>().FindAsync(run.Asked.GetRequiredValue(address), ct) is not { } plan)
            {
                return run.Fail(ExitCode.NotFound, "There is no plan with this address.");
            }

            var tree = await PlanTree.LoadAsync(services.GetRequiredService<AppDbContext>(), plan, ct);
            var text = run.Asked.GetValue(csv) ? PlanExport.Table(tree) : PlanExport.Json(tree) + "\n";
            if (run.Asked.GetValue(to) is { } file)
            {
                await File.WriteAllTextAsync(file.FullName, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), ct);
            }
            else
            {
                await run.Out.WriteAsync(text.AsMemory(), ct);
            }

            return ExitCode.Done;
        });
        command.Arguments.Add(address);
        command.Options.Add(csv);
        command.Options.Add(to);
        return command;
    }
}

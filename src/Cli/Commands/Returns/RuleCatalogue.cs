using Trellis.Kernel.Terminal;
using Trellis.Returns;

namespace Trellis.Cli.Commands.Returns;

/// <summary>Every rule that is known, with the years in which it holds and how many rows its own cases judge.</summary>
internal static class RuleCatalogue
{
    public static int Print(CommandRun run)
    {
        RuleFacts[] rules = [.. RuleFacts.All()];
        return run.Answer(
            ExitCode.Done,
            new { rules = rules.Select(r => new { @return = r.Return, r.Code, years = r.Years, severity = r.Severity.InWords(), cases = r.Cases, failing = r.Failing, r.Message }) },
            rules.Select(r => $"{r.Return,-10} {r.Code,-10} {r.Years[0]}-{r.Years[^1]} {r.Severity.InWords(),-10} {r.Cases,3} cases  {r.Message}"));
    }
}

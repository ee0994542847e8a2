using System.CommandLine;
using Trellis.Kernel.Audit;
using Trellis.Kernel.Terminal;

namespace Trellis.Cli.Commands;

internal static class AuditCommands
{
    public static Command Make(CommandHost host) => new("audit", "The record of who did what, when and why")
    {
        host.Make("verify", "Reckon the whole audit again and name every piece that was changed, taken away or reordered", VerifyAsync),
    };

    private static async Task<int> VerifyAsync(CommandRun run, CancellationToken ct)
    {
        var services = await run.ServicesAsync(mustExist: true, ct);
        var report = await services.GetRequiredService<AuditVerification>().VerifyAsync(ct);
        return run.Answer(
            report.IsWhole ? ExitCode.Done : ExitCode.Failed,
            new { whole = report.IsWhole, report.Entries, report.Changes, report.Seals, report.Unsealed, report.Faults },
            [
                $"{report.Entries:N0} entries, {report.Changes:N0} changes, {report.Seals:N0} seals, {report.Unsealed:N0} entries not yet sealed",
                .. report.Faults,
                report.IsWhole ? "The audit is whole." : "The audit is not whole.",
            ]);
    }
}

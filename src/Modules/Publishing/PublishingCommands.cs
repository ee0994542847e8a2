using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Governance.Meetings;
using Trellis.Kernel;
using Trellis.Kernel.Terminal;
using Trellis.Papers.Pdf;
using Trellis.Publishing.Packs;
using Trellis.Publishing.Published;
using Trellis.Publishing.Reports;

namespace Trellis.Publishing;

/// <summary>Reports, publishing and packs from the terminal.</summary>
internal static class PublishingCommands
{
    private const string NoPlan = "There is no plan with this address, or no such priority in it.";

    public static IEnumerable<Command> All(CommandHost host) => [Report(host), Publish(host), Pack(host)];

    private static Command Report(CommandHost host)
    {
        var plan = Plan();
        var priority = Priority();
        var output = new PaperOutput([ReportFormat.Html, ReportFormat.Docx, ReportFormat.Pdf, ReportFormat.Csv, ReportFormat.Json]);
        return With(
            host.Make("report", "The report of a plan as it stands now", (run, ct) => output.WriteAsync(run, async services =>
            {
                var reports = services.GetRequiredService<ReportService>();
                var report = await reports.MakeAsync(run.Asked.GetRequiredValue(plan), run.Asked.GetValue(priority), ct);
                return report is null ? null : await reports.WriteAsync(report, output.Of(run), ct);
            }, NoPlan, ct)),
            [plan], [priority, .. output.Options]);
    }

    private static Command Publish(CommandHost host)
    {
        var plan = new Argument<string?>("PLAN") { Description = "The plan's address, as in /plan/PLAN", Arity = ArgumentArity.ZeroOrOne };
        var priority = Priority();
        var correction = new Option<string?>("--correction") { Description = "One sentence: what changed since the version before", HelpName = "SENTENCE" };
        var verify = new Option<bool>("--verify") { Description = "Publish nothing; hash everything that is published again" };
        return With(
            host.Make("publish", "Publish the report of a plan for everybody, or a correction of it", async (run, ct) =>
            {
                var (address, isCheck) = (run.Asked.GetValue(plan), run.Asked.GetValue(verify));
                if (address is null != isCheck)
                {
                    return run.Fail(ExitCode.Usage, "Name a plan to publish, or ask for --verify alone.");
                }

                var publishing = (await run.ServicesAsync(mustExist: true, ct)).GetRequiredService<PublishingService>();
                if (isCheck)
                {
                    return await VerifyAsync(run, publishing, ct);
                }

                var result = await publishing.PublishAsync(
                    address!, run.Asked.GetValue(priority), new PublishOptions(run.Asked.GetValue(correction), null), new Process("Published a report from the terminal", Actor.Terminal), ct);
                if (result.IsNotFound)
                {
                    return run.Fail(ExitCode.NotFound, NoPlan);
                }

                return result.IsDone ? await AnswerAsync(run, publishing, result.Value, ct) : run.Fail(result);
            }),
            [plan], [priority, correction, verify]);
    }

    private static async Task<int> AnswerAsync(CommandRun run, PublishingService publishing, PublishedVersion version, CancellationToken ct)
    {
        var report = (await publishing.ReportAsync(version, ct))!;
        var address = PublishedAddress.Of(report, version.Number);
        return run.Answer(
            ExitCode.Done, new { report = report.Address, version = version.Number, version.Title, address, sha256 = version.Hash },
            $"Version {version.Number:N0} of “{version.Title}” is public at {address}", $"SHA-256 {version.Hash}");
    }

    private static async Task<int> VerifyAsync(CommandRun run, PublishingService publishing, CancellationToken ct)
    {
        var (versions, broken) = await publishing.VerifyAsync(ct);
        var addresses = broken.ConvertAll(b => PublishedAddress.Of(b.Report, b.Version.Number));
        return run.Answer(
            broken.Count == 0 ? ExitCode.Done : ExitCode.Failed, new { versions, broken = addresses },
            [$"{versions:N0} published versions, {broken.Count:N0} that do not match their hash", .. addresses]);
    }

    private static Command Pack(CommandHost host)
    {
        var forum = new Argument<string>("FORUM") { Description = "The board's address, as in /boards/FORUM" };
        var meeting = new Argument<string>("MEETING") { Description = "The meeting's address: the day it was first planned for, such as 2025-05-06" };
        var isPublic = new Option<bool>("--public") { Description = "Leave out what is exempt or confidential" };
        var output = new PaperOutput([ReportFormat.Html, ReportFormat.Docx, ReportFormat.Pdf]);
        return With(
            host.Make("pack", "The pack of a board's meeting as it stands now", (run, ct) => output.WriteAsync(run, async services =>
            {
                var audience = run.Asked.GetValue(isPublic) ? Audience.Public : Audience.Members;
                var pack = await services.GetRequiredService<PackService>().MakeAsync(run.Asked.GetRequiredValue(forum), run.Asked.GetRequiredValue(meeting), audience, ct);
                return pack is null ? null : await services.GetRequiredService<PaperFiles>().WriteAsync(pack.Document, output.Of(run), ct);
            }, "There is no board or no meeting with this address.", ct)),
            [forum, meeting], [isPublic, .. output.Options]);
    }

    private static Argument<string> Plan() => new("PLAN") { Description = "The plan's address, as in /plan/PLAN" };

    private static Option<string?> Priority() => new("--priority") { Description = "One priority alone, by its reference, such as P-1", HelpName = "REF" };

    private static Command With(Command command, IEnumerable<Argument> arguments, IEnumerable<Option> options)
    {
        foreach (var argument in arguments)
        {
            command.Arguments.Add(argument);
        }

        foreach (var option in options)
        {
            command.Options.Add(option);
        }

        return command;
    }
}

/// <summary>The options of a command that writes one file, and the writing of it.</summary>
internal sealed class PaperOutput
{
    private readonly Option<ReportFormat> format;
    private readonly Option<FileInfo?> to = new("--to") { Description = "Write into this file; needed for docx and pdf (the others go to the terminal without it)", HelpName = "FILE" };

    public PaperOutput(ReportFormat[] formats)
    {
        format = new Option<ReportFormat>("--format") { Description = $"One of {string.Join(", ", formats.Select(Word))}", Required = true, HelpName = "FORMAT" };
        format.CustomParser = asked =>
        {
            if (asked.Tokens is [{ Value: var typed }] && formats.Any(f => Word(f) == typed))
            {
                return formats.First(f => Word(f) == typed);
            }

            asked.AddError($"The format is one of {string.Join(", ", formats.Select(Word))}.");
            return default;
        };
    }

    public Option[] Options => [format, to];

    public ReportFormat Of(CommandRun run) => run.Asked.GetValue(format);

    /// <param name="make">Null when what is asked for is not there.</param>
    public async Task<int> WriteAsync(CommandRun run, Func<IServiceProvider, Task<PaperFile?>> make, string notFound, CancellationToken ct)
    {
        var target = run.Asked.GetValue(to);
        if (target is null && (run.Json || Of(run) is ReportFormat.Docx or ReportFormat.Pdf))
        {
            return run.Fail(ExitCode.Usage, run.Json ? "Say with --to where the file goes: --json answers on the terminal." : "Say with --to where the file goes.");
        }

        try
        {
            if (await make(await run.ServicesAsync(mustExist: true, ct)) is not { } file)
            {
                return run.Fail(ExitCode.NotFound, notFound);
            }

            if (target is null)
            {
                await run.Out.WriteAsync(System.Text.Encoding.UTF8.GetString(file.Bytes).AsMemory(), ct);
                return ExitCode.Done;
            }

            await File.WriteAllBytesAsync(target.FullName, file.Bytes, ct);
            return run.Answer(ExitCode.Done, new { file = target.FullName, format = Word(Of(run)), bytes = file.Bytes.Length, sha256 = Snapshot.Sha256(file.Bytes) }, $"{file.Bytes.Length:N0} bytes in {target.FullName}");
        }
        catch (PdfFailedException failure)
        {
            return run.Fail(ExitCode.Failed, failure.Message + ".");
        }
    }

    private static string Word(ReportFormat format) => format.ToString().ToLowerInvariant();
}

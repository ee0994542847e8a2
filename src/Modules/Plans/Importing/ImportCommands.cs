using System.CommandLine;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Kernel;
using Trellis.Kernel.Terminal;
using Trellis.Plans.Import;
using Trellis.Tables;

namespace Trellis.Plans.Importing;

/// <summary>A council's document from the terminal: read only, or saved when nothing is left for a person to decide.</summary>
internal sealed class ImportCommands
{
    private readonly Argument<FileInfo> file = new("FILE") { Description = "Word (.docx), Excel (.xlsx), Markdown, CSV or plain text" };
    private readonly Option<bool> dryRun = new("--dry-run") { Description = "Say what was understood, and save nothing; needs no database" };
    private readonly Option<string?> into = new("--into") { Description = "The address of the plan that the document changes, as in /plan/PLAN (otherwise a new plan)", HelpName = "PLAN" };
    private readonly Option<string?> title = new("--title") { Description = "The new plan's title (otherwise the document's own)" };
    private readonly Option<string?> year = new("--year") { Description = "The new plan's year, such as 2026/27 (otherwise the document's own)" };
    private readonly Option<bool> acceptProposed = new("--accept-proposed") { Description = "Read each doubtful place as Trellis finds likeliest" };

    public static Command Make(CommandHost host) => new ImportCommands().MakePlan(host);

    private Command MakePlan(CommandHost host)
    {
        var command = host.Make("plan", "Read a council's plan from its document", RunAsync);
        command.Arguments.Add(file);
        foreach (var option in new Option[] { dryRun, into, title, year, acceptProposed })
        {
            command.Options.Add(option);
        }

        command.Validators.Add(typed =>
        {
            if (typed.GetValue(into) is not null && (typed.GetValue(dryRun) || typed.GetValue(title) is not null || typed.GetValue(year) is not null))
            {
                typed.AddError("--into goes with neither --dry-run, --title nor --year.");
            }
        });
        return command;
    }

    private async Task<int> RunAsync(CommandRun run, CancellationToken ct)
    {
        var given = run.Asked.GetRequiredValue(file);
        if (!given.Exists)
        {
            return run.Fail(ExitCode.BadFile, $"{given.Name}: there is no such file.");
        }

        if (given.Length > ReadLimits.Default.Bytes)
        {
            return run.Fail(ExitCode.BadFile, $"{given.Name}: the file is larger than {ReadLimits.Default.Bytes / (1024 * 1024)} MB. Take pictures out of it, or give only the part that is the plan.");
        }

        var bytes = await File.ReadAllBytesAsync(given.FullName, ct);
        var (reading, failure, answers) = await ReadAsync(run, given.Name, bytes, ct);
        if (reading is null)
        {
            return run.Fail(ExitCode.BadFile, failure!.ToString());
        }

        return run.Asked.GetValue(dryRun) ? await SayAsync(run, reading) : await SaveAsync(run, given.Name, bytes, reading, answers, ct);
    }

    /// <summary>The reading under the answers that Trellis proposes, or without any: as the person asked.</summary>
    private async Task<(PlanReading? Reading, ReadFailure? Failure, Dictionary<string, string> Answers)> ReadAsync(
        CommandRun run, string name, byte[] bytes, CancellationToken ct)
    {
        var answers = new Dictionary<string, string>(StringComparer.Ordinal);
        var (reading, failure) = await ImportService.ReadAsync(bytes, name, null, ct);
        // An answer can bring up new doubts; a doubt that stays open under its own proposal is left for a person.
        while (run.Asked.GetValue(acceptProposed) && reading?.Doubts.Where(d => !d.IsSettled && !answers.ContainsKey(d.Id)).ToList() is { Count: > 0 } open)
        {
            foreach (var doubt in open)
            {
                answers[doubt.Id] = doubt.Proposed;
            }

            (reading, failure) = await ImportService.ReadAsync(bytes, name, answers, ct);
        }

        return (reading, failure, answers);
    }

    private static async Task<int> SayAsync(CommandRun run, PlanReading reading)
    {
        if (run.Json)
        {
            using var written = new MemoryStream();
            PlanReadingJson.Write(written, reading);
            await run.Out.WriteLineAsync(Encoding.UTF8.GetString(written.GetBuffer(), 0, (int)written.Length));
            return ExitCode.Done;
        }

        await run.Out.WriteLineAsync($"{reading.Account.Count:N0} lines with text: {reading.LinesMapped:N0} understood, {reading.LinesLeft:N0} left over");
        await run.Out.WriteLineAsync(string.Join(
            ", ",
            Plans.Words.Counted(reading.Priorities.Count, "priority"), Plans.Words.Counted(reading.Objectives.Count(), "objective"),
            Plans.Words.Counted(reading.KeyActions.Count(), "key action"), Plans.Words.Counted(reading.Milestones.Count(), "milestone"),
            Plans.Words.Counted(reading.Indicators.Count(), "indicator"), Plans.Words.Counted(reading.Risks.Count(), "risk"),
            Plans.Words.Counted(reading.Challenges.Count(), "challenge")));
        foreach (var line in reading.Account.Where(l => !l.IsMapped))
        {
            await run.Out.WriteLineAsync($"Left over, line {line.Where}: {line.Text} ({line.Reason})");
        }

        foreach (var doubt in reading.Doubts)
        {
            await run.Out.WriteLineAsync(InWords(doubt));
        }

        return ExitCode.Done;
    }

    private async Task<int> SaveAsync(
        CommandRun run, string name, byte[] bytes, PlanReading reading, Dictionary<string, string> answers, CancellationToken ct)
    {
        if (reading.Doubts.Where(d => !d.IsSettled).ToList() is { Count: > 0 } open)
        {
            return Refuse(run, "doubts", open.Select(d => new { d.Id, d.Question, d.Lines, d.Proposed, d.Options }), [
                $"{Plans.Words.Counted(open.Count, "place")} in doubt. Nothing was saved.", .. open.Select(InWords),
                "Settle them in the browser under Plan, Import a document, or take them as proposed with --accept-proposed.",
            ]);
        }

        var services = await run.ServicesAsync(mustExist: true, ct);
        var imports = services.GetRequiredService<ImportService>();
        Plan? plan = null;
        if (run.Asked.GetValue(into) is { } address)
        {
            plan = await services.GetRequiredService<PlanService>().FindAsync(address, ct);
            if (plan is null)
            {
                return run.Fail(ExitCode.NotFound, "There is no plan with this address.");
            }

            var changes = await imports.CompareAsync(new OpenImport(new PlanImport { FileName = name }, reading, plan), ct);
            if (changes.SelectMany(ImportQuestion.Of).ToList() is { Count: > 0 } choices)
            {
                return Refuse(run, "choices", choices.Select(c => new { c.Key, c.Title, c.InPlan, c.InDocument }), [
                    $"{Plans.Words.Counted(choices.Count, "choice")} for a person. Nothing was saved.",
                    .. choices.Select(c => $"{c.Title}: in Trellis “{c.InPlan}”, in the document “{c.InDocument}”"),
                    "Choose in the browser: open the plan, Import a changed document.",
                ]);
            }
        }

        return await SaveSettledAsync(run, imports, name, bytes, reading, plan, answers, ct);
    }

    private async Task<int> SaveSettledAsync(
        CommandRun run, ImportService imports, string name, byte[] bytes, PlanReading reading, Plan? into, Dictionary<string, string> answers, CancellationToken ct)
    {
        var staged = await imports.StageAsync(name, bytes, into?.Id, new Process("Read a document", Actor.Terminal), ct);
        if (!staged.IsDone)
        {
            return run.Fail(ExitCode.BadFile, string.Join(Environment.NewLine, staged.Errors.Select(e => e.Message + ".")));
        }

        var id = staged.Value!.Id;
        await imports.AnswerAsync(id, answers, new Process("Took doubts of an import as proposed", Actor.Terminal), ct);
        var saved = await imports.SaveAsync(
            id, run.Asked.GetValue(title) ?? OpenImport.TitleOf(reading), run.Asked.GetValue(year) ?? OpenImport.YearOf(reading),
            new Dictionary<string, string>(StringComparer.Ordinal), new Process("Imported a document", Actor.Terminal), ct);
        if (!saved.IsDone)
        {
            await imports.DiscardAsync(id, new Process("Threw an import away", Actor.Terminal), ct);
            return run.Fail(saved);
        }

        var summary = (await imports.OfPlanAsync(saved.Value!.Id, ct)).Single(i => i.Id == id).Summary;
        return run.Answer(
            ExitCode.Done, new { plan = saved.Value.Address, saved.Value.Title, saved.Value.Year, summary },
            $"Saved into /plan/{saved.Value.Address}: {summary}");
    }

    private static int Refuse(CommandRun run, string what, object open, IEnumerable<string> lines)
    {
        if (run.Json)
        {
            return run.Answer(ExitCode.NeedsPerson, new Dictionary<string, object>(StringComparer.Ordinal) { ["exitCode"] = ExitCode.NeedsPerson, [what] = open });
        }

        return run.Fail(ExitCode.NeedsPerson, string.Join(Environment.NewLine, lines));
    }

    private static string InWords(Doubt doubt) =>
        $"Doubt, {(doubt.Lines.Count == 1 ? "line" : "lines")} {string.Join(", ", doubt.Lines)}: {doubt.Question} Proposed: "
        + (doubt.Options.FirstOrDefault(o => o.Key == doubt.Proposed)?.Consequence ?? doubt.Proposed);
}

using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Trellis.Governance;
using Trellis.Kernel;
using Trellis.Kernel.Files;
using Trellis.Kernel.Organisation;
using Trellis.Measures;
using Trellis.Plans.Import;
using Trellis.Risks;
using Trellis.Tables;

namespace Trellis.Plans.Importing;

/// <summary>An import with its document read again under the answers given so far.</summary>
public sealed record OpenImport(PlanImport Import, PlanReading Reading, Plan? Plan)
{
    public IReadOnlyDictionary<string, string> Answers => JsonSerializer.Deserialize<Dictionary<string, string>>(Import.Answers)!;

    /// <summary>What a new plan is called unless a person says otherwise.</summary>
    public static string TitleOf(PlanReading reading)
    {
        var title = reading switch
        {
            { Names.Title: { Length: > 0 } named } => named,
            { Priorities: [{ Title: { Length: > 0 } only }] } => only,
            _ => Path.GetFileNameWithoutExtension(reading.FileName),
        };
        return title.Length > Plan.LongestTitle ? title[..Plan.LongestTitle] : title;
    }

    public static string YearOf(PlanReading reading) => reading.Names.Year.Length > 0 ? reading.Names.Year : reading.Challenges.Select(c => c.PlanYear).FirstOrDefault(y => y.Length > 0) ?? "";
}

/// <summary>Stages a council's document, settles its doubts, saves it into a plan in one step, and undoes that whole.</summary>
public sealed class ImportService(
    AppDbContext db, TimeProvider clock, LastReadings readings, PlanService plans, ForumService forums, IndicatorService indicators, RiskService risks)
{
    /// <summary>Documents with more lines than this are saved beside the request.</summary>
    public const int ManyLines = 2000;

    private const int LongestAnswer = 300;
    private const string NoAnswers = "{}";

    /// <summary>Reads a document for a council of which nothing is known yet.</summary>
    public static Task<(PlanReading? Reading, ReadFailure? Failure)> ReadAsync(byte[] bytes, string fileName, IReadOnlyDictionary<string, string>? answers, CancellationToken ct) =>
        ReadAsync(bytes, fileName, answers, null, ct);

    /// <summary>Reads a document without keeping anything; the failure says what is wrong with the file.</summary>
    public static async Task<(PlanReading? Reading, ReadFailure? Failure)> ReadAsync(
        byte[] bytes, string fileName, IReadOnlyDictionary<string, string>? answers, IReadOnlySet<string>? officers, CancellationToken ct)
    {
        // Reading a large document takes a moment of pure work: away from the threads that answer requests.
        return await Task.Run(() =>
        {
            var result = DocumentReader.Read(bytes, fileName, null, ct);
            return result.Document is { } document ? (PlanReader.Read(document, answers, officers), null) : ((PlanReading?)null, result.Failure);
        }, ct);
    }

    /// <summary>The officers whose names a comma does not divide.</summary>
    public static async Task<HashSet<string>> PostsWithCommaAsync(AppDbContext db, CancellationToken ct) =>
        [.. await db.Set<Officer>().Where(o => !o.Withdrawn && EF.Functions.Like(o.Name, "%,%")).Select(o => o.Name).ToListAsync(ct)];

    public async Task<Result<PlanImport>> StageAsync(string fileName, byte[] bytes, Guid? intoPlan, Process process, CancellationToken ct)
    {
        var (hash, name) = (Convert.ToHexString(SHA256.HashData(bytes)), EvidenceType.SafeName(fileName));
        var (reading, failure) = await readings.ReadAsync(hash, bytes, name, NoAnswers, await PostsWithCommaAsync(db, ct), ct);
        if (failure is not null)
        {
            return new FieldError("File", failure.ToString());
        }

        if (reading!.Priorities.Count == 0)
        {
            return new FieldError("File", $"{name}: no plan was found in it. It needs at least a heading for a priority, or a table with key actions and milestones");
        }

        var id = ThingId.New(clock);
        var import = new PlanImport
        {
            Id = id, PlanId = intoPlan, MakesPlan = intoPlan is null, FileName = name,
            FileHash = hash, At = clock.GetUtcNow(), File = new ImportFile { ImportId = id, Bytes = bytes },
        };
        db.Add(import);
        await db.SaveAsync(process, ct);
        return import;
    }

    /// <summary>The import with its reading; null when there is no such import.</summary>
    public async Task<OpenImport?> OpenAsync(Guid id, CancellationToken ct)
    {
        if (await db.Set<PlanImport>().AsNoTracking().Include(i => i.File).SingleOrDefaultAsync(i => i.Id == id && !i.Withdrawn, ct) is not { } import)
        {
            return null;
        }

        var plan = import.PlanId is { } planId ? await db.Set<Plan>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == planId, ct) : null;
        var (reading, _) = await readings.ReadAsync(import.FileHash, import.File!.Bytes, import.FileName, import.Answers, await PostsWithCommaAsync(db, ct), ct);
        return new OpenImport(import, reading!, plan);
    }

    public Task<List<PlanImport>> OfPlanAsync(Guid planId, CancellationToken ct) =>
        db.Set<PlanImport>().AsNoTracking().Where(i => i.PlanId == planId && !i.Withdrawn).OrderByDescending(i => i.At).ThenByDescending(i => i.Id).ToListAsync(ct);

    public Task<List<PlanImport>> WaitingAsync(CancellationToken ct) =>
        db.Set<PlanImport>().AsNoTracking().Where(i => i.State == ImportState.Staged && !i.Withdrawn).OrderByDescending(i => i.At).ThenByDescending(i => i.Id).ToListAsync(ct);

    /// <summary>Keeps the answers given so far; the reading changes with them, and new doubts may come up.</summary>
    public async Task<Result<PlanImport>> AnswerAsync(Guid id, IReadOnlyDictionary<string, string> answers, Process process, CancellationToken ct)
    {
        if (await StagedAsync(id, ct) is not { } import)
        {
            return NotFound.Row;
        }

        var all = JsonSerializer.Deserialize<Dictionary<string, string>>(import.Answers)!;
        foreach (var (doubt, answer) in answers)
        {
            all[doubt] = answer.Trim().Length > LongestAnswer ? answer.Trim()[..LongestAnswer] : answer.Trim();
        }

        import.Answers = JsonSerializer.Serialize(all);
        await db.SaveAsync(process, ct);
        return import;
    }

    /// <summary>What saving would do to the plan that it goes into: every row as new, changed, moved or gone.</summary>
    public async Task<IReadOnlyList<RowChange>> CompareAsync(OpenImport open, CancellationToken ct)
    {
        if (open.Plan is null)
        {
            return PlanComparison.Compare([], open.Reading);
        }

        var standing = await StandingPlan.LoadAsync(db, open.Plan, ct);
        db.ChangeTracker.Clear();
        return PlanComparison.Compare(standing.Ordered(), open.Reading);
    }

    /// <summary>Saves the settled reading in one transaction. Nothing is saved while a doubt or a choice is open.</summary>
    /// <param name="title">Title and year of the plan that it makes; not used for one that is there.</param>
    public async Task<Result<Plan>> SaveAsync(
        Guid id, string title, string year, IReadOnlyDictionary<string, string> choices, Process process, CancellationToken ct)
    {
        if (await OpenAsync(id, ct) is not { Import.State: ImportState.Staged } open || await StagedAsync(id, ct) is not { } import)
        {
            return NotFound.Row;
        }

        var errors = new List<FieldError>();
        if (!open.Reading.IsSettled)
        {
            var unsettled = open.Reading.Doubts.Count(d => !d.IsSettled);
            errors.Add(new("", unsettled == 1 ? "1 doubt is not settled yet" : $"{unsettled:N0} doubts are not settled yet"));
        }

        if (open.Plan is not null)
        {
            errors.AddRange((await CompareAsync(open, ct)).SelectMany(ImportQuestion.Of)
                .Where(q => choices.GetValueOrDefault(q.Key) is not (ImportChoice.Document or ImportChoice.Trellis))
                .Select(q => new FieldError(q.Key, $"Choose what stands: {q.Title}")));
            import = (await StagedAsync(id, ct))!;
        }

        if (errors.Count > 0)
        {
            return errors;
        }

        var plan = import.PlanId is { } planId ? await db.Set<Plan>().SingleAsync(p => p.Id == planId, ct) : null;
        var isNew = plan is null;
        if (plan is null)
        {
            var options = Named(PlanOptions.New(title, year), open.Reading);
            if (PlanService.Check(options) is { Count: > 0 } wrong)
            {
                return wrong;
            }

            plan = await plans.StageAsync(options, ct);
        }

        var parts = new ImportSaving.ImportParts(db, clock, indicators, risks);
        var rows = await ImportSaving.ApplyAsync(parts, forums, import, plan, isNew, open.Reading, choices, process, ct);
        db.AddInBulk(rows);
        import.PlanId = plan.Id;
        import.State = ImportState.Saved;
        import.Summary = SummaryOf(rows, open.Reading);
        await db.SaveAsync(process with { Why = process.Why ?? $"{import.FileName}, SHA-256 {import.FileHash[..12]}" }, ct);
        return plan;
    }

    /// <summary>Undoes the latest import of its plan; earlier ones only after the later ones.</summary>
    public async Task<Result<PlanImport>> UndoAsync(Guid id, Process process, CancellationToken ct)
    {
        if (await db.Set<PlanImport>().SingleOrDefaultAsync(i => i.Id == id && i.State == ImportState.Saved, ct) is not { } import)
        {
            return NotFound.Row;
        }

        if (await db.Set<PlanImport>().AnyAsync(i => i.PlanId == import.PlanId && i.State == ImportState.Saved && i.At > import.At, ct))
        {
            return new FieldError("", "A later import stands on this one. Undo that first");
        }

        await ImportUndoing.UndoAsync(db, import, ct);
        import.State = ImportState.Undone;
        await db.SaveAsync(process, ct);
        return import;
    }

    public async Task<Result<PlanImport>> DiscardAsync(Guid id, Process process, CancellationToken ct)
    {
        if (await StagedAsync(id, ct) is not { } import)
        {
            return NotFound.Row;
        }

        import.State = ImportState.Discarded;
        await db.SaveAsync(process, ct);
        return import;
    }

    private Task<PlanImport?> StagedAsync(Guid id, CancellationToken ct) =>
        db.Set<PlanImport>().SingleOrDefaultAsync(i => i.Id == id && i.State == ImportState.Staged && !i.Withdrawn, ct);

    /// <summary>The document's own words for its levels, and for its three states of progress when it explains all three.</summary>
    private static PlanOptions Named(PlanOptions options, PlanReading reading)
    {
        options = options with
        {
            PriorityWord = Word(reading.Names.PriorityWord, options.PriorityWord), ObjectiveWord = Word(reading.Names.ObjectiveWord, options.ObjectiveWord),
            ActionWord = Word(reading.Names.ActionWord, options.ActionWord), MilestoneWord = Word(reading.Names.MilestoneWord, options.MilestoneWord),
        };
        if (reading.Priorities.FirstOrDefault(p => p.ProgressStates.Count == 3) is not { } priority)
        {
            return options;
        }

        var words = priority.ProgressStates.Select(s => s.Text.Length > Plan.LongestState ? s.Text[..Plan.LongestState] : s.Text).ToList();
        return words.TrueForAll(w => w.Length > 0) ? options with { OnTrackWords = words[0], ManagedWords = words[1], SupportWords = words[2] } : options;
    }

    private static string Word(string read, string otherwise) => read.Length is > 0 and <= Plan.LongestWord ? read : otherwise;

    private static string SummaryOf(List<ImportedRow> rows, PlanReading reading)
    {
        var things = rows.Where(r => r.AsImported != "{}").ToList();
        return $"{Count(ImportedAct.Made):N0} new, {Count(ImportedAct.Changed):N0} changed, {rows.Count(r => r.Act == ImportedAct.TakenOut):N0} taken out, "
            + $"{Count(ImportedAct.Met):N0} as they were; {reading.LinesMapped:N0} of {reading.Account.Count:N0} lines mapped";

        int Count(ImportedAct act) => things.Count(r => r.Act == act);
    }
}

using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.Kernel.Calendar;

namespace Trellis.Plans.Updates;

/// <summary>A line as its owner has it open: what is typed, and the saved state from which it was made.</summary>
public sealed record TypedLine(OwedLine Line, UpdateForm Form, string Stamp);

/// <summary>Keeps what owners type, and sends it to their heads.</summary>
public sealed class UpdateService(AppDbContext db, WorkingCalendar calendar, TimeProvider clock)
{
    /// <summary>Keeps the text of one line as it is typed; nobody but those who act for the owner sees it.</summary>
    /// <returns>The line's new stamp.</returns>
    public async Task<Result<string>> KeepAsync(TypedLine typed, Process process, CancellationToken ct)
    {
        if (Met(typed, process) is { } met)
        {
            return met;
        }

        var stamp = StageDraft(typed, process);
        return await SaveAsync(process, ct) ? $"{typed.Line.Update?.Version ?? 0}.{stamp}" : Meeting(typed.Line);
    }

    /// <summary>
    /// Sends every line of which something was typed, all or none: where one leaves a question open, all are kept as they were
    /// typed and the questions come back.
    /// </summary>
    public async Task<Result<int>> SendAsync(IReadOnlyList<TypedLine> lines, Process process, CancellationToken ct)
    {
        var typed = lines.Where(l => !l.Form.IsEmpty).ToList();
        var errors = typed.Select(l => Met(l, process)).OfType<FieldError>().ToList();
        if (errors.Count > 0)
        {
            return errors;
        }

        if (typed.Count == 0)
        {
            return new FieldError("", "Say how at least one of them stands");
        }

        var questions = await QuestionsAsync(typed.Select(l => l.Form), ct);
        var read = typed.ConvertAll(l => (l.Line, Answer: questions.Of(l.Line, l.Form)));
        if (read.SelectMany(r => r.Answer.Questions).ToList() is { Count: > 0 } open)
        {
            typed.ForEach(l => StageDraft(l, process));
            await SaveAsync(process with { Name = "Kept updates that are not ready" }, ct);
            return open;
        }

        foreach (var (line, (update, _)) in read)
        {
            Stage(line, update!, process);
        }

        return await SaveAsync(process, ct) ? typed.Count : Meeting(typed[0].Line);
    }

    /// <summary>Keeps what a workbook says as if it had been typed, all of it or nothing.</summary>
    /// <returns>How many lines it said something of.</returns>
    public async Task<Result<int>> TakeWorkbookAsync(byte[] bytes, string fileName, IReadOnlyList<OwedLine> lines, Process process, CancellationToken ct)
    {
        var read = UpdateBookReader.Read(bytes, fileName, lines);
        if (read.Value is not { } typed)
        {
            return read.Errors.ToList();
        }

        if (typed.Select(l => Met(l, process)).FirstOrDefault(met => met is not null) is { } met)
        {
            return met with { Field = "File" };
        }

        typed.ForEach(l => StageDraft(l, process));
        return await SaveAsync(process, ct) ? typed.Count : Meeting(lines[0]) with { Field = "File" };
    }

    /// <summary>What is still asked of the lines that hold something: the same as when they are sent.</summary>
    public async Task<List<FieldError>> OpenQuestionsAsync(IEnumerable<OwedLine> lines, CancellationToken ct)
    {
        var kept = lines.Where(l => l.IsOwed && l.Draft is { Form.IsEmpty: false }).ToList();
        var questions = await QuestionsAsync(kept.Select(l => l.Form), ct);
        return [.. kept.SelectMany(l => questions.Of(l, l.Form).Questions)];
    }

    private async Task<UpdateQuestions> QuestionsAsync(IEnumerable<UpdateForm> forms, CancellationToken ct) =>
        new(calendar.Today, forms.Any(f => f.AskOf is not null) ? await WhoCanBeAsked.LoadAsync(db, ct) : WhoCanBeAsked.Nobody);

    private void Stage(OwedLine line, ReadUpdate read, Process process)
    {
        var update = line.Update ?? new Update { Id = ThingId.New(clock), CycleId = line.Cycle.Id, PlanId = line.Plan.Id, ItemId = line.Item.Id };
        if (line.Update is null)
        {
            db.Add(update);
        }
        else
        {
            db.Attach(update);
        }

        update.State = UpdateState.Submitted;
        update.Progress = read.Progress;
        update.NoChange = read.NoChange;
        update.Text = read.Text;
        update.Why = read.Why;
        update.LateWhy = read.LateWhy;
        update.Milestones = read.Milestones;
        (update.AskWhat, update.AskOf) = read.Ask is { } ask ? (ask.What.Trim(), read.AskOf) : (null, null);
        (update.AskForumId, update.AskOfficerId) = (read.Ask?.ForumId, read.Ask?.OfficerId);
        (update.SentByAccountId, update.SentAt) = (process.Who.AccountId, clock.GetUtcNow());
        (update.ReturnedWhy, update.DecidedByAccountId, update.DecidedAt) = (null, null, null);
        if (line.Draft is { } draft)
        {
            db.Remove(draft);
        }
    }

    private int StageDraft(TypedLine typed, Process process)
    {
        var draft = typed.Line.Draft;
        if (draft is null)
        {
            db.Add(draft = new UpdateDraft { CycleId = typed.Line.Cycle.Id, ItemId = typed.Line.Item.Id });
        }
        else
        {
            db.Attach(draft);
        }

        draft.AccountId = process.Who.AccountId;
        draft.Form = typed.Form;
        draft.SavedAt = clock.GetUtcNow();
        return ++draft.Stamp;
    }

    /// <summary>False when somebody else saved one of the lines at the same moment.</summary>
    private async Task<bool> SaveAsync(Process process, CancellationToken ct)
    {
        try
        {
            await db.SaveAsync(process, ct);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }

    private static FieldError? Met(TypedLine typed, Process process) =>
        typed.Line.MayBeSaid && (typed.Stamp == typed.Line.Stamp || (typed.Stamp.StartsWith($"{typed.Line.Update?.Version ?? 0}.", StringComparison.Ordinal) && typed.Line.Draft?.AccountId == process.Who.AccountId))
            ? null
            : Meeting(typed.Line);

    private static FieldError Meeting(OwedLine line) => new($"{line.Key}.Text", line switch
    {
        { Update.State: UpdateState.Submitted or UpdateState.Approved } => $"“{line.Item.Title}” was sent by somebody else meanwhile",
        { Draft.Form.Text: { Length: > 0 } text } => $"Somebody else wrote here meanwhile: “{text}”. Send again to keep yours",
        _ => $"Somebody else saved “{line.Item.Title}” meanwhile. Send again to keep yours",
    });
}

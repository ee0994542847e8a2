using Microsoft.EntityFrameworkCore;
using Trellis.Governance.Asks;
using Trellis.Kernel;
using Trellis.Kernel.Calendar;

namespace Trellis.Plans;

/// <summary>A lead officer's judgement of a key action.</summary>
public sealed class ActionService(AppDbContext db, AskService asks, WorkingCalendar calendar)
{
    public async Task<Progress> ProposedAsync(Guid actionId, CancellationToken ct) => KeyAction.Proposed(
        await db.Set<Milestone>().AsNoTracking().Where(m => m.ParentId == actionId && !m.Withdrawn).ToListAsync(ct), calendar.Today);

    /// <param name="ask">What is asked from outside, needed with <see cref="Progress.NeedsSupport"/> while nothing asked before is open.</param>
    public async Task<Result<KeyAction>> StateAsync(
        Guid id, int version, Progress progress, string why, AskOptions? ask, Func<Progress, string> words, Process process, CancellationToken ct)
    {
        if (await db.Set<KeyAction>().SingleOrDefaultAsync(a => a.Id == id && !a.Withdrawn, ct) is not { } action)
        {
            return NotFound.Row;
        }

        why = why.Trim();
        if (action.Version != version)
        {
            return Meet(action, progress, why, words);
        }

        var proposed = await ProposedAsync(id, ct);
        if (KeyAction.SaysBetter(progress, proposed) && why.Length == 0)
        {
            return new FieldError("Why", $"Its milestones say “{words(proposed)}”. Say in a sentence why it is better than that");
        }

        if (why.Length > KeyAction.LongestWhy)
        {
            return new FieldError("Why", $"Use {KeyAction.LongestWhy:N0} characters or fewer");
        }

        if (progress == Progress.NeedsSupport && (ask is not null || !await HasOpenAskAsync(id, ct)))
        {
            ask ??= new AskOptions("", null, null);
            if (AskService.Check(ask) is { Count: > 0 } missing)
            {
                return missing.ConvertAll(e => e with { Field = $"Ask{e.Field}" });
            }

            asks.Stage(id, ask, process);
        }

        action.Progress = progress;
        action.ProgressWhy = why.Length == 0 ? null : why;
        try
        {
            await db.SaveAsync(process with { Why = action.ProgressWhy }, ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Meet(await db.Set<KeyAction>().AsNoTracking().SingleAsync(a => a.Id == id, ct), progress, why, words);
        }

        return action;
    }

    public Task<bool> HasOpenAskAsync(Guid id, CancellationToken ct) => db.Set<Ask>().AnyAsync(a => a.ThingId == id && a.AnsweredOn == null && !a.Withdrawn, ct);

    private static Conflict Meet(KeyAction saved, Progress progress, string why, Func<Progress, string> words) => new(saved.Version,
    [
        new("Overall progress", words(saved.Progress), words(progress)),
        new("Why", saved.ProgressWhy ?? "", why),
    ]);
}

using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.Kernel.Access;
using Trellis.Kernel.Calendar;
using Trellis.Measures.Figures;
using Trellis.Measures.Scorecards;

namespace Trellis.Measures.Entry;

/// <summary>Keeps and sends what somebody enters. What is odd is asked about, and goes on only with an answer.</summary>
public sealed class EntryService(AppDbContext db, CurrentUser user, Scorecard scores, WorkingCalendar calendar, TimeProvider clock)
{
    /// <summary>Keeps what was typed so far, odd or not, as long as it can be read.</summary>
    public async Task<Result<int>> KeepAsync(IReadOnlyList<TypedEntry> typed, Process process, CancellationToken ct)
    {
        var kept = typed.Where(t => !t.Form.IsEmpty || t.Line.Entry is { State: EntryState.Kept }).ToList();
        var read = kept.ConvertAll(one => HasNoNumber(one.Form) ? new FigureValue() : one.Read());
        if (read.SelectMany(r => r.Errors).Concat(Stale(kept)).ToList() is { Count: > 0 } errors)
        {
            return errors;
        }

        foreach (var (one, said) in kept.Zip(read))
        {
            Put(await TakeAsync(one.Line, ct), one.Line, one.Form, said.Value, EntryState.Kept);
        }

        return await SaveAsync(kept.Count, process, ct);
    }

    /// <summary>Sends all that was typed to be signed off, or nothing of it.</summary>
    public async Task<Result<int>> SendAsync(IReadOnlyList<TypedEntry> typed, Process process, CancellationToken ct)
    {
        var filled = typed.Where(t => !t.Form.IsEmpty).ToList();
        if (filled.Count == 0)
        {
            return new FieldError(typed.Count == 0 ? "" : $"{typed[0].Line.Key}.{(typed[0].Line.Indicator.Unit.IsRate() ? "Numerator" : "Value")}", "Enter at least one figure");
        }

        if (Stale(filled).ToList() is { Count: > 0 } stale)
        {
            return stale;
        }

        var errors = new List<FieldError>();
        var sent = new List<(TypedEntry Typed, FigureValue Said, string? Questions)>();
        foreach (var one in filled)
        {
            var read = one.Read();
            errors.AddRange(read.Errors);
            if (read.IsDone)
            {
                var doubts = one.Line.DoubtsOf(read.Value);
                errors.AddRange(Unanswered(one, [.. doubts.Select(d => d.Words)]));
                sent.Add((one, read.Value, doubts.Count == 0 ? null : string.Join('\n', doubts.Select(d => d.Words))));
            }
        }

        if (errors.Count > 0)
        {
            return errors;
        }

        foreach (var (one, said, questions) in sent)
        {
            var entry = await TakeAsync(one.Line, ct);
            Put(entry, one.Line, one.Form, said, EntryState.Sent);
            (entry.Questions, entry.IsLate) = (Cut(questions, FigureEntry.LongestText), one.Line.Standing is null && one.Line.IsLateOn(calendar.Today));
        }

        return await SaveAsync(sent.Count, process, ct);
    }

    private static bool HasNoNumber(EntryForm form) => new[] { form.Value, form.Numerator, form.Denominator }.All(string.IsNullOrWhiteSpace);

    private static IEnumerable<FieldError> Unanswered(TypedEntry one, IReadOnlyList<string> questions)
    {
        var line = one.Line;
        if (questions.Count > 0 && string.IsNullOrWhiteSpace(one.Form.Explanation))
        {
            yield return new FieldError($"{line.Key}.Explanation", $"{line.Indicator.Title}, {line.Period.Words}: {string.Join(". ", questions)}. Correct it, or say why it is so");
        }

        if (line.IsLocked && string.IsNullOrWhiteSpace(one.Form.CorrectionWhy))
        {
            yield return new FieldError($"{line.Key}.CorrectionWhy", $"{line.Cycle!.Title} is locked. Say why its figure has to be corrected");
        }

        foreach (var (field, text, longest) in new[] { ("Commentary", one.Form.Commentary, FigureEntry.LongestText), ("Explanation", one.Form.Explanation, FigureEntry.LongestText), ("CorrectionWhy", one.Form.CorrectionWhy, FigureEntry.LongestWhy) })
        {
            if (text?.Trim().Length > longest)
            {
                yield return new FieldError($"{line.Key}.{field}", $"Use {longest:N0} characters or fewer");
            }
        }
    }

    /// <summary>Lines of which somebody else said something since the form was made, or that this person may not say otherwise.</summary>
    private IEnumerable<FieldError> Stale(IEnumerable<TypedEntry> typed)
    {
        foreach (var (line, form) in typed)
        {
            if (form.Stamp != line.Stamp)
            {
                yield return new FieldError($"{line.Key}.{(line.Indicator.Unit.IsRate() ? "Numerator" : "Value")}",
                    $"{line.Indicator.Title}, {line.Period.Words}: somebody else entered this figure since you opened the page. Look at what stands there now, and send again if yours is right");
            }
            else if (line.IsLocked && !user.IsIn(Role.Performance))
            {
                yield return new FieldError($"{line.Key}.CorrectionWhy", $"{line.Cycle!.Title} is locked. Ask the performance team to correct its figures");
            }
        }
    }

    private async Task<FigureEntry> TakeAsync(EntryLine line, CancellationToken ct)
    {
        if (line.Entry is { State: not EntryState.SignedOff } open)
        {
            return await db.Set<FigureEntry>().SingleAsync(e => e.Id == open.Id, ct);
        }

        var entry = new FigureEntry
        {
            Id = ThingId.New(clock), IndicatorId = line.Indicator.Id, Place = (await scores.PlaceAsync(ct))!.Code.Number, Period = line.Period.Number,
            Round = (line.Entry?.Round ?? (line.Standing is null ? 0 : 1)) + 1,
        };
        db.Add(entry);
        return entry;
    }

    private void Put(FigureEntry entry, EntryLine line, EntryForm form, FigureValue said, EntryState state)
    {
        (entry.Value, entry.Numerator, entry.Denominator, entry.Shorthand) = (said.Value, said.Numerator, said.Denominator, said.Shorthand);
        entry.PopulationBatch = line.Population is { } population && said.Denominator == population.People ? population.Batch : null;
        (entry.Commentary, entry.Explanation, entry.CorrectionWhy) = (OrNull(form.Commentary), OrNull(form.Explanation), OrNull(form.CorrectionWhy));
        (entry.State, entry.EnteredBy, entry.EnteredAt) = (state, user.AccountId!.Value, clock.GetUtcNow());
    }

    private async Task<Result<int>> SaveAsync(int count, Process process, CancellationToken ct)
    {
        try
        {
            await db.SaveAsync(process, ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new FieldError("", "Somebody else entered one of these figures at the same moment. Nothing of yours was kept; look at the page again");
        }

        return count;
    }

    private static string? OrNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static string? Cut(string? text, int longest) => text?.Length > longest ? text[..longest] : text;
}

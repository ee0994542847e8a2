using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.Kernel.Audit;
using Trellis.Returns;
using Trellis.StatutoryReturns.Checking;

namespace Trellis.StatutoryReturns.Explanations;

/// <summary>Explains failures that are right as they are, and finds the explanations again.</summary>
public sealed class ExplanationService(AppDbContext db, PersonalValues keys, SubjectErasing erasing, TimeProvider clock)
{
    /// <summary>The explanations of a return's failures, by the failures' numbers.</summary>
    public async Task<Dictionary<int, ShownExplanation>> OfAsync(CheckedReturn given, CancellationToken ct)
    {
        var known = new Dictionary<(string Rule, string Child, string Table, string Cells), ShownExplanation>();
        var kept = await db.Set<Explanation>().AsNoTracking().Where(e => e.Kind == given.Return.Name && !e.Withdrawn).OrderBy(e => e.At).ToListAsync(ct);
        await keys.LoadAsync(db, kept.ConvertAll(e => e.Id), ct);
        foreach (var explanation in kept)
        {
            if (await keys.OpenAsync(db, explanation.Id, explanation.Row, ct) is { } opened && JsonSerializer.Deserialize<ExplainedRow>(opened) is { } row)
            {
                known[(explanation.Rule, row.Child, row.Table, row.Cells)] = new ShownExplanation(explanation.Id, row.Reason, explanation.AccountId, explanation.At);
            }
        }

        var explained = new Dictionary<int, ShownExplanation>();
        var rules = kept.Select(e => e.Rule).ToHashSet(StringComparer.Ordinal);
        for (var number = 0; number < given.Failures.Count; number++)
        {
            var failure = given.Failures[number];
            if (rules.Contains(failure.Rule.Code) && known.TryGetValue((failure.Rule.Code, failure.ChildName, failure.Table ?? "", CellsOf(given, failure)), out var found))
            {
                explained.Add(number, found);
            }
        }

        return explained;
    }

    public async Task<Result<Explanation>> ExplainAsync(CheckedReturn given, int number, string? reason, Process process, CancellationToken ct)
    {
        var failure = given.Failures[number];
        var words = reason?.Trim() ?? "";
        if (failure.Rule.Severity == Severity.Error)
        {
            return new FieldError("Reason", "This rule states an error. It cannot be explained, only mended");
        }

        if (!given.IsKept)
        {
            return new FieldError("Reason", "This return is not kept, and neither would the explanation be. Check it again and keep it");
        }

        if (words.Length is 0 or > Explanation.LongestReason || process.Who.AccountId is not { } account)
        {
            return new FieldError("Reason", $"Enter why it is right as it is, in up to {Explanation.LongestReason} characters");
        }

        if (await FindAsync(given, number, ct) is { } before)
        {
            await EraseAsync(before, process, ct);
        }

        var id = ThingId.New(clock);
        var row = new ExplainedRow(failure.ChildName, failure.Table ?? "", CellsOf(given, failure), words);
        var explanation = new Explanation
        {
            Id = id, Kind = given.Return.Name, Rule = failure.Rule.Code, AccountId = account, At = clock.GetUtcNow(), Row = await keys.SealAsync(db, id, JsonSerializer.SerializeToUtf8Bytes(row), ct),
        };
        db.Add(explanation);
        await db.SaveAsync(process, ct);
        return explanation;
    }

    /// <summary>Takes the explanation of a failure back and destroys it.</summary>
    public async Task<Result<Explanation>> TakeBackAsync(CheckedReturn given, int number, Process process, CancellationToken ct)
    {
        if (await FindAsync(given, number, ct) is not { } explanation)
        {
            return NotFound.Row;
        }

        await EraseAsync(explanation, process, ct);
        return explanation;
    }

    /// <summary>Destroys those that are older than <see cref="Explanation.YearsKept"/>.</summary>
    public async Task<int> EraseDueAsync(Process process, CancellationToken ct)
    {
        var oldest = clock.GetUtcNow().AddYears(-Explanation.YearsKept);
        var due = await db.Set<Explanation>().Where(e => !e.Withdrawn && e.At < oldest).ToListAsync(ct);
        foreach (var explanation in due)
        {
            await EraseAsync(explanation, process, ct);
        }

        return due.Count;
    }

    private async Task<Explanation?> FindAsync(CheckedReturn given, int number, CancellationToken ct) =>
        (await OfAsync(given, ct)).GetValueOrDefault(number) is { } shown ? await db.Set<Explanation>().SingleOrDefaultAsync(e => e.Id == shown.Id, ct) : null;

    private Task EraseAsync(Explanation explanation, Process process, CancellationToken ct) => erasing.EraseAsync(explanation.Id, () =>
    {
        (explanation.Withdrawn, explanation.Row) = (true, []);
        return db.SaveAsync(process, ct);
    }, ct);

    private static string CellsOf(CheckedReturn given, Failure failure) => string.Join('\u001f', given.Result.CellsOf(failure).Select(c => c.Value));
}

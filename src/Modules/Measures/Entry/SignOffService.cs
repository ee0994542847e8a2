using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.Kernel.Access;
using Trellis.Kernel.Outbox;
using Trellis.Measures.Figures;
using Trellis.Measures.Periods;
using Trellis.Measures.Statuses;

namespace Trellis.Measures.Entry;

/// <summary>Makes figures of what was sent, or returns it with a reason. Nobody signs off what they sent themselves.</summary>
public sealed class SignOffService(
    AppDbContext db, CurrentUser user, MeasuresAccess access, EntryLines lines, FigureWriting figures, StatusReckoning statuses, OutboxService outbox, TimeProvider clock)
{
    /// <summary>What waits for this person, the longest waiting first.</summary>
    public async Task<List<EntryLine>> WaitingAsync(CancellationToken ct)
    {
        // The start page asks this each time, and seldom anything waits: then no figure is read.
        var sent = await db.Set<FigureEntry>().AsNoTracking().Where(e => e.State == EntryState.Sent && !e.Withdrawn).Select(e => e.IndicatorId).Distinct().ToListAsync(ct);
        List<Indicator> asked = sent.Count == 0 ? [] : [.. (await access.SignedOffAsync(ct)).Where(i => sent.Contains(i.Id))];
        return [.. (await lines.OfAsync(asked, ct)).Where(l => l.IsWaiting).OrderBy(l => l.Entry!.EnteredAt).ThenBy(l => l.Entry!.Id)];
    }

    public bool IsOwn(EntryLine line) => line.Entry!.EnteredBy == user.AccountId;

    /// <summary>Makes figures of them, all or none.</summary>
    /// <param name="decided">The lines with the versions of their entries that were looked at.</param>
    public async Task<Result<int>> SignOffAsync(IReadOnlyList<(EntryLine Line, int Version)> decided, Process process, CancellationToken ct)
    {
        if (Refusal(decided) is { } refused)
        {
            return refused;
        }

        foreach (var (line, _) in decided)
        {
            var entry = await db.Set<FigureEntry>().SingleAsync(e => e.Id == line.Entry!.Id, ct);
            (entry.State, entry.DecidedBy, entry.DecidedAt) = (EntryState.SignedOff, user.AccountId, clock.GetUtcNow());
        }

        var place = new Kernel.Places.PlaceCode(decided[0].Line.Entry!.Place);
        var said = decided.GroupBy(d => d.Line.Indicator.Id).Select(g => new IndicatorFigures(g.Key, [.. g.Select(d => new NewFigure(place, d.Line.Period, d.Line.Entry!.Said))])).ToList();
        var written = await figures.SaveAsync(new BatchOptions(BatchKind.Entered, "Entered and signed off by the council"), said, process, ct);
        if (!written.IsDone)
        {
            return written.Errors.ToList();
        }

        await statuses.ReckonAsync([.. said.Select(s => s.IndicatorId)], ct);
        return decided.Count;
    }

    public async Task<Result<FigureEntry>> ReturnAsync(EntryLine line, int version, string? why, Process process, CancellationToken ct)
    {
        if (Refusal([(line, version)]) is { } refused)
        {
            return refused;
        }

        if (why?.Trim().Length is null or 0 or > FigureEntry.LongestWhy)
        {
            return new FieldError("Why", $"Say what has to be put right, in {FigureEntry.LongestWhy:N0} characters or fewer");
        }

        var entry = await db.Set<FigureEntry>().SingleAsync(e => e.Id == line.Entry!.Id, ct);
        (entry.State, entry.ReturnedWhy, entry.DecidedBy, entry.DecidedAt) = (EntryState.Returned, why.Trim(), user.AccountId, clock.GetUtcNow());
        outbox.Stage(entry.EnteredBy, "A figure came back to you", $"""
            {line.Indicator.Title}, {line.Period.Words}: the figure that you sent came back. The page says why:

            /measures/entry

            """);
        try
        {
            await db.SaveAsync(process, ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Changed(line);
        }

        return entry;
    }

    private FieldError? Refusal(IReadOnlyList<(EntryLine Line, int Version)> decided) =>
        decided.Select(d => d.Line.Entry!.Version != d.Version || !d.Line.IsWaiting ? Changed(d.Line)
            : IsOwn(d.Line) ? new FieldError("", $"{d.Line.Indicator.Title}: you sent this figure yourself, so somebody else has to sign it off")
            : null).FirstOrDefault(refused => refused is not null);

    private static FieldError Changed(EntryLine line) =>
        new("", $"{line.Indicator.Title}, {line.Period.Words}: it was changed since you opened the page. Look at it again");
}

/// <summary>What was said of an indicator's figures, through time.</summary>
public sealed class CommentaryReader(AppDbContext db)
{
    private const int Most = 24;

    /// <summary>The signed figures with a commentary or an explanation, the newest first.</summary>
    public async Task<List<FigureEntry>> OfAsync(Guid indicatorId, CancellationToken ct) =>
        await db.Set<FigureEntry>().AsNoTracking()
            .Where(e => e.IndicatorId == indicatorId && e.State == EntryState.SignedOff && !e.Withdrawn && (e.Commentary != null || e.Explanation != null || e.CorrectionWhy != null))
            .OrderByDescending(e => e.Period).ThenByDescending(e => e.Round).Take(Most).ToListAsync(ct);
}

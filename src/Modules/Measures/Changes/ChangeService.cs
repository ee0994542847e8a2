using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.Measures.Periods;
using Trellis.Measures.Statuses;

namespace Trellis.Measures.Changes;

/// <summary>What somebody says of a change to a series.</summary>
/// <param name="From">The first period, as it was typed.</param>
/// <param name="Definition">For a new definition, what is counted from then on.</param>
public sealed record ChangeOptions(SeriesChangeKind? Kind, string From, string Why, string? Definition);

/// <summary>Notes where an indicator's figures become others: a definition, a break, limits drawn anew.</summary>
public sealed class ChangeService(AppDbContext db, StatusReckoning statuses, TimeProvider clock)
{
    public async Task<Result<SeriesChange>> AddAsync(Guid indicatorId, ChangeOptions options, Guid by, Process process, CancellationToken ct)
    {
        if (await db.Set<Indicator>().SingleOrDefaultAsync(i => i.Id == indicatorId && !i.Withdrawn, ct) is not { } indicator)
        {
            return NotFound.Row;
        }

        var period = TypedPeriod.Read(options.From, indicator.Frequency, indicator.Basis);
        var errors = new List<FieldError>();
        Check("Kind", options.Kind is not null, "Say what changed");
        Check("From", period is not null, $"Enter the first period of which it is true, for example {TypedPeriod.Example(indicator.Frequency, indicator.Basis)}");
        Check("Why", options.Why.Trim().Length is > 0 and <= SeriesChange.LongestWhy, $"Say why, in {SeriesChange.LongestWhy:N0} characters or fewer");
        Check("Definition", options.Kind != SeriesChangeKind.Definition || options.Definition?.Trim().Length is > 0 and <= Indicator.LongestDefinition, $"Enter what is counted from then on, in {Indicator.LongestDefinition:N0} characters or fewer");
        if (errors.Count > 0)
        {
            return errors;
        }

        var change = new SeriesChange
        {
            Id = ThingId.New(clock), IndicatorId = indicatorId, From = period!.Value.Number, Kind = options.Kind!.Value, Why = options.Why.Trim(),
            OldDefinition = options.Kind == SeriesChangeKind.Definition ? indicator.Definition : null, SaidBy = by, SaidAt = clock.GetUtcNow(),
        };
        if (change.Kind == SeriesChangeKind.Definition)
        {
            indicator.Definition = options.Definition!.Trim();
        }

        db.Add(change);
        await db.SaveAsync(process, ct);
        await statuses.ReckonAsync([indicatorId], ct);
        return change;

        void Check(string field, bool isRight, string message)
        {
            if (!isRight)
            {
                errors.Add(new FieldError(field, message));
            }
        }
    }

    /// <summary>It was said by mistake. A definition stays as it is by now.</summary>
    public async Task<Result<SeriesChange>> WithdrawAsync(Guid indicatorId, Guid id, Process process, CancellationToken ct)
    {
        if (await db.Set<SeriesChange>().SingleOrDefaultAsync(c => c.Id == id && c.IndicatorId == indicatorId && !c.Withdrawn, ct) is not { } change)
        {
            return NotFound.Row;
        }

        change.Withdrawn = true;
        await db.SaveAsync(process, ct);
        await statuses.ReckonAsync([indicatorId], ct);
        return change;
    }
}

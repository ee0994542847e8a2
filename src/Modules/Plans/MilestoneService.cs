using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.Kernel.Calendar;

namespace Trellis.Plans;

/// <summary>What an owner says of a milestone: when, how far, and that it still goes on.</summary>
public sealed class MilestoneService(AppDbContext db, WorkingCalendar calendar)
{
    /// <summary>Moves the date that counts; the one first promised stays, so that slip shows.</summary>
    public async Task<Result<Milestone>> MoveDateAsync(Guid id, int version, Due due, string why, Process process, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } milestone)
        {
            return NotFound.Row;
        }

        if (milestone.Version != version)
        {
            return MeetOnDate(milestone, due);
        }

        var isFirst = milestone.OriginalDue.Kind == DueKind.None;
        if (!isFirst && due != milestone.CurrentDue && string.IsNullOrWhiteSpace(why))
        {
            return new FieldError("Why", "Say in a sentence why the date moves");
        }

        if (isFirst)
        {
            milestone.OriginalDue = due;
        }

        milestone.MoveTo(due);
        return await SaveAsync(milestone, process with { Why = string.IsNullOrWhiteSpace(why) ? null : why.Trim() }, saved => MeetOnDate(saved, due), ct);
    }

    public async Task<Result<Milestone>> StateAsync(
        Guid id, int version, Lifecycle lifecycle, DateOnly? completedOn, Due forecast, Process process, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } milestone)
        {
            return NotFound.Row;
        }

        if (milestone.Version != version)
        {
            return MeetOnState(milestone, lifecycle, completedOn, forecast);
        }

        if (lifecycle == Lifecycle.Complete && completedOn is null)
        {
            return new FieldError("Completed.Day", "Enter the day on which it was completed");
        }

        if (completedOn > calendar.Today)
        {
            return new FieldError("Completed.Day", "The day of completion must be today or earlier");
        }

        milestone.Lifecycle = lifecycle;
        milestone.CompletedOn = lifecycle == Lifecycle.Complete ? completedOn : null;
        milestone.Forecast = milestone.IsOpen ? forecast : Due.None;
        return await SaveAsync(milestone, process, saved => MeetOnState(saved, lifecycle, completedOn, forecast), ct);
    }

    /// <summary>Notes that an "Ongoing" milestone still goes on.</summary>
    public async Task<Result<Milestone>> ConfirmAsync(Guid id, Process process, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { CurrentDue.Kind: DueKind.Ongoing } milestone)
        {
            return NotFound.Row;
        }

        milestone.ConfirmedOn = calendar.Today;
        return await SaveAsync(milestone, process, saved => MeetOnDate(saved, saved.CurrentDue), ct);
    }

    private async Task<Result<Milestone>> SaveAsync(Milestone milestone, Process process, Func<Milestone, Conflict> meet, CancellationToken ct)
    {
        try
        {
            await db.SaveAsync(process, ct);
            return milestone;
        }
        catch (DbUpdateConcurrencyException)
        {
            return meet(await db.Set<Milestone>().AsNoTracking().SingleAsync(m => m.Id == milestone.Id, ct));
        }
    }

    private static Conflict MeetOnDate(Milestone saved, Due yours) => new(saved.Version, [new("Deadline", saved.CurrentDue.ToString(), yours.ToString())]);

    private static Conflict MeetOnState(Milestone saved, Lifecycle lifecycle, DateOnly? completedOn, Due forecast) => new(saved.Version,
    [
        new("State", LifecycleWords.Of(saved.Lifecycle), LifecycleWords.Of(lifecycle)),
        new("Completed on", $"{saved.CompletedOn:d MMMM yyyy}", lifecycle == Lifecycle.Complete ? $"{completedOn:d MMMM yyyy}" : ""),
        new("Forecast", Expected(saved.Forecast), Expected(forecast)),
    ]);

    private static string Expected(Due forecast) => forecast.Kind == DueKind.None ? "" : forecast.ToString();

    private Task<Milestone?> FindAsync(Guid id, CancellationToken ct) => db.Set<Milestone>().SingleOrDefaultAsync(m => m.Id == id && !m.Withdrawn, ct);
}

/// <summary>The words that people see for a milestone's lifecycle.</summary>
public static class LifecycleWords
{
    public static string Of(Lifecycle lifecycle) => lifecycle switch
    {
        Lifecycle.NotStarted => "Not started",
        Lifecycle.InProgress => "In progress",
        Lifecycle.Complete => "Complete",
        Lifecycle.Cancelled => "Cancelled",
        _ => "Deferred",
    };

    /// <summary>The state of these words; null where they are none of them.</summary>
    public static Lifecycle? Of(string words) =>
        Enum.GetValues<Lifecycle>().Where(state => string.Equals(Of(state), words.Trim(), StringComparison.OrdinalIgnoreCase)).Select(state => (Lifecycle?)state).FirstOrDefault();
}

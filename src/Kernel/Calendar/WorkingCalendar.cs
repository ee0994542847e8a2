using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace Trellis.Kernel.Calendar;

/// <summary>A date counted in working days.</summary>
/// <param name="Provisional">
/// The count passed beyond the last bank holiday that is known, so the date may still move.
/// </param>
public readonly record struct WorkingDate(DateOnly Date, bool Provisional);

/// <summary>
/// The days on which the council works: not Saturdays, Sundays, bank holidays of England or closures of its own.
/// Day 0 is the day of the event, day 1 the next working day.
/// </summary>
public sealed class WorkingDays(IReadOnlySet<DateOnly> nonWorking, DateOnly knownTo)
{
    /// <summary>The furthest that a count may go: beyond it somebody mistook a year for a day.</summary>
    public const int Furthest = 5000;

    /// <summary>The last bank holiday that is known.</summary>
    public DateOnly KnownTo => knownTo;

    /// <param name="saturdayCounts">Saturdays are working days here, unless one is a bank holiday or a closure.</param>
    public bool IsWorking(DateOnly day, bool saturdayCounts = false) =>
        day.DayOfWeek != DayOfWeek.Sunday && (saturdayCounts || day.DayOfWeek != DayOfWeek.Saturday) && !nonWorking.Contains(day);

    /// <summary>The working day that lies <paramref name="days"/> after the day (before it, when negative).</summary>
    /// <exception cref="ArgumentOutOfRangeException">More than <see cref="Furthest"/> days.</exception>
    public WorkingDate Add(DateOnly day, int days, bool saturdayCounts = false)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Math.Abs((long)days), Furthest, nameof(days));
        var step = Math.Sign(days);
        var latest = day;
        for (var left = Math.Abs(days); left > 0;)
        {
            day = day.AddDays(step);
            left -= IsWorking(day, saturdayCounts) ? 1 : 0;
        }

        latest = day > latest ? day : latest;
        return new WorkingDate(day, latest > knownTo);
    }

    /// <summary>
    /// The last day on which notice can be given so that <paramref name="clearDays"/> whole working days lie between it
    /// and the meeting, neither end counted.
    /// </summary>
    public WorkingDate LastDayForNotice(DateOnly meeting, int clearDays, bool saturdayCounts = false) => Add(meeting, -(clearDays + 1), saturdayCounts);

    /// <summary>Working days after the first day up to and with the second; negative when the second is earlier.</summary>
    public int Between(DateOnly from, DateOnly to)
    {
        if (to < from)
        {
            return -Between(to, from);
        }

        var count = 0;
        for (var day = from.AddDays(1); day <= to; day = day.AddDays(1))
        {
            count += IsWorking(day) ? 1 : 0;
        }

        return count;
    }
}

/// <summary>Today in London, and the council's working days as they stand in the database.</summary>
public sealed class WorkingCalendar(AppDbContext db, TimeProvider clock, IMemoryCache cache, IEnumerable<IReckonedAgain> reckonedAgain)
{
    private const string CacheKey = "working-days";

    public DateOnly Today => DateOnly.FromDateTime(InLondon(clock.GetUtcNow()).DateTime);

    public static DateTimeOffset InLondon(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, England.London);

    public async Task<WorkingDays> WorkingDaysAsync(CancellationToken ct) =>
        (await cache.GetOrCreateAsync(CacheKey, entry =>
        {
            // Several nodes may share the database; a day added on one reaches the others within a minute.
            entry.AbsoluteExpirationRelativeToNow = TimeSpan.FromMinutes(1);
            return ReadAsync(ct);
        }))!;

    public async Task<List<NonWorkingDay>> DaysAsync(CancellationToken ct) =>
        await db.Set<NonWorkingDay>().AsNoTracking().Where(d => !d.Withdrawn).OrderBy(d => d.Date).ToListAsync(ct);

    public async Task<List<ReckonedDate>> ReckonedAsync(CancellationToken ct) =>
        await db.Set<ReckonedDate>().AsNoTracking().Where(d => !d.Withdrawn).OrderBy(d => d.Date).ThenBy(d => d.What).ToListAsync(ct);

    public async Task<Result<NonWorkingDay>> AddDayAsync(DateOnly date, string name, NonWorkingDayKind kind, Process process, CancellationToken ct)
    {
        name = name.Trim();
        if (name.Length is 0 or > NonWorkingDay.LongestName)
        {
            return new FieldError("Name", $"Enter what the day is, in {NonWorkingDay.LongestName} characters or fewer");
        }

        if (await db.Set<NonWorkingDay>().AnyAsync(d => d.Date == date && !d.Withdrawn, ct))
        {
            return new FieldError("Date", $"{date:d MMMM yyyy} is already in the calendar");
        }

        var day = new NonWorkingDay { Id = ThingId.New(clock), Date = date, Name = name, Kind = kind };
        db.Add(day);
        await ReckonAgainAsync(ct);
        await db.SaveAsync(process, ct);
        cache.Remove(CacheKey);
        return day;
    }

    public async Task<Result<NonWorkingDay>> RemoveDayAsync(Guid id, Process process, CancellationToken ct)
    {
        if (await db.Set<NonWorkingDay>().SingleOrDefaultAsync(d => d.Id == id && !d.Withdrawn, ct) is not { } day)
        {
            return NotFound.Row;
        }

        day.Withdrawn = true;
        await ReckonAgainAsync(ct);
        await db.SaveAsync(process, ct);
        cache.Remove(CacheKey);
        return day;
    }

    /// <summary>Counts a date and keeps it, so that it is reckoned again when the calendar changes.</summary>
    public async Task<Result<ReckonedDate>> KeepAsync(
        string what, DateOnly from, int workingDays, Guid? thingId, Process process, CancellationToken ct)
    {
        if (what.Trim().Length is 0 or > ReckonedDate.LongestWhat)
        {
            return new FieldError("What", $"Enter what the date is for, in {ReckonedDate.LongestWhat} characters or fewer");
        }

        if (Math.Abs((long)workingDays) > WorkingDays.Furthest)
        {
            return new FieldError("WorkingDays", $"Enter a number of working days from -{WorkingDays.Furthest} to {WorkingDays.Furthest}");
        }

        var (date, provisional) = (await WorkingDaysAsync(ct)).Add(from, workingDays);
        var kept = new ReckonedDate
        {
            Id = ThingId.New(clock), ThingId = thingId, What = what.Trim(), From = from, WorkingDays = workingDays, Date = date, Provisional = provisional,
        };
        db.Add(kept);
        await db.SaveAsync(process, ct);
        return kept;
    }

    /// <summary>Puts the published bank holidays into an empty calendar.</summary>
    public async Task SeedAsync(CancellationToken ct)
    {
        if (await db.Set<NonWorkingDay>().AnyAsync(ct))
        {
            return;
        }

        db.AddRange(BankHolidays.Published().Select(h => new NonWorkingDay
        {
            Id = ThingId.New(clock), Date = h.Date, Name = h.Name, Kind = NonWorkingDayKind.BankHoliday,
        }));
        await db.SaveAsync(new Process("Took over the published bank holidays", Actor.Program), ct);
    }

    private async Task<WorkingDays> ReadAsync(CancellationToken ct) => ToWorkingDays(await DaysAsync(ct));

    private static WorkingDays ToWorkingDays(IReadOnlyCollection<NonWorkingDay> days) => new(
        days.Select(d => d.Date).ToHashSet(),
        days.Where(d => d.Kind == NonWorkingDayKind.BankHoliday).Select(d => d.Date).DefaultIfEmpty(DateOnly.MinValue).Max());

    private async Task ReckonAgainAsync(CancellationToken ct)
    {
        var saved = await db.Set<NonWorkingDay>().Where(d => !d.Withdrawn).ToListAsync(ct);
        var pending = db.ChangeTracker.Entries<NonWorkingDay>().Where(e => e.State == EntityState.Added).Select(e => e.Entity);
        var workingDays = ToWorkingDays([.. saved.Concat(pending).Where(d => !d.Withdrawn)]);
        foreach (var kept in await db.Set<ReckonedDate>().Where(d => !d.Withdrawn).ToListAsync(ct))
        {
            (kept.Date, kept.Provisional) = workingDays.Add(kept.From, kept.WorkingDays);
        }

        foreach (var dates in reckonedAgain)
        {
            await dates.ReckonAsync(workingDays, ct);
        }
    }
}

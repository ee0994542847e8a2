using Trellis.Kernel.Calendar;

namespace Trellis.Governance.Meetings;

/// <summary>One day of a series.</summary>
/// <param name="Note">What was done when the day itself is one on which nobody works.</param>
public sealed record SeriesDay(DateOnly Day, string? Note);

/// <summary>"Every two months on the first Tuesday", between two days.</summary>
/// <param name="Week">The week of the month from 1 to 4; 5 for the last.</param>
public sealed record MeetingSeries(DateOnly From, DateOnly Until, int EveryMonths, int Week, DayOfWeek Weekday)
{
    public const int Last = 5;
    public const int Most = 60;

    /// <summary>The days in their order. One that is no working day gives way to the next that is, and says so.</summary>
    public IEnumerable<SeriesDay> Days(WorkingDays days)
    {
        var month = new DateOnly(From.Year, From.Month, 1);
        for (var count = 0; month <= Until && count < Most; month = month.AddMonths(EveryMonths))
        {
            var day = Of(month);
            if (day < From || day > Until)
            {
                continue;
            }

            count++;
            yield return days.IsWorking(day)
                ? new SeriesDay(day, null)
                : new SeriesDay(days.Add(day, 1).Date, $"Moved from {day:dddd d MMMM yyyy}, on which nobody works.");
        }
    }

    private DateOnly Of(DateOnly month)
    {
        var first = month.AddDays((Weekday - month.DayOfWeek + 7) % 7);
        if (Week < Last)
        {
            return first.AddDays((Week - 1) * 7);
        }

        var fifth = first.AddDays(28);
        return fifth.Month == month.Month ? fifth : first.AddDays(21);
    }
}

using Trellis.Kernel.Calendar;

namespace Trellis.Governance;

public enum NoticeKind
{
    /// <summary>Whole working days: no Saturday (unless it counts here), no Sunday, no bank holiday.</summary>
    ClearWorkingDays,

    /// <summary>Whole days of the calendar.</summary>
    ClearDays,
}

/// <summary>How long before a meeting its agenda and papers go out. Neither the day of sending nor the day of the meeting counts.</summary>
public sealed record Notice(NoticeKind Kind, int Days, bool SaturdayCounts)
{
    /// <summary>The last day on which agenda and papers can go out for a meeting on that day.</summary>
    public WorkingDate SendBy(DateOnly meeting, WorkingDays days) => Kind == NoticeKind.ClearDays
        ? new WorkingDate(LastClearDay(meeting, Days), Provisional: false)
        : days.LastDayForNotice(meeting, Days, SaturdayCounts);

    /// <summary>The last day that leaves so many clear days of the calendar before another.</summary>
    public static DateOnly LastClearDay(DateOnly before, int clearDays) => before.AddDays(-(clearDays + 1));

    public override string ToString() =>
        $"{Days} clear {(Kind == NoticeKind.ClearDays ? "" : "working ")}{(Days == 1 ? "day" : "days")}{(SaturdayCounts && Kind == NoticeKind.ClearWorkingDays ? ", Saturdays counted" : "")}";
}

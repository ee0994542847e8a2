using Trellis.Kernel.Calendar;

namespace Trellis.Governance.Cycles;

/// <summary>The days of a cycle, from the end of its period to the day of publishing.</summary>
public sealed record CycleDates(DateOnly PeriodEnd, DateOnly Opens, DateOnly Closes, DateOnly ApproveBy, DateOnly PublishOn)
{
    /// <summary>Working days that heads have after entry closes.</summary>
    private const int ToApprove = 3;

    /// <summary>Working days that the report needs after it is approved.</summary>
    private const int ToWrite = 2;

    /// <summary>Working days that owners have.</summary>
    private const int ToUpdate = 10;

    /// <summary>
    /// Counted back from the first day on which papers must go out to one of the boards, so that each gets them in time. The
    /// period ends with the last month that is over when entry opens.
    /// </summary>
    public static CycleDates For(DateOnly sendBy, WorkingDays days)
    {
        var approveBy = days.Add(sendBy, -ToWrite).Date;
        var closes = days.Add(approveBy, -ToApprove).Date;
        var opens = days.Add(closes, -ToUpdate).Date;
        return new CycleDates(new DateOnly(opens.Year, opens.Month, 1).AddDays(-1), opens, closes, approveBy, sendBy);
    }
}

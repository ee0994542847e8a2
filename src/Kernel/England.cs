using System.Globalization;

namespace Trellis.Kernel;

/// <summary>
/// How England writes dates, numbers and pounds, and what time it is in London. Stated here rather than asked of the
/// machine: one without ICU would write the month first, one without time zones would not know summer time.
/// </summary>
public static class England
{
    public static readonly CultureInfo Culture = MakeCulture();

    public static readonly TimeZoneInfo London = FindLondon("Europe/London") ?? FindLondon("GMT Standard Time") ?? MakeLondon();

    private static CultureInfo MakeCulture()
    {
        var culture = (CultureInfo)CultureInfo.GetCultureInfo("en-GB").Clone();
        var dates = (DateTimeFormatInfo)CultureInfo.InvariantCulture.DateTimeFormat.Clone();
        dates.FirstDayOfWeek = DayOfWeek.Monday;
        dates.CalendarWeekRule = CalendarWeekRule.FirstFourDayWeek;
        dates.ShortDatePattern = "dd/MM/yyyy";
        dates.LongDatePattern = "dddd, d MMMM yyyy";
        dates.MonthDayPattern = "d MMMM";
        dates.YearMonthPattern = "MMMM yyyy";
        dates.ShortTimePattern = "HH:mm";
        dates.LongTimePattern = "HH:mm:ss";
        dates.FullDateTimePattern = "dddd, d MMMM yyyy HH:mm:ss";
        culture.DateTimeFormat = dates;
        var numbers = (NumberFormatInfo)CultureInfo.InvariantCulture.NumberFormat.Clone();
        numbers.CurrencySymbol = "£";
        numbers.CurrencyNegativePattern = 1;
        numbers.PercentPositivePattern = 1;
        numbers.PercentNegativePattern = 1;
        culture.NumberFormat = numbers;
        return CultureInfo.ReadOnly(culture);
    }

    private static TimeZoneInfo? FindLondon(string id) => TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : null;

    /// <summary>Summer time as it has been since 1996: from 01:00 GMT on the last Sunday of March to 01:00 GMT on that of October.</summary>
    internal static TimeZoneInfo MakeLondon()
    {
        var begins = TimeZoneInfo.TransitionTime.CreateFloatingDateRule(new DateTime(1, 1, 1, 1, 0, 0), 3, 5, DayOfWeek.Sunday);
        var ends = TimeZoneInfo.TransitionTime.CreateFloatingDateRule(new DateTime(1, 1, 1, 2, 0, 0), 10, 5, DayOfWeek.Sunday);
        var summer = TimeZoneInfo.AdjustmentRule.CreateAdjustmentRule(DateTime.MinValue.Date, DateTime.MaxValue.Date, TimeSpan.FromHours(1), begins, ends);
        return TimeZoneInfo.CreateCustomTimeZone("Europe/London", TimeSpan.Zero, "London", "Greenwich Mean Time", "British Summer Time", [summer]);
    }
}

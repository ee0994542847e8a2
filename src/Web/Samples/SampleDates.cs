using System.Globalization;
using Trellis.Kernel.Calendar;
using Trellis.Plans;

namespace Trellis.Web.Samples;

/// <summary>Dates counted from the day of the first start, so that a sample is always this year's.</summary>
internal sealed class SampleDates(DateOnly today, WorkingDays days)
{
    public DateOnly Today => today;

    /// <summary>The working day so many working days from today; below zero, before it.</summary>
    public DateOnly Working(int count) => days.Add(today, count).Date;

    /// <summary>The financial year of the day, as plans write it: "2026/27".</summary>
    public string Year
    {
        get
        {
            var begins = today.Month >= 4 ? today.Year : today.Year - 1;
            return $"{begins}/{(begins + 1) % 100:00}";
        }
    }

    /// <exception cref="FormatException">The text is none of the forms in samples/README.md.</exception>
    public Due Due(string written) => written switch
    {
        "" => Plans.Due.None,
        "ongoing" => Plans.Due.Ongoing,
        ['m', .. var months] when today.AddMonths(Count(months)) is var month => Plans.Due.In(month.Year, month.Month),
        ['d', .. var days] => Plans.Due.On(today.AddDays(Count(days))),
        _ => throw new FormatException($"\"{written}\" is no date of a sample."),
    };

    private static int Count(string text) => text.Length == 0 ? 0 : int.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}

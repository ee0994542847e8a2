using Microsoft.AspNetCore.Components;
using Trellis.Kernel.Calendar;

namespace Trellis.Kernel.Pages.Administration.Calendar;

public sealed partial class CalendarPage : TrellisPage
{
    private int year;
    private DateOnly knownTo;
    private List<int> years = [];
    private List<NonWorkingDay> days = [];
    private List<ReckonedDate> reckoned = [];
    private List<Guid> ids = [];

    [Inject]
    private WorkingCalendar Calendar { get; set; } = null!;

    [SupplyParameterFromQuery]
    public int? Year { get; set; }

    protected override async Task LoadAsync()
    {
        var all = await Calendar.DaysAsync(Gone);
        year = Year is >= 1900 and <= 2200 ? Year.Value : Calendar.Today.Year;
        years = [.. all.Select(d => d.Date.Year).Append(year).Append(Calendar.Today.Year).Distinct().Order()];
        days = [.. all.Where(d => d.Date.Year == year)];
        ids = [.. days.Select(d => d.Id)];
        knownTo = (await Calendar.WorkingDaysAsync(Gone)).KnownTo;
        reckoned = await Calendar.ReckonedAsync(Gone);
    }
}

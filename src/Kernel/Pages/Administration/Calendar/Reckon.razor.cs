using System.Globalization;
using Microsoft.AspNetCore.Components;
using Trellis.GovUk;
using Trellis.Kernel.Calendar;

namespace Trellis.Kernel.Pages.Administration.Calendar;

public sealed class ReckonForm
{
    public TypedDate From { get; set; } = new();
    public string Way { get; set; } = Reckon.After;
    public string WorkingDays { get; set; } = "";
    public string What { get; set; } = "";
    public bool Keep { get; set; }
}

/// <summary>Tries a count of working days, and keeps the date when asked.</summary>
public sealed partial class Reckon : TrellisPage
{
    internal const string After = "after";
    private const string Before = "before";
    private const string Notice = "notice";

    private static readonly Choice[] Ways =
    [
        new(After, "Working days after the day") { Hint = "Day 1 is the next working day" },
        new(Before, "Working days before the day"),
        new(Notice, "Notice of a meeting on the day") { Hint = "The last day to give that many clear working days, neither end counted" },
    ];

    private WorkingDate? answer;
    private DateOnly knownTo;

    [Inject]
    private WorkingCalendar Calendar { get; set; } = null!;

    [SupplyParameterFromForm]
    public ReckonForm? Form { get; set; }

    /// <summary>How a kept count reads: "20 working days after".</summary>
    public static string Words(int workingDays)
    {
        var days = Math.Abs(workingDays);
        return $"{days:N0} working {(days == 1 ? "day" : "days")} {(workingDays < 0 ? "before" : "after")}";
    }

    protected override void OnInitialized() => Form ??= new ReckonForm();

    private async Task CountAsync()
    {
        var (from, error) = Form!.From.Read("Count from");
        if (error is not null)
        {
            Errors.Add("Form.From", error);
        }

        if (!int.TryParse(Form.WorkingDays.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count >= WorkingDays.Furthest)
        {
            Errors.Add("Form.WorkingDays", $"Enter a whole number of working days, fewer than {WorkingDays.Furthest:N0}");
        }

        if (Errors.Any)
        {
            return;
        }

        var signed = Form.Way switch
        {
            Before => -count,
            Notice => -(count + 1),
            _ => count,
        };
        var days = await Calendar.WorkingDaysAsync(Gone);
        (answer, knownTo) = (days.Add(from!.Value, signed), days.KnownTo);
        if (Form.Keep && Done(await Calendar.KeepAsync(Form.What, from.Value, signed, null, User.Doing("Kept a date counted in working days"), Gone)))
        {
            GoTo("/administration/calendar", $"{answer.Value.Date:d MMMM yyyy} is kept");
        }
    }
}

using Trellis.GovUk;
using Trellis.Kernel.Calendar;

namespace Trellis.Plans.Pages;

/// <summary>A due date as a form holds it: the kind that was chosen, and what was typed for it.</summary>
public sealed class DueForm
{
    public string? Kind { get; set; }
    public TypedDate Date { get; set; } = new();
    public string? Month { get; set; }
    public string? Year { get; set; }

    public static DueForm Of(Due due) => new()
    {
        Kind = due.Kind.ToString(),
        Date = due.Kind == DueKind.Exact ? TypedDate.Of(due.LastDay) : new TypedDate(),
        Month = due.Kind == DueKind.Month ? $"{due.LastDay!.Value.Month}" : null,
        Year = due.Kind == DueKind.Month ? $"{due.LastDay!.Value.Year}" : null,
    };

    /// <summary>The due date, or null after noting on <paramref name="errors"/> what is wrong.</summary>
    /// <param name="name">The form's own name: "Form.Due".</param>
    public Due? Read(string name, FormErrors errors)
    {
        switch (Enum.TryParse<DueKind>(Kind, out var kind) ? kind : (DueKind?)null)
        {
            case DueKind.None:
                return Due.None;
            case DueKind.Ongoing:
                return Due.Ongoing;
            case DueKind.Exact:
                var (date, wrong) = Date.Read("Deadline");
                if (wrong is not null)
                {
                    errors.Add($"{name}.Date.Day", wrong);
                }

                return date is { } day ? Due.On(day) : null;
            case DueKind.Month:
                if (!Months.TryParse(Month, out var month))
                {
                    errors.Add($"{name}.Month", "Enter a month, as a number from 1 to 12 or its name");
                    return null;
                }

                if (!int.TryParse(Year, out var year) || year is < 1900 or > 2200)
                {
                    errors.Add($"{name}.Year", "Enter a year with 4 numbers, for example 2026");
                    return null;
                }

                return Due.In(year, month);
            default:
                errors.Add($"{name}.Kind", "Choose when it is due");
                return null;
        }
    }
}

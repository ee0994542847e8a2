namespace Trellis.Returns;

/// <summary>An indicator of a return: what is counted, after whose definition, and which cases of one child are in it.</summary>
/// <typeparam name="TChild">A child's rows of that return.</typeparam>
public sealed class Indicator<TChild>(string code, string title, string source)
    where TChild : ChildRows
{
    /// <summary>Stable, such as <c>cla.at-year-end</c>: whoever keeps a value keeps it under this.</summary>
    public string Code { get; } = code;

    /// <summary>What is counted, in plain words.</summary>
    public string Title { get; } = title;

    /// <summary>The publication whose definition it follows, with the year.</summary>
    public string Source { get; } = source;

    /// <summary>The report of COLLECT, the department's collection system, that shows the figure, so that an analyst can reconcile; nothing where none does.</summary>
    public string? Report { get; init; }

    /// <summary>The tables without which it is not counted, as of a rule (<see cref="Rule{TChild}.Tables"/>), parted by spaces.</summary>
    public required string Tables { get; init; }

    /// <summary>What its value is.</summary>
    public Unit Unit { get; init; }

    /// <summary>Whether it counts what stands at the end of a day, which may be another than 31 March; otherwise it counts the whole year.</summary>
    public bool IsOfADay { get; init; }

    /// <summary>The parts of a breakdown, in order; none where it is not broken down.</summary>
    public IReadOnlyList<Group> Groups { get; init; } = [];

    /// <summary>Notes which rows of one child are cases of it.</summary>
    public Action<TChild, Tally>? Count { get; init; }

    /// <summary>Notes which rows of a list that names no child are cases of it: asked once, instead of <see cref="Count"/>.</summary>
    public Action<AllRows<TChild>, Tally>? CountList { get; init; }

    /// <summary>
    /// Small returns with what is counted in them, in the form of a rule's cases (<see cref="Rule{TChild}.Cases"/>). At the end of a row <c>!</c> marks one that is in the numerator, <c>!foster</c> one in
    /// that group, <c>!365</c> one that adds so many days or points, and <c>.</c> one in the denominator alone. A row without a mark is no case. A line <c>on 30/09/2025</c> asks for that day.
    /// </summary>
    public required string Cases { get; init; }

    /// <summary>The title as of the day on which was counted.</summary>
    internal string TitleOn(Day day) => IsOfADay && day.IsDay && day.Date is not { Month: 3, Day: 31 } ? Title.Replace("31 March", $"{day.Date:d MMMM yyyy}", StringComparison.Ordinal) : Title;
}

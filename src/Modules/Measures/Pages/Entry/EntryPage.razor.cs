using Microsoft.AspNetCore.Components;
using Trellis.Kernel;
using Trellis.Kernel.Calendar;
using Trellis.Measures.Entry;
using Trellis.Measures.Scorecards;

namespace Trellis.Measures.Pages.Entry;

public sealed partial class EntryPage
{
    private List<EntryLine> lines = [];
    private HashSet<Guid> own = [];
    private List<EntryLine> done = [];
    private Paged<EntryLine> shown = new List<EntryLine>().ToPage(1);
    private bool hasPlace;
    private bool failed;
    private string finding = "";

    [Inject]
    private MeasuresAccess Access { get; set; } = null!;

    [Inject]
    private EntryLines Reader { get; set; } = null!;

    [Inject]
    private EntryService Service { get; set; } = null!;

    [Inject]
    private Scorecard Scores { get; set; } = null!;

    [Inject]
    private WorkingCalendar Calendar { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "page")]
    private int? PageNumber { get; set; }

    /// <summary>The performance team may look at everybody's.</summary>
    [SupplyParameterFromQuery(Name = "show")]
    private string? All { get; set; }

    /// <summary>A figure that was said and is to be said otherwise.</summary>
    [SupplyParameterFromQuery]
    private string? Change { get; set; }

    private string? Pasted => IsPost ? Http.Request.Form["Form.Pasted"].ToString() : null;

    protected override async Task LoadAsync()
    {
        hasPlace = await Scores.PlaceAsync(Gone) is not null;
        var entered = await Access.EnteredAsync(Gone);
        own = await Access.OwnAsync(entered, Gone);
        // Who owns none looks after all of them.
        lines = await Reader.OfAsync(All is null && own.Count > 0 ? [.. entered.Where(i => own.Contains(i.Id))] : entered, Gone);
        // What was sent stays on the page to be answered, also when somebody else sent it first.
        var toSay = lines.Where(l => l.IsOwed || IsToChange(l) || IsPosted(l)).OrderBy(l => !IsToChange(l)).ThenBy(l => l.Indicator.SortKey, StringComparer.Ordinal).ThenByDescending(l => l.Period).ToList();
        shown = toSay.ToPage(PageNumber);
        var newest = lines.GroupBy(l => l.Indicator.Id).ToDictionary(g => g.Key, g => g.Max(l => l.Period));
        var asked = toSay.Select(l => l.Key).ToHashSet(StringComparer.Ordinal);
        done = [.. lines.Where(l => (l.IsWaiting || (l.Standing is not null && !l.IsOwed && l.Period == newest[l.Indicator.Id])) && !asked.Contains(l.Key))];
        finding = Finding(lines.Where(l => l.IsOwed).ToList());
    }

    private string Finding(List<EntryLine> owed)
    {
        if (owed.Count == 0)
        {
            return lines.Exists(l => l.IsWaiting) ? "You have sent everything. It waits to be signed off." : "Every figure is in.";
        }

        var late = owed.Count(l => l.IsLateOn(Calendar.Today));
        var next = owed.Where(l => !l.IsLateOn(Calendar.Today)).Select(l => l.Cycle?.Closes).OfType<DateOnly>().DefaultIfEmpty().Min();
        return $"{owed.Count:N0} {(owed.Count == 1 ? "figure is" : "figures are")} missing"
               + (late > 0 ? $", {late:N0} of them late" : "")
               + (next != default ? $". Send what you can by {next:dddd d MMMM yyyy}." : ".");
    }

    private bool IsToChange(EntryLine line) => Change == $"{line.Indicator.Id:N}-{line.Period.Number}";

    private bool IsPosted(EntryLine line) => IsPost && Http.Request.Form.ContainsKey($"{FormPrefix}{line.Key}.Stamp");

    /// <summary>What was typed, when it has to be put right; otherwise what was kept.</summary>
    private EntryForm FormOf(EntryLine line) => failed && IsPosted(line) ? Posted(line) : line.Form;

    private EntryForm Posted(EntryLine line)
    {
        return new EntryForm
        {
            Value = Field("Value"), Numerator = Field("Numerator"), Denominator = Field("Denominator"), Commentary = Field("Commentary"), Explanation = Field("Explanation"),
            CorrectionWhy = Field("CorrectionWhy"), Stamp = Field("Stamp"),
        };

        string? Field(string name) => Http.Request.Form[$"{FormPrefix}{line.Key}.{name}"];
    }

    private async Task SaveAsync()
    {
        var typed = lines.Where(IsPosted).Select(l => new TypedEntry(l, Posted(l))).ToList();
        if (Http.Request.Form["Act"] == "keep")
        {
            if (Done(await Service.KeepAsync(typed, User.Doing("Kept figures"), Gone)))
            {
                GoTo("/measures/entry", "What you typed is kept. It is not sent yet.");
            }
        }
        else if (Done(await Service.SendAsync(typed, User.Doing("Sent figures to be signed off"), Gone)))
        {
            var sent = typed.Count(t => !t.Form.IsEmpty);
            GoTo("/measures/entry", sent == 1 ? "1 figure was sent to be signed off." : $"{sent:N0} figures were sent to be signed off.");
        }

        failed = Errors.Any;
    }

    private async Task PasteAsync()
    {
        var read = await PastedFigures.ReadAsync(Pasted ?? "", lines, Gone);
        if (Done(read) && read.Value is { } typed && Done(await Service.KeepAsync(typed, User.Doing("Pasted figures"), Gone)))
        {
            GoTo("/measures/entry", $"{(typed.Count == 1 ? "1 figure was" : $"{typed.Count:N0} figures were")} filled in. Look at them and send them.");
        }
    }
}

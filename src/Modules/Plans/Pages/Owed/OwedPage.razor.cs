using Microsoft.AspNetCore.Components;
using Trellis.Governance.Cycles;
using Trellis.Kernel;
using Trellis.Kernel.Calendar;
using Trellis.Plans.Updates;

namespace Trellis.Plans.Pages.Owed;

public sealed partial class OwedPage
{
    private List<OwedLine> lines = [];
    private OwedLineMarkup markup = null!;
    private int cycles;
    private string? caption;
    private string finding = "";
    private bool failed;

    [Inject]
    private PlanAccess Access { get; set; } = null!;

    [Inject]
    private OwedLines Owed { get; set; } = null!;

    [Inject]
    private UpdateService Updates { get; set; } = null!;

    [Inject]
    private CycleService Cycles { get; set; } = null!;

    [Inject]
    private WorkingCalendar Calendar { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "page")]
    private int? PageNumber { get; set; }

    /// <summary>Set after a workbook was brought back: what it leaves open is asked at once.</summary>
    [SupplyParameterFromQuery]
    private string? Check { get; set; }

    /// <summary>The line that was sent and is to be said otherwise before it is approved.</summary>
    [SupplyParameterFromQuery]
    private string? Change { get; set; }

    private bool mayBeSaid => lines.Exists(l => l.IsOwed) || (Change is not null && lines.Exists(l => l.MayBeSaid));

    private Paged<OwedLine> shown => lines.ToPage(PageNumber);

    protected override async Task LoadAsync()
    {
        markup = new OwedLineMarkup(Errors, Calendar.Today, Change);
        await ReadAsync();
        if (lines.Count == 0)
        {
            cycles = (await Cycles.OpenAsync(Gone)).Count;
        }
        else if (Check is not null && !IsPost)
        {
            foreach (var question in await Updates.OpenQuestionsAsync(lines, Gone))
            {
                Errors.Add(FormPrefix + question.Field, question.Message);
            }
        }
    }

    private async Task ReadAsync()
    {
        lines = await Owed.OfAsync(await Access.ActsForAsync(Gone), Gone);
        // What is still owed comes first.
        lines = [.. lines.OrderBy(l => l.Item.Id.ToString("N") != Change).ThenBy(l => !l.IsOwed)];
        if (lines.Count == 0)
        {
            return;
        }

        var cycle = lines[0].Cycle;
        var owed = lines.Count(l => l.IsOwed);
        caption = cycle.Title;
        finding = owed == 0
            ? "You have sent everything. Thank you."
            : $"{(owed == lines.Count ? "" : $"{lines.Count - owed:N0} sent. ")}{owed:N0} to send by {cycle.Closes:dddd d MMMM yyyy}{(Calendar.Today > cycle.InTimeUntil ? ", which is over: say why each comes late" : "")}.";
    }

    private async Task SaveAsync()
    {
        var form = Http.Request.Form;
        var typed = shown.Items.Select(line => PostedLines.Of(form, line)).OfType<TypedLine>().ToList();
        if (form["Act"] == "keep")
        {
            foreach (var line in typed.Where(t => !t.Form.IsEmpty || t.Line.Draft is not null))
            {
                Done(await Updates.KeepAsync(line, User.Doing("Kept an update"), Gone));
            }

            if (!Errors.Any)
            {
                GoTo("/updates", "What you typed is kept. Nobody else sees it until you send it.");
            }
        }
        else if (Done(await Updates.SendAsync(typed, User.Doing("Sent updates for approval"), Gone)))
        {
            GoTo("/updates", typed.Count(t => !t.Form.IsEmpty) is var sent && sent == 1 ? "1 update was sent for approval." : $"{sent:N0} updates were sent for approval.");
            return;
        }

        failed = Errors.Any;
        await ReadAsync();
    }

    /// <summary>After an error, what was typed; otherwise what was kept.</summary>
    private UpdateForm FormOf(OwedLine line) => failed && PostedLines.Of(Http.Request.Form, line) is { } typed ? typed.Form : line.Form;
}

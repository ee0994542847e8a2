using Microsoft.AspNetCore.Components;
using Trellis.Governance.Asks;
using Trellis.Governance.Cycles;
using Trellis.GovUk;
using Trellis.Kernel;
using Trellis.Kernel.Calendar;
using Trellis.Plans.Reporting;
using Trellis.Plans.Updates;

namespace Trellis.Plans.Pages.Exceptions;

public sealed partial class ExceptionsPage
{
    /// <summary>How many lines of each list the page shows.</summary>
    private const int Most = 50;

    private ExceptionReport? report;
    private Names names = null!;
    private Bar[] bars = [];
    private string finding = "";

    [Inject]
    private AppDbContext Db { get; set; } = null!;

    [Inject]
    private CycleService Cycles { get; set; } = null!;

    [Inject]
    private CycleRun Run { get; set; } = null!;

    [Inject]
    private AskService Asks { get; set; } = null!;

    [Inject]
    private WorkingCalendar Calendar { get; set; } = null!;

    protected override async Task LoadAsync(Plan plan)
    {
        report = await ExceptionReport.LoadAsync(Db, plan, Cycles, Run, Asks, Calendar.Today, Gone);
        names = await Names.LoadAsync(Db, Gone);
        bars = ProgressBars.Of(plan, report.Overview);
        finding = Finding(plan, report);
    }

    private static string Finding(Plan plan, ExceptionReport report)
    {
        var waiting = report.OffTrack.SelectMany(a => a.Asks).Count(a => a.Ask.IsOpen);
        return $"{report.OffTrack.Count:N0} of {Words.Counted(report.Overview.Actions, plan.ActionWord)} {(report.OffTrack.Count == 1 ? "is" : "are")} not on track; "
            + $"{Words.Counted(waiting, "request")} for support {(waiting == 1 ? "waits" : "wait")} for an answer; "
            + $"{Words.Counted(report.Overview.LateCount, plan.MilestoneWord)} {(report.Overview.LateCount == 1 ? "is" : "are")} late.";
    }

    private MarkupString Row(OffTrackAction line) => Html.Of($"""
        <tr>
          <th scope="row" data-label="{Plan!.ActionWord}"><a class="govuk-link" href="{PlanAddress.Of(Plan, line.Action)}">{line.Action.Title}</a></th>
          <td data-label="Overall progress">{ProgressTag.Of(Plan, line.Action.Progress)}</td>
          <td data-label="How it stands">{line.Action.Commentary ?? line.Action.ProgressWhy ?? "Nothing said yet"}</td>
          <td data-label="Lead officer">{names.Owners(line.Action)}</td>
          <td data-label="What is asked">{Asked(line)}</td>
        </tr>
        """);

    private MarkupString Row(ChangeSince change) => Html.Of($"""
        <tr>
          <th scope="row" data-label="What"><a class="govuk-link" href="{PlanAddress.Of(Plan!, change.Item)}">{change.Item.Title}</a></th>
          <td data-label="Then">{change.Then}</td>
          <td data-label="Now">{change.Now}</td>
        </tr>
        """);

    private static MarkupString Asked(OffTrackAction line) => line.Asks.Count == 0
        ? Html.Of($"{(line.Action.Progress == Progress.NeedsSupport ? "Nobody was asked yet" : "Nothing")}")
        : Html.Of($"{line.Asks.Select(a => Html.Of($"""<p class="govuk-body-s"><a class="govuk-link" href="{AskService.AddressOf(a.Ask)}">{a.Ask.What}</a><br />Of {a.Asked}, since {$"{a.Ask.AskedOn:d MMMM yyyy}"}: {a.Ask.Answer ?? "not answered yet"}</p>"""))}");
}

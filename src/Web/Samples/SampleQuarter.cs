using Microsoft.EntityFrameworkCore;
using Trellis.Governance.Asks;
using Trellis.Governance.Cycles;
using Trellis.Governance.Meetings;
using Trellis.Kernel;
using Trellis.Plans;
using Trellis.Plans.Updates;
using Trellis.Publishing.Published;
using Trellis.Risks;

namespace Trellis.Web.Samples;

/// <summary>What the things of a sample are called in its files, and the days that they are counted from.</summary>
internal sealed record SampleKeys(SampleDates Days, Dictionary<string, Guid> Officers, Dictionary<string, Guid> Others, Dictionary<string, PlanItem> Actions)
{
    public Guid? Officer(string? key) => key is null ? null : Officers[key];
}

/// <summary>Sets the sample plan to work: its boards meet, its risks are looked at, a cycle is open and the report is out.</summary>
public sealed class SampleQuarter(
    AppDbContext db, SampleBoards boards, ReviewService reviews, ControlService controls, RiskActionService riskActions, CycleService cycles, CycleRun run,
    OwedLines owed, UpdateService updates, ApprovalService approvals, PublishingService publishing, TimeProvider clock)
{
    private const string FileName = "quarter.json";
    private static readonly Process Loading = new("Took over the sample quarter", Actor.Program);

    internal async Task LoadAsync(string folder, SampleKeys keys, CancellationToken ct)
    {
        if (!File.Exists(Path.Combine(folder, FileName)))
        {
            return;
        }

        var quarter = await SampleFile.ReadAsync<QuarterFile>(Path.Combine(folder, FileName), ct);
        db.ChangeTracker.Clear();
        await boards.LoadAsync(quarter, keys, Loading, ct);
        foreach (var risk in quarter.Risks)
        {
            await LookAtAsync(risk, keys, ct);
        }

        await AnswerAsync(quarter.Asks, keys, ct);
        await OpenAsync(quarter.Cycle, keys, ct);
        var plan = await db.Set<Plan>().AsNoTracking().SingleAsync(ct);
        SampleLoader.Made(await publishing.PublishAsync(plan.Address, null, new PublishOptions(null, null), Loading, ct));
        foreach (var update in quarter.Cycle.Updates)
        {
            await SayAsync(update, keys, ct);
        }

        // What was approved since stands in the plan, so the report that is out is corrected by a second version.
        SampleLoader.Made(await publishing.PublishAsync(plan.Address, null, new PublishOptions(quarter.Correction, null), Loading, ct));
    }

    private async Task LookAtAsync(SampleScored sample, SampleKeys keys, CancellationToken ct)
    {
        var id = keys.Others[sample.Risk];
        var version = await db.Set<Risk>().Where(r => r.Id == id).Select(r => r.Version).SingleAsync(ct);
        var review = new ReviewOptions(
            keys.Days.Working(sample.Reviewed), sample.Found, Score(sample.Inherent), Score(sample.Current), Score(sample.Target), keys.Days.Working(sample.NextReview));
        SampleLoader.Made(await reviews.WriteAsync(id, version, review, Loading, ct));
        foreach (var control in sample.Controls)
        {
            SampleLoader.Made(await controls.AddAsync(id, new ControlOptions(control.Text, keys.Officer(control.Owner), control.Effectiveness), Loading, ct));
        }

        if (sample.Action is { } action)
        {
            SampleLoader.Made(await riskActions.AddAsync(id, new RiskActionOptions(action.Text, keys.Officer(action.Owner), keys.Days.Working(action.Due), ActionState.Open, null), Loading, ct));
        }

        db.ChangeTracker.Clear();

        static TypedScore Score(IReadOnlyList<int> score) => new(score[0], score[1]);
    }

    /// <summary>A page lets only those answer who are asked; here nobody is signed in.</summary>
    private async Task AnswerAsync(IReadOnlyList<SampleAnswered> samples, SampleKeys keys, CancellationToken ct)
    {
        foreach (var sample in samples)
        {
            db.Add(new Ask
            {
                Id = ThingId.New(clock), ThingId = keys.Actions[sample.About].Id, What = sample.What, ForumId = keys.Others[sample.Of], AskedOn = keys.Days.Working(sample.Asked),
                Answer = sample.Answer, AnsweredOn = keys.Days.Today,
            });
        }

        await db.SaveAsync(Loading, ct);
        db.ChangeTracker.Clear();
    }

    private async Task OpenAsync(SampleCycle sample, SampleKeys keys, CancellationToken ct)
    {
        var (forum, today) = (keys.Others[sample.For], keys.Days.Today);
        var next = await db.Set<Meeting>().Where(m => m.ForumId == forum && m.Day > today).Select(m => m.Id).SingleAsync(ct);
        var opens = keys.Days.Working(sample.Opens);
        var dates = new CycleDates(
            new DateOnly(opens.Year, opens.Month, 1).AddDays(-1), opens, keys.Days.Working(sample.Closes), keys.Days.Working(sample.ApproveBy), keys.Days.Working(sample.PublishOn));
        var options = new CycleOptions($"How it stands at the end of {dates.PeriodEnd:MMMM yyyy}", dates, 0, [keys.Actions.Values.First().PlanId], [next]);
        var cycle = SampleLoader.Made(await cycles.CreateAsync(options, Loading, ct));
        SampleLoader.Made(await run.OpenAsync(cycle, Loading, ct));
        db.ChangeTracker.Clear();
    }

    private async Task SayAsync(SampleUpdate sample, SampleKeys keys, CancellationToken ct)
    {
        var item = keys.Actions[sample.About].Id;
        var line = await LineAsync();
        var typed = new TypedLine(line, new UpdateForm { Progress = $"{sample.Progress}", Text = sample.Text, Why = sample.Why }, line.Stamp);
        if (sample.State == "draft")
        {
            SampleLoader.Made(await updates.KeepAsync(typed, Loading, ct));
            return;
        }

        SampleLoader.Made(await updates.SendAsync([typed], Loading, ct));
        line = await LineAsync();
        switch (sample.State)
        {
            case "returned":
                SampleLoader.Made(await approvals.ReturnAsync(line, line.Update!.Version, sample.ReturnedWhy!, Loading, ct));
                break;
            case "approved":
                SampleLoader.Made(await approvals.ApproveAsync([(line, line.Update!.Version)], Loading, ct));
                break;
            case "submitted":
                break;
            default:
                throw new InvalidDataException($"An update of a sample has no state \"{sample.State}\".");
        }

        async Task<OwedLine> LineAsync()
        {
            db.ChangeTracker.Clear();
            return (await owed.OneAsync(item, ct))!;
        }
    }
}

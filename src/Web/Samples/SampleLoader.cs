using Microsoft.EntityFrameworkCore;
using Trellis.Governance;
using Trellis.Governance.Asks;
using Trellis.Kernel;
using Trellis.Kernel.Calendar;
using Trellis.Kernel.Organisation;
using Trellis.Kernel.Things;
using Trellis.Measures;
using Trellis.Measures.Extracts;
using Trellis.Plans;
using Trellis.Risks;

namespace Trellis.Web.Samples;

/// <summary>Puts the sample plan and a quarter of work on it into an empty database, in one transaction: after a crash it is all there or not begun.</summary>
public sealed class SampleLoader(
    AppDbContext db, OrganisationService organisation, TreeWriter trees, ActionService actions, MilestoneService milestones,
    ThingLinks links, SampleFigures figures, SampleQuarter quarter, WorkingCalendar calendar, TimeProvider clock)
{
    private const string FileName = "plan.json";
    private static readonly Process Loading = new("Took over the sample plan", Actor.Program);

    private readonly Dictionary<string, Guid> departments = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Guid> officers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Guid> others = new(StringComparer.Ordinal);
    private readonly List<(SampleItem Sample, PlanItem Item)> items = [];

    /// <returns>False when the database is not empty, which is then left as it is.</returns>
    public async Task<bool> LoadAsync(string folder, CancellationToken ct)
    {
        if (await db.Set<Plan>().AnyAsync(ct) || await db.Set<Department>().AnyAsync(ct) || await db.Set<Officer>().AnyAsync(ct))
        {
            return false;
        }

        var sample = await SampleFile.ReadAsync<SampleFile>(Path.Combine(folder, FileName), ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await LoadOrganisationAsync(sample, ct);
        await LoadOthersAsync(sample, ct);
        var dates = new SampleDates(calendar.Today, await calendar.WorkingDaysAsync(ct));
        await LoadPlanAsync(sample.Plan, dates, ct);
        await LoadLinksAsync(sample, ct);
        await LoadStatesAsync(dates, ct);
        await quarter.LoadAsync(folder, new SampleKeys(dates, officers, others, items.Where(i => i.Item is KeyAction).ToDictionary(i => i.Sample.Title, i => i.Item, StringComparer.Ordinal)), ct);
        await figures.LoadAsync(folder, sample, others, Loading, ct);
        await transaction.CommitAsync(ct);
        return true;
    }

    private async Task LoadOrganisationAsync(SampleFile sample, CancellationToken ct)
    {
        foreach (var department in sample.Departments)
        {
            departments[department.Code] = Made(await organisation.SaveDepartmentAsync(null, 0, new(department.Code, department.Name, null), Loading, ct)).Id;
        }

        foreach (var officer in sample.Officers)
        {
            var options = new OfficerOptions(officer.Name, Of(departments, officer.Department), officer.Answers is not null, Of(officers, officer.Answers), null);
            officers[officer.Key] = Made(await organisation.SaveOfficerAsync(null, 0, options, Loading, ct)).Id;
        }

        foreach (var department in sample.Departments.Where(d => d.Head is not null))
        {
            Made(await organisation.SaveDepartmentAsync(departments[department.Code], 1, new(department.Code, department.Name, Of(officers, department.Head)), Loading, ct));
        }
    }

    private async Task LoadOthersAsync(SampleFile sample, CancellationToken ct)
    {
        foreach (var forum in sample.Forums)
        {
            db.Add(new Forum
            {
                Id = others[forum.Key] = ThingId.New(clock), Address = forum.Key, Name = forum.Name, Abbreviation = forum.Abbreviation, Kind = forum.Kind,
                Remit = forum.Remit, SortKey = SortKey.Of(forum.Name),
            });
        }

        foreach (var indicator in sample.Indicators)
        {
            db.Add(new Indicator
            {
                Id = others[indicator.Key] = ThingId.New(clock), Address = indicator.Key, Title = indicator.Title, Definition = indicator.Definition,
                SortKey = SortKey.Of(indicator.Title), DepartmentId = Of(departments, indicator.Department), LeadOfficerId = Of(officers, indicator.Officer),
                Unit = indicator.Unit, Decimals = indicator.Decimals, Polarity = indicator.Polarity, PolarityConfirmed = true, Frequency = indicator.Frequency, Basis = indicator.Basis,
                Numerator = indicator.Numerator, Denominator = indicator.Denominator,
                EntryFrom = indicator.EnteredFrom is { } from ? ExtractService.PeriodOf(from, calendar.Today, indicator.Basis).Number : null,
            });
        }

        foreach (var risk in sample.Risks)
        {
            db.Add(new Risk
            {
                Id = others[risk.Key] = ThingId.New(clock), Address = risk.Key, Title = risk.Title, Scope = risk.Scope, Level = risk.Level,
                Controls = risk.Controls, OwnerOfficerId = Of(officers, risk.Owner), SortKey = SortKey.Of(risk.Title),
            });
        }

        await db.SaveAsync(Loading, ct);
    }

    private async Task LoadPlanAsync(SamplePlan plan, SampleDates dates, CancellationToken ct)
    {
        var samples = new Dictionary<Branch, SampleItem>(ReferenceEqualityComparer.Instance);
        var branches = plan.Priorities.Select(p => Branch(p, dates, samples)).ToList();
        Made(await trees.WriteAsync(PlanOptions.New(plan.Title, dates.Year), branches, (branch, item) => items.Add((samples[branch], item)), Loading, ct));
        foreach (var (sample, item) in items.Where(i => i.Sample.Key is not null))
        {
            others[sample.Key!] = item.Id;
        }
    }

    private Branch Branch(SampleItem item, SampleDates dates, Dictionary<Branch, SampleItem> samples)
    {
        ItemOptions options = item.Kind switch
        {
            "priority" => new PriorityOptions(item.Title, item.Number, item.LeadMember, Of(officers, item.LeadOfficer), item.Introduction),
            "objective" => new ObjectiveOptions(item.Title),
            "action" => new ActionOptions(
                item.Title, Of(officers, item.Owner), [.. (item.Contributors ?? []).Select(c => officers[c])], [.. (item.Departments ?? []).Select(d => departments[d])], null),
            "milestone" => new MilestoneOptions(item.Title, dates.Due(item.Due ?? "")),
            "challenge" => new ChallengeOptions(item.Title, dates.Year),
            "section" => new SectionOptions(item.Title, item.Body ?? ""),
            _ => throw new InvalidDataException($"A sample has no kind \"{item.Kind}\"."),
        };
        var branch = new Branch(options, [.. (item.Below ?? []).Select(b => Branch(b, dates, samples))]);
        samples.Add(branch, item);
        return branch;
    }

    private async Task LoadLinksAsync(SampleFile sample, CancellationToken ct)
    {
        foreach (var indicator in sample.Indicators)
        {
            await JoinAsync(others[indicator.Key], nameof(Indicator), LinkKind.ReviewedBy, nameof(Forum), indicator.ReviewedBy, ct);
        }

        foreach (var (from, item) in items)
        {
            await JoinAsync(item.Id, item.GetType().Name, LinkKind.AnsweredBy, nameof(Objective), from.AnsweredBy, ct);
            await JoinAsync(item.Id, item.GetType().Name, LinkKind.MeasuredBy, nameof(Indicator), from.MeasuredBy, ct);
            await JoinAsync(item.Id, item.GetType().Name, LinkKind.Threatened, nameof(Risk), from.Risks, ct);
            await JoinAsync(item.Id, item.GetType().Name, LinkKind.ReportsTo, nameof(Forum), from.ReportsTo, ct);
        }

        await db.SaveAsync(Loading, ct);
    }

    private async Task JoinAsync(Guid from, string fromKind, string kind, string toKind, IReadOnlyList<string>? keys, CancellationToken ct)
    {
        foreach (var key in keys ?? [])
        {
            await links.JoinAsync(from, fromKind, kind, others[key], toKind, ct);
        }
    }

    /// <summary>What became of actions and milestones since the plan was agreed: each a step of its own in their history.</summary>
    private async Task LoadStatesAsync(SampleDates dates, CancellationToken ct)
    {
        foreach (var (sample, item) in items)
        {
            if (sample.Moved is { } move)
            {
                Made(await milestones.MoveDateAsync(item.Id, item.Version, dates.Due(move.Due), move.Why, Loading, ct));
            }

            if (sample.Lifecycle is { } lifecycle)
            {
                var day = sample.Day is null ? null : dates.Due(sample.Day).LastDay;
                Made(await milestones.StateAsync(item.Id, item.Version, lifecycle, day, dates.Due(sample.Forecast ?? ""), Loading, ct));
            }
        }

        // Judged last: an officer is asked for a sentence where the milestones, as they then stand, say worse.
        foreach (var (sample, item) in items.Where(i => i.Sample.Progress is not null))
        {
            Made(await actions.StateAsync(item.Id, item.Version, sample.Progress!.Value, sample.Why ?? "", Ask(sample), p => p.ToString(), Loading, ct));
        }
    }

    private AskOptions? Ask(SampleItem sample) => sample.Ask is { } ask ? new AskOptions(ask.What, others[ask.Of], null) : null;

    private static Guid? Of(Dictionary<string, Guid> known, string? key) => key is null ? null : known[key];

    internal static T Made<T>(Result<T> result) =>
        result.IsDone ? result.Value : throw new InvalidDataException("A sample was refused: " + string.Join("; ", result.Errors.Select(e => e.Message)));
}

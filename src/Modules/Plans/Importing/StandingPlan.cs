using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Trellis.Governance;
using Trellis.Kernel;
using Trellis.Kernel.Organisation;
using Trellis.Kernel.Things;
using Trellis.Measures;
using Trellis.Plans.Import;
using Trellis.Plans.Reporting;
using Trellis.Risks;
using F = Trellis.Plans.Import.PlanFields;

namespace Trellis.Plans.Importing;

/// <summary>A plan as it stands, in the neutral rows that a comparison takes; and the same fields put back onto things.</summary>
internal sealed class StandingPlan
{
    private readonly Dictionary<Guid, Thing> _things = [];

    public required Plan Plan { get; init; }
    public required IReadOnlyDictionary<Guid, string> Officers { get; init; }
    public required IReadOnlyDictionary<Guid, string> Departments { get; init; }
    public List<ExistingRow> Rows { get; } = [];

    public Thing Thing(Guid id) => _things[id];

    public IEnumerable<PlanItem> Items => _things.Values.OfType<PlanItem>();

    /// <summary>Loads the plan's things, tracked, with what the last import said of each.</summary>
    public static async Task<StandingPlan> LoadAsync(AppDbContext db, Plan plan, CancellationToken ct)
    {
        var standing = new StandingPlan
        {
            Plan = plan,
            Officers = await db.Set<Officer>().AsNoTracking().ToDictionaryAsync(o => o.Id, o => o.Name, ct),
            Departments = await db.Set<Department>().AsNoTracking().ToDictionaryAsync(d => d.Id, d => d.Code, ct),
        };
        var items = await db.Set<PlanItem>().Where(i => i.PlanId == plan.Id && !i.Withdrawn).OrderBy(i => i.Position).ThenBy(i => i.Id).ToListAsync(ct);
        var links = await db.Set<Link>().AsNoTracking().Where(l => !l.Withdrawn && db.Set<PlanItem>().Any(i => i.Id == l.FromId && i.PlanId == plan.Id)).OrderBy(l => l.Id).ToListAsync(ct);
        var indicators = await db.Set<Indicator>().Where(i => !i.Withdrawn).ToDictionaryAsync(i => i.Id, ct);
        var risks = await db.Set<Risk>().Where(r => !r.Withdrawn).ToDictionaryAsync(r => r.Id, ct);
        var reviewers = await ReviewersAsync(db, ct);
        var imported = await LastImportedAsync(db, plan.Id, ct);
        var byId = items.ToDictionary(i => i.Id);
        foreach (var item in items)
        {
            standing.Add(item, KindOf(item), item.ParentId, item.Position, standing.FieldsOf(item), imported);
        }

        var tree = new PlanTree(plan, items, new Names(standing.Officers, standing.Departments));
        var told = new FirstHolders(tree.All, links);
        var labels = tree.Priorities.SelectMany(p => tree.Actions(p).Zip(PaperMark.Labels(tree.Actions(p).Select(a => a.Title)))).ToDictionary(a => a.First.Id, a => a.Second);
        foreach (var link in links.Where(l => told.IsFirst(l.FromId, l.ToId)))
        {
            var holder = byId[link.FromId];
            if (link.Kind == LinkKind.Threatened && risks.TryGetValue(link.ToId, out var risk))
            {
                standing.Add(risk, RowKind.Risk, PriorityOf(holder), standing.Rows.Count, new(StringComparer.Ordinal) { [F.Text] = risk.Title, [F.Type] = risk.Scope.ToString(), [F.Level] = risk.Level }, imported);
            }
            else if (link.Kind == LinkKind.MeasuredBy && indicators.TryGetValue(link.ToId, out var indicator))
            {
                // An indicator of the table hangs on its objective or action and stands under the priority; one of the narrative stands under its section.
                var (parent, fields) = holder is Section
                    ? (holder.Id, new(StringComparer.Ordinal) { [F.Text] = indicator.Title })
                    : (PriorityOf(holder), standing.FieldsOf(indicator, labels.GetValueOrDefault(holder.Id, holder.Title), reviewers));
                standing.Add(indicator, RowKind.Indicator, parent, standing.Rows.Count, fields, imported);
            }
        }

        Guid PriorityOf(PlanItem item) => item is Priority || item.ParentId is not { } above ? item.Id : PriorityOf(byId[above]);
        return standing;
    }

    /// <summary>The positions of siblings become 0, 1, 2, as a comparison counts them.</summary>
    public List<ExistingRow> Ordered() =>
        [.. Rows.GroupBy(r => (r.Kind, r.ParentId)).SelectMany(g => g.OrderBy(r => r.Position).Select((r, i) => r with { Position = i }))];

    private void Add(Thing thing, RowKind kind, Guid? parent, int position, Dictionary<string, string> fields, Dictionary<Guid, string> imported)
    {
        if (!_things.TryAdd(thing.Id, thing))
        {
            return;
        }

        var asImported = imported.TryGetValue(thing.Id, out var json) ? JsonSerializer.Deserialize<Dictionary<string, string>>(json)! : [];
        Rows.Add(new ExistingRow(thing.Id, kind, parent, position, fields, asImported) { Imported = ImportedRow.TakePlace(asImported) });
    }

    private static RowKind KindOf(PlanItem item) => item switch
    {
        Priority => RowKind.Priority,
        Objective => RowKind.Objective,
        KeyAction => RowKind.KeyAction,
        Milestone => RowKind.Milestone,
        Section => RowKind.Section,
        _ => RowKind.Challenge,
    };

    private Dictionary<string, string> FieldsOf(PlanItem item)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal) { [F.Text] = item.Title };
        switch (item)
        {
            case Priority p:
                fields[F.LeadMember] = p.LeadMember ?? "";
                fields[F.LeadOfficer] = Name(Officers, p.LeadOfficerId);
                fields[F.Description] = p.Introduction ?? "";
                break;
            case KeyAction a:
                fields[F.Departments] = Join(Departments, a.DepartmentId, a.OtherDepartmentIds);
                fields[F.Owners] = Join(Officers, a.AccountableOfficerId, a.ContributorIds);
                fields[F.Progress] = a.Progress == Progress.NotStated ? "" : Plan.WordsFor(a.Progress);
                fields[F.Why] = a.ProgressWhy ?? "";
                fields[F.Commentary] = a.Commentary ?? "";
                fields[F.CommentaryOn] = ReadRows.DayField(a.CommentaryOn);
                break;
            case Milestone m:
                fields[F.Due] = FieldOf(m.CurrentDue);
                fields[F.FirstDue] = FieldOf(m.OriginalDue);
                fields[F.Forecast] = FieldOf(m.Forecast);
                fields[F.State] = LifecycleWords.Of(m.Lifecycle);
                fields[F.CompletedOn] = ReadRows.DayField(m.CompletedOn);
                fields[F.Owners] = m.OwnersAsWritten ?? "";
                fields[F.Departments] = m.DepartmentsAsWritten ?? "";
                break;
            case Section s:
                fields[F.Group] = s.Group ?? "";
                fields[F.Body] = s.Body;
                fields[F.Owners] = Name(Officers, s.OwnerOfficerId);
                break;
            case Challenge c:
                fields[F.PlanYear] = c.Year;
                break;
        }

        return fields;
    }

    private Dictionary<string, string> FieldsOf(Indicator indicator, string objective, ILookup<Guid, string> reviewers) => new(StringComparer.Ordinal)
    {
        [F.Text] = indicator.Title,
        [F.Objective] = objective,
        [F.Departments] = Join(Departments, indicator.DepartmentId, indicator.OtherDepartmentIds),
        [F.Owners] = Join(Officers, indicator.LeadOfficerId, indicator.OtherOfficerIds),
        [F.Reviewers] = string.Join(" / ", reviewers[indicator.Id]),
    };

    private static string FieldOf(Due due) => due.Kind == DueKind.Ongoing ? "Ongoing" : due.ToCode();

    private static string Join(IReadOnlyDictionary<Guid, string> names, Guid? first, IEnumerable<Guid> others) =>
        string.Join(" / ", others.Prepend(first ?? Guid.Empty).Select(id => names.GetValueOrDefault(id)).OfType<string>());

    private static string Name(IReadOnlyDictionary<Guid, string> names, Guid? id) => id is { } known ? names.GetValueOrDefault(known, "") : "";

    private static async Task<ILookup<Guid, string>> ReviewersAsync(AppDbContext db, CancellationToken ct) =>
        (await db.Set<Link>().Where(l => l.Kind == LinkKind.ReviewedBy && !l.Withdrawn)
            .Join(db.Set<Forum>(), l => l.ToId, f => f.Id, (l, f) => new { l.FromId, l.Id, f.Name }).OrderBy(r => r.Id).ToListAsync(ct)).ToLookup(r => r.FromId, r => r.Name);

    /// <summary>By thing, what the latest import that still stands said of it.</summary>
    private static async Task<Dictionary<Guid, string>> LastImportedAsync(AppDbContext db, Guid planId, CancellationToken ct)
    {
        var rows = await db.Set<ImportedRow>().AsNoTracking()
            .Join(db.Set<PlanImport>().Where(i => i.PlanId == planId && i.State == ImportState.Saved), r => r.ImportId, i => i.Id, (r, i) => new { r.ThingId, r.AsImported, i.At, i.Id })
            .OrderBy(r => r.At).ThenBy(r => r.Id).ToListAsync(ct);
        var last = new Dictionary<Guid, string>();
        foreach (var row in rows)
        {
            last[row.ThingId] = row.AsImported;
        }

        return last;
    }
}

using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.Kernel.Organisation;

namespace Trellis.Plans.Reporting;

/// <summary>A whole plan in memory, in its order, for what shows all of it: print, export, comparison.</summary>
public sealed class PlanTree
{
    private readonly ILookup<Guid?, PlanItem> _below;

    internal PlanTree(Plan plan, IEnumerable<PlanItem> items, Names names)
    {
        Plan = plan;
        Names = names;
        _below = items.OrderBy(i => i.Position).ThenBy(i => i.Id).ToLookup(i => i.ParentId);
    }

    public Plan Plan { get; }
    public Names Names { get; }

    public IEnumerable<Priority> Priorities => _below[null].OfType<Priority>();

    public IEnumerable<T> Below<T>(PlanItem item)
        where T : PlanItem => _below[item.Id].OfType<T>();

    /// <summary>Every item, each before what stands under it.</summary>
    public IEnumerable<PlanItem> All => Priorities.SelectMany(WithBelow);

    /// <summary>A priority's actions as papers list them: by objective, then those without.</summary>
    public IEnumerable<KeyAction> Actions(Priority priority) => Below<Objective>(priority).SelectMany(Below<KeyAction>).Concat(Below<KeyAction>(priority));

    public IEnumerable<PlanItem> WithBelow(PlanItem item) => _below[item.Id].SelectMany(WithBelow).Prepend(item);

    public static async Task<PlanTree> LoadAsync(AppDbContext db, Plan plan, CancellationToken ct) => new(
        plan,
        await db.Set<PlanItem>().AsNoTracking().Where(i => i.PlanId == plan.Id && !i.Withdrawn).ToListAsync(ct),
        await Names.LoadAsync(db, ct));
}

/// <summary>The names behind the ids that items carry.</summary>
public sealed class Names(
    IReadOnlyDictionary<Guid, string> officers, IReadOnlyDictionary<Guid, string> departments, IReadOnlyDictionary<Guid, string>? plans = null)
{
    public static async Task<Names> LoadAsync(AppDbContext db, CancellationToken ct, bool withPlans = false) => new(
        await db.Set<Officer>().AsNoTracking().Select(o => new { o.Id, o.Name }).ToDictionaryAsync(o => o.Id, o => o.Name, ct),
        await db.Set<Department>().AsNoTracking().Select(d => new { d.Id, d.Code }).ToDictionaryAsync(d => d.Id, d => d.Code, ct),
        withPlans ? await db.Set<Plan>().AsNoTracking().Select(p => new { p.Id, p.Title, p.Year }).ToDictionaryAsync(p => p.Id, p => $"{p.Title} {p.Year}", ct) : null);

    public string? Officer(Guid? id) => id is { } known ? officers.GetValueOrDefault(known) : null;

    /// <summary>The plan's title and year, where plans were asked for.</summary>
    public string? Plan(Guid? id) => id is { } known ? plans?.GetValueOrDefault(known) : null;

    /// <summary>Whatever has this id: an officer or a department.</summary>
    public string? Any(Guid id) => officers.GetValueOrDefault(id) ?? departments.GetValueOrDefault(id);

    /// <summary>The accountable officer, then the contributors, as plans write it: "A / B".</summary>
    public string Owners(KeyAction action) => Join(officers, action.AccountableOfficerId, action.ContributorIds);

    /// <summary>The first-named department, then the others: "CS / P".</summary>
    public string Departments(KeyAction action) => Join(departments, action.DepartmentId, action.OtherDepartmentIds);

    private static string Join(IReadOnlyDictionary<Guid, string> names, Guid? first, IEnumerable<Guid> others) =>
        string.Join(" / ", others.Prepend(first ?? Guid.Empty).Select(id => names.GetValueOrDefault(id)).OfType<string>());
}

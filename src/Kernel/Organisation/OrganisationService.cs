using Microsoft.EntityFrameworkCore;
using Trellis.Kernel.Calendar;

namespace Trellis.Kernel.Organisation;

public sealed record DepartmentOptions(string Code, string Name, Guid? HeadOfficerId);

public sealed record OfficerOptions(string Name, Guid? DepartmentId, bool IsGroup, Guid? AccountableOfficerId, DateOnly? LeftOn);

public sealed record DelegationOptions(Guid FromOfficerId, Guid ToOfficerId, DateOnly From, DateOnly Until, string Why);

/// <summary>Departments, officers, who acts for whom, and handing over what a leaver owns.</summary>
public sealed class OrganisationService(AppDbContext db, OrganisationQueries queries, TimeProvider clock, WorkingCalendar calendar, IEnumerable<IOwnedWork> ownedWork)
{
    public Task<List<Department>> DepartmentsAsync(CancellationToken ct) =>
        db.Set<Department>().AsNoTracking().Where(d => !d.Withdrawn).OrderBy(d => d.SortKey).ToListAsync(ct);

    public Task<List<Officer>> OfficersAsync(CancellationToken ct) =>
        db.Set<Officer>().AsNoTracking().Where(o => !o.Withdrawn).OrderBy(o => o.SortKey).ToListAsync(ct);

    public Task<Paged<Officer>> OfficersAsync(int? page, CancellationToken ct) =>
        db.Set<Officer>().AsNoTracking().Where(o => !o.Withdrawn).OrderBy(o => o.SortKey).ThenBy(o => o.Id).ToPageAsync(page, ct);

    public Task<Officer?> OfficerAsync(Guid id, CancellationToken ct) =>
        db.Set<Officer>().AsNoTracking().SingleOrDefaultAsync(o => o.Id == id && !o.Withdrawn, ct);

    public Task<Department?> DepartmentAsync(Guid id, CancellationToken ct) =>
        db.Set<Department>().AsNoTracking().SingleOrDefaultAsync(d => d.Id == id && !d.Withdrawn, ct);

    public async Task<Result<Department>> SaveDepartmentAsync(Guid? id, int version, DepartmentOptions options, Process process, CancellationToken ct)
    {
        var department = id is null
            ? new Department { Id = ThingId.New(clock) }
            : await db.Set<Department>().SingleOrDefaultAsync(d => d.Id == id && !d.Withdrawn, ct);
        if (department is null)
        {
            return NotFound.Row;
        }

        if (id is not null && department.Version != version)
        {
            return new Conflict(department.Version,
            [
                new("Code", department.Code, options.Code),
                new("Name", department.Name, options.Name),
                new("Head", await db.OfficerNameAsync(department.HeadOfficerId, ct), await db.OfficerNameAsync(options.HeadOfficerId, ct)),
            ]);
        }

        if (await CheckAsync(department.Id, options, ct) is { Count: > 0 } errors)
        {
            return errors;
        }

        department.Code = options.Code.Trim();
        department.Name = options.Name.Trim();
        department.SortKey = SortKey.Of(department.Name);
        department.HeadOfficerId = options.HeadOfficerId;
        return await StoreAsync(department, id is null, process, ct);
    }

    public async Task<Result<Officer>> SaveOfficerAsync(Guid? id, int version, OfficerOptions options, Process process, CancellationToken ct)
    {
        var officer = id is null
            ? new Officer { Id = ThingId.New(clock) }
            : await db.Set<Officer>().SingleOrDefaultAsync(o => o.Id == id && !o.Withdrawn, ct);
        if (officer is null)
        {
            return NotFound.Row;
        }

        if (id is not null && officer.Version != version)
        {
            return new Conflict(officer.Version,
            [
                new("Name", officer.Name, options.Name),
                new("Group", officer.IsGroup ? "Yes" : "No", options.IsGroup ? "Yes" : "No"),
                new("Department", await db.DepartmentNameAsync(officer.DepartmentId, ct), await db.DepartmentNameAsync(options.DepartmentId, ct)),
                new("Who answers for it", await db.OfficerNameAsync(officer.AccountableOfficerId, ct), await db.OfficerNameAsync(options.AccountableOfficerId, ct)),
                new("Left on", $"{officer.LeftOn:d MMMM yyyy}", $"{options.LeftOn:d MMMM yyyy}"),
            ]);
        }

        if (await CheckAsync(officer.Id, options, ct) is { Count: > 0 } errors)
        {
            return errors;
        }

        officer.Name = options.Name.Trim();
        officer.SortKey = SortKey.Of(officer.Name);
        officer.DepartmentId = options.DepartmentId;
        officer.IsGroup = options.IsGroup;
        officer.AccountableOfficerId = options.IsGroup ? options.AccountableOfficerId : null;
        officer.LeftOn = options.LeftOn;
        return await StoreAsync(officer, id is null, process, ct);
    }

    public Task<List<Delegation>> DelegationsAsync(CancellationToken ct) =>
        db.Set<Delegation>().AsNoTracking().Where(d => !d.Withdrawn).OrderByDescending(d => d.From).ToListAsync(ct);

    public async Task<Result<Delegation>> DelegateAsync(DelegationOptions options, Process process, CancellationToken ct)
    {
        var errors = new List<FieldError>();
        if (!await IsOfficerAsync(options.FromOfficerId, ct))
        {
            errors.Add(new("FromOfficerId", "Choose who hands over"));
        }

        if (!await IsOfficerAsync(options.ToOfficerId, ct) || options.ToOfficerId == options.FromOfficerId)
        {
            errors.Add(new("ToOfficerId", "Choose somebody else to act for them"));
        }

        if (options.Until < options.From)
        {
            errors.Add(new("Until", "The last day must be the same as or after the first day"));
        }

        if (options.Why.Trim().Length is 0 or > 500)
        {
            errors.Add(new("Why", "Say why, in 500 characters or fewer"));
        }

        if (errors.Count > 0)
        {
            return errors;
        }

        var delegation = new Delegation
        {
            Id = ThingId.New(clock), FromOfficerId = options.FromOfficerId, ToOfficerId = options.ToOfficerId,
            From = options.From, Until = options.Until, Why = options.Why.Trim(),
        };
        db.Add(delegation);
        await db.SaveAsync(process, ct);
        return delegation;
    }

    public async Task<Result<Delegation>> EndDelegationAsync(Guid id, Process process, CancellationToken ct)
    {
        if (await db.Set<Delegation>().SingleOrDefaultAsync(d => d.Id == id && !d.Withdrawn, ct) is not { } delegation)
        {
            return NotFound.Row;
        }

        delegation.Withdrawn = true;
        await db.SaveAsync(process, ct);
        return delegation;
    }

    /// <summary>The officers for whom this one acts today: themselves, and whoever delegated to them.</summary>
    public async Task<HashSet<Guid>> ActsForAsync(Guid? officerId, CancellationToken ct)
    {
        if (officerId is not { } id)
        {
            return [];
        }

        var acts = await queries.ActsForAsync(db, id, calendar.Today, ct);
        acts.Add(id);

        // Who answers for a group owns what the group owns.
        foreach (var officer in acts.ToList())
        {
            acts.AddRange(await queries.GroupsOfAsync(db, officer, ct));
        }

        return [.. acts];
    }

    /// <summary>All that an officer owns, module by module, to be seen before it is handed over.</summary>
    public async Task<List<OwnedThing>> OwnedByAsync(Guid officerId, CancellationToken ct)
    {
        var owned = new List<OwnedThing>();
        foreach (var work in ownedWork)
        {
            owned.AddRange(await work.OwnedByAsync(officerId, ct));
        }

        return owned;
    }

    /// <summary>Hands over all that a leaver owns in one step, and notes the day they left.</summary>
    public async Task<Result<int>> HandOverAsync(Guid fromOfficerId, Guid toOfficerId, DateOnly? leftOn, Process process, CancellationToken ct)
    {
        if (await db.Set<Officer>().SingleOrDefaultAsync(o => o.Id == fromOfficerId && !o.Withdrawn, ct) is not { } leaver)
        {
            return NotFound.Row;
        }

        if (toOfficerId == fromOfficerId || await OfficerAsync(toOfficerId, ct) is not { LeftOn: null } heir)
        {
            return new FieldError("ToOfficerId", "Choose somebody else, who has not left, to take over");
        }

        var groups = await db.Set<Officer>().Where(o => o.AccountableOfficerId == fromOfficerId && !o.Withdrawn).ToListAsync(ct);
        if (heir.IsGroup && groups.Count > 0)
        {
            return new FieldError("ToOfficerId", $"Choose one officer, not a group: they will answer for {groups[0].Name}");
        }

        var count = 0;
        foreach (var work in ownedWork)
        {
            count += await work.HandOverAsync(fromOfficerId, toOfficerId, ct);
        }

        foreach (var department in await db.Set<Department>().Where(d => d.HeadOfficerId == fromOfficerId && !d.Withdrawn).ToListAsync(ct))
        {
            department.HeadOfficerId = toOfficerId;
            count++;
        }

        foreach (var group in groups)
        {
            group.AccountableOfficerId = toOfficerId;
            count++;
        }

        leaver.LeftOn = leftOn ?? leaver.LeftOn;
        await db.SaveAsync(process, ct);
        return count;
    }

    private async Task<Result<T>> StoreAsync<T>(T thing, bool isNew, Process process, CancellationToken ct)
        where T : Thing
    {
        if (isNew)
        {
            db.Add(thing);
        }

        await db.SaveAsync(process, ct);
        return thing;
    }

    private async Task<List<FieldError>> CheckAsync(Guid id, DepartmentOptions options, CancellationToken ct)
    {
        var errors = new List<FieldError>();
        var code = options.Code.Trim();
        if (code.Length is 0 or > Department.LongestCode)
        {
            errors.Add(new("Code", $"Enter the code used in plans, for example CS, in {Department.LongestCode} characters or fewer"));
        }
        else if (await db.Set<Department>().AnyAsync(d => d.Code == code && d.Id != id, ct))
        {
            errors.Add(new("Code", $"Another department has the code {code}"));
        }

        if (options.Name.Trim().Length is 0 or > Department.LongestName)
        {
            errors.Add(new("Name", $"Enter the name of the department in {Department.LongestName} characters or fewer"));
        }

        if (options.HeadOfficerId is { } head && !await IsOfficerAsync(head, ct))
        {
            errors.Add(new("HeadOfficerId", "Choose an officer from the list"));
        }

        return errors;
    }

    private async Task<List<FieldError>> CheckAsync(Guid id, OfficerOptions options, CancellationToken ct)
    {
        var errors = new List<FieldError>();
        if (options.Name.Trim().Length is 0 or > Officer.LongestName)
        {
            errors.Add(new("Name", $"Enter a name or a post in {Officer.LongestName} characters or fewer"));
        }

        if (options.DepartmentId is { } department && !await db.Set<Department>().AnyAsync(d => d.Id == department && !d.Withdrawn, ct))
        {
            errors.Add(new("DepartmentId", "Choose a department from the list"));
        }

        if (options.IsGroup && options.AccountableOfficerId is { } accountable
            && !await db.Set<Officer>().AnyAsync(o => o.Id == accountable && !o.IsGroup && o.Id != id && !o.Withdrawn, ct))
        {
            errors.Add(new("AccountableOfficerId", "Choose one officer, not a group, who answers for it"));
        }

        return errors;
    }

    private Task<bool> IsOfficerAsync(Guid id, CancellationToken ct) => db.Set<Officer>().AnyAsync(o => o.Id == id && !o.Withdrawn, ct);
}

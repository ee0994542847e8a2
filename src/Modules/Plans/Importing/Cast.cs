using Microsoft.EntityFrameworkCore;
using Trellis.Governance;
using Trellis.Kernel;
using Trellis.Kernel.Organisation;
using Trellis.Plans.Import;

namespace Trellis.Plans.Importing;

/// <summary>
/// The officers, departments and bodies that a document names: those that are known, and the new ones that it brings. What
/// was taken out of use comes back when a document names it again.
/// </summary>
internal sealed class Cast
{
    private readonly AppDbContext _db;
    private readonly TimeProvider _clock;
    private readonly ForumService _forums;
    private readonly Dictionary<string, Officer> _officers;
    private readonly Dictionary<string, Department> _departments;
    private readonly Dictionary<string, Forum> _bodies = new(StringComparer.OrdinalIgnoreCase);

    private Cast(AppDbContext db, TimeProvider clock, ForumService forums, List<Officer> officers, List<Department> departments, List<Forum> bodies)
    {
        (_db, _clock, _forums) = (db, clock, forums);
        _officers = officers.OrderBy(o => o.Withdrawn).DistinctBy(o => Key(o.Name)).ToDictionary(o => Key(o.Name));
        _departments = departments.ToDictionary(d => Key(d.Code));
        foreach (var body in bodies.OrderBy(b => b.Withdrawn))
        {
            _bodies.TryAdd(body.Name, body);
            if (body.Abbreviation is not null)
            {
                _bodies.TryAdd(body.Abbreviation, body);
            }
        }
    }

    /// <summary>What was made, or brought back, for this import.</summary>
    public List<Thing> Made { get; } = [];

    public static async Task<Cast> LoadAsync(AppDbContext db, TimeProvider clock, ForumService forums, CancellationToken ct) => new(
        db, clock, forums,
        await db.Set<Officer>().ToListAsync(ct), await db.Set<Department>().ToListAsync(ct), await db.Set<Forum>().ToListAsync(ct));

    public Guid? Department(string code)
    {
        if (string.IsNullOrWhiteSpace(code))
        {
            return null;
        }

        if (!_departments.TryGetValue(Key(code), out var department))
        {
            department = new Department { Id = ThingId.New(_clock) };
            department.Call(Cut(code, Kernel.Organisation.Department.LongestCode));
            _db.Add(department);
            _departments.Add(Key(code), department);
            Made.Add(department);
        }

        return BroughtBack(department).Id;
    }

    public Guid? Officer(string name, bool isGroup, Guid? department)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return null;
        }

        if (!_officers.TryGetValue(Key(name), out var officer))
        {
            officer = new Officer { Id = ThingId.New(_clock) };
            officer.Call(Cut(name, Kernel.Organisation.Officer.LongestName), isGroup, department);
            _db.Add(officer);
            _officers.Add(Key(name), officer);
            Made.Add(officer);
        }

        return BroughtBack(officer).Id;
    }

    public async Task<Guid> BodyAsync(string name, CancellationToken ct)
    {
        name = Cut(name, Forum.LongestName);
        if (!_bodies.TryGetValue(name, out var body))
        {
            var isAbbreviation = name.Length <= 6 && name.All(char.IsUpper);
            body = await _forums.StageAsync(new ForumOptions(name, isAbbreviation ? name : null, KindOf(name), null), ct);
            _bodies.Add(name, body);
            Made.Add(body);
        }

        return BroughtBack(body).Id;
    }

    /// <summary>The owners as an action keeps them: the accountable one, then those who contribute.</summary>
    public (Guid? Accountable, List<Guid> Others) Owners(IReadOnlyList<ReadOwner> owners, Guid? department)
    {
        Guid? accountable = null;
        var others = new List<Guid>();
        foreach (var owner in owners)
        {
            var id = Officer(owner.Name, owner.IsGroup, department);
            if (owner.Accountable && accountable is null)
            {
                accountable = id;
            }
            else if (id is { } known)
            {
                others.Add(known);
            }
        }

        return (accountable, [.. others.Where(o => o != accountable).Distinct()]);
    }

    private T BroughtBack<T>(T thing)
        where T : Thing
    {
        if (thing.Withdrawn)
        {
            thing.Withdrawn = false;
            Made.Add(thing);
        }

        return thing;
    }

    /// <summary>The kind that the name itself says; a board unless it says otherwise.</summary>
    private static ForumKind KindOf(string name)
    {
        return Has("panel", "scrutiny") ? ForumKind.Panel
            : Has("management team", "leadership team") ? ForumKind.ManagementTeam
            : Has("committee", "cabinet") ? ForumKind.Committee
            : Has("department for", "ofsted", "ministry") ? ForumKind.OutsideBody
            : ForumKind.Board;

        bool Has(params ReadOnlySpan<string> words)
        {
            foreach (var word in words)
            {
                if (name.Contains(word, StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }
            }

            return false;
        }
    }

    private static string Cut(string text, int longest) => text.Trim().Length > longest ? text.Trim()[..longest] : text.Trim();

    private static string Key(string text) => SortKey.Of(text) is { Length: > 0 } key ? key : text.Trim();
}

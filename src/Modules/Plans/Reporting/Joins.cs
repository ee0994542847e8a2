using Microsoft.EntityFrameworkCore;
using Trellis.Governance;
using Trellis.Kernel;
using Trellis.Kernel.Access;
using Trellis.Kernel.Organisation;
using Trellis.Kernel.Things;
using Trellis.Measures;

namespace Trellis.Plans.Reporting;

/// <summary>Something in the plan that hangs in the air: what it is, and where to mend it.</summary>
public sealed record LooseEnd(string Text, string Address);

/// <summary>One way in which a plan may not join up, and what is loose in that way.</summary>
public sealed record LooseEnds(string Title, string Advice, IReadOnlyList<LooseEnd> Ends);

/// <summary>What does not join: challenges, objectives, actions, aims, indicators and owners with nothing behind them.</summary>
public static class Joins
{
    public static async Task<List<LooseEnds>> FindAsync(AppDbContext db, PlanTree tree, CancellationToken ct)
    {
        var plan = tree.Plan;
        var links = await db.Set<Link>().AsNoTracking().Where(l => !l.Withdrawn).ToListAsync(ct);
        var there = await ThereAsync(db, tree, ct);
        var joined = links.Where(l => there.Contains(l.ToId)).Select(l => (l.FromId, l.Kind)).ToHashSet();
        var indicators = await IndicatorsOfAsync(db, tree, links, ct);
        var owners = await WithoutAccountAsync(db, tree, ct);
        return
        [
            new("Challenges without an objective", "Say which objective answers each of them.",
                [.. Items<Challenge>().Where(c => !joined.Contains((c.Id, LinkKind.AnsweredBy)) && !tree.Below<Challenge>(c).Any()).Select(End)]),
            new("Objectives without an indicator", "Say how you will know that they are reached.",
                [.. Items<Objective>().Where(o => !joined.Contains((o.Id, LinkKind.MeasuredBy))).Select(End)]),
            new("Key actions without an indicator", "Neither the action nor its objective has one.",
                [.. Items<KeyAction>().Where(a => !joined.Contains((a.Id, LinkKind.MeasuredBy)) && !(a.ParentId is { } above && joined.Contains((above, LinkKind.MeasuredBy)))).Select(End)]),
            new("Aims of a title that nothing carries", "No objective and no indicator names them.",
                [.. tree.Priorities.SelectMany(p => AimsOf(p).Where(aim => !IsCarried(aim, tree, p, indicators)).Select(aim => new LooseEnd($"“{aim}” in {p.Title}", PlanAddress.Of(plan, p))))]),
            new("Indicators that no board reviews", "Say which board looks at them.",
                [.. indicators.Where(i => !joined.Contains((i.Id, LinkKind.ReviewedBy))).Select(i => new LooseEnd(i.Title, $"/measures/{i.Address}"))]),
            new("Owners without an account", "They cannot be reminded or say how things stand.", owners),
            new("Left for after an import", "Put each right where it stands, then say that you have looked at it.", await LeftAsync(db, tree, links, ct)),
            new("Key actions without an owner", "Nobody is accountable for them.",
                [.. Items<KeyAction>().Where(a => a.AccountableOfficerId is null).Select(End)]),
        ];

        IEnumerable<T> Items<T>() where T : PlanItem => tree.All.OfType<T>();
        LooseEnd End(PlanItem item) => new(item.Title, PlanAddress.Of(plan, item));
    }

    private static async Task<List<LooseEnd>> LeftAsync(AppDbContext db, PlanTree tree, List<Link> links, CancellationToken ct)
    {
        var items = tree.All.ToDictionary(i => i.Id);
        var left = links.Where(l => l.Kind == LinkKind.ToPutRight && items.ContainsKey(l.FromId)).OrderBy(l => l.Id).ToList();
        var noteIds = left.Select(l => l.ToId).ToList();
        var notes = await db.Set<Note>().AsNoTracking().Where(n => noteIds.Contains(n.Id)).ToDictionaryAsync(n => n.Id, n => n.Text, ct);
        return [.. left.Select(l => new LooseEnd($"{items[l.FromId].Title}: {notes.GetValueOrDefault(l.ToId)}", $"{PlanAddress.Of(tree.Plan, items[l.FromId])}/put-right/{l.Id}"))];
    }

    /// <summary>The aims that a priority's title lists: "Tackle child poverty", "raise aspirations".</summary>
    public static IEnumerable<string> AimsOf(Priority priority) =>
        priority.Title.Replace(" and ", ",", StringComparison.OrdinalIgnoreCase).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>
    /// An aim is carried when an objective of the priority, or an indicator of the plan, shares one of its telling words:
    /// those of five letters or more that are not the verb it begins with.
    /// </summary>
    private static bool IsCarried(string aim, PlanTree tree, Priority priority, IReadOnlyCollection<Indicator> indicators)
    {
        var telling = WordsOf(aim).Skip(1).Where(w => w.Length >= 5 && !Common.Contains(w)).Select(Stem).ToHashSet();
        return telling.Count == 0
            || tree.Below<Objective>(priority).Select(o => o.Title).Concat(indicators.Select(i => i.Title))
                .Any(title => WordsOf(title).Select(Stem).Any(telling.Contains));
    }

    private static readonly HashSet<string> Common = new(["child", "children", "young", "people", "families", "their"], StringComparer.Ordinal);

    private static IEnumerable<string> WordsOf(string text) =>
        new string([.. text.Select(c => char.IsLetter(c) ? char.ToLowerInvariant(c) : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Enough of a word to see that "educational" and "education" are the same.</summary>
    private static string Stem(string word) => word.Length > 7 ? word[..7] : word;

    /// <summary>What a link can lead to. One to what was taken out since joins nothing.</summary>
    private static async Task<HashSet<Guid>> ThereAsync(AppDbContext db, PlanTree tree, CancellationToken ct) =>
    [
        .. tree.All.Select(i => i.Id),
        .. await db.Set<Indicator>().Where(i => !i.Withdrawn).Select(i => i.Id).ToListAsync(ct),
        .. await db.Set<Forum>().Where(f => !f.Withdrawn).Select(f => f.Id).ToListAsync(ct),
    ];

    private static async Task<List<Indicator>> IndicatorsOfAsync(AppDbContext db, PlanTree tree, List<Link> links, CancellationToken ct)
    {
        var items = tree.All.Select(i => i.Id).ToHashSet();
        var ids = links.Where(l => l.Kind == LinkKind.MeasuredBy && items.Contains(l.FromId)).Select(l => l.ToId).Distinct().ToList();
        return await db.Set<Indicator>().AsNoTracking().Where(i => ids.Contains(i.Id) && !i.Withdrawn).OrderBy(i => i.SortKey).ToListAsync(ct);
    }

    private static async Task<List<LooseEnd>> WithoutAccountAsync(AppDbContext db, PlanTree tree, CancellationToken ct)
    {
        var owners = tree.All.OfType<KeyAction>().SelectMany(a => a.ContributorIds.Append(a.AccountableOfficerId ?? Guid.Empty))
            .Concat(tree.All.OfType<Section>().Select(s => s.OwnerOfficerId ?? Guid.Empty)).Where(id => id != Guid.Empty).ToHashSet();
        var officers = await db.Set<Officer>().AsNoTracking().Where(o => owners.Contains(o.Id)).OrderBy(o => o.SortKey).ToListAsync(ct);
        var withAccount = await db.Users.Where(a => a.OfficerId != null && !a.Closed).Select(a => a.OfficerId!.Value).ToListAsync(ct);
        return
        [
            .. officers.Where(o => !withAccount.Contains(o.Id) && !(o.IsGroup && o.AccountableOfficerId is { } answers && withAccount.Contains(answers)))
                .Select(o => new LooseEnd(o.IsGroup && o.AccountableOfficerId is null ? $"{o.Name}: a group that nobody answers for" : o.Name, $"/organisation/officers/{o.Id}")),
        ];
    }
}

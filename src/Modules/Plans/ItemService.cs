using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.Kernel.Audit;
using Trellis.Plans.Reporting;

namespace Trellis.Plans;

/// <summary>Adds, changes, places and takes out the items of a plan.</summary>
public sealed class ItemService(AppDbContext db, TimeProvider clock)
{
    /// <summary>Positions leave room, so that an item can go between two others without touching either.</summary>
    internal const int Gap = 1024;

    public Task<PlanItem?> FindAsync(Guid planId, string reference, CancellationToken ct) =>
        db.Set<PlanItem>().AsNoTracking().SingleOrDefaultAsync(i => i.PlanId == planId && i.Reference == reference, ct);

    /// <summary>The children of an item in their order; with null, the plan's priorities.</summary>
    public Task<List<PlanItem>> ChildrenAsync(Guid planId, Guid? parentId, CancellationToken ct) =>
        db.Set<PlanItem>().AsNoTracking().Where(i => i.PlanId == planId && i.ParentId == parentId && !i.Withdrawn)
            .OrderBy(i => i.Position).ThenBy(i => i.Id).ToListAsync(ct);

    public Task<PlanItem?> ParentAsync(PlanItem item, CancellationToken ct) =>
        db.Set<PlanItem>().AsNoTracking().SingleOrDefaultAsync(i => i.Id == item.ParentId, ct);

    /// <summary>The item's ancestors, the topmost first.</summary>
    public async Task<List<PlanItem>> AncestorsAsync(PlanItem item, CancellationToken ct)
    {
        var line = new List<PlanItem>();
        for (var parent = item.ParentId; parent is { } id;)
        {
            var above = await db.Set<PlanItem>().AsNoTracking().SingleAsync(i => i.Id == id, ct);
            line.Insert(0, above);
            parent = above.ParentId;
        }

        return line;
    }

    /// <summary>The item with those of earlier plan years that it goes on with, the latest first: one history.</summary>
    public async Task<List<Guid>> LivesAsync(PlanItem item, CancellationToken ct)
    {
        var lives = new List<Guid> { item.Id };
        for (var before = item.ContinuesId; before is { } id && !lives.Contains(id);)
        {
            lives.Add(id);
            before = await db.Set<PlanItem>().Where(i => i.Id == id).Select(i => i.ContinuesId).SingleOrDefaultAsync(ct);
        }

        return lives;
    }

    public async Task<Result<PlanItem>> AddAsync(Plan plan, string? underReference, ItemOptions options, Process process, CancellationToken ct)
    {
        var errors = options.Check();
        var item = await StageAsync(plan.Id, options, ct);
        var kind = ItemKind.Of(item);
        var parent = underReference is null ? null : await FindAsync(plan.Id, underReference, ct);
        if (kind.Parents.Length > 0 && (parent is null || parent.Withdrawn || !kind.Parents.Contains(parent.GetType())))
        {
            errors.Add(new("Under", "Choose what it stands under"));
        }

        if (errors.Count > 0)
        {
            return errors;
        }

        item.ParentId = kind.Parents.Length > 0 ? parent!.Id : null;
        item.Position = await LastPositionAsync(plan.Id, item.ParentId, ct) + Gap;
        db.Add(item);
        await db.SaveAsync(process, ct);
        return item;
    }

    public async Task<Result<PlanItem>> ChangeAsync(Guid planId, string reference, int version, ItemOptions options, Process process, CancellationToken ct)
    {
        if (await TrackedAsync(planId, reference, ct) is not { Withdrawn: false } item)
        {
            return NotFound.Row;
        }

        if (item.Version != version)
        {
            return await MeetAsync(item, options, ct);
        }

        if (options.Check() is { Count: > 0 } errors)
        {
            return errors;
        }

        options.Fill(item);
        return await SaveAsync(item, process, saved => MeetAsync(saved, options, ct), ct);
    }

    /// <summary>One step up or down among its siblings.</summary>
    public async Task<Result<PlanItem>> StepAsync(Guid planId, string reference, bool up, Process process, CancellationToken ct)
    {
        if (await TrackedAsync(planId, reference, ct) is not { Withdrawn: false } item)
        {
            return NotFound.Row;
        }

        var siblings = await SiblingsAsync(item, ct);
        var at = siblings.FindIndex(s => s.Id == item.Id);
        var to = up ? at - 1 : at + 1;
        if (to < 0 || to >= siblings.Count)
        {
            return item;
        }

        siblings.RemoveAt(at);
        Put(item, siblings, to);
        return await SaveAsync(item, process, OrderAsync, ct);
    }

    /// <summary>Under another parent of a fitting kind, at its end.</summary>
    public async Task<Result<PlanItem>> MoveAsync(Guid planId, string reference, int version, string underReference, Process process, CancellationToken ct)
    {
        if (await TrackedAsync(planId, reference, ct) is not { Withdrawn: false } item)
        {
            return NotFound.Row;
        }

        var parent = await FindAsync(planId, underReference, ct);
        if (parent is null || parent.Withdrawn || !ItemKind.Of(item).Parents.Contains(parent.GetType()) || await IsWithinAsync(parent, item, ct))
        {
            return new FieldError("Under", "Choose where it should stand");
        }

        if (item.Version != version)
        {
            return await OrderAsync(item);
        }

        item.ParentId = parent.Id;
        item.Position = await LastPositionAsync(planId, parent.Id, ct) + Gap;
        return await SaveAsync(item, process, OrderAsync, ct);
    }

    /// <summary>Takes an item out with all that stands under it, or brings it back with all that went with it.</summary>
    public async Task<Result<PlanItem>> WithdrawAsync(Guid planId, string reference, bool withdrawn, Process process, CancellationToken ct)
    {
        if (await TrackedAsync(planId, reference, ct) is not { } item || item.Withdrawn == withdrawn)
        {
            return NotFound.Row;
        }

        if (!withdrawn && item.ParentId is { } parent && await db.Set<PlanItem>().AnyAsync(i => i.Id == parent && i.Withdrawn, ct))
        {
            return new FieldError("", "What it stands under was taken out too. Bring that back first");
        }

        foreach (var one in withdrawn ? await WithBelowAsync(item, ct) : await TakenOutWithAsync(item, ct))
        {
            one.Withdrawn = withdrawn;
        }

        return await SaveAsync(item, process, OrderAsync, ct);
    }

    /// <summary>An item with a reference of its own, not yet placed and not yet in the context.</summary>
    private async Task<PlanItem> StageAsync(Guid planId, ItemOptions options, CancellationToken ct)
    {
        var made = options.Make(ThingId.New(clock), planId, "");
        var kind = ItemKind.Of(made);
        var item = options.Make(made.Id, planId, await NextReferenceAsync(planId, kind, ct));
        options.Fill(item);
        return item;
    }

    internal async Task<string> NextReferenceAsync(Guid planId, ItemKind kind, CancellationToken ct) =>
        $"{kind.Letters}-{await LastNumberAsync(planId, kind, ct) + 1}";

    /// <summary>The highest number ever given to the kind in this plan: a number taken out is not given again.</summary>
    internal async Task<int> LastNumberAsync(Guid planId, ItemKind kind, CancellationToken ct)
    {
        var prefix = kind.Letters + "-";
        var references = await db.Set<PlanItem>().Where(i => i.PlanId == planId && i.Reference.StartsWith(prefix)).Select(i => i.Reference).ToListAsync(ct);
        return references.Select(r => int.Parse(r.AsSpan(prefix.Length))).DefaultIfEmpty(0).Max();
    }

    private Task<PlanItem?> TrackedAsync(Guid planId, string reference, CancellationToken ct) =>
        db.Set<PlanItem>().SingleOrDefaultAsync(i => i.PlanId == planId && i.Reference == reference, ct);

    /// <summary>Those of its own kind beside it: objectives and sections under one priority are two lists.</summary>
    private async Task<List<PlanItem>> SiblingsAsync(PlanItem item, CancellationToken ct)
    {
        var beside = await db.Set<PlanItem>().Where(i => i.PlanId == item.PlanId && i.ParentId == item.ParentId && !i.Withdrawn)
            .OrderBy(i => i.Position).ThenBy(i => i.Id).ToListAsync(ct);
        return beside.FindAll(i => i.GetType() == item.GetType());
    }

    /// <summary>Puts the item between two others, into the list as well. Where there is no room left, all of them move apart.</summary>
    internal static void Put(PlanItem item, List<PlanItem> others, int at)
    {
        var before = at > 0 ? others[at - 1].Position : (int?)null;
        var after = at < others.Count ? others[at].Position : (int?)null;
        item.Position = (before, after) switch
        {
            ({ } b, null) => b + Gap,
            (null, { } a) => a - Gap,
            ({ } b, { } a) => b + (a - b) / 2,
            _ => Gap,
        };
        others.Insert(at, item);
        if (item.Position == before || item.Position == after)
        {
            for (var i = 0; i < others.Count; i++)
            {
                others[i].Position = (i + 1) * Gap;
            }
        }
    }

    private async Task<int> LastPositionAsync(Guid planId, Guid? parentId, CancellationToken ct) =>
        await db.Set<PlanItem>().Where(i => i.PlanId == planId && i.ParentId == parentId).MaxAsync(i => (int?)i.Position, ct) ?? 0;

    private async Task<bool> IsWithinAsync(PlanItem place, PlanItem item, CancellationToken ct) =>
        place.Id == item.Id || (await AncestorsAsync(place, ct)).Exists(a => a.Id == item.Id);

    private async Task<List<PlanItem>> WithBelowAsync(PlanItem item, CancellationToken ct)
    {
        var all = new List<PlanItem> { item };
        for (var level = new List<Guid> { item.Id }; level.Count > 0;)
        {
            var below = await db.Set<PlanItem>().Where(i => i.ParentId != null && level.Contains(i.ParentId.Value) && i.Withdrawn == item.Withdrawn).ToListAsync(ct);
            all.AddRange(below);
            level = [.. below.Select(b => b.Id)];
        }

        return all;
    }

    /// <summary>The item and what went with it in the same step; what had been taken out before, by itself, stays out.</summary>
    private async Task<List<PlanItem>> TakenOutWithAsync(PlanItem item, CancellationToken ct)
    {
        var changes = db.Set<AuditChange>().AsNoTracking();
        var step = await changes.Where(c => c.ThingId == item.Id && c.Verb == ChangeVerb.Withdrawn).OrderByDescending(c => c.Number)
            .Select(c => (Guid?)c.EntryId).FirstOrDefaultAsync(ct);
        var together = await changes.Where(c => c.EntryId == step).Select(c => c.ThingId).ToHashSetAsync(ct);
        return (await WithBelowAsync(item, ct)).FindAll(i => i.Id == item.Id || together.Contains(i.Id));
    }

    private async Task<Result<PlanItem>> SaveAsync(PlanItem item, Process process, Func<PlanItem, Task<Conflict>> meet, CancellationToken ct)
    {
        try
        {
            await db.SaveAsync(process, ct);
            return item;
        }
        catch (DbUpdateConcurrencyException)
        {
            return await meet(await db.Set<PlanItem>().AsNoTracking().SingleAsync(i => i.Id == item.Id, ct));
        }
    }

    private async Task<Conflict> MeetAsync(PlanItem saved, ItemOptions yours, CancellationToken ct) =>
        new(saved.Version, [.. yours.Compare(saved, await Names.LoadAsync(db, ct, withPlans: true))]);

    private static Task<Conflict> OrderAsync(PlanItem saved) =>
        Task.FromResult(new Conflict(saved.Version, [new("Place in the plan", "Changed by somebody else", "Your move")]));
}

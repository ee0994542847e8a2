using Trellis.Kernel;

namespace Trellis.Plans;

/// <summary>An item with what stands under it, not yet in any plan.</summary>
public sealed record Branch(ItemOptions Item, IReadOnlyList<Branch> Below);

/// <summary>Puts a whole tree into a new plan in one process: one entry in the audit, either all of it or nothing.</summary>
public sealed class TreeWriter(AppDbContext db, PlanService plans, TimeProvider clock)
{
    /// <param name="made">Told of every item as it is placed, before it is saved: to draw links to it.</param>
    public async Task<Result<Plan>> WriteAsync(
        PlanOptions options, IReadOnlyList<Branch> priorities, Action<Branch, PlanItem>? made, Process process, CancellationToken ct)
    {
        var errors = Check(priorities).ToList();
        if (errors.Count > 0)
        {
            return errors;
        }

        var plan = await plans.StageAsync(options, ct);
        Stage(plan, null, priorities, [], made);
        await db.SaveAsync(process, ct);
        return plan;
    }

    private static IEnumerable<FieldError> Check(IEnumerable<Branch> branches) => branches.SelectMany(b => b.Item.Check().Concat(Check(b.Below)));

    private void Stage(Plan plan, PlanItem? parent, IReadOnlyList<Branch> branches, Dictionary<ItemKind, int> numbers, Action<Branch, PlanItem>? made)
    {
        for (var i = 0; i < branches.Count; i++)
        {
            var id = ThingId.New(clock);
            var kind = ItemKind.Of(branches[i].Item.Make(id, plan.Id, ""));
            if (parent is null ? kind.Parents.Length > 0 : !kind.Parents.Contains(parent.GetType()))
            {
                throw new InvalidOperationException($"{kind.Folder} cannot stand there.");
            }

            numbers[kind] = numbers.GetValueOrDefault(kind) + 1;
            var item = branches[i].Item.Make(id, plan.Id, $"{kind.Letters}-{numbers[kind]}");
            branches[i].Item.Fill(item);
            item.ParentId = parent?.Id;
            item.Position = (i + 1) * ItemService.Gap;
            db.Add(item);
            made?.Invoke(branches[i], item);
            Stage(plan, item, branches[i].Below, numbers, made);
        }
    }
}

using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.Kernel.Organisation;

namespace Trellis.Plans.Importing;

/// <summary>
/// Takes a saved import back whole, in the context and without saving. What somebody edited since keeps their edit; all that
/// still stands as the import left it goes back to what it was.
/// </summary>
internal static class ImportUndoing
{
    public static async Task UndoAsync(AppDbContext db, PlanImport import, CancellationToken ct)
    {
        var rows = await db.Set<ImportedRow>().AsNoTracking().Where(r => r.ImportId == import.Id && r.Act != ImportedAct.Met).ToListAsync(ct);
        foreach (var kind in rows.GroupBy(r => r.Kind))
        {
            var type = db.Model.GetEntityTypes().Single(e => e.ClrType.Name == kind.Key).ClrType;
            foreach (var row in kind)
            {
                if (await db.FindAsync(type, [row.ThingId], ct) is Thing thing)
                {
                    TakeBack(db, thing, row);
                }
            }
        }

        if (import.MakesPlan && await db.Set<Plan>().SingleAsync(p => p.Id == import.PlanId, ct) is { } plan)
        {
            plan.Withdrawn = true;
        }

        await KeepWhatOthersUseAsync(db, ct);
    }

    private static void TakeBack(AppDbContext db, Thing thing, ImportedRow row)
    {
        switch (row.Act)
        {
            case ImportedAct.Made:
                thing.Withdrawn = true;
                break;
            case ImportedAct.TakenOut:
                thing.Withdrawn = false;
                break;
            case ImportedAct.Changed:
                foreach (var (name, states) in JsonSerializer.Deserialize<Dictionary<string, JsonElement[]>>(row.Before)!)
                {
                    var property = db.Entry(thing).Property(name);
                    var type = property.Metadata.ClrType;
                    if (JsonSerializer.Serialize(property.CurrentValue, type) == states[1].GetRawText())
                    {
                        property.CurrentValue = states[0].Deserialize(type);
                    }
                }

                break;
        }
    }

    /// <summary>An officer or department that the import brought stays when something that is left names it.</summary>
    private static async Task KeepWhatOthersUseAsync(AppDbContext db, CancellationToken ct)
    {
        var actions = (await db.Set<KeyAction>().ToListAsync(ct)).Where(a => !a.Withdrawn).ToList();
        var used = actions.SelectMany(a => a.ContributorIds.Append(a.AccountableOfficerId ?? Guid.Empty).Concat(a.OtherDepartmentIds).Append(a.DepartmentId ?? Guid.Empty))
            .Concat(await db.Users.Where(a => a.OfficerId != null).Select(a => a.OfficerId!.Value).ToListAsync(ct)).ToHashSet();
        foreach (var thing in db.ChangeTracker.Entries<Thing>().Select(e => e.Entity).Where(t => t is Officer or Department && used.Contains(t.Id)).ToList())
        {
            thing.Withdrawn = false;
        }
    }
}

using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.Kernel.Organisation;
using Trellis.Kernel.Outbox;

namespace Trellis.Plans.Updates;

/// <summary>One head approves an update; the heads of the other departments that share the action hear of it.</summary>
public sealed class OtherHeads(AppDbContext db, OutboxService outbox)
{
    /// <summary>Puts one message for each of them into the context, to be saved with the approval.</summary>
    public async Task TellAsync(IEnumerable<OwedLine> approved, Process process, CancellationToken ct)
    {
        var shared = approved.Where(l => l.Item is KeyAction { OtherDepartmentIds.Count: > 0 }).Select(l => (Line: l, Action: (KeyAction)l.Item)).ToList();
        if (shared.Count == 0)
        {
            return;
        }

        var departments = shared.SelectMany(s => s.Action.OtherDepartmentIds).Distinct().ToList();
        var heads = await (
            from department in db.Set<Department>()
            join account in db.Users on department.HeadOfficerId equals account.OfficerId
            where departments.Contains(department.Id) && !department.Withdrawn && !account.Closed
            select new { Department = department.Id, Account = account.Id }).ToListAsync(ct);
        foreach (var head in heads.Where(h => h.Account != process.Who.AccountId).GroupBy(h => h.Account, h => h.Department))
        {
            var theirs = shared.FindAll(s => s.Action.OtherDepartmentIds.Intersect(head).Any());
            outbox.Stage(
                head.Key, $"{Words.Counted(theirs.Count, "update")} of work that your department shares {(theirs.Count == 1 ? "was" : "were")} approved",
                $"Your department shares this work. What its owners say of it was approved and stands in the plan:\n\n{string.Join('\n', theirs.Select(s => $"“{s.Action.Title}”: {s.Line.Plan.WordsFor(s.Line.Update!.Progress)}\n{PlanAddress.Of(s.Line.Plan, s.Action)}\n"))}");
        }
    }
}

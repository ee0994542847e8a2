using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.Kernel.Things;
using Trellis.Plans.Reporting;

namespace Trellis.Plans.RollingOver;

/// <param name="Year">The plan year that begins: "2027/28".</param>
/// <param name="WithThisYearsChallenges">Challenges of the year that ends go on as challenges of the new one.</param>
public sealed record RollOverOptions(string Title, string Year, bool WithThisYearsChallenges);

/// <summary>What goes over into the next plan year, and what stays behind as done.</summary>
public sealed record RollOverView(IReadOnlyList<KeyAction> Unfinished, IReadOnlyList<KeyAction> Finished, int OpenMilestones, int NextYearsChallenges, int OtherChallenges);

/// <summary>
/// Makes the plan of the next year from this one: what is not finished goes on, with its dates as first promised, its links
/// and its history. The old plan stays as it is.
/// </summary>
public sealed class RollOver(AppDbContext db, PlanService plans, TimeProvider clock)
{
    public async Task<RollOverView> ViewAsync(Plan plan, string year, CancellationToken ct)
    {
        var tree = await PlanTree.LoadAsync(db, plan, ct);
        var actions = tree.All.OfType<KeyAction>().ToList();
        var challenges = tree.All.OfType<Challenge>().ToList();
        return new RollOverView(
            actions.FindAll(a => !IsFinished(tree, a)), actions.FindAll(a => IsFinished(tree, a)), actions.SelectMany(tree.Below<Milestone>).Count(GoesOn),
            challenges.Count(c => c.Year == year), challenges.Count(c => c.Year != year));
    }

    public async Task<Result<Plan>> MakeAsync(Plan from, RollOverOptions options, Process process, CancellationToken ct)
    {
        var named = PlanOptions.Of(from) with { Title = options.Title, Year = options.Year };
        if (PlanService.Check(named) is { Count: > 0 } errors)
        {
            return errors;
        }

        if (options.Year.Trim() == from.Year)
        {
            return new FieldError("Year", $"This plan is for {from.Year} already. Enter the year that comes next");
        }

        var tree = await PlanTree.LoadAsync(db, from, ct);
        var plan = await plans.StageAsync(named, ct);
        var copies = new Dictionary<Guid, PlanItem>();
        foreach (var item in tree.All.Where(i => i.ParentId is not { } parent || copies.ContainsKey(parent) || i is Priority))
        {
            if (GoesOver(tree, item, options) && Copy(item, plan, item.ParentId is { } above ? copies[above].Id : null, options) is { } copy)
            {
                copies.Add(item.Id, copy);
            }
        }

        db.AddNewInBulk(copies.Values);
        db.AddNewInBulk(await LinksAsync(copies, ct));
        await db.SaveAsync(process, ct);
        return plan;
    }

    /// <summary>The next plan year after one written "2026/27" or "2026"; the same text where it is written otherwise.</summary>
    public static string YearAfter(string year) =>
        year.Length >= 4 && int.TryParse(year.AsSpan(0, 4), out var first)
            ? year.Length switch
            {
                4 => $"{first + 1}",
                7 when int.TryParse(year.AsSpan(5), out _) => $"{first + 1}{year[4]}{(first + 2) % 100:00}",
                9 when int.TryParse(year.AsSpan(5), out _) => $"{first + 1}{year[4]}{first + 2}",
                _ => year,
            }
            : year;

    /// <summary>It has milestones, and each is complete or cancelled.</summary>
    private static bool IsFinished(PlanTree tree, KeyAction action) => tree.Below<Milestone>(action).Any() && !tree.Below<Milestone>(action).Any(GoesOn);

    private static bool GoesOn(Milestone milestone) => milestone.Lifecycle is not (Lifecycle.Complete or Lifecycle.Cancelled);

    private static bool GoesOver(PlanTree tree, PlanItem item, RollOverOptions options) => item switch
    {
        KeyAction action => !IsFinished(tree, action),
        Milestone milestone => GoesOn(milestone),
        Challenge challenge => options.WithThisYearsChallenges || challenge.Year == options.Year.Trim(),
        _ => true,
    };

    private PlanItem Copy(PlanItem item, Plan plan, Guid? parent, RollOverOptions options)
    {
        var id = ThingId.New(clock);
        PlanItem copy = item switch
        {
            Priority p => new Priority { Id = id, PlanId = plan.Id, Reference = p.Reference, ContinuesId = p.Id, Number = p.Number, LeadMember = p.LeadMember, LeadOfficerId = p.LeadOfficerId, Introduction = p.Introduction },
            Objective o => new Objective { Id = id, PlanId = plan.Id, Reference = o.Reference, ContinuesId = o.Id },
            KeyAction a => new KeyAction
            {
                Id = id, PlanId = plan.Id, Reference = a.Reference, ContinuesId = a.Id, AccountableOfficerId = a.AccountableOfficerId, ContributorIds = [.. a.ContributorIds],
                DepartmentId = a.DepartmentId, OtherDepartmentIds = [.. a.OtherDepartmentIds], Progress = a.Progress, ProgressWhy = a.ProgressWhy,
                Commentary = a.Commentary, CommentaryOn = a.CommentaryOn, DeliversPlanId = a.DeliversPlanId,
            },
            Milestone m => Going(m),
            Challenge c => new Challenge { Id = id, PlanId = plan.Id, Reference = c.Reference, ContinuesId = c.Id, Year = options.Year.Trim() },
            Section s => new Section { Id = id, PlanId = plan.Id, Reference = s.Reference, ContinuesId = s.Id, Body = s.Body, Group = s.Group, OwnerOfficerId = s.OwnerOfficerId },
            _ => throw new InvalidOperationException($"A {item.GetType().Name} cannot go over."),
        };
        (copy.Title, copy.Position, copy.ParentId) = (item.Title, item.Position, parent);
        return copy;

        Milestone Going(Milestone m)
        {
            var milestone = new Milestone
            {
                Id = id, PlanId = plan.Id, Reference = m.Reference, ContinuesId = m.Id, OriginalDue = m.OriginalDue, Forecast = m.Forecast, ConfirmedOn = m.ConfirmedOn,
                OwnersAsWritten = m.OwnersAsWritten, DepartmentsAsWritten = m.DepartmentsAsWritten,
                Lifecycle = m.Lifecycle == Lifecycle.Deferred ? Lifecycle.NotStarted : m.Lifecycle,
            };
            milestone.MoveTo(m.CurrentDue);
            return milestone;
        }
    }

    /// <summary>What hung on an item hangs on its copy: to the same indicator, risk or board, or to the copy of the item at the other end.</summary>
    private async Task<List<Link>> LinksAsync(Dictionary<Guid, PlanItem> copies, CancellationToken ct)
    {
        var ids = copies.Keys.ToList();
        var links = await db.Set<Link>().AsNoTracking().Where(l => !l.Withdrawn && l.Kind != LinkKind.ToPutRight && (ids.Contains(l.FromId) || ids.Contains(l.ToId))).ToListAsync(ct);
        return
        [
            .. from link in links
               let fromEnd = copies.GetValueOrDefault(link.FromId)?.Id ?? link.FromId
               let toEnd = copies.GetValueOrDefault(link.ToId)?.Id ?? link.ToId
               select ThingLinks.New(clock, fromEnd, link.FromKind, link.Kind, toEnd, link.ToKind),
        ];
    }
}

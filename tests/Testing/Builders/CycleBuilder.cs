using Microsoft.EntityFrameworkCore;
using Trellis.Governance.Cycles;
using Trellis.Kernel;
using Trellis.Kernel.Access;
using Trellis.Kernel.Organisation;
using Trellis.Plans;
using Trellis.Plans.Updates;

namespace Trellis.Testing;

/// <summary>Who takes part in a cycle, each signed in.</summary>
public sealed record CycleCast(Plan Plan, ReportingCycle Cycle, Officer Owner, Officer HeadOfficer, Visitor Lead, Visitor Head, Visitor Performance) : IDisposable
{
    /// <summary>The name that the line of an item has in the form of its owner.</summary>
    public string Field(PlanItem item, string field) => $"Form.Line[{item.Id:N}].{field}";

    public void Dispose()
    {
        Lead.Dispose();
        Head.Dispose();
        Performance.Dispose();
    }
}

/// <summary>
/// Makes the small plan of <see cref="PlanBuilder"/>, whose action KA-1 and section S-1 an owner owns and a head approves, and a
/// cycle for it: open, unless it opens later.
/// </summary>
public sealed class CycleBuilder
{
    private static readonly Process Made = new("Made for a test", Actor.Program);

    public DateOnly Opens { get; init; } = new(2026, 6, 1);
    public DateOnly Closes { get; init; } = new(2026, 6, 12);
    public int GraceDays { get; init; }
    public DateOnly PublishOn { get; init; } = new(2026, 6, 19);
    public bool IsOpen { get; init; } = true;

    /// <summary>The department that KA-1 names after that of its owner.</summary>
    public Guid? OtherDepartmentId { get; init; }

    public async Task<CycleCast> MakeAsync(TrellisHost host)
    {
        var head = await new OfficerBuilder { Name = "Head of play" }.MakeAsync(host);
        var department = await new DepartmentBuilder { Name = "Play", HeadOfficerId = head.Id }.MakeAsync(host);
        var owner = await new OfficerBuilder { Name = "Play officer", DepartmentId = department.Id }.MakeAsync(host);
        var plan = await new PlanBuilder { OwnerId = owner.Id, DepartmentId = department.Id, OtherDepartmentId = OtherDepartmentId }.MakeAsync(host);
        var cycle = await host.InScopeAsync(async services =>
        {
            var items = services.Get<ItemService>();
            var section = (Section)(await items.FindAsync(plan.Id, "S-1", default))!;
            Done(await items.ChangeAsync(plan.Id, "S-1", section.Version, new SectionOptions(section.Title, section.Body, owner.Id), Made, default));
            return Done(await services.Get<CycleService>().CreateAsync(
                new CycleOptions("Quarter 1, 2026/27", new CycleDates(new(2026, 5, 31), Opens, Closes, Closes.AddDays(3), PublishOn), GraceDays, [plan.Id], []), Made, default));
        });
        var cast = new CycleCast(
            plan, cycle, owner, head,
            await new AccountBuilder { Name = "Lead", Roles = [Role.LeadOfficer], OfficerId = owner.Id }.SignInAsync(host),
            await new AccountBuilder { Name = "Head", Roles = [Role.Head], OfficerId = head.Id }.SignInAsync(host),
            await host.SignedInAsync(Role.Performance));
        if (IsOpen)
        {
            await cast.Performance.SendAsync($"/cycles/{cycle.Address}", "step", ("Form.Act", "open"));
        }

        return cast;
    }

    private static T Done<T>(Result<T> result) => result.Value ?? throw new InvalidOperationException(string.Join("; ", result.Errors));
}

using Trellis.Kernel;
using Trellis.Plans;

namespace Trellis.Testing;

/// <summary>
/// Makes a small plan with its owners: one priority with a challenge and a section, objective O-1 with actions KA-1 (its
/// milestones M-1 in a month, M-2 on a day, M-3 ongoing, M-4 without a date) and KA-2 (milestone M-5).
/// </summary>
public sealed class PlanBuilder
{
    private static readonly Process Made = new("Made for a test", Actor.Program);

    public string Title { get; init; } = "Plan for play";

    public Guid? OwnerId { get; init; }

    /// <summary>The first-named department of KA-1.</summary>
    public Guid? DepartmentId { get; init; }

    /// <summary>The department that KA-1 names after the first.</summary>
    public Guid? OtherDepartmentId { get; init; }

    public Task<Plan> MakeAsync(TrellisHost host) => host.InScopeAsync(async services =>
    {
        var plan = Done(await services.Get<PlanService>().CreateAsync(PlanOptions.New(Title, "2026/27"), Made, default));
        var items = services.Get<ItemService>();
        await AddAsync(null, new PriorityOptions("Let every child play outside", "1", "Councillor Ann Wood", null, "Why play matters."));
        await AddAsync("P-1", new ObjectiveOptions("Streets where children play"));
        List<Guid> departments = DepartmentId is { } first ? (OtherDepartmentId is { } second ? [first, second] : [first]) : [];
        await AddAsync("O-1", new ActionOptions("Open streets for play", OwnerId, [], departments, null));
        await AddAsync("KA-1", new MilestoneOptions("Ask families where", Due.In(2026, 6)));
        await AddAsync("KA-1", new MilestoneOptions("Close the first street", Due.On(new DateOnly(2026, 7, 10))));
        await AddAsync("KA-1", new MilestoneOptions("Keep stewards trained", Due.Ongoing));
        await AddAsync("KA-1", new MilestoneOptions("Write down what was learned", Due.None));
        await AddAsync("O-1", new ActionOptions("Mend the playgrounds", null, [], [], null));
        await AddAsync("KA-2", new MilestoneOptions("Inspect each playground", Due.In(2026, 9)));
        await AddAsync("P-1", new ChallengeOptions("Half of the streets have no place to play", "2026/27"));
        await AddAsync("P-1", new SectionOptions("What we do now", "Twelve streets close on **Sundays**.\n\n- Stewards\n- Signs"));
        return plan;

        async Task AddAsync(string? under, ItemOptions options) => Done(await items.AddAsync(plan, under, options, Made, default));
    });

    private static T Done<T>(Result<T> result) => result.Value ?? throw new InvalidOperationException(string.Join("; ", result.Errors));
}

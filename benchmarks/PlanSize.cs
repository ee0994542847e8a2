using Trellis.Kernel;
using Trellis.Plans;

namespace Trellis.Bench;

/// <summary>Plans of a stated size.</summary>
internal sealed record PlanSize(string Title, int Priorities, int ObjectivesEach, int ActionsEach, int MilestonesEach)
{
    /// <summary>The size that the limits are stated for: 50 priorities, 2,000 actions, 10,000 milestones.</summary>
    public static readonly PlanSize Large = new("A very large plan", 50, 8, 5, 5);

    /// <summary>What a council has: 8 priorities, 72 actions, 216 milestones.</summary>
    public static readonly PlanSize Usual = new("A usual plan", 8, 3, 3, 3);

    public async Task<Plan> WriteAsync(TreeWriter trees, CancellationToken ct)
    {
        var number = 0;
        var priorities = Many(Priorities, p => new Branch(
            new PriorityOptions($"Priority {p}: what matters most to families in this part of the county", $"{p}", null, null, null),
            Many(ObjectivesEach, o => new Branch(
                new ObjectiveOptions($"Objective {o} of priority {p}, said in one sentence"),
                Many(ActionsEach, a => new Branch(
                    new ActionOptions($"Action {a}: what the council will do about it, and with whom", null, [], [], null),
                    Many(MilestonesEach, m => new Branch(new MilestoneOptions($"Milestone {m}: how everybody will see that it is done", DueOf(number++)), []))))))));
        var made = await trees.WriteAsync(PlanOptions.New(Title, "2026/27"), priorities, null, new Process("Made for the benchmark", Actor.Program), ct);
        return made.Value!;
    }

    private static Due DueOf(int number) => (number % 10) switch
    {
        0 => Due.None,
        1 => Due.Ongoing,
        < 5 => Due.On(new DateOnly(2026, 1, 1).AddDays(number % 700)),
        _ => Due.In(2026 + number % 2, 1 + number % 12),
    };

    private static List<Branch> Many(int count, Func<int, Branch> make) => [.. Enumerable.Range(1, count).Select(make)];
}

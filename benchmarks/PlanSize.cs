using Microsoft.Extensions.DependencyInjection;
using Trellis.Kernel;
using Trellis.Kernel.Organisation;
using Trellis.Plans;

namespace Trellis.Bench;

/// <summary>Plans of a stated size.</summary>
internal sealed record PlanSize(string Title, int Priorities, int ObjectivesEach, int ActionsEach, int MilestonesEach)
{
    /// <summary>The size that the limits are stated for: 50 priorities, 2,000 actions, 10,000 milestones.</summary>
    public static readonly PlanSize Large = new("A very large plan", 50, 8, 5, 5);

    /// <summary>What a council has: 8 priorities, 72 actions, 216 milestones.</summary>
    public static readonly PlanSize Usual = new("A usual plan", 8, 3, 3, 3);

    private static readonly Process Making = new("Made for the benchmark", Actor.Program);

    private static readonly (string Code, string Name)[] Services =
    [
        ("SEN", "Special Educational Needs"), ("EH", "Early Help"), ("CSC", "Children's Social Care"), ("EDU", "Education and Skills"),
        ("PH", "Public Health"), ("YJ", "Youth Justice"), ("CP", "Corporate Parenting"), ("QA", "Quality Assurance"),
    ];

    private static readonly string[] FirstNames = ["Priya", "Tom", "Ada", "Owen", "Grace"];
    private static readonly string[] LastNames = ["Shah", "Hill", "Okafor", "Price", "Lund", "Clarke", "Baker", "Moore"];

    /// <summary>Puts the plan in, with the departments and officers who own its actions.</summary>
    public async Task<Plan> WriteAsync(IServiceProvider services, CancellationToken ct)
    {
        var (departments, officers) = await StaffAsync(services.GetRequiredService<OrganisationService>(), ct);
        var number = 0;
        var action = 0;
        var priorities = Many(Priorities, p => new Branch(
            new PriorityOptions($"Priority {p}: what matters most to families in this part of the county", $"{p}", null, null, null),
            Many(ObjectivesEach, o => new Branch(
                new ObjectiveOptions($"Objective {o} of priority {p}, said in one sentence"),
                Many(ActionsEach, a => new Branch(
                    new ActionOptions($"Action {a}: what the council will do about it, and with whom", OfficerOf(action), action % 3 == 0 ? [OfficerOf(action + 7)] : [], [departments[action++ % departments.Count]], null),
                    Many(MilestonesEach, m => new Branch(new MilestoneOptions($"Milestone {m}: how everybody will see that it is done", DueOf(number++)), []))))))));
        var made = await services.GetRequiredService<TreeWriter>().WriteAsync(PlanOptions.New(Title, "2026/27"), priorities, null, Making, ct);
        return made.Value!;

        Guid OfficerOf(int of) => officers[of % officers.Count];
    }

    /// <summary>Eight departments of five officers each: those that are there, or new ones.</summary>
    private static async Task<(List<Guid> Departments, List<Guid> Officers)> StaffAsync(OrganisationService organisation, CancellationToken ct)
    {
        if (await organisation.DepartmentsAsync(ct) is not { Count: > 0 })
        {
            for (var i = 0; i < Services.Length; i++)
            {
                var (code, name) = Services[i];
                var department = (await organisation.SaveDepartmentAsync(null, 0, new DepartmentOptions(code, name, null), Making, ct)).Value!;
                foreach (var first in FirstNames)
                {
                    await organisation.SaveOfficerAsync(null, 0, new OfficerOptions($"{first} {LastNames[i]}", department.Id, false, null, null), Making, ct);
                }
            }
        }

        return ([.. (await organisation.DepartmentsAsync(ct)).Select(d => d.Id)], [.. (await organisation.OfficersAsync(ct)).Select(o => o.Id)]);
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

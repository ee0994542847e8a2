using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;

namespace Trellis.Plans;

/// <summary>What a plan is called, and the council's words for its levels and states.</summary>
public sealed record PlanOptions(
    string Title, string Year, string PriorityWord, string ObjectiveWord, string ActionWord, string MilestoneWord,
    string OnTrackWords, string ManagedWords, string SupportWords)
{
    public static PlanOptions Of(Plan plan) => new(
        plan.Title, plan.Year, plan.PriorityWord, plan.ObjectiveWord, plan.ActionWord, plan.MilestoneWord,
        plan.OnTrackWords, plan.ManagedWords, plan.SupportWords);

    public static PlanOptions New(string title, string year) => Of(new Plan()) with { Title = title, Year = year };
}

/// <summary>The plans themselves; what stands in them is <see cref="ItemService"/>'s.</summary>
public sealed class PlanService(AppDbContext db, PlanQueries queries, TimeProvider clock)
{
    /// <summary>Addresses under /plan that are pages, and so no plan's.</summary>
    private static readonly string[] Taken = ["new", "import"];

    public Task<List<Plan>> AllAsync(CancellationToken ct) =>
        db.Set<Plan>().AsNoTracking().Where(p => !p.Withdrawn).OrderBy(p => p.SortKey).ToListAsync(ct);

    public Task<Plan?> FindAsync(string address, CancellationToken ct) => queries.PlanAsync(db, address, ct);

    public async Task<Result<Plan>> CreateAsync(PlanOptions options, Process process, CancellationToken ct)
    {
        if (Check(options) is { Count: > 0 } errors)
        {
            return errors;
        }

        var plan = await StageAsync(options, ct);
        await db.SaveAsync(process, ct);
        return plan;
    }

    public async Task<Result<Plan>> ChangeAsync(string address, int version, PlanOptions options, Process process, CancellationToken ct)
    {
        if (await db.Set<Plan>().SingleOrDefaultAsync(p => p.Address == address && !p.Withdrawn, ct) is not { } plan)
        {
            return NotFound.Row;
        }

        if (plan.Version != version)
        {
            return Meet(plan, options);
        }

        if (Check(options) is { Count: > 0 } errors)
        {
            return errors;
        }

        Fill(plan, options);
        try
        {
            await db.SaveAsync(process, ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Meet((await FindAsync(address, ct))!, options);
        }

        return plan;
    }

    /// <summary>Adds a plan to the context without saving it.</summary>
    internal async Task<Plan> StageAsync(PlanOptions options, CancellationToken ct)
    {
        var plan = new Plan { Id = ThingId.New(clock), Address = await AddressWord.FreeAsync(
                $"{options.Title} {options.Year}", "plan", async free => Taken.Contains(free) || await db.Set<Plan>().AnyAsync(p => p.Address == free, ct)) };
        Fill(plan, options);
        db.Add(plan);
        return plan;
    }

    private static void Fill(Plan plan, PlanOptions options)
    {
        plan.Title = options.Title.Trim();
        plan.Year = options.Year.Trim();
        plan.SortKey = SortKey.Of($"{plan.Title} {plan.Year}");
        plan.PriorityWord = options.PriorityWord.Trim();
        plan.ObjectiveWord = options.ObjectiveWord.Trim();
        plan.ActionWord = options.ActionWord.Trim();
        plan.MilestoneWord = options.MilestoneWord.Trim();
        plan.OnTrackWords = options.OnTrackWords.Trim();
        plan.ManagedWords = options.ManagedWords.Trim();
        plan.SupportWords = options.SupportWords.Trim();
    }

    private static Conflict Meet(Plan saved, PlanOptions yours)
    {
        var theirs = PlanOptions.Of(saved);
        return new Conflict(saved.Version,
        [
            new("Title", theirs.Title, yours.Title),
            new("Plan year", theirs.Year, yours.Year),
            new("Words for the levels", Levels(theirs), Levels(yours)),
            new("Words for progress", States(theirs), States(yours)),
        ]);

        static string Levels(PlanOptions o) => string.Join(", ", o.PriorityWord, o.ObjectiveWord, o.ActionWord, o.MilestoneWord);
        static string States(PlanOptions o) => string.Join(", ", o.OnTrackWords, o.ManagedWords, o.SupportWords);
    }

    internal static List<FieldError> Check(PlanOptions options)
    {
        var errors = new List<FieldError>();
        Text("Title", options.Title, Plan.LongestTitle, "Enter the title of the plan");
        Text("Year", options.Year, 20, "Enter the plan year, for example 2026/27");
        Text("PriorityWord", options.PriorityWord, Plan.LongestWord, "Enter your word for a priority");
        Text("ObjectiveWord", options.ObjectiveWord, Plan.LongestWord, "Enter your word for an objective");
        Text("ActionWord", options.ActionWord, Plan.LongestWord, "Enter your word for a key action");
        Text("MilestoneWord", options.MilestoneWord, Plan.LongestWord, "Enter your word for a milestone");
        Text("OnTrackWords", options.OnTrackWords, Plan.LongestState, "Enter the words for what is on track");
        Text("ManagedWords", options.ManagedWords, Plan.LongestState, "Enter the words for what the department brings back on track");
        Text("SupportWords", options.SupportWords, Plan.LongestState, "Enter the words for what needs support from outside");
        return errors;

        void Text(string field, string value, int longest, string empty)
        {
            if (string.IsNullOrWhiteSpace(value))
            {
                errors.Add(new(field, empty));
            }
            else if (value.Trim().Length > longest)
            {
                errors.Add(new(field, $"Use {longest} characters or fewer"));
            }
        }
    }
}

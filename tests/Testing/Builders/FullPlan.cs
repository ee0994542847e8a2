using Trellis.Governance;
using Trellis.Kernel;
using Trellis.Kernel.Things;
using Trellis.Measures;
using Trellis.Plans;
using Trellis.Risks;

namespace Trellis.Testing;

/// <summary>
/// Makes a plan that has everything a plan can have, in words of the council's own: levels with other names, actions without
/// owner, without milestones and without objective, milestones of every state and kind of date, nested challenges of two years,
/// grouped sections, indicators and risks that hang on one thing or on several, boards, commentary.
/// </summary>
public sealed class FullPlan
{
    public const string Commentary = "Three streets closed every Sunday.\n\n- No accident";

    private static readonly Process Made = new("Made for a test", Actor.Program);

    public Task<Plan> MakeAsync(TrellisHost host) => host.InScopeAsync(async services =>
    {
        var (plans, db) = (services.Get<PlanService>(), services.Get<AppDbContext>());
        var lead = (await new OfficerBuilder { Name = "Head of play & parks" }.MakeAsync(host)).Id;
        var helper = (await new OfficerBuilder { Name = "Head of early help" }.MakeAsync(host)).Id;
        var play = (await new DepartmentBuilder { Code = "P&P" }.MakeAsync(host)).Id;
        var help = (await new DepartmentBuilder { Code = "EH" }.MakeAsync(host)).Id;
        var plan = Done(await plans.CreateAsync(
            PlanOptions.New("Plan for play", "2026/27") with
            {
                PriorityWord = "Mission", ObjectiveWord = "Strand", ActionWord = "Undertaking", MilestoneWord = "Step",
                OnTrackWords = "Going well", ManagedWords = "Slow, and we deal with it", SupportWords = "Stuck; others must help",
            }, Made, default));
        var items = services.Get<ItemService>();
        var ids = new Dictionary<string, Guid>(StringComparer.Ordinal);
        await AddAsync(null, new PriorityOptions("Let every child play outside, and be heard.", "2", "Councillor Ann Wood and others", lead, "Why play **matters**.\n\nIt does:\n\n- at home\n- at school"));
        await AddAsync("P-1", new ObjectiveOptions("Streets where children play"));
        await AddAsync("O-1", new ActionOptions("Open streets for play", lead, [helper], [play, help], null));
        await AddAsync("KA-1", new MilestoneOptions("Ask families where", Due.In(2026, 6)));
        await AddAsync("KA-1", new MilestoneOptions("close the first street, then report to Play Board / Cabinet", Due.On(new DateOnly(2026, 7, 10))));
        await AddAsync("KA-1", new MilestoneOptions("Keep stewards trained", Due.Ongoing));
        await AddAsync("KA-1", new MilestoneOptions("Write down what was learned", Due.None));
        await AddAsync("O-1", new ActionOptions("Mend the playgrounds", null, [lead, helper], [], null));
        await AddAsync("KA-2", new MilestoneOptions("Inspect each playground", Due.In(2026, 9)));
        await AddAsync("O-1", new ActionOptions("Mend the playgrounds", helper, [], [help], null));
        await AddAsync("P-1", new ObjectiveOptions("An objective with nothing under it yet"));
        await AddAsync("P-1", new ActionOptions("An undertaking under no strand", lead, [], [play], null));
        await AddAsync("KA-4", new MilestoneOptions("Its only step", Due.In(2027, 3)));
        await AddAsync("P-1", new ChallengeOptions("Half of the streets have no place to play.", "2026/27"));
        await AddAsync("C-1", new ChallengeOptions("Above all in the north;", "2026/27"));
        await AddAsync("P-1", new ChallengeOptions("Keep what was won", "2027/28"));
        await AddAsync("P-1", new SectionOptions("What we do now", "Twelve streets close on **Sundays**.\n\n- Stewards\n- Signs\n  - Big ones;\n\nKey actions"));
        await AddAsync("P-1", new SectionOptions("Challenges 2030", "Priority 9: this is text, and no heading.\n\nMore children outside; and\n\nThe end"));
        await AddAsync("P-1", new SectionOptions("Other text of the document", "What a document left over."));
        await AddAsync(null, new PriorityOptions("A second mission without a number", null, null, null, null));
        await AddAsync("P-2", new ObjectiveOptions("Streets where children play"));
        await AddAsync("O-3", new ActionOptions("Ask again", helper, [], [], null));
        await JoinAsync(services, ids, lead, helper, play, help);
        await StateAsync(db, ids, helper);
        return plan;

        async Task AddAsync(string? under, ItemOptions options)
        {
            var item = Done(await items.AddAsync(plan, under, options, Made, default));
            ids[item.Reference] = item.Id;
        }
    });

    private static async Task JoinAsync(IServiceProvider services, Dictionary<string, Guid> ids, Guid lead, Guid helper, Guid play, Guid help)
    {
        var (links, db) = (services.Get<ThingLinks>(), services.Get<AppDbContext>());
        var board = Done(await services.Get<ForumService>().CreateAsync(new ForumOptions("Play Board", null, ForumKind.Board, null), Made, default));
        var cabinet = Done(await services.Get<ForumService>().CreateAsync(new ForumOptions("Cabinet", null, ForumKind.Committee, null), Made, default));
        var streets = Done(await services.Get<IndicatorService>().CreateAsync(new IndicatorOptions("Streets closed a month", null, play, [help], lead, [helper], null), Made, default));
        var heard = Done(await services.Get<IndicatorService>().CreateAsync(new IndicatorOptions("Children who say that they are heard", null, null, [], null, [], null), Made, default));
        var outside = Done(await services.Get<IndicatorService>().CreateAsync(new IndicatorOptions("More children outside", null, null, [], null, [], null), Made, default));
        var risk = Done(await services.Get<RiskService>().CreateAsync(new RiskOptions("Rain", RiskScope.National, "Very likely", null, null), Made, default));
        await JoinAsync("O-1", nameof(Objective), LinkKind.MeasuredBy, streets.Id, nameof(Indicator));
        await JoinAsync("S-1", nameof(Section), LinkKind.MeasuredBy, heard.Id, nameof(Indicator));
        await JoinAsync("S-2", nameof(Section), LinkKind.MeasuredBy, outside.Id, nameof(Indicator));
        await JoinAsync("P-1", nameof(Priority), LinkKind.Threatened, risk.Id, nameof(Risk));
        // Some hang on what papers do not tell them under: on an action alone, on several, on an objective of another priority.
        var asked = Done(await services.Get<IndicatorService>().CreateAsync(new IndicatorOptions("Families asked", null, null, [], helper, [], null), Made, default));
        var flood = Done(await services.Get<RiskService>().CreateAsync(new RiskOptions("Flood", RiskScope.Local, "Low", null, null), Made, default));
        await JoinAsync("KA-3", nameof(KeyAction), LinkKind.MeasuredBy, asked.Id, nameof(Indicator));
        await JoinAsync("KA-1", nameof(KeyAction), LinkKind.MeasuredBy, streets.Id, nameof(Indicator));
        await JoinAsync("S-2", nameof(Section), LinkKind.MeasuredBy, streets.Id, nameof(Indicator));
        await JoinAsync("O-3", nameof(Objective), LinkKind.MeasuredBy, streets.Id, nameof(Indicator));
        await JoinAsync("O-1", nameof(Objective), LinkKind.Threatened, flood.Id, nameof(Risk));
        await JoinAsync("O-1", nameof(Objective), LinkKind.Threatened, risk.Id, nameof(Risk));
        await JoinAsync("P-2", nameof(Priority), LinkKind.Threatened, risk.Id, nameof(Risk));
        await JoinAsync("C-1", nameof(Challenge), LinkKind.AnsweredBy, ids["O-1"], nameof(Objective));
        await JoinAsync("C-2", nameof(Challenge), LinkKind.AnsweredBy, ids["O-2"], nameof(Objective));
        await JoinAsync("C-2", nameof(Challenge), LinkKind.AnsweredBy, ids["O-1"], nameof(Objective));
        await JoinAsync("M-1", nameof(Milestone), LinkKind.ReportsTo, board.Id, nameof(Forum));
        await links.JoinAsync(streets.Id, nameof(Indicator), LinkKind.ReviewedBy, board.Id, nameof(Forum), default);
        await db.SaveAsync(Made, default);
        await links.JoinAsync(streets.Id, nameof(Indicator), LinkKind.ReviewedBy, cabinet.Id, nameof(Forum), default);
        await db.SaveAsync(Made, default);

        Task JoinAsync(string from, string fromKind, string kind, Guid to, string toKind) => links.JoinAsync(ids[from], fromKind, kind, to, toKind, default);
    }

    private static async Task StateAsync(AppDbContext db, Dictionary<string, Guid> ids, Guid writer)
    {
        await PutAsync<KeyAction>("KA-1", (nameof(KeyAction.Progress), Progress.NeedsSupport), (nameof(KeyAction.ProgressWhy), "The police has no one to spare / this week"),
            (nameof(KeyAction.Commentary), Commentary), (nameof(KeyAction.CommentaryOn), new DateOnly(2026, 5, 20)));
        await PutAsync<KeyAction>("KA-2", (nameof(KeyAction.Progress), Progress.Managed));
        await PutAsync<KeyAction>("KA-3", (nameof(KeyAction.ProgressWhy), "Nobody was asked yet"), (nameof(KeyAction.Commentary), "The second of its name."));
        await PutAsync<KeyAction>("KA-4", (nameof(KeyAction.Progress), Progress.OnTrack));
        await PutAsync<Milestone>("M-1", (nameof(Milestone.Lifecycle), Lifecycle.Complete), (nameof(Milestone.CompletedOn), new DateOnly(2026, 5, 12)));
        await PutAsync<Milestone>("M-2", (nameof(Milestone.Lifecycle), Lifecycle.InProgress), (nameof(Milestone.OriginalDue), Due.On(new DateOnly(2026, 6, 10))));
        await PutAsync<Milestone>("M-3", (nameof(Milestone.Lifecycle), Lifecycle.Deferred), (nameof(Milestone.OriginalDue), Due.In(2026, 9)));
        await PutAsync<Milestone>("M-5", (nameof(Milestone.Forecast), Due.In(2026, 12)));
        await PutAsync<Milestone>("M-6", (nameof(Milestone.Lifecycle), Lifecycle.Cancelled));
        await PutAsync<Milestone>("M-4", (nameof(Milestone.OwnersAsWritten), "Head of early help"), (nameof(Milestone.DepartmentsAsWritten), "EH / P&P"));

        await PutAsync<Section>("S-1", (nameof(Section.Group), "Current activity"), (nameof(Section.OwnerOfficerId), writer));
        await PutAsync<Section>("S-2", (nameof(Section.Group), "Current activity"));

        async Task PutAsync<T>(string reference, params (string Field, object Value)[] values)
            where T : PlanItem
        {
            var item = (await db.FindAsync<PlanItem>(ids[reference]))!;
            foreach (var (field, value) in values)
            {
                db.Entry((T)item).Property(field).CurrentValue = value;
            }

            await db.SaveAsync(Made, default);
        }
    }

    private static T Done<T>(Result<T> result) => result.Value ?? throw new InvalidOperationException(string.Join("; ", result.Errors));
}

using Microsoft.EntityFrameworkCore;
using Trellis.Governance;
using Trellis.Kernel;
using Trellis.Kernel.Things;
using Trellis.Measures;
using Trellis.Plans;
using Trellis.Plans.Reporting;
using Trellis.Risks;

namespace Trellis.Publishing.Reports;

/// <summary>All that a report of a plan is made from, read at one moment.</summary>
public sealed class ReportSource
{
    private readonly List<Link> _links;
    private readonly Dictionary<Guid, Indicator> _indicators;
    private readonly Dictionary<Guid, Risk> _risks;
    private readonly Dictionary<Guid, string> _forums;
    private readonly ILookup<Guid, Guid> _reviewers;
    private readonly Dictionary<Guid, Objective> _objectives;

    private ReportSource(
        PlanTree tree, List<Link> links, Dictionary<Guid, Indicator> indicators, Dictionary<Guid, Risk> risks, Dictionary<Guid, string> forums, ILookup<Guid, Guid> reviewers)
    {
        Tree = tree;
        (_links, _indicators, _risks, _forums, _reviewers) = (links, indicators, risks, forums, reviewers);
        _objectives = tree.All.OfType<Objective>().ToDictionary(o => o.Id);
    }

    public PlanTree Tree { get; }

    public Plan Plan => Tree.Plan;

    /// <summary>What the public figures of indicators show, by their ids.</summary>
    public IReadOnlyDictionary<Guid, string> Findings { get; private init; } = new Dictionary<Guid, string>();

    public static async Task<ReportSource> LoadAsync(AppDbContext db, PublicFindings findings, Plan plan, CancellationToken ct)
    {
        var tree = await PlanTree.LoadAsync(db, plan, ct);
        var links = await db.Set<Link>().AsNoTracking()
            .Where(l => !l.Withdrawn && db.Set<PlanItem>().Any(i => i.Id == l.FromId && i.PlanId == plan.Id && !i.Withdrawn)).OrderBy(l => l.Id).ToListAsync(ct);
        var measured = links.Where(l => l.Kind == LinkKind.MeasuredBy).Select(l => l.ToId).Distinct().ToList();
        var threatened = links.Where(l => l.Kind == LinkKind.Threatened).Select(l => l.ToId).Distinct().ToList();
        return new ReportSource(
            tree,
            links,
            await db.Set<Indicator>().AsNoTracking().Where(i => measured.Contains(i.Id) && !i.Withdrawn).ToDictionaryAsync(i => i.Id, ct),
            await db.Set<Risk>().AsNoTracking().Where(r => threatened.Contains(r.Id) && !r.Withdrawn).ToDictionaryAsync(r => r.Id, ct),
            await db.Set<Forum>().AsNoTracking().Where(f => !f.Withdrawn).ToDictionaryAsync(f => f.Id, f => f.Name, ct),
            (await db.Set<Link>().AsNoTracking().Where(l => l.Kind == LinkKind.ReviewedBy && !l.Withdrawn && measured.Contains(l.FromId)).OrderBy(l => l.Id)
                .Select(l => new { l.FromId, l.ToId }).ToListAsync(ct)).ToLookup(l => l.FromId, l => l.ToId))
        {
            Findings = await findings.OfAsync(measured, ct),
        };
    }

    /// <summary>The indicators that an item is measured by, in the order in which they were joined.</summary>
    public IEnumerable<Indicator> Indicators(PlanItem item) => To(item, LinkKind.MeasuredBy).Select(id => _indicators.GetValueOrDefault(id)).OfType<Indicator>();

    public IEnumerable<Risk> Risks(PlanItem item) => To(item, LinkKind.Threatened).Select(id => _risks.GetValueOrDefault(id)).OfType<Risk>();

    /// <summary>The objectives that answer a challenge.</summary>
    public IEnumerable<Objective> Answers(Challenge challenge) => To(challenge, LinkKind.AnsweredBy).Select(id => _objectives.GetValueOrDefault(id)).OfType<Objective>();

    /// <summary>All that hangs on an item, for data files.</summary>
    public IEnumerable<(string Name, IEnumerable<string> Titles)> Hangs(PlanItem item)
    {
        IEnumerable<(string Name, IEnumerable<string> Titles)> all =
        [
            ("measuredBy", Indicators(item).Select(i => i.Title)), ("atRiskFrom", Risks(item).Select(r => r.Title)),
            ("goesTo", item is Milestone milestone ? GoesTo(milestone) : []), ("answeredBy", item is Challenge challenge ? Answers(challenge).Select(o => o.Title) : []),
        ];
        return all.Where(kind => kind.Titles.Any());
    }

    /// <summary>Where in these priorities each indicator and risk is told, and where it is only named.</summary>
    public FirstHolders FirstHolders(IEnumerable<Priority> priorities) => new(priorities.SelectMany(Tree.WithBelow), _links);

    /// <summary>The boards and bodies that a milestone goes to.</summary>
    public IEnumerable<string> GoesTo(Milestone milestone) => To(milestone, LinkKind.ReportsTo).Select(id => _forums.GetValueOrDefault(id)).OfType<string>();

    public IEnumerable<string> Reviewers(Indicator indicator) => _reviewers[indicator.Id].Select(id => _forums.GetValueOrDefault(id)).OfType<string>();

    private IEnumerable<Guid> To(PlanItem item, string kind) => _links.Where(l => l.FromId == item.Id && l.Kind == kind).Select(l => l.ToId);
}

using Microsoft.EntityFrameworkCore;
using Trellis.Governance;
using Trellis.Kernel;
using Trellis.Kernel.Things;
using Trellis.Measures;
using Trellis.Plans.Import;
using Trellis.Risks;

namespace Trellis.Plans.Importing;

/// <summary>
/// What hangs on what in a document: indicators on objectives, actions and sections, risks on priorities and objectives, boards on
/// indicators and milestones, objectives on the challenges that they answer. Links are only ever added: what a document does not name stays joined.
/// </summary>
internal sealed class ImportedLinks(ImportSaving.ImportParts parts, Cast cast, IReadOnlyDictionary<string, ReadItem> read, IReadOnlyDictionary<string, Guid> idAt)
{
    private readonly Dictionary<(Guid From, Guid To, string Kind), Link> _joined = [];

    /// <summary>The links that were made, or brought back.</summary>
    public List<Thing> Made { get; } = [];

    public async Task JoinAsync(bool isNew, CancellationToken ct)
    {
        if (!isNew)
        {
            foreach (var link in await parts.Db.Set<Link>().ToListAsync(ct))
            {
                _joined[(link.FromId, link.ToId, link.Kind)] = link;
            }
        }

        foreach (var (place, item) in read)
        {
            if (idAt.TryGetValue(place, out var id))
            {
                await JoinAsync(item, id, ct);
            }
        }

        foreach (var priority in read.Values.OfType<ReadPriority>())
        {
            foreach (var again in priority.NamedAgain)
            {
                Join(priority, again.Holder, again.Kind, ToldAt(priority, again));
            }
        }
    }

    private async Task JoinAsync(ReadItem item, Guid id, CancellationToken ct)
    {
        switch (item)
        {
            case ReadRisk risk:
                Join(Above(risk), risk.Holder, RowKind.Risk, id);
                break;
            case ReadNarrativeIndicator named:
                Join(Above(named), named.Holder, RowKind.Indicator, id);
                break;
            case ReadIndicator indicator:
                Join(Above(indicator), indicator.Holder, RowKind.Indicator, id);
                foreach (var reviewer in indicator.Reviewers)
                {
                    Join(id, nameof(Indicator), LinkKind.ReviewedBy, await cast.BodyAsync(reviewer, ct), nameof(Forum));
                }

                break;
            case ReadMilestone milestone:
                foreach (var route in milestone.Routes)
                {
                    Join(id, nameof(Milestone), LinkKind.ReportsTo, await cast.BodyAsync(route, ct), nameof(Forum));
                }

                break;
            case ReadChallenge challenge:
                foreach (var answer in Objectives(Above(challenge), challenge.AnsweredBy))
                {
                    Join(id, nameof(Challenge), LinkKind.AnsweredBy, answer, nameof(Plans.Objective));
                }

                break;
        }
    }

    private void Join(ReadPriority priority, ReadHolder holder, RowKind kind, Guid? thing)
    {
        if (thing is { } to && HolderIn(priority, holder) is { } from)
        {
            Join(from, holder.Kind.ToString(), kind == RowKind.Risk ? LinkKind.Threatened : LinkKind.MeasuredBy, to, kind.ToString());
        }
    }

    private void Join(Guid from, string fromKind, string kind, Guid to, string toKind)
    {
        if (!_joined.TryGetValue((from, to, kind), out var link))
        {
            link = ThingLinks.New(parts.Clock, from, fromKind, kind, to, toKind);
            parts.Db.Add(link);
            _joined.Add((from, to, kind), link);
            Made.Add(link);
        }
        else if (link.Withdrawn)
        {
            link.Withdrawn = false;
            Made.Add(link);
        }
    }

    private Guid? HolderIn(ReadPriority priority, ReadHolder holder) => holder.Kind switch
    {
        RowKind.Priority => At(priority),
        RowKind.Objective => ObjectiveIn(priority, holder.Name),
        RowKind.KeyAction => At(PaperMark.Labelled(priority).FirstOrDefault(a => IsSame(a.Label, holder.Name)).Action),
        _ => idAt.TryGetValue(holder.Name, out var id) ? id : null,
    };

    /// <summary>The priority's own objective of that title, or another's.</summary>
    private Guid? Objective(ReadPriority priority, string title) =>
        ObjectiveIn(priority, title) ?? read.Values.OfType<ReadPriority>().Select(p => ObjectiveIn(p, title)).FirstOrDefault(id => id is not null);

    /// <summary>One title may hold what stands between several.</summary>
    private IEnumerable<Guid> Objectives(ReadPriority priority, string titles) =>
        Objective(priority, titles) is { } one ? [one] : titles.Split(PaperMark.Between).Select(title => Objective(priority, title)).OfType<Guid>();

    private Guid? ObjectiveIn(ReadPriority priority, string title) => At(priority.Objectives.Find(o => SortKey.Of(o.Title) == SortKey.Of(title)));

    /// <summary>The indicator or risk that is told elsewhere: in the same priority rather than in another.</summary>
    private Guid? ToldAt(ReadPriority priority, ReadAgain again) => read.Values
        .Where(item => again.Kind == RowKind.Risk
            ? item is ReadRisk risk && IsSame(risk.Name, again.Text)
            : (item is ReadIndicator indicator && IsSame(indicator.Text, again.Text)) || (item is ReadNarrativeIndicator named && IsSame(named.Text, again.Text)))
        .OrderByDescending(item => Above(item) == priority).Select(At).FirstOrDefault(id => id is not null);

    private ReadPriority Above(ReadItem item) => (ReadPriority)read[item.Place[..item.Place.IndexOf('/', StringComparison.Ordinal)]];

    private Guid? At(ReadItem? item) => item is not null && idAt.TryGetValue(item.Place, out var id) ? id : null;

    private static bool IsSame(string a, string b) => Import.Words.Plain(a) == Import.Words.Plain(b);
}

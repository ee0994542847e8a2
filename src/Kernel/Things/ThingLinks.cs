using Microsoft.EntityFrameworkCore;

namespace Trellis.Kernel.Things;

/// <summary>A link seen from one end: what joins them, and the thing at the other end.</summary>
public sealed record LinkedThing(Guid LinkId, string Kind, bool Outward, ThingCard Card, DateOnly? LastOn);

/// <summary>The links between things: what hangs on what, in both directions.</summary>
public sealed class ThingLinks(AppDbContext db, IEnumerable<IThingDirectory> directories, TimeProvider clock)
{
    public async Task<List<LinkedThing>> OfAsync(Guid thing, CancellationToken ct)
    {
        var links = await db.Set<Link>().AsNoTracking().Where(l => (l.FromId == thing || l.ToId == thing) && !l.Withdrawn).ToListAsync(ct);
        var cards = await CardsAsync([.. links.Select(l => l.FromId == thing ? l.ToId : l.FromId).Distinct()], ct);
        return
        [
            .. from link in links
               let outward = link.FromId == thing
               let card = cards.GetValueOrDefault(outward ? link.ToId : link.FromId)
               where card is not null
               orderby link.Kind, card.Title
               select new LinkedThing(link.Id, link.Kind, outward, card, link.LastOn),
        ];
    }

    public async Task<Dictionary<Guid, ThingCard>> CardsAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var cards = new Dictionary<Guid, ThingCard>();
        if (ids.Count > 0)
        {
            foreach (var directory in directories)
            {
                foreach (var card in await directory.CardsAsync(ids, ct))
                {
                    cards[card.Id] = card;
                }
            }
        }

        return cards;
    }

    /// <summary>A link not yet in any context, for who knows that there is none.</summary>
    public static Link New(TimeProvider clock, Guid from, string fromKind, string kind, Guid to, string toKind) =>
        new() { Id = ThingId.New(clock), FromId = from, FromKind = fromKind, Kind = kind, ToId = to, ToKind = toKind };

    /// <summary>Joins two things in the context, without saving; a link that was withdrawn comes back.</summary>
    public async Task<Link> JoinAsync(Guid from, string fromKind, string kind, Guid to, string toKind, CancellationToken ct)
    {
        var link = db.Set<Link>().Local.FirstOrDefault(l => l.FromId == from && l.ToId == to && l.Kind == kind)
            ?? await db.Set<Link>().SingleOrDefaultAsync(l => l.FromId == from && l.ToId == to && l.Kind == kind, ct);
        if (link is null)
        {
            db.Add(link = New(clock, from, fromKind, kind, to, toKind));
        }

        link.Withdrawn = false;
        return link;
    }

    public async Task<Result<Link>> PartAsync(Guid linkId, Guid oneEnd, Process process, CancellationToken ct)
    {
        if (await FindAsync(linkId, oneEnd, ct) is not { } link)
        {
            return NotFound.Row;
        }

        link.Withdrawn = true;
        await db.SaveAsync(process, ct);
        return link;
    }

    /// <summary>Notes that the first of the two went to the second on a day.</summary>
    public async Task<Result<Link>> WentAsync(Guid linkId, Guid oneEnd, DateOnly on, Process process, CancellationToken ct)
    {
        if (await FindAsync(linkId, oneEnd, ct) is not { } link)
        {
            return NotFound.Row;
        }

        link.LastOn = on;
        await db.SaveAsync(process, ct);
        return link;
    }

    private Task<Link?> FindAsync(Guid linkId, Guid oneEnd, CancellationToken ct) =>
        db.Set<Link>().SingleOrDefaultAsync(l => l.Id == linkId && (l.FromId == oneEnd || l.ToId == oneEnd) && !l.Withdrawn, ct);
}

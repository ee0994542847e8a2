using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.People.Index;
using Trellis.People.Records;
using Trellis.People.Sight;

namespace Trellis.People.Linking;

/// <summary>Two records that somebody shall decide about, with the evidence.</summary>
public sealed record OpenMatch(PossibleMatch Match, KnownRecord First, KnownRecord Second, IReadOnlyList<EvidenceLine> Evidence);

/// <summary>How the program's own joins fared.</summary>
public sealed record JoinShare(int Automatic, int Undone);

/// <summary>What people decide about records: that two are of one person or are not, and that an earlier decision was wrong.</summary>
public sealed class MatchService(AppDbContext db, ContentKeys keys, PeopleIndex index, SightService sight, TimeProvider clock)
{
    private static readonly FieldError apart = new("Verdict", "These are two identities that are sealed as never together. They can be one person only after that seal is lifted");

    /// <summary>What waits to be decided, the surest first, as far as these eyes may know both.</summary>
    /// <param name="own">Only pairs of which they may read one at least: those that they can decide.</param>
    public async Task<Paged<(PossibleMatch Match, KnownRecord First, KnownRecord Second)>> WaitingAsync(Eyes eyes, bool own, int? page, CancellationToken ct)
    {
        var held = db.Set<AgencyRecord>().AsNoTracking().Where(r => r.GoneAt == null && !r.Withdrawn && !eyes.Hidden.Contains(r.PersonId));
        var pairs = from match in db.Set<PossibleMatch>().AsNoTracking()
                    where match.ClosedAt == null && !match.Withdrawn
                    join first in held on match.FirstId equals first.Id
                    join second in held on match.SecondId equals second.Id
                    select new { Match = match, First = first, Second = second };
        if (own)
        {
            pairs = pairs.Where(p => p.First.AgencyId == eyes.Agency || p.Second.AgencyId == eyes.Agency || eyes.Involved.Contains(p.First.PersonId) || eyes.Involved.Contains(p.Second.PersonId));
        }

        foreach (var (one, other) in eyes.Apart)
        {
            pairs = pairs.Where(p => !(p.First.PersonId == one && p.Second.PersonId == other) && !(p.First.PersonId == other && p.Second.PersonId == one));
        }

        var shown = await pairs.OrderByDescending(p => p.Match.Probability).ThenBy(p => p.Match.Id).Select(p => p.Match).ToPageAsync(page, ct);
        var waiting = new List<(PossibleMatch, KnownRecord, KnownRecord)>();
        foreach (var match in shown.Items)
        {
            if (await SidesAsync(match.FirstId, match.SecondId, eyes, ct) is var (first, second))
            {
                waiting.Add((match, first, second));
            }
        }

        return new Paged<(PossibleMatch, KnownRecord, KnownRecord)>(waiting, shown.Number, shown.Total);
    }

    public async Task<OpenMatch?> FindAsync(Guid id, Eyes eyes, CancellationToken ct)
    {
        if (await db.Set<PossibleMatch>().AsNoTracking().SingleOrDefaultAsync(m => m.Id == id && m.ClosedAt == null, ct) is not { } match || await SidesAsync(match.FirstId, match.SecondId, eyes, ct) is not var (first, second))
        {
            return null;
        }

        return await index.ExplainAsync(first.Id, second.Id, ct) is { } why ? new OpenMatch(match, first, second, EvidenceLine.Of(why)) : null;
    }

    /// <summary>Decides about two records. What touches somebody restricted or protected waits for a second person.</summary>
    public async Task<Result<RecordLink>> DecideAsync(Guid id, LinkVerdict? verdict, string? why, Eyes eyes, Process process, CancellationToken ct)
    {
        if (await FindAsync(id, eyes, ct) is not { } open || await db.Set<PossibleMatch>().SingleOrDefaultAsync(m => m.Id == id && m.ClosedAt == null, ct) is not { } match)
        {
            return NotFound.Row;
        }

        var errors = new List<FieldError>();
        if (verdict is null)
        {
            errors.Add(new("Verdict", "Choose whether they are one person"));
        }

        if (string.IsNullOrWhiteSpace(why))
        {
            errors.Add(new("Why", "Say what makes you sure. Whoever looks at it later reads it"));
        }

        if (MayDecide(eyes, open.First, open.Second) is { } wrong)
        {
            errors.Add(wrong);
        }

        if (verdict == LinkVerdict.Same && await AreApartAsync(open.First.PersonId, open.Second.PersonId, ct))
        {
            errors.Add(apart);
        }

        if (errors.Count > 0)
        {
            return errors;
        }

        var decision = ThingId.New(clock);
        var link = new RecordLink
        {
            Id = decision, FirstId = open.First.Id, SecondId = open.Second.Id, Verdict = verdict!.Value, Probability = match.Probability, Evidence = EvidenceLine.Write(open.Evidence),
            DecidedBy = process.Who.AccountId, At = clock.GetUtcNow(), SealedWhy = await keys.SealTextAsync(db, decision, Cut(why!), ct), AwaitsAgreement = verdict == LinkVerdict.Same && await AreSealedAsync([open.First.PersonId, open.Second.PersonId], ct),
        };
        db.Add(link);
        match.ClosedAt = clock.GetUtcNow();
        var moved = new Dictionary<Guid, Guid>();
        if (link is { Holds: true, Verdict: LinkVerdict.Same })
        {
            await JoinAsync(open.First.PersonId, open.Second.PersonId, moved, ct);
        }

        await db.SaveAsync(process, ct);
        await index.AssignAsync(moved.Select(m => (m.Key, m.Value)), ct);
        return link;
    }

    /// <summary>Decisions that wait for a second person, as far as these eyes may know both.</summary>
    public async Task<List<(RecordLink Link, KnownRecord First, KnownRecord Second)>> ToAgreeAsync(Eyes eyes, CancellationToken ct)
    {
        var waiting = new List<(RecordLink, KnownRecord, KnownRecord)>();
        foreach (var link in await db.Set<RecordLink>().AsNoTracking().Where(l => (l.AwaitsAgreement || l.UndoProposedBy != null) && l.UndoneAt == null).OrderBy(l => l.Id).ToListAsync(ct))
        {
            if (await SidesAsync(link.FirstId, link.SecondId, eyes, ct) is var (first, second))
            {
                waiting.Add((link, first, second));
            }
        }

        return waiting;
    }

    /// <summary>A decision that stands or waits, with both records.</summary>
    public async Task<(RecordLink Link, KnownRecord First, KnownRecord Second)?> LinkAsync(Guid id, Eyes eyes, CancellationToken ct)
    {
        await keys.LoadAsync(db, ct);
        return await db.Set<RecordLink>().AsNoTracking().SingleOrDefaultAsync(l => l.Id == id && l.UndoneAt == null, ct) is { } link && await SidesAsync(link.FirstId, link.SecondId, eyes, ct) is var (first, second) ? (link.Opened(keys), first, second) : null;
    }

    /// <summary>The second of two people agrees, or does not. Whoever decided cannot agree with themselves.</summary>
    public async Task<Result<RecordLink>> AgreeAsync(Guid id, bool agrees, Eyes eyes, Process process, CancellationToken ct)
    {
        if (await db.Set<RecordLink>().SingleOrDefaultAsync(l => l.Id == id && l.AwaitsAgreement && l.UndoneAt == null, ct) is not { } link || await SidesAsync(link.FirstId, link.SecondId, eyes, ct) is not var (first, second))
        {
            return NotFound.Row;
        }

        if (link.DecidedBy == process.Who.AccountId)
        {
            return new FieldError("", "You decided this. Somebody else has to agree");
        }

        if (MayDecide(eyes, first, second) is { } wrong)
        {
            return wrong;
        }

        if (agrees && await AreApartAsync(first.PersonId, second.PersonId, ct))
        {
            return apart;
        }

        var moved = new Dictionary<Guid, Guid>();
        if (agrees)
        {
            (link.AwaitsAgreement, link.AgreedBy) = (false, process.Who.AccountId);
            await JoinAsync(first.PersonId, second.PersonId, moved, ct);
        }
        else
        {
            (link.UndoneAt, link.UndoneBy, link.SealedUndoneWhy) = (clock.GetUtcNow(), process.Who.AccountId, await keys.SealTextAsync(db, id, "The second person did not agree", ct));
        }

        await db.SaveAsync(process, ct);
        await index.AssignAsync(moved.Select(m => (m.Key, m.Value)), ct);
        return link;
    }

    /// <summary>The decisions about a person's records, the newest first; none that names somebody whom these eyes must not know beside the person.</summary>
    public async Task<List<RecordLink>> OfPersonAsync(Guid person, Eyes eyes, CancellationToken ct)
    {
        var records = db.Set<AgencyRecord>().Where(r => r.PersonId == person).Select(r => r.Id);
        var links = await db.Set<RecordLink>().AsNoTracking().Where(l => records.Contains(l.FirstId) || records.Contains(l.SecondId)).OrderByDescending(l => l.At).ThenByDescending(l => l.Id).ToListAsync(ct);
        var sides = links.SelectMany(l => new[] { l.FirstId, l.SecondId }).Distinct().ToList();
        var persons = await db.Set<AgencyRecord>().AsNoTracking().Where(r => sides.Contains(r.Id)).ToDictionaryAsync(r => r.Id, r => r.PersonId, ct);
        await keys.LoadAsync(db, ct);
        return [.. links.Where(l => eyes.MayKnowBoth(persons[l.FirstId], persons[l.SecondId])).Select(l => l.Opened(keys))];
    }

    /// <summary>
    /// Takes a decision back: what it held together comes apart, and what it kept apart may be found again. Somebody restricted or protected is parted by two people: the first says why, and nothing changes before the second does too.
    /// </summary>
    public async Task<Result<RecordLink>> UndoAsync(Guid id, string? why, Eyes eyes, Process process, CancellationToken ct)
    {
        if (await db.Set<RecordLink>().SingleOrDefaultAsync(l => l.Id == id && l.UndoneAt == null, ct) is not { } link || await SidesAsync(link.FirstId, link.SecondId, eyes, ct) is not var (first, second))
        {
            return NotFound.Row;
        }

        if (MayDecide(eyes, first, second) is { } wrong)
        {
            return wrong;
        }

        if (string.IsNullOrWhiteSpace(why))
        {
            return new FieldError("Why", "Say why it was wrong");
        }

        if (link.Verdict == LinkVerdict.Same && link.UndoProposedBy is null && await AreSealedAsync([first.PersonId], ct))
        {
            (link.UndoProposedBy, link.SealedUndoneWhy) = (process.Who.AccountId, await keys.SealTextAsync(db, id, Cut(why), ct));
            await db.SaveAsync(process, ct);
            return link;
        }

        if (link.UndoProposedBy is { } proposer && proposer == process.Who.AccountId)
        {
            return new FieldError("", "You asked for this. Somebody else has to agree");
        }

        (link.UndoneAt, link.UndoneBy, link.SealedUndoneWhy) = (clock.GetUtcNow(), process.Who.AccountId, await keys.SealTextAsync(db, id, Cut(why), ct));
        var moved = new Dictionary<Guid, Guid>();
        if (link.Verdict == LinkVerdict.Same)
        {
            await PersonMerging.PartAsync(db, clock, first.PersonId, new HashSet<Guid> { link.Id }, moved, ct);
        }

        await db.SaveAsync(process, ct);
        await index.AssignAsync(moved.Select(m => (m.Key, m.Value)), ct);
        return link;
    }

    /// <summary>How many joins the program made, and how many of them people took back since.</summary>
    public async Task<JoinShare> ShareAsync(CancellationToken ct)
    {
        var automatic = db.Set<RecordLink>().AsNoTracking().Where(l => l.DecidedBy == null && l.Verdict == LinkVerdict.Same);
        return new JoinShare(await automatic.CountAsync(ct), await automatic.CountAsync(l => l.UndoneAt != null, ct));
    }

    private async Task JoinAsync(Guid a, Guid b, Dictionary<Guid, Guid> moved, CancellationToken ct)
    {
        if (a != b)
        {
            var (first, second) = JoinSaving.Pair(a, b);
            await PersonMerging.MergeAsync(db, second, first, moved, ct);
        }
    }

    private async Task<bool> AreSealedAsync(Guid[] persons, CancellationToken ct) => (await sight.SealsAsync(ct)).Exists(s => s.Kind != SealKind.NeverTogether && persons.Contains(s.PersonId));

    /// <summary>Whoever may read neither of two records has nothing to decide by.</summary>
    public static FieldError? MayDecide(Eyes eyes, KnownRecord first, KnownRecord second) =>
        eyes.MaySee(first) || eyes.MaySee(second) ? null : new FieldError("", "You may read neither of the two records. Somebody who may read one of them has to do this");

    private async Task<bool> AreApartAsync(Guid one, Guid other, CancellationToken ct) =>
        (await sight.SealsAsync(ct)).Exists(s => s.KeepsApart(one, other));

    /// <summary>Both records, where both are held and may be known beside each other.</summary>
    private async Task<(KnownRecord First, KnownRecord Second)?> SidesAsync(Guid first, Guid second, Eyes eyes, CancellationToken ct) =>
        await index.FindAsync(first, ct) is { } a && await index.FindAsync(second, ct) is { } b && eyes.MayKnowBoth(a.PersonId, b.PersonId) ? (a, b) : null;

    private static string Cut(string text) => text.Trim() is { Length: > RecordLink.LongestWhy } longer ? longer[..RecordLink.LongestWhy] : text.Trim();
}

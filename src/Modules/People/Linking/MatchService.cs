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
public sealed class MatchService(AppDbContext db, PeopleIndex index, SightService sight, TimeProvider clock)
{
    /// <summary>What waits to be decided, the surest first, as far as these eyes may know both.</summary>
    public async Task<Paged<(PossibleMatch Match, KnownRecord First, KnownRecord Second)>> WaitingAsync(Eyes eyes, int? page, CancellationToken ct)
    {
        var waiting = new List<(PossibleMatch, KnownRecord, KnownRecord)>();
        foreach (var match in await db.Set<PossibleMatch>().AsNoTracking().Where(m => m.ClosedAt == null && !m.Withdrawn).OrderByDescending(m => m.Probability).ThenBy(m => m.Id).ToListAsync(ct))
        {
            if (await SidesAsync(match.FirstId, match.SecondId, eyes, ct) is var (first, second))
            {
                waiting.Add((match, first, second));
            }
        }

        return waiting.ToPage(page);
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

        if (errors.Count > 0)
        {
            return errors;
        }

        var link = new RecordLink
        {
            Id = ThingId.New(clock), FirstId = open.First.Id, SecondId = open.Second.Id, Verdict = verdict!.Value, Probability = match.Probability, Evidence = EvidenceLine.Write(open.Evidence),
            DecidedBy = process.Who.AccountId, At = clock.GetUtcNow(), Why = Cut(why!), AwaitsAgreement = verdict == LinkVerdict.Same && await AreSealedAsync([open.First.PersonId, open.Second.PersonId], ct),
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
    public async Task<(RecordLink Link, KnownRecord First, KnownRecord Second)?> LinkAsync(Guid id, Eyes eyes, CancellationToken ct) =>
        await db.Set<RecordLink>().AsNoTracking().SingleOrDefaultAsync(l => l.Id == id && l.UndoneAt == null, ct) is { } link && await SidesAsync(link.FirstId, link.SecondId, eyes, ct) is var (first, second) ? (link, first, second) : null;

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

        var moved = new Dictionary<Guid, Guid>();
        if (agrees)
        {
            (link.AwaitsAgreement, link.AgreedBy) = (false, process.Who.AccountId);
            await JoinAsync(first.PersonId, second.PersonId, moved, ct);
        }
        else
        {
            (link.UndoneAt, link.UndoneBy, link.UndoneWhy) = (clock.GetUtcNow(), process.Who.AccountId, "The second person did not agree");
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
        return [.. links.Where(l => eyes.MayKnowBoth(persons[l.FirstId], persons[l.SecondId]))];
    }

    /// <summary>
    /// Takes a decision back: what it held together comes apart, and what it kept apart may be found again. Somebody restricted or protected is parted by two people: the first says why, and nothing changes before the second does too.
    /// </summary>
    public async Task<Result<RecordLink>> UndoAsync(Guid id, string? why, Eyes eyes, Process process, CancellationToken ct)
    {
        if (await db.Set<RecordLink>().SingleOrDefaultAsync(l => l.Id == id && l.UndoneAt == null, ct) is not { } link || await SidesAsync(link.FirstId, link.SecondId, eyes, ct) is not var (first, _))
        {
            return NotFound.Row;
        }

        if (string.IsNullOrWhiteSpace(why))
        {
            return new FieldError("Why", "Say why it was wrong");
        }

        if (link.Verdict == LinkVerdict.Same && link.UndoProposedBy is null && await AreSealedAsync([first.PersonId], ct))
        {
            (link.UndoProposedBy, link.UndoneWhy) = (process.Who.AccountId, Cut(why));
            await db.SaveAsync(process, ct);
            return link;
        }

        if (link.UndoProposedBy is { } proposer && proposer == process.Who.AccountId)
        {
            return new FieldError("", "You asked for this. Somebody else has to agree");
        }

        (link.UndoneAt, link.UndoneBy, link.UndoneWhy) = (clock.GetUtcNow(), process.Who.AccountId, Cut(why));
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

    /// <summary>Both records, where both are held and may be known beside each other.</summary>
    private async Task<(KnownRecord First, KnownRecord Second)?> SidesAsync(Guid first, Guid second, Eyes eyes, CancellationToken ct) =>
        await index.FindAsync(first, ct) is { } a && await index.FindAsync(second, ct) is { } b && eyes.MayKnowBoth(a.PersonId, b.PersonId) ? (a, b) : null;

    private static string Cut(string text) => text.Trim() is { Length: > RecordLink.LongestWhy } longer ? longer[..RecordLink.LongestWhy] : text.Trim();
}

using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.People.Records;
using Trellis.People.Sight;

namespace Trellis.People.Linking;

/// <summary>Makes one person of two, and two of one, in the context and without saving.</summary>
internal static class PersonMerging
{
    /// <summary>All that hangs on a person hangs on another now; the address of the first leads to the second.</summary>
    /// <param name="moved">Gets the records whose person is another.</param>
    public static async Task MergeAsync(AppDbContext db, Guid from, Guid into, Dictionary<Guid, Guid> moved, CancellationToken ct)
    {
        foreach (var record in await db.Set<AgencyRecord>().Where(r => r.PersonId == from).ToListAsync(ct))
        {
            record.PersonId = into;
            moved[record.Id] = into;
        }

        foreach (var seal in await db.Set<Seal>().Where(s => s.LiftedAt == null && (s.PersonId == from || s.OtherId == from)).ToListAsync(ct))
        {
            (seal.PersonId, seal.OtherId) = (seal.PersonId == from ? into : seal.PersonId, seal.OtherId == from ? into : seal.OtherId);
        }

        foreach (var involvement in await db.Set<Involvement>().Where(i => i.PersonId == from).ToListAsync(ct))
        {
            involvement.PersonId = into;
        }

        var person = await db.Set<Person>().SingleAsync(p => p.Id == from, ct);
        (person.Withdrawn, person.MergedIntoId) = (true, into);
    }

    /// <summary>Parts the records of a person that no link holds together any more: those with the oldest record stay, each other group becomes a person. A seal stays on all of them.</summary>
    public static async Task PartAsync(AppDbContext db, TimeProvider clock, Guid person, IReadOnlySet<Guid> undone, Dictionary<Guid, Guid> moved, CancellationToken ct)
    {
        var records = await db.Set<AgencyRecord>().Where(r => r.PersonId == person).OrderBy(r => r.Id).ToListAsync(ct);
        var ids = records.Select(r => r.Id).ToHashSet();
        var groups = new Groups();
        foreach (var link in await db.Set<RecordLink>().AsNoTracking().Where(l => l.UndoneAt == null && !l.AwaitsAgreement && l.Verdict == LinkVerdict.Same && ids.Contains(l.FirstId) && ids.Contains(l.SecondId)).ToListAsync(ct))
        {
            if (!undone.Contains(link.Id))
            {
                groups.Join(link.FirstId, link.SecondId);
            }
        }

        foreach (var part in records.GroupBy(r => groups.Of(r.Id)).Skip(1))
        {
            var made = Person.New(clock);
            db.Add(made);
            foreach (var record in part)
            {
                record.PersonId = made.Id;
                moved[record.Id] = made.Id;
            }

            foreach (var seal in await db.Set<Seal>().AsNoTracking().Where(s => s.LiftedAt == null && s.PersonId == person && s.Kind != SealKind.NeverTogether).ToListAsync(ct))
            {
                db.Add(seal.For(ThingId.New(clock), made.Id));
            }
        }
    }
}

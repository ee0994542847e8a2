using Microsoft.EntityFrameworkCore;
using Trellis.Kernel.Access;

namespace Trellis.Kernel.Audit;

/// <summary>That somebody read a record of people. It is committed, with its audit entry, before the content is sent.</summary>
public sealed class RecordRead : Thing
{
    public const int LongestWhat = 200;

    /// <summary>What was read in: the thing whose key the child's identifier is encrypted under.</summary>
    public Guid RecordId { get; internal init; }

    public Guid AccountId { get; internal init; }
    public DateTimeOffset At { get; internal init; }

    /// <summary>What was shown, without anything of a person: "The rows of one child".</summary>
    public string What { get; internal init; } = "";

    /// <summary>Whose record was shown, where it was one person's; encrypted.</summary>
    public byte[]? Whose { get; internal init; }
}

/// <summary>A read as a page lists it.</summary>
/// <param name="Whose">Null where many were shown, or where the record is erased.</param>
public sealed record ReadLine(DateTimeOffset At, string Who, string What, string? Whose);

/// <summary>Notes who reads records of people, and tells it.</summary>
public sealed class ReadLog(AppDbContext db, PersonalValues personal, TimeProvider clock)
{
    /// <param name="whose">The person's identifier within the record, where it is one person's.</param>
    public async Task NoteAsync(Guid record, string what, string? whose, Process process, CancellationToken ct)
    {
        db.Add(new RecordRead
        {
            Id = ThingId.New(clock), RecordId = record, AccountId = process.Who.AccountId ?? Guid.Empty, At = clock.GetUtcNow(), What = what,
            Whose = whose is null ? null : await personal.SealAsync(db, record, System.Text.Encoding.UTF8.GetBytes(whose), ct),
        });
        await db.SaveAsync(process, ct);
    }

    /// <summary>Who read in a record, the newest first.</summary>
    public async Task<Paged<ReadLine>> OfAsync(Guid record, int? page, CancellationToken ct)
    {
        var reads = await db.Set<RecordRead>().AsNoTracking().Where(r => r.RecordId == record).OrderByDescending(r => r.At).ThenByDescending(r => r.Id).ToPageAsync(page, ct);
        var people = reads.Items.Select(r => r.AccountId).Distinct().ToList();
        var names = await db.Users.AsNoTracking().Where(a => people.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.DisplayName, ct);
        var lines = new List<ReadLine>();
        foreach (var read in reads.Items)
        {
            var whose = read.Whose is null ? null : await personal.OpenAsync(db, record, read.Whose, ct);
            lines.Add(new ReadLine(read.At, names.GetValueOrDefault(read.AccountId, "Unknown account"), read.What, whose is null ? null : System.Text.Encoding.UTF8.GetString(whose)));
        }

        return new Paged<ReadLine>(lines, reads.Number, reads.Total);
    }
}

using System.Text;
using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.Kernel.Access;
using Trellis.Kernel.Audit;
using Trellis.Kernel.Calendar;
using Trellis.Kernel.Outbox;
using Trellis.Kernel.Organisation;
using Trellis.People.Linking;
using Trellis.People.Records;

namespace Trellis.People.Sight;

/// <summary>Who may see whom: says it, and changes it.</summary>
public sealed class SightService(AppDbContext db, ContentKeys keys, PersonalValues personal, OutboxService outbox, WorkingCalendar calendar, TimeProvider clock)
{
    public const int LeastReason = 20;

    /// <summary>So long is open what somebody opened for themselves: a working day.</summary>
    public static readonly TimeSpan BreakGlass = TimeSpan.FromHours(10);

    public async Task<Eyes> EyesAsync(Guid account, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var agency = await db.Set<AgencyStaff>().AsNoTracking().Where(s => s.AccountId == account && !s.Withdrawn).Select(s => (Guid?)s.AgencyId).FirstOrDefaultAsync(ct);
        var involved = await db.Set<Involvement>().AsNoTracking().Where(i => i.AccountId == account && i.Until > now && !i.Withdrawn).Select(i => i.PersonId).ToListAsync(ct);
        return new Eyes(account, agency, involved.ToHashSet(), await SealsAsync(ct));
    }

    internal Task<List<Seal>> SealsAsync(CancellationToken ct) => db.Set<Seal>().AsNoTracking().Where(s => s.LiftedAt == null && !s.Withdrawn).OrderBy(s => s.Id).ToListAsync(ct);

    /// <summary>For which agency everybody in the hub works, by account.</summary>
    public Task<Dictionary<Guid, Guid>> StaffAsync(CancellationToken ct) => db.Set<AgencyStaff>().AsNoTracking().Where(s => !s.Withdrawn).ToDictionaryAsync(s => s.AccountId, s => s.AgencyId, ct);

    /// <summary>The open accounts that may search, by name.</summary>
    public async Task<List<Account>> HubAsync(CancellationToken ct) =>
        [.. (await db.Users.AsNoTracking().Where(a => !a.Closed).OrderBy(a => a.DisplayName).ToListAsync(ct)).Where(a => a.Roles.Contains(Role.Practitioner) || a.Roles.Contains(Role.HubManager))];

    /// <summary>Says for which agency somebody works; null takes it back.</summary>
    public async Task<Result<AgencyStaff?>> EmployAsync(Guid account, Guid? agency, Process process, CancellationToken ct)
    {
        if (!(await HubAsync(ct)).Exists(a => a.Id == account) || (agency is { } known && !await db.Set<Agency>().AnyAsync(a => a.Id == known && !a.Withdrawn, ct)))
        {
            return NotFound.Row;
        }

        var staff = await db.Set<AgencyStaff>().SingleOrDefaultAsync(s => s.AccountId == account, ct);
        if (staff is null && agency is not null)
        {
            staff = new AgencyStaff { Id = ThingId.New(clock), AccountId = account, AgencyId = agency.Value };
            db.Add(staff);
        }
        else if (staff is not null)
        {
            (staff.AgencyId, staff.Withdrawn) = (agency ?? staff.AgencyId, agency is null);
        }

        await db.SaveAsync(process, ct);
        return staff;
    }

    /// <summary>Opens what agencies hold of a person to somebody, until a day.</summary>
    public async Task<Result<Involvement>> InvolveAsync(Guid person, Guid account, DateOnly? until, string? why, Process process, CancellationToken ct)
    {
        var errors = new List<FieldError>();
        if (!(await HubAsync(ct)).Exists(a => a.Id == account))
        {
            errors.Add(new("AccountId", "Choose who has to do with this person"));
        }

        if (until is not { } last || last < calendar.Today || last > calendar.Today.AddYears(1))
        {
            errors.Add(new("Until", "Enter a day from today to a year ahead"));
        }

        if (string.IsNullOrWhiteSpace(why))
        {
            errors.Add(new("Why", "Say what they have to do with this person"));
        }

        return errors.Count > 0 ? errors : await OpenAsync(person, account, new DateTimeOffset(until!.Value.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero), why!, process, ct);
    }

    /// <summary>Opens it for whoever asks, for a working day. The hub's managers are told at once.</summary>
    public async Task<Result<Involvement>> BreakGlassAsync(Guid person, string? why, Process process, CancellationToken ct)
    {
        if ((why?.Trim().Length ?? 0) < LeastReason)
        {
            return new FieldError("Why", $"Say why you need to see it, in at least {LeastReason} letters. The hub's managers read it");
        }

        var address = await db.Set<Person>().AsNoTracking().Where(p => p.Id == person).Select(p => p.Address).SingleAsync(ct);
        var who = await db.Users.AsNoTracking().Where(a => a.Id == process.Who.AccountId).Select(a => a.DisplayName).SingleAsync(ct);
        foreach (var manager in (await HubAsync(ct)).Where(a => a.Roles.Contains(Role.HubManager) && a.Id != process.Who.AccountId))
        {
            // The reason names people as likely as not: it stays in the pages.
            outbox.Stage(manager.Id, "A person's records were opened without involvement", $"{who} opened the records of a person with whom they have nothing to do. The reason that they gave: /people/{address}/involved");
        }

        return await OpenAsync(person, process.Who.AccountId!.Value, clock.GetUtcNow() + BreakGlass, why!, process, ct);
    }

    /// <summary>Who has to do with a person now.</summary>
    public async Task<List<Involvement>> InvolvedAsync(Guid person, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var involved = await db.Set<Involvement>().AsNoTracking().Where(i => i.PersonId == person && i.Until > now && !i.Withdrawn).OrderBy(i => i.Id).ToListAsync(ct);
        await keys.LoadAsync(db, ct);
        involved.ForEach(i => i.Why = keys.OpenText(i.Id, i.SealedWhy));
        return involved;
    }

    private async Task<Result<Involvement>> OpenAsync(Guid person, Guid account, DateTimeOffset until, string why, Process process, CancellationToken ct)
    {
        var text = why.Trim();
        var id = ThingId.New(clock);
        var involvement = new Involvement
        {
            Id = id, PersonId = person, AccountId = account, GivenBy = process.Who.AccountId!.Value, From = clock.GetUtcNow(), Until = until,
            SealedWhy = await keys.SealTextAsync(db, id, text.Length > Involvement.LongestWhy ? text[..Involvement.LongestWhy] : text, ct),
        };
        db.Add(involvement);
        await db.SaveAsync(process, ct);
        return involvement;
    }

    /// <summary>Sets a seal. Whoever sets it sees through it; a restricted person is not there any more for the others.</summary>
    public async Task<Result<Seal>> SealAsync(SealKind kind, Guid person, Guid? other, IEnumerable<Guid> readers, string? why, Process process, CancellationToken ct)
    {
        var hub = (await HubAsync(ct)).Select(a => a.Id).ToHashSet();
        List<Guid> named = [.. readers.Append(process.Who.AccountId!.Value).Distinct()];
        if (named.Exists(r => !hub.Contains(r)))
        {
            return NotFound.Row;
        }

        if (string.IsNullOrWhiteSpace(why))
        {
            return new FieldError("Why", "Say why. Only those named read it");
        }

        if (kind == SealKind.NeverTogether && (other is null || other == person))
        {
            return new FieldError("Other", "Enter the address of the other identity, for example 7H3K9QXP");
        }

        var id = ThingId.New(clock);
        var seal = new Seal
        {
            Id = id, Kind = kind, PersonId = person, OtherId = kind == SealKind.NeverTogether ? other : null, ReaderIds = named, SetBy = process.Who.AccountId.Value, At = clock.GetUtcNow(),
            Why = await personal.SealAsync(db, id, Encoding.UTF8.GetBytes(why.Trim()), ct),
        };
        db.Add(seal);
        if (seal.OtherId is { } apart)
        {
            await ForgetMatchesAsync(person, apart, ct);
        }

        await db.SaveAsync(process, ct);
        return seal;
    }

    /// <summary>Two identities that are never together are no possible match either.</summary>
    private async Task ForgetMatchesAsync(Guid person, Guid other, CancellationToken ct)
    {
        var (mine, theirs) = (db.Set<AgencyRecord>().Where(r => r.PersonId == person).Select(r => r.Id), db.Set<AgencyRecord>().Where(r => r.PersonId == other).Select(r => r.Id));
        foreach (var match in await db.Set<PossibleMatch>().Where(m => m.ClosedAt == null && ((mine.Contains(m.FirstId) && theirs.Contains(m.SecondId)) || (theirs.Contains(m.FirstId) && mine.Contains(m.SecondId)))).ToListAsync(ct))
        {
            match.ClosedAt = clock.GetUtcNow();
        }
    }

    public async Task<Result<Seal>> LiftAsync(Guid id, Process process, CancellationToken ct)
    {
        if (await db.Set<Seal>().SingleOrDefaultAsync(s => s.Id == id && s.LiftedAt == null, ct) is not { } seal || !seal.ReaderIds.Contains(process.Who.AccountId!.Value))
        {
            return NotFound.Row;
        }

        seal.LiftedAt = clock.GetUtcNow();
        await db.SaveAsync(process, ct);
        return seal;
    }

    /// <summary>Why a seal was set, for those named.</summary>
    public async Task<string> WhyAsync(Seal seal, CancellationToken ct) => seal.Why.Length > 0 && await personal.OpenAsync(db, seal.Id, seal.Why, ct) is { } why ? Encoding.UTF8.GetString(why) : "";
}

using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.Kernel.Organisation;
using Trellis.People.Index;
using Trellis.People.Linking;
using Trellis.People.Sight;

namespace Trellis.People.Records;

/// <summary>A record as a page shows it.</summary>
/// <param name="Content">Null where these eyes may only know that it exists.</param>
public sealed record ShownRecord(AgencyRecord Record, string Agency, RecordContent? Content);

/// <summary>What a record said at a time.</summary>
public sealed record EarlierRecord(DateTimeOffset From, RecordContent Content, string? Why);

/// <summary>One person and what is held of them, as these eyes may see it.</summary>
public sealed record ShownPerson(Person Person, IReadOnlyList<ShownRecord> Records)
{
    /// <summary>What the person is called by the newest record that may be read.</summary>
    public RecordContent? Newest => Records.Where(r => r.Content is not null).MaxBy(r => r.Record.ChangedAt)?.Content;
}

/// <summary>Persons and their records: found for whoever may, entered by hand after a search, and put right.</summary>
public sealed class RecordService(AppDbContext db, ContentKeys keys, PeopleIndex index, SightService sight, TimeProvider clock)
{
    /// <summary>By the letters of the address. Who must not know of the person finds nobody; a person who was merged leads to the other.</summary>
    public async Task<Person?> FindAsync(string address, Eyes eyes, CancellationToken ct)
    {
        var letters = address.ToUpperInvariant();
        var person = await db.Set<Person>().AsNoTracking().SingleOrDefaultAsync(p => p.Address == letters, ct);
        while (person is { MergedIntoId: { } into })
        {
            person = await db.Set<Person>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == into, ct);
        }

        return person is not null && eyes.MayKnow(person.Id) ? person : null;
    }

    public Task<Dictionary<Guid, string>> AddressesAsync(IEnumerable<Guid> persons, CancellationToken ct)
    {
        var ids = persons.Distinct().ToList();
        return db.Set<Person>().AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Address, ct);
    }

    public Task<Dictionary<Guid, string>> AgenciesAsync(CancellationToken ct) => db.Set<Agency>().AsNoTracking().ToDictionaryAsync(a => a.Id, a => a.Name, ct);

    /// <summary>Which agencies hold records of persons now, in the order of their names: that may be known of whoever may be known.</summary>
    public async Task<ILookup<Guid, string>> HoldersAsync(IEnumerable<Guid> persons, CancellationToken ct)
    {
        var ids = persons.Distinct().ToList();
        var held = db.Set<AgencyRecord>().AsNoTracking().Where(r => ids.Contains(r.PersonId) && r.GoneAt == null && !r.Withdrawn);
        var pairs = await held.Join(db.Set<Agency>(), r => r.AgencyId, a => a.Id, (r, a) => new { r.PersonId, a.Name }).Distinct().ToListAsync(ct);
        return pairs.OrderBy(p => p.Name, StringComparer.Ordinal).ToLookup(p => p.PersonId, p => p.Name);
    }

    public async Task<ShownPerson> ShowAsync(Person person, Eyes eyes, CancellationToken ct)
    {
        await keys.LoadAsync(db, ct);
        var agencies = await AgenciesAsync(ct);
        var records = await db.Set<AgencyRecord>().AsNoTracking().Where(r => r.PersonId == person.Id && !r.Withdrawn).OrderBy(r => r.At).ThenBy(r => r.Id).ToListAsync(ct);
        return new ShownPerson(person, [.. records.Select(r => new ShownRecord(r, agencies.GetValueOrDefault(r.AgencyId, "Unknown agency"),
            eyes.MaySee(person.Id, r.AgencyId) ? Shown(keys.Open(r.Key, r.Id, r.Content), person.Id, eyes) : null)).OrderBy(r => r.Agency, StringComparer.Ordinal)]);
    }

    /// <summary>One record, and the address of its person, for whoever may read it.</summary>
    public async Task<(ShownRecord? Record, string Address)> OpenAsync(Guid id, Eyes eyes, CancellationToken ct)
    {
        if (await db.Set<AgencyRecord>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id && !r.Withdrawn, ct) is not { } record || !eyes.MaySee(record.PersonId, record.AgencyId))
        {
            return (null, "");
        }

        await keys.LoadAsync(db, ct);
        var agencies = await AgenciesAsync(ct);
        var address = (await AddressesAsync([record.PersonId], ct))[record.PersonId];
        return (new ShownRecord(record, agencies.GetValueOrDefault(record.AgencyId, "an agency"), Shown(keys.Open(record.Key, id, record.Content), record.PersonId, eyes)), address);
    }

    /// <summary>What a record said before, the newest first; for whoever may read the record.</summary>
    public async Task<List<EarlierRecord>> EarlierAsync(ShownRecord record, Eyes eyes, CancellationToken ct)
    {
        await keys.LoadAsync(db, ct);
        return record.Content is null ? [] : [.. (await db.Set<EarlierContent>().AsNoTracking().Where(e => e.RecordId == record.Record.Id).OrderByDescending(e => e.Number).ToListAsync(ct))
            .Select(e => new EarlierRecord(e.From, Shown(keys.Open(e.Key, e.RecordId, e.Content), record.Record.PersonId, eyes), e.SealedWhy is null ? null : keys.OpenText(e.RecordId, e.SealedWhy)))];
    }

    /// <summary>Since when records name a household without a break, by record.</summary>
    internal async Task<Dictionary<Guid, DateTimeOffset>> HouseholdSinceAsync(IReadOnlyCollection<Guid> ids, string household, CancellationToken ct)
    {
        await keys.LoadAsync(db, ct);
        var since = await db.Set<AgencyRecord>().AsNoTracking().Where(r => ids.Contains(r.Id)).ToDictionaryAsync(r => r.Id, r => r.ChangedAt, ct);
        foreach (var earlier in (await db.Set<EarlierContent>().AsNoTracking().Where(e => ids.Contains(e.RecordId)).OrderByDescending(e => e.Number).ToListAsync(ct)).GroupBy(e => e.RecordId))
        {
            foreach (var before in earlier.TakeWhile(e => keys.Open(e.Key, e.RecordId, e.Content)[PersonField.Household] == household))
            {
                since[earlier.Key] = before.From;
            }
        }

        return since;
    }

    /// <summary>Enters a person whom nobody holds yet, for the agency of whoever enters them.</summary>
    public async Task<Result<Person>> CreateAsync(RecordContent content, Eyes eyes, Process process, CancellationToken ct)
    {
        if (eyes.Agency is not { } agency)
        {
            return new FieldError("", "A hub manager has to say first for which agency you work");
        }

        if (Check(content) is { Count: > 0 } wrong)
        {
            return wrong;
        }

        var now = clock.GetUtcNow();
        var key = await keys.TodaysAsync(db, ct);
        await keys.LoadAsync(db, ct);
        var person = Person.New(clock);
        var id = ThingId.New(clock);
        db.Add(person);
        db.Add(new AgencyRecord { Id = id, AgencyId = agency, PersonId = person.Id, Key = key, Content = keys.Seal(key, id, content), At = now, ChangedAt = now });
        await db.SaveAsync(process, ct);
        await index.PutAsync(new KnownRecord(id, agency, person.Id, content.ToBytes()), ct);
        await ListMatchesAsync(id, ct);
        return person;
    }

    /// <summary>Puts a record right, as the person it is of may ask. What stood there stays to be read.</summary>
    public async Task<Result<AgencyRecord>> RectifyAsync(Guid id, int version, RecordContent content, string? why, Eyes eyes, Process process, CancellationToken ct)
    {
        if (await db.Set<AgencyRecord>().SingleOrDefaultAsync(r => r.Id == id && !r.Withdrawn, ct) is not { } record || eyes.Agency != record.AgencyId || !eyes.MaySee(record.PersonId, record.AgencyId))
        {
            return NotFound.Row;
        }

        var errors = Check(content);
        if (string.IsNullOrWhiteSpace(why))
        {
            errors.Add(new("Why", "Say why it is put right, and who asked"));
        }

        if (errors.Count > 0)
        {
            return errors;
        }

        if (record.Version != version)
        {
            return new Conflict(record.Version, [new ConflictField("Record", "Changed by somebody else", "Yours")]);
        }

        await keys.LoadAsync(db, ct);
        var before = keys.Open(record.Key, record.Id, record.Content);
        // Where the address is not shown it cannot have been changed.
        var known = Enum.GetValues<PersonField>().ToDictionary(f => f, f => IsPlace(f) && !eyes.MaySeeAddress(record.PersonId) ? before[f] : content[f]);
        var after = new RecordContent(known, before.Others);
        var number = await db.Set<EarlierContent>().CountAsync(e => e.RecordId == id, ct) + 1;
        db.Add(new EarlierContent { RecordId = id, Number = number, Key = record.Key, Content = record.Content, ExtractId = record.ExtractId, From = record.ChangedAt, SealedWhy = await keys.SealTextAsync(db, id, why!.Trim(), ct) });
        var key = await keys.TodaysAsync(db, ct);
        (record.Key, record.Content, record.ChangedAt) = (key, keys.Seal(key, id, after), clock.GetUtcNow());
        await db.SaveAsync(process, ct);
        await index.PutAsync(new KnownRecord(id, record.AgencyId, record.PersonId, after.ToBytes()), ct);
        await ListMatchesAsync(id, ct);
        return record;
    }

    /// <summary>Who else a record may be of goes on the list of what people decide: entered by hand, nothing is joined by the program.</summary>
    private async Task ListMatchesAsync(Guid record, CancellationToken ct)
    {
        var seals = await sight.SealsAsync(ct);
        var own = (await index.FindAsync(record, ct))!;
        var decided = await db.Set<RecordLink>().AsNoTracking().Where(l => l.UndoneAt == null && (l.FirstId == record || l.SecondId == record)).Select(l => l.FirstId == record ? l.SecondId : l.FirstId).ToListAsync(ct);
        var listed = await db.Set<PossibleMatch>().AsNoTracking().Where(m => m.ClosedAt == null && (m.FirstId == record || m.SecondId == record)).Select(m => m.FirstId == record ? m.SecondId : m.FirstId).ToListAsync(ct);
        foreach (var pair in await index.CandidatesAsync(record, JoinRules.Possible, ct))
        {
            if (await index.FindAsync(pair.B, ct) is { } other && other.PersonId != own.PersonId && !decided.Contains(other.Id) && !listed.Contains(other.Id)
                && !seals.Exists(s => s.KeepsApart(own.PersonId, other.PersonId)))
            {
                var (first, second) = JoinSaving.Pair(record, other.Id);
                db.Add(new PossibleMatch { Id = ThingId.New(clock), FirstId = first, SecondId = second, Probability = pair.Probability, Doubt = MatchDoubt.Possible, At = clock.GetUtcNow() });
            }
        }

        if (db.ChangeTracker.HasChanges())
        {
            await db.SaveAsync(new Process("Found records that may be of one person", Actor.Program), ct);
        }
    }

    private static List<FieldError> Check(RecordContent content) => content[PersonField.Given].Length + content[PersonField.Family].Length == 0
        ? [new("Family", "Enter a name, or “unborn” for a child who is not born yet")]
        : content[PersonField.Birth] is { Length: > 0 } birth && Linkage.BirthDateText.Normal(birth).Length == 0 ? [new("Birth", "Enter the date of birth as day, month and year, for example 25 6 2009; a year alone will do")] : [];

    /// <summary>Without where a protected person lives.</summary>
    private static RecordContent Shown(RecordContent content, Guid person, Eyes eyes) => eyes.MaySeeAddress(person)
        ? content
        : new RecordContent(Enum.GetValues<PersonField>().Where(f => !IsPlace(f)).ToDictionary(f => f, f => content[f]));

    /// <summary>What tells where somebody lives; a household does, by whoever else is in it.</summary>
    internal static bool IsPlace(PersonField field) => field is PersonField.Address or PersonField.Postcode or PersonField.Phone or PersonField.Household;
}

using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.Kernel.Audit;
using Trellis.Kernel.Organisation;
using Trellis.Kernel.Settings;
using Trellis.People.Index;
using Trellis.People.Linking;
using Trellis.People.Records;
using Trellis.People.Sight;

namespace Trellis.People.Extracts;

/// <summary>An extract that waits, read under its mapping and set beside what the agency gave before.</summary>
public sealed record OpenExtract(Extract Extract, ExtractTable Table, IReadOnlyDictionary<PersonField, string> Columns, ExtractReading Reading, Reconciliation Set);

/// <summary>What an extract changes in what the agency gave before.</summary>
public sealed record Reconciliation(IReadOnlyList<RecordContent> New, IReadOnlyList<(AgencyRecord Record, RecordContent Content)> Changed, IReadOnlyList<AgencyRecord> Same, IReadOnlyList<AgencyRecord> Gone);

/// <summary>Takes agencies' extracts in: all of one or nothing, and the same one twice changes nothing.</summary>
public sealed class ExtractService(AppDbContext db, ContentKeys keys, PersonalValues personal, SubjectErasing erasing, PeopleIndex index, SightService sight, CouncilSettings settings, TimeProvider clock)
{
    private const int MostDoubtsKept = 500;

    public Task<Paged<Extract>> PageAsync(int? page, CancellationToken ct) =>
        db.Set<Extract>().AsNoTracking().Where(e => e.State != ExtractState.Discarded).OrderByDescending(e => e.At).ThenByDescending(e => e.Id).ToPageAsync(page, ct);

    public Task<Extract?> FindAsync(Guid id, CancellationToken ct) => db.Set<Extract>().AsNoTracking().SingleOrDefaultAsync(e => e.Id == id && e.State != ExtractState.Discarded, ct);

    public static IReadOnlyList<RowDoubt> DoubtsOf(Extract extract) => JsonSerializer.Deserialize<List<RowDoubt>>(extract.Doubts)!;

    /// <summary>Keeps a file, encrypted, until it is taken in; with the columns that the agency's last one had, or guessed by their headings.</summary>
    public async Task<Result<Extract>> StageAsync(Guid? agency, string fileName, byte[] bytes, Process process, CancellationToken ct)
    {
        if (agency is not { } of || !await db.Set<Agency>().AnyAsync(a => a.Id == of && !a.Withdrawn, ct))
        {
            return new FieldError("AgencyId", "Choose the agency whose records these are");
        }

        var (table, wrong) = await ExtractTable.ReadAsync(bytes, fileName, ct);
        if (table is null)
        {
            return new FieldError("File", wrong!);
        }

        if (table.Rows.Count == 0)
        {
            return new FieldError("File", $"{fileName}: There is no record in it, only headings");
        }

        var id = ThingId.New(clock);
        var said = await db.Set<ExtractMapping>().AsNoTracking().SingleOrDefaultAsync(m => m.AgencyId == of, ct);
        var columns = said is null ? [] : Read(said.Columns).Where(c => table.Columns.Any(t => string.Equals(t.Trim(), c.Value, StringComparison.OrdinalIgnoreCase))).ToDictionary();
        var extract = new Extract
        {
            Id = id, AgencyId = of, FileHash = Convert.ToHexStringLower(SHA256.HashData(bytes)), Kind = table.Kind, Rows = table.Rows.Count, At = clock.GetUtcNow(), GivenBy = process.Who.AccountId ?? Guid.Empty,
            Columns = Write(columns.Count > 0 ? columns : ColumnGuess.Of(table.Columns)), IsWhole = true,
        };
        db.Add(extract);
        db.AddInBulk<SealedExtract>([new SealedExtract { ExtractId = id, Bytes = await personal.SealAsync(db, id, bytes, ct) }]);
        await db.SaveAsync(process, ct);
        return extract;
    }

    /// <summary>What taking it in would do. Null where it does not wait any more.</summary>
    public async Task<OpenExtract?> OpenAsync(Guid id, CancellationToken ct)
    {
        if (await db.Set<Extract>().AsNoTracking().SingleOrDefaultAsync(e => e.Id == id && e.State == ExtractState.Staged, ct) is not { } extract
            || await db.Set<SealedExtract>().AsNoTracking().SingleOrDefaultAsync(s => s.ExtractId == id, ct) is not { } file
            || await personal.OpenAsync(db, id, file.Bytes, ct) is not { } bytes)
        {
            return null;
        }

        var (table, _) = await ExtractTable.ReadAsync(bytes, "The file", ct);
        var columns = Read(extract.Columns);
        var reading = ExtractReading.Of(table!, columns);
        return new OpenExtract(extract, table!, columns, reading, await SetBesideAsync(extract, reading, ct));
    }

    /// <summary>Says which column holds what, for this file and the agency's next.</summary>
    public async Task<Result<Extract>> MapAsync(Guid id, IReadOnlyDictionary<PersonField, string> columns, bool isWhole, Process process, CancellationToken ct)
    {
        if (await db.Set<Extract>().SingleOrDefaultAsync(e => e.Id == id && e.State == ExtractState.Staged, ct) is not { } extract)
        {
            return NotFound.Row;
        }

        if (!columns.ContainsKey(PersonField.Family) && !columns.ContainsKey(PersonField.Given))
        {
            return new FieldError("Columns", "Say which column holds the given name or the family name");
        }

        if (columns.Values.GroupBy(c => c, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            return new FieldError("Columns", $"The column {twice.Key} is chosen twice");
        }

        (extract.Columns, extract.IsWhole) = (Write(columns), isWhole);
        var mapping = await db.Set<ExtractMapping>().SingleOrDefaultAsync(m => m.AgencyId == extract.AgencyId, ct);
        if (mapping is null)
        {
            mapping = new ExtractMapping { Id = ThingId.New(clock), AgencyId = extract.AgencyId };
            db.Add(mapping);
        }

        mapping.Columns = extract.Columns;
        await db.SaveAsync(process, ct);
        return extract;
    }

    public async Task<Result<Extract>> DiscardAsync(Guid id, Process process, CancellationToken ct)
    {
        if (await db.Set<Extract>().SingleOrDefaultAsync(e => e.Id == id && e.State == ExtractState.Staged, ct) is not { } extract)
        {
            return NotFound.Row;
        }

        extract.State = ExtractState.Discarded;
        await ForgetFileAsync(extract, process, ct);
        return extract;
    }

    /// <summary>Takes it in: records, whom they are of, and what is doubtful, in one transaction.</summary>
    /// <param name="progress">From 0 to 1, by how long the steps usually take.</param>
    public async Task<Result<Extract>> TakeInAsync(Guid id, Process process, CancellationToken ct, IProgress<double>? progress = null)
    {
        using var turn = await index.TurnAsync(ct);
        if (await OpenAsync(id, ct) is not { } open || await db.Set<Extract>().SingleOrDefaultAsync(e => e.Id == id && e.State == ExtractState.Staged, ct) is not { } extract)
        {
            return NotFound.Row;
        }

        progress?.Report(0.1);
        var now = clock.GetUtcNow();
        var key = keys.New(db);
        var added = open.Set.New.Select(content => (Record: NewRecord(extract, key, content, now), Content: content)).ToList();
        var put = added.Select(a => new KnownRecord(a.Record.Id, extract.AgencyId, Guid.Empty, a.Content.ToBytes()))
            .Concat(open.Set.Changed.Select(c => new KnownRecord(c.Record.Id, extract.AgencyId, c.Record.PersonId, c.Content.ToBytes()))).ToList();
        List<AgencyRecord> gone = extract.IsWhole ? [.. open.Set.Gone] : [];
        var tried = await index.TryAsync(put, [.. gone.Select(g => g.Id)], ct);
        progress?.Report(0.3);

        var joins = new JoinSaving(db, clock, tried, await sight.SealsAsync(ct), await PeopleSettings.SureFromAsync(settings, ct));
        var plan = await joins.PlanAsync(put.Select(p => p.Id).ToHashSet(), ct);
        progress?.Report(0.5);
        var persons = await joins.SaveAsync(plan, [.. added.Select(a => a.Record.Id)], now, ct);
        foreach (var (record, _) in added)
        {
            record.PersonId = persons[record.Id];
        }

        db.AddNewInBulk(added.Select(a => a.Record));
        await ChangeAsync(extract, open.Set.Changed, key, now, ct);
        await LeaveAsync(gone, now, ct);
        if (tried.LearntOf is { } records)
        {
            var learnt = ThingId.New(clock);
            db.Add(new LearntBasis { Id = learnt, Records = records, Key = key, Content = keys.SealBytes(key, learnt, tried.Engine.Basis.Write()), At = now });
        }

        (extract.State, extract.New, extract.Changed, extract.Same, extract.Gone) = (ExtractState.TakenIn, added.Count, open.Set.Changed.Count, open.Set.Same.Count, gone.Count);
        (extract.Joined, extract.Possible) = (plan.Joined.Count, plan.Doubtful.Count);
        extract.Doubts = JsonSerializer.Serialize(open.Reading.Doubts.Take(MostDoubtsKept));
        progress?.Report(0.6);
        await ForgetFileAsync(extract, process, ct);
        await index.TakeAsync(tried, persons.Select(p => (p.Key, p.Value)), ct);
        return extract;
    }

    private AgencyRecord NewRecord(Extract extract, int key, RecordContent content, DateTimeOffset now)
    {
        var id = ThingId.New(clock);
        return new AgencyRecord { Id = id, AgencyId = extract.AgencyId, Key = key, Content = keys.Seal(key, id, content), ExtractId = extract.Id, At = now, ChangedAt = now };
    }

    /// <summary>What stood there before stays beside the record.</summary>
    private async Task ChangeAsync(Extract extract, IReadOnlyList<(AgencyRecord Record, RecordContent Content)> changed, int key, DateTimeOffset now, CancellationToken ct)
    {
        var ids = changed.Select(c => c.Record.Id).ToHashSet();
        var numbers = (await db.Set<EarlierContent>().AsNoTracking().Where(e => ids.Contains(e.RecordId)).GroupBy(e => e.RecordId).Select(g => new { g.Key, Last = g.Max(e => e.Number) }).ToListAsync(ct)).ToDictionary(g => g.Key, g => g.Last);
        db.AddInBulk(changed.Select(c => new EarlierContent
        {
            RecordId = c.Record.Id, Number = numbers.GetValueOrDefault(c.Record.Id) + 1, Key = c.Record.Key, Content = c.Record.Content, ExtractId = c.Record.ExtractId, From = c.Record.ChangedAt,
        }).ToList());
        foreach (var (before, content) in changed)
        {
            var record = await TrackedAsync(before.Id, ct);
            (record.Key, record.Content, record.ExtractId, record.ChangedAt, record.GoneAt) = (key, keys.Seal(key, before.Id, content), extract.Id, now, null);
        }
    }

    private async Task LeaveAsync(List<AgencyRecord> gone, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var record in gone)
        {
            (await TrackedAsync(record.Id, ct)).GoneAt = now;
        }
    }

    private async Task<AgencyRecord> TrackedAsync(Guid id, CancellationToken ct) => await db.Set<AgencyRecord>().FindAsync([id], ct) ?? throw new InvalidOperationException("A record that was there a moment ago is gone.");

    private async Task<Reconciliation> SetBesideAsync(Extract extract, ExtractReading reading, CancellationToken ct)
    {
        await keys.LoadAsync(db, ct);
        var standing = (await db.Set<AgencyRecord>().AsNoTracking().Where(r => r.AgencyId == extract.AgencyId && !r.Withdrawn).ToListAsync(ct)).Select(r => (Record: r, Content: keys.Open(r.Key, r.Id, r.Content))).ToList();
        var byKey = standing.GroupBy(s => ExtractReading.KeyOf(s.Content)).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        var (added, changed, same) = (new List<RecordContent>(), new List<(AgencyRecord, RecordContent)>(), new List<AgencyRecord>());
        foreach (var (key, content) in reading.Records)
        {
            if (!byKey.Remove(key, out var known))
            {
                added.Add(content);
            }
            else if (known.Content.SaysTheSameAs(content) && known.Record.GoneAt is null)
            {
                same.Add(known.Record);
            }
            else
            {
                changed.Add((known.Record, content));
            }
        }

        // Somebody entered by hand is not the extract's to take away.
        return new Reconciliation(added, changed, same, [.. byKey.Values.Select(s => s.Record).Where(r => r.GoneAt is null && r.ExtractId is not null)]);
    }

    /// <summary>Saves, and destroys the key of the file with it: what stands in it is in the records now, or nowhere.</summary>
    private Task ForgetFileAsync(Extract extract, Process process, CancellationToken ct) => erasing.EraseAsync(extract.Id, async () =>
    {
        db.RemoveRange(await db.Set<SealedExtract>().Where(s => s.ExtractId == extract.Id).ToListAsync(ct));
        await db.SaveAsync(process, ct);
    }, ct);

    private static string Write(IReadOnlyDictionary<PersonField, string> columns) => JsonSerializer.Serialize(columns.ToDictionary(c => $"{c.Key}", c => c.Value));

    private static Dictionary<PersonField, string> Read(string columns) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(columns)!.Where(c => Enum.TryParse<PersonField>(c.Key, out _)).ToDictionary(c => Enum.Parse<PersonField>(c.Key), c => c.Value);
}

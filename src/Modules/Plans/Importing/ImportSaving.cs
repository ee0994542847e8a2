using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Trellis.Governance;
using Trellis.Kernel;
using Trellis.Measures;
using Trellis.Plans.Import;
using Trellis.Risks;
using F = Trellis.Plans.Import.PlanFields;

namespace Trellis.Plans.Importing;

/// <summary>
/// Puts a settled reading into a plan, in the context and without saving: new rows are made, changed ones take what the
/// document says where nobody edited them or the person chose the document, and rows that are gone are taken out.
/// </summary>
internal sealed class ImportSaving
{
    private readonly AppDbContext _db;
    private readonly TimeProvider _clock;
    private readonly IndicatorService _indicators;
    private readonly RiskService _risks;
    private readonly Cast _cast;
    private readonly Plan _plan;
    private readonly StandingPlan _standing;
    private readonly Dictionary<string, ReadItem> _read;
    private readonly Dictionary<string, Guid> _idAt = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _lastNumber = new(StringComparer.Ordinal);
    private readonly List<(RowChange Change, Thing Thing, ImportedAct Act)> _done = [];
    private readonly HashSet<Guid> _newOrMoved = [];
    private readonly ImportedFields _fields;
    private readonly List<PlanItem> _items = [];

    private ImportSaving(ImportParts parts, Plan plan, StandingPlan standing, Cast cast, PlanReading reading, IEnumerable<Plan> plans)
    {
        (_db, _clock, _indicators, _risks) = parts;
        (_plan, _standing, _cast) = (plan, standing, cast);
        _read = ReadItems.ByPlace(reading);
        _fields = new ImportedFields(cast, plan, _read, plans);
    }

    /// <summary>What an import works with; a record only so that it is handed on in one piece.</summary>
    internal sealed record ImportParts(AppDbContext Db, TimeProvider Clock, IndicatorService Indicators, RiskService Risks);

    /// <param name="choices">By "{thing}.{field}", "{thing}.place" or "{thing}.gone": "document" or "trellis".</param>
    public static async Task<List<ImportedRow>> ApplyAsync(
        ImportParts parts, ForumService forums, PlanImport import, Plan plan, bool isNew, PlanReading reading,
        IReadOnlyDictionary<string, string> choices, Process process, CancellationToken ct)
    {
        var standing = isNew
            ? new StandingPlan { Plan = plan, Officers = new Dictionary<Guid, string>(), Departments = new Dictionary<Guid, string>() }
            : await StandingPlan.LoadAsync(parts.Db, plan, ct);
        var cast = await Cast.LoadAsync(parts.Db, parts.Clock, forums, ct);
        var plans = await parts.Db.Set<Plan>().AsNoTracking().Where(p => !p.Withdrawn).ToListAsync(ct);
        var saving = new ImportSaving(parts, plan, standing, cast, reading, plans);
        var links = new ImportedLinks(parts, cast, saving._read, saving._idAt);
        var changes = PlanComparison.Compare(standing.Ordered(), reading);
        if (!isNew)
        {
            await saving.CountReferencesAsync(ct);
        }

        // What is put in is new or looked at once at the end: comparing everything at each step would take the square of the rows.
        parts.Db.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            foreach (var change in changes)
            {
                await saving.TakeAsync(change, choices, ct);
            }

            await links.JoinAsync(isNew, ct);
        }
        finally
        {
            parts.Db.ChangeTracker.AutoDetectChangesEnabled = true;
        }

        var placed = saving._done.Where(d => d is { Change.Read: not null, Thing: PlanItem })
            .Select(d => new PlacedItem((PlanItem)d.Thing, saving.ParentOf(d.Change.Read!), d.Change.Read!.Position));
        ImportPlacing.Place(standing.Items, placed, saving._newOrMoved);
        var left = LeftForAfter.Of(reading, saving._done.Select(d => (d.Change.Read, d.Thing)), process, parts.Clock);
        parts.Db.AddNewInBulk([.. saving._items, .. left]);
        return saving.Rows(import, [.. cast.Made, .. links.Made, .. left]);
    }

    private async Task TakeAsync(RowChange change, IReadOnlyDictionary<string, string> choices, CancellationToken ct)
    {
        if (change.Read is not { } read)
        {
            var gone = _standing.Thing(change.Existing!.Id);
            var takeOut = change.State == RowState.Gone && choices.GetValueOrDefault($"{gone.Id}.gone") == ImportChoice.Document;
            gone.Withdrawn |= takeOut;
            if (takeOut)
            {
                _done.Add((change, gone, ImportedAct.TakenOut));
            }

            return;
        }

        if (change.Existing is not { } existing)
        {
            var made = await MakeAsync(read, ct);
            _idAt[read.Place] = made.Id;
            foreach (var field in read.Fields.Keys)
            {
                _fields.Put(made, field, read);
            }

            if (made is PlanItem { Title.Length: > PlanItem.LongestTitle } tooLong)
            {
                tooLong.Title = tooLong.Title[..PlanItem.LongestTitle];
            }

            _done.Add((change, made, ImportedAct.Made));
            return;
        }

        var thing = _standing.Thing(existing.Id);
        _idAt[read.Place] = thing.Id;
        foreach (var field in change.Fields.Where(f => f.State == FieldState.TakeNew
            || (f.State == FieldState.Choose && choices.GetValueOrDefault($"{thing.Id}.{f.Name}") == ImportChoice.Document)))
        {
            _fields.Put(thing, field.Name, read);
        }

        var staysHere = change.MovedHereToo && choices.GetValueOrDefault(ImportQuestion.PlaceKey(change)) != ImportChoice.Document;
        if (change.State == RowState.Moved && !staysHere && thing is PlanItem item)
        {
            item.ParentId = ParentOf(read);
            _newOrMoved.Add(item.Id);
        }

        _done.Add((change, thing, ImportedAct.Met));
    }

    private async Task<Thing> MakeAsync(ReadRow read, CancellationToken ct)
    {
        if (read.Kind == RowKind.Indicator)
        {
            return await _indicators.StageAsync(new IndicatorOptions(read.Fields[F.Text], null, null, [], null, [], null), ct);
        }

        if (read.Kind == RowKind.Risk)
        {
            return await _risks.StageAsync(new RiskOptions(read.Fields[F.Text], RiskScope.Local, "Not stated", null, null), ct);
        }

        var item = Blank(read.Kind);
        item.ParentId = ParentOf(read);
        _newOrMoved.Add(item.Id);
        _items.Add(item);
        return item;
    }

    private PlanItem Blank(RowKind kind)
    {
        var id = ThingId.New(_clock);
        return kind switch
        {
            RowKind.Priority => new Priority { Id = id, PlanId = _plan.Id, Reference = Next(ItemKind.Priority) },
            RowKind.Objective => new Objective { Id = id, PlanId = _plan.Id, Reference = Next(ItemKind.Objective) },
            RowKind.KeyAction => new KeyAction { Id = id, PlanId = _plan.Id, Reference = Next(ItemKind.Action) },
            RowKind.Milestone => new Milestone { Id = id, PlanId = _plan.Id, Reference = Next(ItemKind.Milestone) },
            RowKind.Section => new Section { Id = id, PlanId = _plan.Id, Reference = Next(ItemKind.Section) },
            _ => new Challenge { Id = id, PlanId = _plan.Id, Reference = Next(ItemKind.Challenge) },
        };
    }

    private string Next(ItemKind kind)
    {
        var number = _lastNumber.GetValueOrDefault(kind.Letters) + 1;
        _lastNumber[kind.Letters] = number;
        return $"{kind.Letters}-{number}";
    }

    private async Task CountReferencesAsync(CancellationToken ct)
    {
        foreach (var reference in await _db.Set<PlanItem>().Where(i => i.PlanId == _plan.Id).Select(i => i.Reference).ToListAsync(ct))
        {
            var dash = reference.LastIndexOf('-');
            var letters = reference[..dash];
            _lastNumber[letters] = Math.Max(_lastNumber.GetValueOrDefault(letters), int.Parse(reference.AsSpan(dash + 1)));
        }
    }

    private Guid? ParentOf(ReadRow read) => read.ParentPlace is { } place ? _idAt[place] : null;

    /// <summary>What is remembered of the import, so that a later one can tell an edit from a change, and so that it can be undone.</summary>
    private List<ImportedRow> Rows(PlanImport import, List<Thing> madeBeside)
    {
        var rows = new List<ImportedRow>(_done.Count + madeBeside.Count);
        foreach (var (change, thing, act) in _done)
        {
            var before = act == ImportedAct.Met ? Before(thing) : "{}";
            rows.Add(Row(thing, act == ImportedAct.Met && before != "{}" ? ImportedAct.Changed : act, change.Read, before));
        }

        rows.AddRange(madeBeside.Select(thing => Row(thing, ImportedAct.Made, null, "{}")));
        return rows;

        ImportedRow Row(Thing thing, ImportedAct act, ReadRow? read, string before) => new()
        {
            ImportId = import.Id, Position = rows.Count, ThingId = thing.Id, Kind = thing.GetType().Name, Act = act,
            AsImported = read is null ? "{}" : ImportedRow.Said(read.Fields, new ImportedPlace(ParentOf(read), read.Position)), Before = before,
            Lines = read is null ? "" : string.Join(", ", read.Lines),
        };
    }

    /// <summary>The changed properties as they were and as they became: an undo puts back only what still stands as the import left it.</summary>
    private string Before(Thing thing)
    {
        var entry = _db.Entry(thing);
        if (entry.State != EntityState.Modified)
        {
            return "{}";
        }

        return JsonSerializer.Serialize(entry.Properties
            .Where(p => p.IsModified && p.Metadata.Name != nameof(Thing.Version))
            .ToDictionary(p => p.Metadata.Name, p => new[] { JsonSerializer.SerializeToElement(p.OriginalValue, p.Metadata.ClrType), JsonSerializer.SerializeToElement(p.CurrentValue, p.Metadata.ClrType) }, StringComparer.Ordinal));
    }
}

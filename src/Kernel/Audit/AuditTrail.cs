using System.Buffers;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Trellis.Kernel.Data;

namespace Trellis.Kernel.Audit;

/// <summary>Turns what a context is about to save into the audit entry of its process.</summary>
internal static class AuditTrail
{
    /// <summary>A property whose value never enters the audit; only that it changed.</summary>
    public const string Secret = "Trellis:Secret";

    /// <summary>A property that tells who somebody is: it enters the audit encrypted under the thing's own key.</summary>
    public const string Personal = "Trellis:Personal";

    /// <summary>A property that follows from others, and so is not worth telling.</summary>
    public const string Derived = "Trellis:Derived";

    /// <summary>A row that is part of a thing: the property that holds the thing's id, and the row's name in the history.</summary>
    public const string PartOf = "Trellis:PartOf";

    private const string NotKept = "(not kept)";

    /// <param name="newInBulk">New things that the context does not track.</param>
    public static (AuditEntry Entry, List<AuditChange> Changes)? Of(AppDbContext db, IReadOnlyList<IThing> newInBulk, Process process, DateTimeOffset now)
    {
        var pending = Pending(db);
        if (pending.Count + newInBulk.Count == 0)
        {
            return null;
        }

        var entryId = Guid.CreateVersion7(now);
        var changes = new List<AuditChange>(pending.Count + newInBulk.Count);
        foreach (var (thing, entry, parts) in pending)
        {
            var verb = VerbOf(entry);
            if (entry.State == EntityState.Added)
            {
                thing.Version = 1;
            }
            else if (entry.State != EntityState.Deleted)
            {
                entry.Property(nameof(IThing.Version)).CurrentValue = thing.Version + 1;
            }

            changes.Add(new AuditChange
            {
                EntryId = entryId,
                Position = changes.Count,
                Kind = entry.Metadata.ClrType.Name,
                ThingId = thing.Id,
                Number = entry.State == EntityState.Deleted ? thing.Version + 1 : thing.Version,
                Verb = verb,
                Fields = FieldsOf(db, thing, entry, parts),
            });
        }

        AddMade(changes, db.Model, newInBulk, entryId);
        var audit = new AuditEntry
        {
            Id = entryId,
            At = AuditEntry.Stored(now),
            AccountId = process.Who.AccountId,
            Via = process.Who.Via,
            Process = process.Name,
            Why = process.Why,
            Changes = changes.Count,
            ChangesRoot = Digest.MerkleRoot([.. changes.Select(c => c.ComputeHash())]),
        };
        return (audit.Signed(), changes);
    }

    private static void AddMade(List<AuditChange> changes, IModel model, IReadOnlyList<IThing> things, Guid entryId)
    {
        var told = new Dictionary<Type, List<(string Name, Func<object, object?> ValueOf)>>();
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = AuditJson.Encoder });
        foreach (var thing in things)
        {
            if (!told.TryGetValue(thing.GetType(), out var fields))
            {
                told.Add(thing.GetType(), fields = ToldOf(model.FindEntityType(thing.GetType())!));
            }

            thing.Version = 1;
            buffer.ResetWrittenCount();
            json.Reset();
            json.WriteStartObject();
            foreach (var (name, valueOf) in fields)
            {
                if (valueOf(thing) is { } value and not ("" or false))
                {
                    json.WriteStartArray(name);
                    json.WriteNullValue();
                    json.WriteStringValue(AuditJson.Text(value));
                    json.WriteEndArray();
                }
            }

            json.WriteEndObject();
            json.Flush();
            changes.Add(new AuditChange
            {
                EntryId = entryId, Position = changes.Count, Kind = thing.GetType().Name, ThingId = thing.Id, Number = 1, Verb = ChangeVerb.Made,
                Fields = System.Text.Encoding.UTF8.GetString(buffer.WrittenSpan),
            });
        }
    }

    private static List<(string Name, Func<object, object?> ValueOf)> ToldOf(IEntityType kind)
    {
        var told = kind.GetProperties().Where(IsTold).ToList();
        return told.Exists(p => p.FindAnnotation(Personal) is not null)
            ? throw new InvalidOperationException($"{kind.ClrType.Name} has values of a person, which are encrypted one by one: it does not go in bulk.")
            : [.. told.Select(p => (p.Name, p.FindAnnotation(Secret) is null ? BulkDoor.ValuesOf(p, kind) : _ => NotKept))];
    }

    private sealed record PendingThing(IThing Thing, EntityEntry Entry, List<EntityEntry> Parts);

    private static List<PendingThing> Pending(AppDbContext db)
    {
        var things = new Dictionary<Guid, PendingThing>();
        var parts = new List<EntityEntry>();
        foreach (var entry in db.ChangeTracker.Entries())
        {
            if (entry.State is EntityState.Unchanged or EntityState.Detached)
            {
                continue;
            }

            if (entry.Entity is IThing thing)
            {
                things.Add(thing.Id, new PendingThing(thing, entry, []));
            }
            else if (entry.Metadata.FindAnnotation(PartOf) is not null)
            {
                parts.Add(entry);
            }
        }

        foreach (var part in parts)
        {
            var owner = (Guid)part.Property((string)part.Metadata.FindAnnotation(PartOf)!.Value!).CurrentValue!;
            if (!things.TryGetValue(owner, out var pending))
            {
                var entry = db.ChangeTracker.Entries().Single(e => e.Entity is IThing thing && thing.Id == owner);
                entry.State = EntityState.Modified;
                things.Add(owner, pending = new PendingThing((IThing)entry.Entity, entry, []));
            }

            pending.Parts.Add(part);
        }

        return [.. things.Values];
    }

    private static ChangeVerb VerbOf(EntityEntry entry)
    {
        if (entry.State == EntityState.Added)
        {
            return ChangeVerb.Made;
        }

        if (entry.State == EntityState.Deleted)
        {
            return ChangeVerb.Erased;
        }

        return entry.Entity is Thing thing && entry.Property(nameof(Thing.Withdrawn)) is { IsModified: true, OriginalValue: bool before }
            && before != thing.Withdrawn
            ? (thing.Withdrawn ? ChangeVerb.Withdrawn : ChangeVerb.BroughtBack)
            : ChangeVerb.Changed;
    }

    private static string FieldsOf(AppDbContext db, IThing thing, EntityEntry entry, List<EntityEntry> parts)
    {
        using var stream = new MemoryStream(256);
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = AuditJson.Encoder }))
        {
            json.WriteStartObject();
            foreach (var property in entry.Properties)
            {
                if (IsWorthTelling(entry, property))
                {
                    WriteChange(json, db, thing, entry.State, property);
                }
            }

            foreach (var part in parts.GroupBy(p => p.Metadata.ClrType.Name.Split('`')[0].Replace("IdentityUser", "", StringComparison.Ordinal)))
            {
                json.WriteStartArray(part.Key);
                json.WriteNullValue();
                json.WriteStringValue(string.Join(", ", part.Select(p => p.State.ToString().ToLowerInvariant())));
                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static bool IsWorthTelling(EntityEntry entry, PropertyEntry property)
    {
        return IsTold(property.Metadata) && entry.State switch
        {
            EntityState.Modified => property.IsModified && !Equals(property.OriginalValue, property.CurrentValue),
            EntityState.Added => property.CurrentValue is not (null or "" or false),
            _ => true,
        };
    }

    private static bool IsTold(IProperty property) =>
        !property.IsPrimaryKey() && property.FindAnnotation(Derived) is null && property.Name is not (nameof(IThing.Version) or "SortKey");

    private static void WriteChange(Utf8JsonWriter json, AppDbContext db, IThing thing, EntityState state, PropertyEntry property)
    {
        json.WriteStartArray(property.Metadata.Name);
        Write(state == EntityState.Added ? null : property.OriginalValue);
        Write(state == EntityState.Deleted ? null : property.CurrentValue);
        json.WriteEndArray();

        void Write(object? value)
        {
            if (value is null)
            {
                json.WriteNullValue();
            }
            else if (property.Metadata.FindAnnotation(Secret) is not null)
            {
                json.WriteStringValue(NotKept);
            }
            else if (property.Metadata.FindAnnotation(Personal) is not null)
            {
                json.WriteStringValue(db.Personal.Encrypt(thing.Id, AuditJson.Text(value)));
            }
            else
            {
                json.WriteStringValue(AuditJson.Text(value));
            }
        }
    }
}

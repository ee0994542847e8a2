using System.Collections.Concurrent;
using Trellis.Linkage;
using Trellis.People.Records;

namespace Trellis.People.Index;

/// <summary>What of a record the engine compares, and how it gets it.</summary>
internal static class IndexFields
{
    /// <summary>The fields of the engine, in its order, and what a record calls them.</summary>
    private static readonly (FieldKind Kind, PersonField Field)[] fields =
    [
        (FieldKind.Given, PersonField.Given), (FieldKind.Middle, PersonField.Middle), (FieldKind.Family, PersonField.Family), (FieldKind.Former, PersonField.Former),
        (FieldKind.Birth, PersonField.Birth), (FieldKind.Sex, PersonField.Sex), (FieldKind.Postcode, PersonField.Postcode), (FieldKind.Address, PersonField.Address),
        (FieldKind.Phone, PersonField.Phone), (FieldKind.NhsNumber, PersonField.NhsNumber), (FieldKind.Upn, PersonField.Upn), (FieldKind.AgencyId, PersonField.Reference),
    ];

    public static readonly FieldMap Map = FieldMap.Of([.. fields.Select(f => f.Kind)]);

    public static Task<RecordIndex> BuildAsync(IEnumerable<KnownRecord> records, int expected, LinkageBasis? basis, CancellationToken ct) => Task.Factory.StartNew(() =>
    {
        var agencies = new ConcurrentDictionary<Guid, string>();
        return RecordIndex.Build(Map, records, expected, r => r.Id, r => agencies.GetOrAdd(r.AgencyId, Mark), (r, field) => RecordContent.FieldOf(r.Plain, fields[field].Field), basis, cancel: ct);
    }, ct, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    public static IndexedRecord Indexed(KnownRecord record)
    {
        var content = record.Content;
        return new IndexedRecord(record.Id, [.. fields.Select(f => content[f.Field])]) { Agency = Mark(record.AgencyId) };
    }

    /// <summary>What tells an agency's identifiers from another's: the part of its id that is chance, since a million records have it behind them.</summary>
    private static string Mark(Guid agency) => agency.ToString("N")[^12..];
}

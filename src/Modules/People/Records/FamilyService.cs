using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.People.Index;
using Trellis.People.Searching;
using Trellis.People.Sight;

namespace Trellis.People.Records;

/// <summary>Somebody of a person's family or household, as these eyes may see them.</summary>
/// <param name="Content">Null where they may only know of them.</param>
/// <param name="LiveTogether">Not said where the address of one of the two is protected from these eyes.</param>
public sealed record Relative(Relationship Relationship, Guid Person, string Address, RelationshipKind Kind, bool IsReversed, RecordContent? Content, bool LiveTogether);

/// <summary>Somebody whom an agency counts to the same household.</summary>
/// <param name="Since">From when on both records say so, as far as they are known.</param>
public sealed record HouseholdMember(Guid Person, KnownRecord Record, string Agency, DateTimeOffset Since);

/// <summary>Who belongs to whom, and who lives with whom.</summary>
public sealed class FamilyService(AppDbContext db, PeopleIndex index, RecordService records, TimeProvider clock)
{
    private const int MostOfHousehold = 50;

    public async Task<List<Relative>> OfAsync(Guid person, Eyes eyes, CancellationToken ct)
    {
        var said = await db.Set<Relationship>().AsNoTracking().Where(r => !r.Withdrawn && (r.PersonId == person || r.OtherId == person)).OrderBy(r => r.Id).ToListAsync(ct);
        var others = said.ToDictionary(r => r.Id, r => r.PersonId == person ? r.OtherId : r.PersonId);
        var addresses = await records.AddressesAsync(others.Values, ct);
        var relatives = new List<Relative>();
        foreach (var relationship in said)
        {
            var other = others[relationship.Id];
            if (eyes.MayKnowBoth(person, other) && await records.FindAsync(addresses.GetValueOrDefault(other, ""), eyes, ct) is { } found)
            {
                var shown = await records.ShowAsync(found, eyes, ct);
                relatives.Add(new Relative(relationship, found.Id, found.Address, relationship.Kind, relationship.OtherId == person, shown.Newest,
                    relationship is { LiveTogether: true, Until: null } && eyes.MaySeeAddress(person) && eyes.MaySeeAddress(found.Id)));
            }
        }

        return relatives;
    }

    /// <summary>Others whose records name the same home. Nobody, where the address of one of them is protected from these eyes.</summary>
    public async Task<List<FoundPerson>> AtTheAddressAsync(ShownPerson person, Eyes eyes, CancellationToken ct)
    {
        if (person.Newest is not { } content || content[PersonField.Postcode].Length == 0 || !eyes.MaySeeAddress(person.Person.Id))
        {
            return [];
        }

        var query = new Dictionary<string, string> { ["postcode"] = content[PersonField.Postcode], ["address"] = content[PersonField.Address], ["family name"] = content[PersonField.Family] };
        var found = await index.SearchAsync(query, MostOfHousehold, ct);
        var here = found.Select(f => f.Record).Where(r => MayShowBeside(person.Person.Id, r, eyes) && IsOneHome(content, r.Content));
        return [.. eyes.Among(here.GroupBy(r => r.PersonId), g => g.Key).Select(g => new FoundPerson(g.Key, [.. g], g.First(), 1))];
    }

    /// <summary>Whom agencies count to one of the person's households, and since when both records say so. Nobody, where the address of one of them is protected from these eyes.</summary>
    public async Task<List<HouseholdMember>> OfHouseholdsAsync(ShownPerson person, Eyes eyes, CancellationToken ct)
    {
        var members = new List<HouseholdMember>();
        if (!eyes.MaySeeAddress(person.Person.Id))
        {
            return members;
        }

        foreach (var shown in person.Records.Where(r => r.Content is not null && r.Record.GoneAt is null && r.Content[PersonField.Household].Length > 0))
        {
            var others = (await index.OfHouseholdAsync(shown.Record.AgencyId, shown.Content![PersonField.Household], ct))
                .Where(r => MayShowBeside(person.Person.Id, r, eyes)).ToList();
            var since = await records.HouseholdSinceAsync([shown.Record.Id, .. others.Select(o => o.Id)], shown.Content[PersonField.Household], ct);
            members.AddRange(others.Select(o => new HouseholdMember(o.PersonId, o, shown.Agency, since[o.Id] > since[shown.Record.Id] ? since[o.Id] : since[shown.Record.Id])));
        }

        return [.. eyes.Among(members.OrderBy(m => m.Since).DistinctBy(m => (m.Person, m.Agency)), m => m.Person)];
    }

    /// <summary>Says what one person is to another, and whether they live together.</summary>
    public async Task<Result<Relationship>> SayAsync(Guid person, string? otherAddress, RelationshipKind? kind, bool liveTogether, DateOnly? from, Eyes eyes, Process process, CancellationToken ct)
    {
        var errors = new List<FieldError>();
        var other = string.IsNullOrWhiteSpace(otherAddress) ? null : await records.FindAsync(otherAddress.Trim(), eyes, ct);
        if (other is null || other.Id == person || !eyes.MayKnowBoth(person, other.Id))
        {
            errors.Add(new("Other", "Enter the address of the other person's page, for example 7H3K9QXP"));
        }

        if (kind is null)
        {
            errors.Add(new("Kind", "Choose what the other is to this person"));
        }

        if (errors.Count > 0)
        {
            return errors;
        }

        var relationship = new Relationship { Id = ThingId.New(clock), PersonId = person, OtherId = other!.Id, Kind = kind!.Value, LiveTogether = liveTogether, From = from, SaidBy = process.Who.AccountId!.Value, At = clock.GetUtcNow() };
        db.Add(relationship);
        await db.SaveAsync(process, ct);
        return relationship;
    }

    /// <summary>It is over, or was never so.</summary>
    public async Task<Result<Relationship>> EndAsync(Guid id, Guid person, DateOnly today, Process process, CancellationToken ct)
    {
        if (await db.Set<Relationship>().SingleOrDefaultAsync(r => r.Id == id && !r.Withdrawn && r.Until == null && (r.PersonId == person || r.OtherId == person), ct) is not { } relationship)
        {
            return NotFound.Row;
        }

        relationship.Until = today;
        await db.SaveAsync(process, ct);
        return relationship;
    }

    /// <summary>Whether somebody else's record may tell that the two live together.</summary>
    private static bool MayShowBeside(Guid person, KnownRecord record, Eyes eyes) =>
        record.PersonId != person && record.PersonId != Guid.Empty && eyes.MayKnowBoth(person, record.PersonId) && eyes.MaySeeAddress(record.PersonId) && eyes.MaySee(record);

    /// <summary>A postcode is a street: without an address in it, those of one family name are taken for one home.</summary>
    private static bool IsOneHome(RecordContent a, RecordContent b) => Plain(a[PersonField.Postcode]) == Plain(b[PersonField.Postcode])
        && (a[PersonField.Address].Length > 0 && b[PersonField.Address].Length > 0
            ? Plain(a[PersonField.Address]) == Plain(b[PersonField.Address])
            : Plain(a[PersonField.Family]) is { Length: > 0 } family && family == Plain(b[PersonField.Family]));

    private static string Plain(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}

using Trellis.People.Index;

namespace Trellis.People.Sight;

/// <summary>What one account may know and see, for the time of a request.</summary>
/// <param name="Account">Whose eyes they are.</param>
/// <param name="Agency">For which agency they work; null where nobody said so.</param>
/// <param name="Involved">The persons with whom they have to do now.</param>
/// <param name="Seals">Those that stand.</param>
public sealed record Eyes(Guid Account, Guid? Agency, IReadOnlySet<Guid> Involved, IReadOnlyList<Seal> Seals)
{
    private readonly HashSet<Guid> hidden = [.. Of(Seals, Account, SealKind.Restricted)];
    private readonly HashSet<Guid> withoutAddress = [.. Of(Seals, Account, SealKind.ProtectedAddress)];

    /// <summary>The persons of whom they must not learn that they are there.</summary>
    public IReadOnlySet<Guid> Hidden => hidden;

    /// <summary>Pairs of identities that must not show beside each other.</summary>
    public IEnumerable<(Guid One, Guid Other)> Apart => Seals.Where(s => s.Kind == SealKind.NeverTogether && !s.ReaderIds.Contains(Account)).Select(s => (s.PersonId, s.OtherId!.Value));

    /// <summary>Whether they may learn that there is such a person.</summary>
    public bool MayKnow(Guid person) => !hidden.Contains(person);

    /// <summary>Whether they may read what an agency's record says.</summary>
    public bool MaySee(KnownRecord record) => MaySee(record.PersonId, record.AgencyId);

    public bool MaySee(Guid person, Guid agency) => MayKnow(person) && (Agency == agency || Involved.Contains(person));

    /// <summary>Whether they may read where the person lives.</summary>
    public bool MaySeeAddress(Guid person) => !withoutAddress.Contains(person);

    /// <summary>The other identity of an adopted child, which must not show beside this one.</summary>
    public Guid? ApartFrom(Guid person) => Seals.FirstOrDefault(s => s.Kind == SealKind.NeverTogether && (s.PersonId == person || s.OtherId == person)) is { } seal && !seal.ReaderIds.Contains(Account)
        ? seal.PersonId == person ? seal.OtherId : seal.PersonId
        : null;

    /// <summary>Persons in their order, without whoever must not be known, nor beside one who came before.</summary>
    public IEnumerable<T> Among<T>(IEnumerable<T> items, Func<T, Guid> personOf)
    {
        var shown = new HashSet<Guid>();
        foreach (var item in items)
        {
            var person = personOf(item);
            if (MayKnow(person) && (ApartFrom(person) is not { } other || !shown.Contains(other)))
            {
                shown.Add(person);
                yield return item;
            }
        }
    }

    /// <summary>Whether two persons may show beside each other.</summary>
    public bool MayKnowBoth(Guid a, Guid b) => MayKnow(a) && MayKnow(b) && ApartFrom(a) != b;

    private static IEnumerable<Guid> Of(IEnumerable<Seal> seals, Guid account, SealKind kind) => seals.Where(s => s.Kind == kind && !s.ReaderIds.Contains(account)).Select(s => s.PersonId);
}

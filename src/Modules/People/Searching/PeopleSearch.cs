using Trellis.Kernel;
using Trellis.Kernel.Audit;
using Trellis.People.Index;
using Trellis.People.Records;
using Trellis.People.Sight;

namespace Trellis.People.Searching;

/// <summary>A person whom a search found.</summary>
/// <param name="Records">Those that fit, the best first.</param>
/// <param name="Seen">The best of those whose content these eyes may read; null where they may only know that records exist.</param>
/// <param name="Probability">That it is who was searched for, 0 to 1.</param>
public sealed record FoundPerson(Guid Person, IReadOnlyList<KnownRecord> Records, KnownRecord? Seen, double Probability)
{
    public IEnumerable<Guid> Agencies => Records.Select(r => r.AgencyId).Distinct();
}

/// <summary>Finds people by whatever is known of them, among all that agencies hold.</summary>
public sealed class PeopleSearch(PeopleIndex index, ReadLog reads)
{
    /// <summary>What is noted of searches stands under this subject.</summary>
    public static readonly Guid Log = new("5e4c0000-0000-7000-8000-000000000001");

    public const int MostShown = 20;

    /// <summary>More than are shown: some of them may not be, and many may be of one person.</summary>
    private const int MostRead = 100;

    /// <summary>What is less likely than this is nobody whom the words mean.</summary>
    private const double LeastLikely = 0.02;

    /// <summary>The persons whom these eyes may know of, the likeliest first. That somebody searched, and for what, is noted before anything is shown.</summary>
    public async Task<IReadOnlyList<FoundPerson>> FindAsync(string? typed, Eyes eyes, Process process, CancellationToken ct)
    {
        var readings = TypedQuery.Read(typed);
        if (readings.Count == 0)
        {
            return [];
        }

        var found = new List<(KnownRecord Record, Linkage.IndexHit Hit)>();
        foreach (var query in readings)
        {
            found.AddRange(await index.SearchAsync(query, MostRead, ct));
        }

        await reads.NoteAsync(Log, "A search for a person", typed, process, ct);
        var persons = found.Where(f => f.Hit.Probability >= LeastLikely).OrderByDescending(f => f.Hit.Weight).ThenBy(f => f.Record.Id).DistinctBy(f => f.Record.Id).GroupBy(f => f.Record.PersonId).Where(g => g.Key != Guid.Empty);
        return [.. eyes.Among(persons, g => g.Key).Take(MostShown).Select(g =>
        {
            var records = g.Select(f => f.Record).ToList();
            return new FoundPerson(g.Key, records, records.Find(eyes.MaySee), g.Max(f => f.Hit.Probability));
        })];
    }
}

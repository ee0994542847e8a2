using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.Measures.Statuses;

namespace Trellis.Measures.Catalogue;

/// <summary>An entry of the list with the indicator that was taken from it.</summary>
/// <param name="Indicator">Null while nobody took it.</param>
public sealed record CatalogueLine(CatalogueEntry Entry, Indicator? Indicator);

/// <summary>What came of taking an entry.</summary>
public sealed record TakenEntry(CatalogueEntry Entry, Taking Taking);

public enum Taking
{
    /// <summary>A new indicator.</summary>
    Made,

    /// <summary>One that a published file had brought, with its figures, is now one of the council's.</summary>
    Joined,

    /// <summary>It was there, and stays as it is.</summary>
    Was,
}

/// <summary>Makes indicators from the list of those that a plan for children needs.</summary>
public sealed class CatalogueService(AppDbContext db, StatusReckoning statuses, TimeProvider clock)
{
    public async Task<List<CatalogueLine>> LinesAsync(CancellationToken ct)
    {
        var all = await db.Set<Indicator>().AsNoTracking().Where(i => !i.Withdrawn).OrderBy(i => i.Id).ToListAsync(ct);
        return [.. CatalogueEntry.All.Select(entry => new CatalogueLine(entry, Find(all, entry) is { Kind: not IndicatorKind.DataOnly } taken ? taken : null))];
    }

    /// <summary>Takes these and what must not get worse beside them, all or none.</summary>
    public async Task<Result<List<TakenEntry>>> TakeAsync(IReadOnlyCollection<string> keys, Process process, CancellationToken ct)
    {
        if (keys.Count == 0)
        {
            return new FieldError("Keys", "Choose at least one indicator");
        }

        if (keys.Where(key => CatalogueEntry.Find(key) is null).ToList() is { Count: > 0 } unknown)
        {
            return unknown.Select(key => new FieldError("Keys", $"The list has no indicator “{key}”")).ToList();
        }

        var (taken, ids) = await StageAsync(keys, ct);
        if (db.ChangeTracker.HasChanges())
        {
            try
            {
                await db.SaveAsync(process, ct);
            }
            catch (DbUpdateConcurrencyException)
            {
                return new FieldError("Keys", "Somebody else changed the indicators at the same moment. Nothing of yours was kept; try again");
            }

            await statuses.ReckonAsync(ids, ct);
        }

        return taken;
    }

    private async Task<(List<TakenEntry> Taken, List<Guid> Ids)> StageAsync(IReadOnlyCollection<string> keys, CancellationToken ct)
    {
        var entries = WithGuards(keys);
        var all = await db.Set<Indicator>().Where(i => !i.Withdrawn).OrderBy(i => i.Id).ToListAsync(ct);
        var addresses = await db.Set<Indicator>().Select(i => i.Address).ToHashSetAsync(StringComparer.Ordinal, ct);
        var (taken, by) = (new List<TakenEntry>(), new Dictionary<string, Indicator>(StringComparer.Ordinal));
        foreach (var entry in entries)
        {
            var found = Find(all, entry);
            taken.Add(new TakenEntry(entry, found is null ? Taking.Made : found.Kind == IndicatorKind.DataOnly ? Taking.Joined : Taking.Was));
            if (found is null)
            {
                found = new Indicator { Id = ThingId.New(clock), Address = await AddressWord.FreeAsync(entry.Key, "indicator", free => Task.FromResult(addresses.Contains(free))) };
                addresses.Add(found.Address);
                all.Add(found);
                db.Add(found);
            }

            by.Add(entry.Key, found);
            if (taken[^1].Taking != Taking.Was)
            {
                Put(found, entry);
            }

            Feed(found, entry, all);
        }

        foreach (var entry in entries.Where(e => e.Guard is not null))
        {
            by[entry.Key].GuardId ??= by[entry.Guard!].Id;
        }

        return (taken, [.. by.Values.Select(i => i.Id)]);
    }

    /// <summary>In the order of the list.</summary>
    private static List<CatalogueEntry> WithGuards(IReadOnlyCollection<string> keys)
    {
        var wanted = keys.Select(key => CatalogueEntry.Find(key)!).SelectMany(entry => new[] { entry.Key, entry.Guard }).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return [.. CatalogueEntry.All.Where(entry => wanted.Contains(entry.Key))];
    }

    /// <summary>The one that is fed by what feeds the entry, else the one that was made from it.</summary>
    private static Indicator? Find(List<Indicator> all, CatalogueEntry entry) =>
        entry.Feeds.Select(feed => all.Find(i => i.FeedList.Contains(feed, StringComparer.Ordinal))).FirstOrDefault(i => i is not null)
        ?? all.Find(i => i.Address == entry.Key);

    private static void Put(Indicator indicator, CatalogueEntry entry)
    {
        IndicatorService.Put(indicator, new IndicatorOptions(entry.Title, entry.Definition, null, [], null, [], null));
        (indicator.Kind, indicator.Unit, indicator.UnitWords, indicator.Decimals) = (entry.Kind, entry.Unit, entry.UnitWords, entry.Decimals);
        (indicator.Numerator, indicator.Denominator, indicator.Source) = (entry.Numerator, entry.Denominator, entry.Source);
        // Nobody of the council has said yet that the polarity is right.
        (indicator.Polarity, indicator.PolarityConfirmed, indicator.Frequency, indicator.Basis) = (entry.Polarity, false, entry.Frequency, entry.Basis);
    }

    /// <summary>A name that feeds another indicator stays with it: its figures are there.</summary>
    private static void Feed(Indicator indicator, CatalogueEntry entry, List<Indicator> all)
    {
        var more = entry.Feeds.Where(feed => !all.Exists(i => i.FeedList.Contains(feed, StringComparer.Ordinal))).ToList();
        if (more.Count > 0)
        {
            indicator.Feeds = string.Join('\n', indicator.FeedList.Concat(more));
        }
    }
}

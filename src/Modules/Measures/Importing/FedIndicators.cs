using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;

namespace Trellis.Measures.Importing;

/// <summary>The indicators by the names under which files carry their figures, by their addresses and by their ids.</summary>
internal sealed class FedIndicators
{
    private readonly Dictionary<string, Indicator> names = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, Indicator> ids = [];

    public FedIndicators(IEnumerable<Indicator> indicators)
    {
        foreach (var indicator in indicators)
        {
            ids.Add(indicator.Id, indicator);
            foreach (var name in indicator.FeedList.Append(indicator.Address))
            {
                names.TryAdd(name, indicator);
            }
        }
    }

    public static async Task<FedIndicators> ReadAsync(AppDbContext db, CancellationToken ct) =>
        new(await db.Set<Indicator>().AsNoTracking().Where(i => !i.Withdrawn).OrderBy(i => i.Id).ToListAsync(ct));

    public Indicator? Find(string name) => names.GetValueOrDefault(name);

    public Indicator? Find(Guid? id) => id is { } known ? ids.GetValueOrDefault(known) : null;

    public Indicator? Find(ReadMeasure measure) => measure.Feeds.Select(names.GetValueOrDefault).FirstOrDefault(found => found is not null);
}

using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.Kernel.Things;

namespace Trellis.Governance;

/// <summary>What boards and bodies are called, for the pages of the things that hang on them.</summary>
internal sealed class ForumDirectory(AppDbContext db) : IThingDirectory
{
    public async Task<List<ThingCard>> CardsAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        [.. (await db.Set<Forum>().AsNoTracking().Where(x => ids.Contains(x.Id) && !x.Withdrawn).ToListAsync(ct))
            .Select(x => new ThingCard(x.Id, ForumWords.Of(x.Kind), x.Name, ForumService.AddressOf(x)))];
}

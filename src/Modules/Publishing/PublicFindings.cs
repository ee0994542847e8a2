using Microsoft.EntityFrameworkCore;
using Trellis.Measures.Public;
using Trellis.Measures.Scorecards;

namespace Trellis.Publishing;

/// <summary>What papers for the public say of indicators: of those that are public, what their public figures show.</summary>
public sealed class PublicFindings(Scorecard scores, PublicIndicators open)
{
    /// <summary>By the indicators' ids; one that is not public, or has no figure, is not among them.</summary>
    public async Task<Dictionary<Guid, string>> OfAsync(IReadOnlyCollection<Guid> indicatorIds, CancellationToken ct)
    {
        var findings = new Dictionary<Guid, string>();
        if (indicatorIds.Count == 0 || await scores.PlaceAsync(ct) is not { } place)
        {
            return findings;
        }

        foreach (var indicator in await open.All.Where(i => indicatorIds.Contains(i.Id)).ToListAsync(ct))
        {
            var view = await open.ViewAsync(indicator, place, await open.FiguresAsync(indicator, ct), ct);
            if (view.Judgement is not null)
            {
                findings.Add(indicator.Id, Finding.Of(view));
            }
        }

        return findings;
    }
}

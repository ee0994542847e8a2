using Microsoft.EntityFrameworkCore;
using Trellis.Governance.Meetings;
using Trellis.Kernel;
using Trellis.Kernel.Calendar;
using Trellis.Measures;
using Trellis.Measures.Scorecards;

namespace Trellis.Publishing.Packs;

/// <summary>Reads how the indicators of a board stand, and which of them moved since it met last.</summary>
public sealed class PackIndicators(AppDbContext db, Scorecard scores, IndicatorViews views, PublicFindings open)
{
    /// <summary>What needs attention first.</summary>
    public async Task<List<PackIndicator>> OfAsync(IReadOnlyList<Indicator> reviewed, Meeting meeting, CancellationToken ct)
    {
        var place = await scores.PlaceAsync(ct);
        var lines = await scores.OfAsync([.. reviewed.Select(i => i.Id)], place, ct);
        var before = await LastMeetingAsync(meeting, ct);
        var told = new List<PackIndicator>();
        foreach (var indicator in reviewed)
        {
            var view = place is null || indicator.SetOfPlan is not null ? null : await views.OfAsync(indicator, place, ct);
            var came = view?.Judgement is { } judgement && view.Sources.TryGetValue(judgement.Latest.Batch, out var batch) ? WorkingCalendar.InLondon(batch.RecordedAt) : (DateTimeOffset?)null;
            told.Add(new PackIndicator(
                indicator, lines.GetValueOrDefault(indicator.Id), view is null ? "" : Finding.Of(view), came is { } at && before is { } day && DateOnly.FromDateTime(at.DateTime) > day));
        }

        return [.. told.OrderBy(i => Urgency.Of(i.Line?.Status)).ThenBy(i => i.Indicator.SortKey, StringComparer.Ordinal)];
    }

    /// <summary>The same for the public, which may have public figures only.</summary>
    public async Task<List<PackIndicator>> OfPublicAsync(IReadOnlyList<Indicator> reviewed, CancellationToken ct)
    {
        var findings = await open.OfAsync([.. reviewed.Select(i => i.Id)], ct);
        return [.. reviewed.Select(i => new PackIndicator(i, null, findings.GetValueOrDefault(i.Id, ""), false))];
    }

    /// <summary>The day on which the board met before; null before its first meeting.</summary>
    public Task<DateOnly?> LastMeetingAsync(Meeting meeting, CancellationToken ct) =>
        db.Set<Meeting>().Where(m => m.ForumId == meeting.ForumId && m.Day < meeting.Day && !m.Withdrawn && m.State != MeetingState.Cancelled).MaxAsync(m => (DateOnly?)m.Day, ct);
}

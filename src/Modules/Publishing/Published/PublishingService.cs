using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.Kernel.Calendar;
using Trellis.Publishing.Reports;

namespace Trellis.Publishing.Published;

/// <summary>What somebody says who publishes.</summary>
/// <param name="Correction">What a new version puts right; not used for the first.</param>
/// <param name="Seen">The mark of the content that was looked at; null where nobody looked first.</param>
public sealed record PublishOptions(string? Correction, string? Seen);

/// <summary>Freezes reports for the public. A version, once made, is never changed.</summary>
public sealed class PublishingService(AppDbContext db, ReportService reports, WorkingCalendar calendar, TimeProvider clock)
{
    /// <summary>The published report of the plan or priority, where there is one already.</summary>
    public Task<PublishedReport?> StandingAsync(LiveReport report, CancellationToken ct)
    {
        Guid? only = report.Only?.Id;
        return db.Set<PublishedReport>().SingleOrDefaultAsync(r => r.PlanId == report.Plan.Id && r.PriorityId == only && !r.Withdrawn, ct);
    }

    /// <summary>The report as the next version would freeze it.</summary>
    public async Task<Snapshot> NextAsync(LiveReport report, string? correction, CancellationToken ct)
    {
        var standing = await StandingAsync(report, ct);
        var address = standing?.Address ?? await AddressWord.FreeAsync(
            report.Paper.Title, "report", free => db.Set<PublishedReport>().AnyAsync(r => r.Address == free, ct));
        var previous = standing is null ? null : await db.Set<PublishedVersion>().Where(v => v.ReportId == standing.Id && v.Number == standing.Newest).Select(v => v.Hash).SingleAsync(ct);
        var number = (standing?.Newest ?? 0) + 1;
        var today = calendar.Today;
        var title = report.Paper.Title.Length > PublishedReport.LongestTitle ? report.Paper.Title[..PublishedReport.LongestTitle] : report.Paper.Title;
        var paper = report.Paper with { Captions = [.. report.Paper.Captions, $"Version {number}, published on {today:d MMMM yyyy}"] };
        return new Snapshot(address, number, title, today, number == 1 ? null : correction?.Trim(), previous, paper, report.Csv(), report.Json());
    }

    public async Task<Result<PublishedVersion>> PublishAsync(string plan, string? priority, PublishOptions options, Process process, CancellationToken ct)
    {
        if (await reports.MakeAsync(plan, priority, ct) is not { } live)
        {
            return NotFound.Row;
        }

        var next = await NextAsync(live, options.Correction, ct);
        var standing = await StandingAsync(live, ct);
        if (await CheckAsync(next, standing, options, ct) is { Count: > 0 } errors)
        {
            return errors;
        }

        if (standing is null)
        {
            standing = new PublishedReport { Id = ThingId.New(clock), Address = next.Address, PlanId = live.Plan.Id, PriorityId = live.Only?.Id };
            db.Add(standing);
        }

        var bytes = next.ToBytes();
        var id = ThingId.New(clock);
        var version = new PublishedVersion
        {
            Id = id, ReportId = standing.Id, Number = next.Version, Title = next.Title, AccountId = process.Who.AccountId, At = clock.GetUtcNow(),
            Hash = Snapshot.Sha256(bytes), Correction = next.Correction, Snapshot = new PublishedSnapshot { VersionId = id, Bytes = bytes },
        };
        db.Add(version);
        (standing.Title, standing.Newest, standing.NewestAt) = (version.Title, version.Number, version.At);
        try
        {
            await db.SaveAsync(process with { Why = next.Correction }, ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Two published at once: the number or the address was taken a moment ago.
            return new FieldError("", "Somebody published this report at the same moment. Look at what they published first");
        }

        return version;
    }

    private async Task<List<FieldError>> CheckAsync(Snapshot next, PublishedReport? standing, PublishOptions options, CancellationToken ct)
    {
        if (options.Seen is { } seen && seen != next.ContentMark)
        {
            return [new("", "The plan changed while you looked at the report. Look at it again, then publish")];
        }

        if (standing is null)
        {
            return [];
        }

        if (await OpenAsync(standing.Address, standing.Newest, ct) is { Snapshot: { } newest } && newest.ContentMark == next.ContentMark)
        {
            return [new("", $"Nothing has changed since version {standing.Newest:N0}")];
        }

        return (next.Correction ?? "").Length switch
        {
            0 => [new("Correction", "Say in a sentence what changed since the version before")],
            > PublishedVersion.LongestCorrection => [new("Correction", $"Use {PublishedVersion.LongestCorrection:N0} characters or fewer")],
            _ => [],
        };
    }

    public Task<Paged<PublishedReport>> PageAsync(int? number, CancellationToken ct) =>
        db.Set<PublishedReport>().AsNoTracking().Where(r => !r.Withdrawn).OrderByDescending(r => r.NewestAt).ThenBy(r => r.Id).ToPageAsync(number, ct);

    /// <param name="number">The version; null for the newest.</param>
    public async Task<PublishedCopy?> OpenAsync(string address, int? number, CancellationToken ct)
    {
        if (await db.Set<PublishedReport>().AsNoTracking().SingleOrDefaultAsync(r => r.Address == address && !r.Withdrawn, ct) is not { } report)
        {
            return null;
        }

        var wanted = number ?? report.Newest;
        var version = await db.Set<PublishedVersion>().AsNoTracking().Include(v => v.Snapshot).SingleOrDefaultAsync(v => v.ReportId == report.Id && v.Number == wanted, ct);
        return version is null ? null : new PublishedCopy(report, version);
    }

    /// <summary>All versions of a report, the newest first, without what they say.</summary>
    public Task<List<PublishedVersion>> VersionsAsync(PublishedReport report, CancellationToken ct) =>
        db.Set<PublishedVersion>().AsNoTracking().Where(v => v.ReportId == report.Id).OrderByDescending(v => v.Number).ToListAsync(ct);

    public Task<PublishedReport?> ReportAsync(PublishedVersion version, CancellationToken ct) =>
        db.Set<PublishedReport>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == version.ReportId, ct);

    /// <summary>Hashes every version again.</summary>
    /// <returns>How many there are, and those that do not match their hash.</returns>
    public async Task<(int Versions, List<PublishedCopy> Broken)> VerifyAsync(CancellationToken ct)
    {
        var reportsById = await db.Set<PublishedReport>().AsNoTracking().ToDictionaryAsync(r => r.Id, ct);
        var (count, broken) = (0, new List<PublishedCopy>());
        await foreach (var version in db.Set<PublishedVersion>().AsNoTracking().Include(v => v.Snapshot).OrderBy(v => v.Id).AsAsyncEnumerable().WithCancellation(ct))
        {
            count++;
            var copy = new PublishedCopy(reportsById[version.ReportId], version);
            if (!copy.IsWhole)
            {
                broken.Add(copy);
            }
        }

        return (count, broken);
    }
}

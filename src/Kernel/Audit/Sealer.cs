using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Trellis.Kernel.Audit;

/// <summary>Seals the committed entries that no seal holds yet, in the order of their ids.</summary>
public sealed class Sealer(AppDbContext db, AuditKeys keys, TimeProvider clock)
{
    private const int MostInOneSeal = 1000;

    /// <returns>How many entries were sealed.</returns>
    public async Task<int> SealAsync(CancellationToken ct)
    {
        var sealedNow = 0;
        while (await SealBatchAsync(ct) is > 0 and var count)
        {
            sealedNow += count;
        }

        return sealedNow;
    }

    private async Task<int> SealBatchAsync(CancellationToken ct)
    {
        var entries = await db.Set<AuditEntry>().AsNoTracking()
            .Where(e => !db.Set<AuditSealMember>().Any(m => m.EntryId == e.Id))
            .OrderBy(e => e.At).ThenBy(e => e.Id).Take(MostInOneSeal)
            .Select(e => new { e.Id, e.Hash }).ToListAsync(ct);
        if (entries.Count == 0)
        {
            return 0;
        }

        var last = await db.Set<AuditSeal>().AsNoTracking().OrderByDescending(s => s.Number).FirstOrDefaultAsync(ct);
        var number = (last?.Number ?? 0) + 1;
        var at = AuditEntry.Stored(clock.GetUtcNow());
        var root = Digest.MerkleRoot([.. entries.Select(e => e.Hash)]);
        var previous = last?.Mac ?? [];
        var seal = new AuditSeal
        {
            Number = number, At = at, Count = entries.Count, Root = root, PreviousMac = previous,
            Mac = keys.Mac(number, at, entries.Count, root, previous),
        };
        db.Add(seal);
        db.AddRange(entries.Select((e, i) => new AuditSealMember { EntryId = e.Id, SealNumber = number, Position = i }));
        await db.SaveUnauditedAsync(ct);
        keys.Copy(seal);
        db.ChangeTracker.Clear();
        return entries.Count;
    }
}

/// <summary>Seals every few seconds, and once more at a clean stop.</summary>
public sealed class SealingService(IServiceScopeFactory scopes, TimeProvider clock, ILogger<SealingService> log) : BackgroundService
{
    private static readonly TimeSpan Rhythm = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Rhythm, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await SealAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The host stops; StopAsync seals what is left.
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await SealAsync(cancellationToken);
    }

    private async Task SealAsync(CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<Sealer>().SealAsync(ct);
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            // Another node took the number, the disk is full, the database is away: the next round tries again. A service that
            // throws would end the program.
            log.LogWarning(failure, "The audit could not be sealed this time");
        }
    }
}

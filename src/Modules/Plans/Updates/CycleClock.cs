using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Trellis.Kernel;

namespace Trellis.Plans.Updates;

/// <summary>Does each hour what the calendar of the reporting cycles asks for.</summary>
internal sealed class CycleClock(IServiceScopeFactory scopes, TimeProvider clock, ILogger<CycleClock> log) : BackgroundService
{
    private static readonly TimeSpan Rhythm = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Rhythm, clock);
        try
        {
            do
            {
                await RunAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException)
        {
            // The program stops.
        }
    }

    private async Task RunAsync(CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<CycleRun>().RunAsync(new Process("Followed the calendar of the reporting cycle", Actor.Program), ct);
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            // Another node did the same at the same moment, the disk is full, the database is away: the next hour tries again.
            // A service that throws would end the program.
            log.LogWarning(failure, "The calendar of the reporting cycles was not followed this time");
        }
    }
}

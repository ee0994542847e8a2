using System.Diagnostics;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Trellis.People.Index;

/// <summary>Reads the index when the program starts, so that the first search need not wait for it; until then the program says that it is not ready.</summary>
internal sealed class IndexLoading(PeopleIndex index, ILogger<IndexLoading> log) : BackgroundService, IHealthCheck
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var start = Stopwatch.GetTimestamp();
        try
        {
            var records = await index.ReadyAsync(stoppingToken);
            log.LogInformation("The index of people holds {Records} records; it was read in {Seconds:N1} s", records, Stopwatch.GetElapsedTime(start).TotalSeconds);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // The database is away: the first who searches tries again.
            log.LogWarning(failure, "The index of people could not be read yet");
        }
    }

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(index.IsReady ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded("The index of people is being read."));
}

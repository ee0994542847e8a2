using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Trellis.Kernel;
using Trellis.Kernel.Jobs;

namespace Trellis.Plans.Updates;

/// <summary>Does each hour what the calendar of the reporting cycles asks for.</summary>
internal sealed class CycleClock(IServiceScopeFactory scopes, TimeProvider clock, ILogger<CycleClock> log) : HourlyWork(scopes, clock, log)
{
    protected override Task DoAsync(IServiceProvider services, CancellationToken ct) =>
        services.GetRequiredService<CycleRun>().RunAsync(new Process("Followed the calendar of the reporting cycle", Actor.Program), ct);
}

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Trellis.Kernel;
using Trellis.Kernel.Jobs;
using Trellis.StatutoryReturns.Explanations;

namespace Trellis.StatutoryReturns.Uploads;

/// <summary>Deletes each hour the returns and explanations whose time is over.</summary>
internal sealed class RetentionClock(IServiceScopeFactory scopes, TimeProvider clock, ILogger<RetentionClock> log) : HourlyWork(scopes, clock, log)
{
    protected override async Task DoAsync(IServiceProvider services, CancellationToken ct)
    {
        await services.GetRequiredService<UploadService>().EraseDueAsync(new Process("Deleted a return whose time was over", Actor.Program), ct);
        await services.GetRequiredService<ExplanationService>().EraseDueAsync(new Process("Deleted an explanation whose time was over", Actor.Program), ct);
    }
}

using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Trellis.Kernel;

namespace Trellis.Plans.Importing;

/// <summary>How far the saving of a large import is.</summary>
/// <param name="Outcome">Null while it runs.</param>
public sealed record ImportProgress(DateTimeOffset Since, int Lines, Result<Plan>? Outcome);

/// <summary>
/// Saves large documents beside the request that asked for it, so that the person sees that something happens. Nothing is
/// kept of a run but its outcome: when the program stops in the middle, the import is still staged and nothing is saved.
/// </summary>
public sealed class ImportJobs(IServiceScopeFactory scopes, TimeProvider clock, IHostApplicationLifetime host, ILogger<ImportJobs> log)
{
    /// <summary>Documents with more lines than this are saved beside the request.</summary>
    public const int ManyLines = 2000;

    private readonly ConcurrentDictionary<Guid, ImportProgress> _runs = new();

    public ImportProgress? Of(Guid importId) => _runs.GetValueOrDefault(importId);

    /// <summary>Starts the saving, unless it runs already.</summary>
    public void Start(Guid importId, int lines, string title, string year, IReadOnlyDictionary<string, string> choices, Process process)
    {
        var run = new ImportProgress(clock.GetUtcNow(), lines, null);
        if (_runs.TryGetValue(importId, out var known) && known.Outcome is null)
        {
            return;
        }

        _runs[importId] = run;
        _ = Task.Run(async () => _runs[importId] = run with { Outcome = await SaveAsync(importId, title, year, choices, process) }, CancellationToken.None);
    }

    /// <summary>The person has seen the outcome.</summary>
    public void Forget(Guid importId) => _runs.TryRemove(importId, out _);

    private async Task<Result<Plan>> SaveAsync(Guid importId, string title, string year, IReadOnlyDictionary<string, string> choices, Process process)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<ImportService>().SaveAsync(importId, title, year, choices, process, host.ApplicationStopping);
        }
        catch (Exception failure)
        {
            log.LogError(failure, "The import {Import} could not be saved", importId);
            return new FieldError("", "The document could not be saved. Nothing of it was kept; try again");
        }
    }
}

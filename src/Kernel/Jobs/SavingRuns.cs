using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Trellis.Kernel.Jobs;

/// <summary>How far the saving of something large is.</summary>
/// <param name="Size">Of how many lines or figures it is.</param>
/// <param name="Outcome">Null while it runs.</param>
public sealed record SavingRun<T>(DateTimeOffset Since, int Size, Result<T>? Outcome)
{
    /// <summary>How much of it is done, 0 to 1; 0 where the work does not say.</summary>
    public double Share { get; init; }
}

/// <summary>
/// Saves what takes long beside the request that asked for it, so that the person sees that something happens. Nothing is kept of a run
/// but its outcome: when the program stops in the middle, what was staged is still staged and nothing is saved.
/// </summary>
public sealed class SavingRuns<T>(IServiceScopeFactory scopes, TimeProvider clock, IHostApplicationLifetime host, ILogger<SavingRuns<T>> log)
{
    private readonly ConcurrentDictionary<Guid, SavingRun<T>> _runs = new();

    public SavingRun<T>? Of(Guid id) => _runs.GetValueOrDefault(id);

    /// <summary>Starts the saving, unless it runs already.</summary>
    /// <param name="work">Gets services of its own, which outlive the request, and may say how much is done, from 0 to 1.</param>
    public void Start(Guid id, int size, Func<IServiceProvider, IProgress<double>, CancellationToken, Task<Result<T>>> work)
    {
        if (_runs.TryGetValue(id, out var known) && known.Outcome is null)
        {
            return;
        }

        var run = new SavingRun<T>(clock.GetUtcNow(), size, null);
        _runs[id] = run;
        _ = Task.Run(async () => _runs[id] = run with { Outcome = await SaveAsync(id, work, new Said(share => _runs[id] = run with { Share = share })) }, CancellationToken.None);
    }

    /// <summary>Tells at once; the framework's own tells later, when the outcome may stand there.</summary>
    private sealed class Said(Action<double> tell) : IProgress<double>
    {
        public void Report(double value) => tell(value);
    }

    /// <summary>The person has seen the outcome.</summary>
    public void Forget(Guid id) => _runs.TryRemove(id, out _);

    private async Task<Result<T>> SaveAsync(Guid id, Func<IServiceProvider, IProgress<double>, CancellationToken, Task<Result<T>>> work, IProgress<double> progress)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            return await work(scope.ServiceProvider, progress, host.ApplicationStopping);
        }
        catch (Exception failure)
        {
            log.LogError(failure, "The import {Import} could not be saved", id);
            return new FieldError("", "It could not be saved. Nothing of it was kept; try again");
        }
    }
}

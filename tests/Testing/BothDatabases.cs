using System.Collections.Concurrent;
using Xunit;

namespace Trellis.Testing;

/// <summary>A class fixture for tests that run on each database: one host of each kind, started when first asked for.</summary>
public sealed class BothDatabases : IAsyncLifetime
{
    private readonly ConcurrentDictionary<DatabaseKind, Lazy<Task<TrellisHost>>> hosts = new();

    public Task<TrellisHost> OnAsync(DatabaseKind kind) => hosts.GetOrAdd(kind, k => new Lazy<Task<TrellisHost>>(() => TrellisHost.StartAsync(k))).Value;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var host in hosts.Values)
        {
            await (await host.Value).DisposeAsync();
        }
    }
}

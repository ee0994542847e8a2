using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Kernel;
using Trellis.Testing;
using Trellis.Web.Hosting;

namespace Trellis.Cli.Tests;

/// <summary>A place that nothing has prepared, of either kind, with a space in its path; taken away at the end.</summary>
internal sealed class TestPlace : IAsyncDisposable
{
    private static int count;
    private readonly string? database;

    private TestPlace(string? database, string? connection)
    {
        this.database = database;
        Connection = connection;
        Folder = Directory.CreateTempSubdirectory("trellis place ").FullName;
    }

    public string Folder { get; }

    private string? Connection { get; }

    /// <summary>The options by which the terminal finds it.</summary>
    public string[] Options => Connection is null ? ["--data", Folder] : ["--data", Folder, "--postgres", Connection];

    public static async Task<TestPlace> MakeAsync(DatabaseKind kind)
    {
        if (kind == DatabaseKind.Sqlite)
        {
            return new TestPlace(null, null);
        }

        var name = $"trellis_cli_{Environment.ProcessId}_{Interlocked.Increment(ref count)}";
        await PostgresServer.ExecuteAsync($"CREATE DATABASE {name}");
        return new TestPlace(name, PostgresServer.To(await PostgresServer.ConnectionAsync(), name) + ";Pooling=false");
    }

    public static ServiceProvider Services(string folder, string? connection, string? samples) => new ServiceCollection().AddLogging().AddTrellis(
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Trellis:Data"] = folder, ["Trellis:Postgres"] = connection, ["Trellis:Samples"] = samples,
        }).Build()).BuildServiceProvider();

    public Task<TerminalAnswer> TypeAsync(params string[] words) => TerminalAnswer.OfAsync([.. words, .. Options]);

    /// <summary>Works on the prepared place with the program's own services, the sample plan loaded when that is asked for: without the quarter of work on it, unless a test wants that too.</summary>
    public async Task<T> WithAsync<T>(Func<IServiceProvider, Task<T>> work, bool samples = false, bool quarter = false)
    {
        await using var services = Services(Folder, Connection, samples ? Path.Combine(AppContext.BaseDirectory, quarter ? "samples" : "plan-alone") : null);
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<FirstStart>().PrepareAsync(CancellationToken.None);
        return await work(scope.ServiceProvider);
    }

    public Task<T> InDatabaseAsync<T>(Func<AppDbContext, Task<T>> work) => WithAsync(services => work(services.GetRequiredService<AppDbContext>()));

    public Task PrepareAsync(bool samples, bool quarter = false) => WithAsync(_ => Task.FromResult(true), samples, quarter);

    public async ValueTask DisposeAsync()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
        if (database is not null)
        {
            await PostgresServer.ExecuteAsync($"DROP DATABASE {database} WITH (FORCE)");
        }
    }
}

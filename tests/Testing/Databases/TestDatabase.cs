using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Trellis.Web.Hosting;

namespace Trellis.Testing;

/// <summary>
/// One database for one test class, copied in a blink from a template that was prepared once in this program. Database and
/// keys belong together, so both are copied.
/// </summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private static readonly string Run = Guid.CreateVersion7().ToString("N")[20..];
    private static readonly Lazy<Task<TestDatabase>> SqliteTemplate = new(() => PrepareAsync(DatabaseKind.Sqlite));
    private static readonly Lazy<Task<TestDatabase>> PostgresTemplate = new(() => PrepareAsync(DatabaseKind.Postgres));
    private static int count;

    private TestDatabase(DatabaseKind kind, string? connection)
    {
        Kind = kind;
        Name = $"trellis_{Run}_{Interlocked.Increment(ref count)}";
        Folder = Path.Combine(Path.GetTempPath(), "trellis-tests", Name);
        Connection = connection is null ? null : PostgresServer.To(connection, Name);
    }

    public DatabaseKind Kind { get; }

    public string Folder { get; }

    private string Name { get; }

    private string? Connection { get; }

    /// <summary>The settings by which the program finds it.</summary>
    public IEnumerable<string> Arguments => Connection is null
        ? [$"--Trellis:Data={Folder}"]
        : [$"--Trellis:Data={Folder}", $"--Trellis:Postgres={Connection}"];

    public static async Task<TestDatabase> MakeAsync(DatabaseKind kind)
    {
        var template = await (kind == DatabaseKind.Sqlite ? SqliteTemplate : PostgresTemplate).Value;
        var database = await EmptyAsync(kind);
        CopyFolder(template.Folder, database.Folder);
        if (kind == DatabaseKind.Postgres)
        {
            await PostgresServer.ExecuteAsync($"CREATE DATABASE {database.Name} TEMPLATE {template.Name}");
        }

        return database;
    }

    /// <summary>One that nothing has prepared: what a first start meets.</summary>
    public static async Task<TestDatabase> EmptyAsync(DatabaseKind kind) =>
        new(kind, kind == DatabaseKind.Sqlite ? null : await PostgresServer.ConnectionAsync());

    public async ValueTask DisposeAsync()
    {
        if (Connection is not null)
        {
            await using (var connection = new NpgsqlConnection(Connection))
            {
                NpgsqlConnection.ClearPool(connection);
            }

            await PostgresServer.ExecuteAsync($"DROP DATABASE IF EXISTS {Name} WITH (FORCE)");
        }
        else
        {
            using var connection = new SqliteConnection($"Data Source={Path.Combine(Folder, "trellis.db")}");
            SqliteConnection.ClearAllPools();
        }

        if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    private static async Task<TestDatabase> PrepareAsync(DatabaseKind kind)
    {
        var template = await EmptyAsync(kind);
        if (kind == DatabaseKind.Sqlite || PostgresServer.Outlives)
        {
            AppDomain.CurrentDomain.ProcessExit += (_, _) => template.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }

        Directory.CreateDirectory(template.Folder);
        await using (var app = TrellisApp.Build(["--Trellis:Logs=" + Path.Combine(template.Folder, "log.json"), .. template.Arguments]))
        await using (var scope = app.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<FirstStart>().PrepareAsync(CancellationToken.None);
        }

        // A copy is whole, and a template free, only when nobody is connected any more.
        SqliteConnection.ClearAllPools();
        if (template.Connection is not null)
        {
            NpgsqlConnection.ClearAllPools();
        }

        return template;
    }

    private static void CopyFolder(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}

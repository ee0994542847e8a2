using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Trellis.Testing;

/// <summary>
/// A PostgreSQL for the tests: the one that <c>TRELLIS_TEST_POSTGRES</c> names, otherwise one of our own in a temporary
/// folder, which ends with the test program. PostgreSQL refuses to run as root, so root lends it to the user postgres.
/// </summary>
public static class PostgresServer
{
    private const string Variable = "TRELLIS_TEST_POSTGRES";
    private static readonly Lazy<string?> Programs = new(FindPrograms);
    private static readonly Lazy<Task<string>> Started = new(StartAsync);

    /// <summary>Why there is none, or null when there is one.</summary>
    public static string? Missing =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given
            ? (given == "none" ? "PostgreSQL is left out of this run" : null)
            : Programs.Value is null ? "PostgreSQL is not installed on this machine" : null;

    /// <summary>Whether it outlives this program, so that everything made in it must be taken away again.</summary>
    public static bool Outlives => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 };

    /// <summary>The connection to the server, with the right to make databases.</summary>
    public static Task<string> ConnectionAsync() => Started.Value;

    public static string To(string connection, string database) => new NpgsqlConnectionStringBuilder(connection) { Database = database }.ConnectionString;

    public static async Task ExecuteAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(To(await ConnectionAsync(), "postgres"));
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private static string? FindPrograms() =>
        Directory.Exists("/usr/lib/postgresql")
            ? Directory.EnumerateDirectories("/usr/lib/postgresql").Select(d => Path.Combine(d, "bin")).Where(d => File.Exists(Path.Combine(d, "initdb"))).Max()
            : null;

    private static async Task<string> StartAsync()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given)
        {
            return given;
        }

        var folder = Directory.CreateTempSubdirectory("trellis-postgres-").FullName;
        var data = Path.Combine(folder, "data");
        var port = FreePort();
        if (Environment.UserName == "root")
        {
            await RunAsync("chown", "postgres", folder);
        }

        await RunAsPostgresAsync("initdb", "-D", data, "-U", "trellis", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
        await RunAsPostgresAsync(
            "pg_ctl", "start", "-w", "-D", data, "-l", Path.Combine(folder, "log"),
            "-o", $"-k {folder} -p {port} -c listen_addresses=127.0.0.1 -c fsync=off -c synchronous_commit=off -c max_connections=200");
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            RunAsPostgresAsync("pg_ctl", "stop", "-m", "immediate", "-D", data).GetAwaiter().GetResult();
            Directory.Delete(folder, recursive: true);
        };
        return $"Host=127.0.0.1;Port={port};Username=trellis;Maximum Pool Size=20;Include Error Detail=true";
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static Task RunAsPostgresAsync(string program, params string[] arguments)
    {
        var path = Path.Combine(Programs.Value!, program);
        return Environment.UserName == "root"
            ? RunAsync("runuser", ["-u", "postgres", "--", path, .. arguments])
            : RunAsync(path, arguments);
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        // A started server keeps its parent's pipes open for ever, so its words go nowhere.
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "exec \"$0\" \"$@\" >/dev/null 2>&1 </dev/null", program, .. arguments]) { WorkingDirectory = "/" })!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
        }
    }
}

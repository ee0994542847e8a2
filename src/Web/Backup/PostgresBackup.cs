using System.Diagnostics;
using Npgsql;

namespace Trellis.Web.Backup;

/// <summary>
/// The shared database: every table as PostgreSQL's own binary COPY, read in one transaction that sees one moment. Needs no
/// program of PostgreSQL's on this machine.
/// </summary>
internal static class PostgresBackup
{
    public const string Kind = "postgres";

    /// <summary>The server sees the end of a connection a moment after the program that closed it.</summary>
    private static readonly TimeSpan LastGoodbye = TimeSpan.FromSeconds(2);

    /// <summary>EF's own record of migrations is written again by the script that makes the tables.</summary>
    public const string History = "__EFMigrationsHistory";

    public static async Task<(string Kind, string Migration, IReadOnlyList<BackupTable> Tables)> WriteAsync(
        string connectionText, PartWriter writer, IProgress<double> progress, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(connectionText);
        await connection.OpenAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, ct);
        var tables = await TablesAsync(connection, ct);
        for (var i = 0; i < tables.Count; i++)
        {
            await using var rows = await connection.BeginRawBinaryCopyAsync($"COPY {Named(tables[i])} TO STDOUT (FORMAT BINARY)", ct);
            await writer.AddAsync(tables[i].Part, rows, null, ct);
            progress.Report((i + 1.0) / tables.Count);
        }

        await using var last = new NpgsqlCommand($"SELECT max(\"MigrationId\") FROM \"{History}\"", connection);
        return (Kind, await last.ExecuteScalarAsync(ct) as string ?? "", tables);
    }

    /// <param name="script">Makes the tables as they were when the backup was made.</param>
    /// <param name="replace">Take away first what is there.</param>
    /// <param name="mark">Written beside the tables in the same transaction: the keys on disk follow it.</param>
    public static async Task RestoreAsync(
        string connectionText, BackupManifest manifest, string script, bool replace, string mark, Func<string, CancellationToken, Task<Stream>> open,
        IProgress<double> progress, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(connectionText);
        await connection.OpenAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        if (replace)
        {
            foreach (var table in await NamesAsync(connection, ct))
            {
                await ExecuteAsync(connection, $"DROP TABLE \"{table}\" CASCADE", ct);
            }
        }

        await ExecuteAsync(connection, script, ct);
        for (var i = 0; i < manifest.Tables.Count; i++)
        {
            var table = manifest.Tables[i];
            await using var rows = await open(table.Part, ct);
            await using (var copy = await connection.BeginRawBinaryCopyAsync($"COPY {Named(table)} FROM STDIN (FORMAT BINARY)", ct))
            {
                await rows.CopyToAsync(copy, ct);
            }

            await ContinueNumbersAsync(connection, table, ct);
            progress.Report((i + 1.0) / manifest.Tables.Count);
        }

        await ExecuteAsync(connection, $"COMMENT ON TABLE \"{History}\" IS '{mark}'", ct);
        await transaction.CommitAsync(ct);
    }

    public static async Task<bool> IsEmptyAsync(string connectionText, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(connectionText);
        await connection.OpenAsync(ct);
        return (await NamesAsync(connection, ct)).Count == 0;
    }

    /// <summary>Whether another program has the database open.</summary>
    public static async Task<bool> IsInUseAsync(string connectionText, CancellationToken ct)
    {
        NpgsqlConnection.ClearAllPools();
        await using var connection = new NpgsqlConnection(connectionText);
        await connection.OpenAsync(ct);
        await using var command = new NpgsqlCommand(
            "SELECT EXISTS (SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend')", connection);
        var asked = Stopwatch.StartNew();
        while ((bool)(await command.ExecuteScalarAsync(ct))!)
        {
            if (asked.Elapsed > LastGoodbye)
            {
                return true;
            }

            await Task.Delay(50, ct);
        }

        return false;
    }

    /// <summary>What the last restore wrote into this database, if any did.</summary>
    public static async Task<string?> MarkAsync(string connectionText, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(connectionText);
        await connection.OpenAsync(ct);
        await using var command = new NpgsqlCommand($"SELECT obj_description(to_regclass('\"{History}\"'), 'pg_class')", connection);
        return await command.ExecuteScalarAsync(ct) as string;
    }

    /// <summary>Each table after those it refers to; one that refers to itself is filled in one statement, and checked at its end.</summary>
    private static async Task<List<BackupTable>> TablesAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        var names = (await NamesAsync(connection, ct)).Where(n => n != History).ToList();
        var refers = new List<(string From, string To)>();
        await using (var command = new NpgsqlCommand(
            "SELECT f.relname, t.relname FROM pg_constraint c JOIN pg_class f ON f.oid = c.conrelid JOIN pg_class t ON t.oid = c.confrelid WHERE c.contype = 'f' AND f.oid <> t.oid",
            connection))
        await using (var rows = await command.ExecuteReaderAsync(ct))
        {
            while (await rows.ReadAsync(ct))
            {
                refers.Add((rows.GetString(0), rows.GetString(1)));
            }
        }

        var ordered = new List<BackupTable>();
        while (names.Count > 0)
        {
            var next = names.Find(n => !refers.Any(r => r.From == n && names.Contains(r.To)))
                ?? throw new InvalidOperationException("Tables refer to each other in a ring.");
            names.Remove(next);
            ordered.Add(new BackupTable(next, await ColumnsAsync(connection, next, ct)));
        }

        return ordered;
    }

    private static Task<List<string>> NamesAsync(NpgsqlConnection connection, CancellationToken ct) => ReadAsync(
        connection, "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1", ct);

    private static Task<List<string>> ColumnsAsync(NpgsqlConnection connection, string table, CancellationToken ct) => ReadAsync(
        connection,
        "SELECT column_name FROM information_schema.columns WHERE table_schema = 'public' AND table_name = $1 AND is_generated = 'NEVER' ORDER BY ordinal_position",
        ct, table);

    private static async Task<List<string>> ReadAsync(NpgsqlConnection connection, string sql, CancellationToken ct, params string[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        var found = new List<string>();
        await using var rows = await command.ExecuteReaderAsync(ct);
        while (await rows.ReadAsync(ct))
        {
            found.Add(rows.GetString(0));
        }

        return found;
    }

    /// <summary>COPY leaves the counters behind numbered columns where they were.</summary>
    private static async Task ContinueNumbersAsync(NpgsqlConnection connection, BackupTable table, CancellationToken ct)
    {
        foreach (var column in await ReadAsync(
            connection, "SELECT column_name FROM information_schema.columns WHERE table_schema = 'public' AND table_name = $1 AND is_identity = 'YES'", ct, table.Name))
        {
            await ExecuteAsync(
                connection,
                $"SELECT setval(pg_get_serial_sequence('\"{table.Name}\"', '{column}'), max(\"{column}\")) FROM \"{table.Name}\" HAVING max(\"{column}\") IS NOT NULL", ct);
        }
    }

    private static string Named(BackupTable table) => $"\"{table.Name}\" ({string.Join(", ", table.Columns.Select(c => $"\"{c}\""))})";

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(ct);
    }
}

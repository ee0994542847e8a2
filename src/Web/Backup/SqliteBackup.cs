using Microsoft.Data.Sqlite;

namespace Trellis.Web.Backup;

/// <summary>The embedded database: one consistent copy through SQLite's own online backup, whoever writes meanwhile.</summary>
internal static class SqliteBackup
{
    public const string Kind = "sqlite";

    public static async Task<(string Kind, string Migration, IReadOnlyList<BackupTable> Tables)> WriteAsync(
        string database, string copy, PartWriter writer, IProgress<double> progress, CancellationToken ct)
    {
        try
        {
            string migration;
            await using (OwnerFile.Create(copy))
            {
                // Made empty first, so that nobody else can read what comes into it.
            }

            await using (var from = Open(database, SqliteOpenMode.ReadWrite))
            await using (var to = Open(copy, SqliteOpenMode.ReadWriteCreate))
            {
                from.BackupDatabase(to);
                migration = await LastMigrationAsync(to, ct);
            }

            await using var file = File.OpenRead(copy);
            await writer.AddAsync(BackupManifest.SqliteDatabase, file, progress, ct);
            return (Kind, migration, []);
        }
        finally
        {
            DeleteWithJournals(copy);
        }
    }

    /// <exception cref="BadBackupException">The file is no whole database.</exception>
    public static void Check(string database)
    {
        try
        {
            using var connection = Open(database, SqliteOpenMode.ReadWrite);
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA quick_check(1)";
            if (command.ExecuteScalar() is not "ok")
            {
                throw new BadBackupException("its database is damaged");
            }
        }
        catch (SqliteException)
        {
            throw new BadBackupException("its database is damaged");
        }
    }

    private static void DeleteWithJournals(string database)
    {
        foreach (var suffix in (string[])["", "-wal", "-shm", "-journal"])
        {
            File.Delete(database + suffix);
        }
    }

    private static async Task<string> LastMigrationAsync(SqliteConnection connection, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT max(MigrationId) FROM __EFMigrationsHistory";
        return await command.ExecuteScalarAsync(ct) as string ?? "";
    }

    private static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ConnectionString);
        connection.Open();
        return connection;
    }
}

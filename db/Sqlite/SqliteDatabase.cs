using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Trellis.Sqlite;

/// <summary>The embedded database: one file, write-ahead log, every commit on the disk before it counts.</summary>
public static class SqliteDatabase
{
    /// <summary>Seconds that a writer waits for another: an import holds the file for a few.</summary>
    private const int PatienceSeconds = 60;

    // Contexts keep their connections themselves; a second pool beneath would keep a file open that a restore moves away.
    private static readonly KeptStatements Kept = new();

    public static DbContextOptionsBuilder UseTrellisSqlite(this DbContextOptionsBuilder options, string path) => options.UseSqlite(
        new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true, DefaultTimeout = PatienceSeconds, Pooling = false }.ConnectionString,
        sqlite => sqlite.MigrationsAssembly(typeof(SqliteDatabase).Assembly)).AddInterceptors(Kept);
}

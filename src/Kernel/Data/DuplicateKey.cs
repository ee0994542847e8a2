using System.Data.Common;

namespace Trellis.Kernel.Data;

/// <summary>Knows a row that another row's key keeps out: somebody else took the number, or added the same, a moment ago.</summary>
internal static class DuplicateKey
{
    /// <summary>unique_violation, https://www.postgresql.org/docs/current/errcodes-appendix.html.</summary>
    private const string OfPostgres = "23505";

    /// <summary>What SQLite says of primary keys and unique indexes alike, in every language.</summary>
    private const string OfSqlite = "UNIQUE constraint failed";

    public static bool IsIn(Exception failure) => (failure as DbException ?? failure.InnerException as DbException) is { } told
        && (told.SqlState == OfPostgres || told.Message.Contains(OfSqlite, StringComparison.Ordinal));
}

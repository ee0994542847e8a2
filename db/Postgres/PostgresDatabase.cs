using Microsoft.EntityFrameworkCore;

namespace Trellis.Postgres;

/// <summary>The shared database, for more than one node or more than a handful of writers.</summary>
public static class PostgresDatabase
{
    public static DbContextOptionsBuilder UseTrellisPostgres(this DbContextOptionsBuilder options, string connection) =>
        options.UseNpgsql(connection, postgres => postgres.MigrationsAssembly(typeof(PostgresDatabase).Assembly));
}

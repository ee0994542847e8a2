using System.Reflection;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace Trellis.Testing;

/// <summary>
/// Runs a theory once on each database: its first parameter is the <see cref="DatabaseKind"/>. Where PostgreSQL cannot be
/// had, that half is skipped and says so.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnBothDatabasesAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) => new(
    [
        new TheoryDataRow<DatabaseKind>(DatabaseKind.Sqlite),
        new TheoryDataRow<DatabaseKind>(DatabaseKind.Postgres) { Skip = PostgresServer.Missing },
    ]);

    public override bool SupportsDiscoveryEnumeration() => true;
}

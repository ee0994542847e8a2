namespace Trellis.Testing;

/// <summary>The two databases on which everything that is kept must work.</summary>
public enum DatabaseKind
{
    Sqlite,
    Postgres,
}

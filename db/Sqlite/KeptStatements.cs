using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Trellis.Sqlite;

/// <summary>
/// Keeps a context's connection open while the context is lent from request to request, and on it the statements that were
/// prepared: SQLite takes ten times as long to read a usual question as to answer it.
/// </summary>
internal sealed class KeptStatements : DbCommandInterceptor, IDbConnectionInterceptor
{
    public InterceptionResult<DbConnection> ConnectionCreating(ConnectionCreatingEventData eventData, InterceptionResult<DbConnection> result) =>
        InterceptionResult<DbConnection>.SuppressWithResult(new KeptConnection(eventData.ConnectionString));

    public override InterceptionResult<DbCommand> CommandCreating(CommandCorrelatedEventData eventData, InterceptionResult<DbCommand> result) =>
        eventData.Connection is KeptConnection connection ? InterceptionResult<DbCommand>.SuppressWithResult(new KeptCommand(connection)) : result;
}

/// <summary>Open from the first question until it is disposed: closing it would throw its statements away.</summary>
internal sealed class KeptConnection(string? connectionString) : SqliteConnection(connectionString)
{
    private bool isDisposed;

    public StatementShelf Shelf { get; } = new();

    public override void Close()
    {
        if (isDisposed)
        {
            base.Close();
        }
    }

    protected override void Dispose(bool disposing)
    {
        isDisposed = true;
        base.Dispose(disposing);
    }
}

/// <summary>The prepared statements of one connection that nobody is using, by their text.</summary>
internal sealed class StatementShelf
{
    /// <summary>Writes of many rows have a text for each number of rows; when they fill the shelf it is emptied.</summary>
    private const int Most = 200;

    private readonly Dictionary<string, SqliteCommand> idle = new(StringComparer.Ordinal);

    public SqliteCommand Take(SqliteConnection connection, string text)
    {
        if (idle.Remove(text, out var kept))
        {
            return kept;
        }

        var command = connection.CreateCommand();
        command.CommandText = text;
        return command;
    }

    public void PutBack(SqliteCommand command)
    {
        command.Parameters.Clear();
        command.Transaction = null;
        if (idle.Count >= Most)
        {
            foreach (var old in idle.Values)
            {
                old.Dispose();
            }

            idle.Clear();
        }

        if (!idle.TryAdd(command.CommandText, command))
        {
            command.Dispose();
        }
    }
}

/// <summary>A command that takes a prepared statement from the shelf once its text is known, and puts it back when it is disposed.</summary>
internal sealed class KeptCommand(KeptConnection connection) : DbCommand
{
    private SqliteCommand? taken;

    [AllowNull]
    public override string CommandText
    {
        get => taken?.CommandText ?? "";
        set
        {
            if (value != taken?.CommandText)
            {
                PutBack();
                taken = connection.Shelf.Take(connection, value ?? "");
            }
        }
    }

    public override int CommandTimeout
    {
        get => Statement.CommandTimeout;
        set => Statement.CommandTimeout = value;
    }

    public override CommandType CommandType
    {
        get => CommandType.Text;
        set => Statement.CommandType = value;
    }

    public override bool DesignTimeVisible { get; set; }

    public override UpdateRowSource UpdatedRowSource { get; set; }

    protected override DbConnection? DbConnection
    {
        get => connection;
        set => throw new NotSupportedException("A kept statement belongs to its connection.");
    }

    protected override DbParameterCollection DbParameterCollection => Statement.Parameters;

    protected override DbTransaction? DbTransaction
    {
        get => Statement.Transaction;
        set => Statement.Transaction = (SqliteTransaction?)value;
    }

    private SqliteCommand Statement => taken ?? throw new InvalidOperationException("The command has no text yet.");

    public override void Cancel() => Statement.Cancel();

    public override int ExecuteNonQuery() => Statement.ExecuteNonQuery();

    public override object? ExecuteScalar() => Statement.ExecuteScalar();

    public override void Prepare() => Statement.Prepare();

    protected override DbParameter CreateDbParameter() => Statement.CreateParameter();

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => Statement.ExecuteReader(behavior);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            PutBack();
        }

        base.Dispose(disposing);
    }

    private void PutBack()
    {
        if (taken is { } statement)
        {
            taken = null;
            connection.Shelf.PutBack(statement);
        }
    }
}

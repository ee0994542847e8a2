using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Trellis.Kernel.Data;

/// <summary>
/// Rows into and out of SQLite past ADO.NET, which looks each parameter of each row up by its name. Values are written as the framework writes them,
/// so that it reads them again.
/// </summary>
internal static class SqliteRows
{
    /// <summary>Longer than any decimal is as text.</summary>
    private const int DecimalLetters = 40;

    /// <summary>So many rows go with one statement: SQLite begins each statement anew, which costs as much as the row.</summary>
    private const int Together = 20;

    /// <param name="table">The table with its columns, as a statement names them.</param>
    /// <param name="valueOf">A row's value in a column, as the provider keeps it.</param>
    /// <exception cref="SqliteException">A row cannot be written; those before it are, until the transaction is rolled back.</exception>
    public static void Insert(SqliteConnection connection, string table, int columns, Func<int, object, object?> valueOf, IEnumerable<object> rows, CancellationToken ct)
    {
        using var many = new Statement(connection, table, columns, Together);
        using var one = new Statement(connection, table, columns, 1);
        foreach (var some in rows.Chunk(Together))
        {
            ct.ThrowIfCancellationRequested();
            if (some.Length == Together)
            {
                many.Run(some, valueOf);
                continue;
            }

            foreach (var row in some)
            {
                one.Run([row], valueOf);
            }
        }
    }

    /// <summary>Reads what a question answers, which may ask for one whole number.</summary>
    public static void Read(SqliteConnection connection, string question, int? key, Action<BulkRow> read, CancellationToken ct)
    {
        var database = connection.Handle!;
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(database, question, out var statement), database);
        using (statement)
        {
            if (key is { } number)
            {
                SqliteException.ThrowExceptionForRC(raw.sqlite3_bind_int(statement, 1, number), database);
            }

            int step;
            while ((step = raw.sqlite3_step(statement)) == raw.SQLITE_ROW)
            {
                read(new BulkRow(statement));
            }

            ct.ThrowIfCancellationRequested();
            if (step != raw.SQLITE_DONE)
            {
                throw new SqliteException(raw.sqlite3_errmsg(database).utf8_to_string(), step);
            }
        }
    }

    /// <summary>An insert of so many rows, with the values that were bound last.</summary>
    private sealed class Statement : IDisposable
    {
        private readonly sqlite3 _database;
        private readonly sqlite3_stmt _prepared;
        private readonly int _columns;
        private readonly object?[] _bound;

        public Statement(SqliteConnection connection, string table, int columns, int rows)
        {
            var row = $"({string.Join(", ", Enumerable.Repeat("?", columns))})";
            (_database, _columns, _bound) = (connection.Handle!, columns, new object?[columns * rows]);
            SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(_database, $"INSERT INTO {table} VALUES {string.Join(", ", Enumerable.Repeat(row, rows))}", out _prepared), _database);
        }

        public void Run(ReadOnlySpan<object> rows, Func<int, object, object?> valueOf)
        {
            var at = 0;
            foreach (var row in rows)
            {
                for (var column = 0; column < _columns; column++, at++)
                {
                    // A value stays bound, and most columns say the same in the next row.
                    if (valueOf(column, row) is var value && !Equals(value, _bound[at]))
                    {
                        SqliteException.ThrowExceptionForRC(Bind(_prepared, at + 1, value), _database);
                        _bound[at] = value;
                    }
                }
            }

            if (raw.sqlite3_step(_prepared) is var done and not raw.SQLITE_DONE)
            {
                SqliteException.ThrowExceptionForRC(done, _database);
            }

            _ = raw.sqlite3_reset(_prepared);
        }

        public void Dispose() => _prepared.Dispose();
    }

    private static int Bind(sqlite3_stmt statement, int at, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(statement, at),
        int number => raw.sqlite3_bind_int(statement, at, number),
        long number => raw.sqlite3_bind_int64(statement, at, number),
        bool isTrue => raw.sqlite3_bind_int(statement, at, isTrue ? 1 : 0),
        decimal number => BindDecimal(statement, at, number),
        double number => raw.sqlite3_bind_double(statement, at, number),
        string text => raw.sqlite3_bind_text(statement, at, text),
        Guid id => raw.sqlite3_bind_text(statement, at, id.ToString().ToUpperInvariant()),
        DateOnly day => raw.sqlite3_bind_text(statement, at, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        byte[] bytes => raw.sqlite3_bind_blob(statement, at, bytes),
        _ => throw new NotSupportedException($"Rows with {value.GetType().Name} do not go through the bulk door yet."),
    };

    private static int BindDecimal(sqlite3_stmt statement, int at, decimal value)
    {
        Span<byte> text = stackalloc byte[DecimalLetters];
        value.TryFormat(text, out var length, default, CultureInfo.InvariantCulture);
        return raw.sqlite3_bind_text(statement, at, text[..WithOneDigitBehindThePoint(text, length)]);
    }

    /// <summary>"5" is written "5.0" and "37.20" is written "37.2": as the format 0.0### writes them, which takes far longer.</summary>
    private static int WithOneDigitBehindThePoint(Span<byte> text, int length)
    {
        var point = text[..length].IndexOf((byte)'.');
        if (point < 0)
        {
            ".0"u8.CopyTo(text[length..]);
            return length + 2;
        }

        while (text[length - 1] == '0' && length > point + 2)
        {
            length--;
        }

        return length;
    }
}

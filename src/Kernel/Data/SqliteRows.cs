using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Trellis.Kernel.Data;

/// <summary>
/// Rows into SQLite past ADO.NET, which looks each parameter of each row up by its name. Values are written as the framework writes them, so that
/// it reads them again.
/// </summary>
internal static class SqliteRows
{
    private const string DecimalFormat = "0.0###########################";

    /// <summary>Longer than any decimal is as text.</summary>
    private const int DecimalLetters = 40;

    /// <param name="insert">The statement for one row, its parameters in the order of the columns.</param>
    /// <param name="valueOf">A row's value in a column, as the provider keeps it.</param>
    /// <exception cref="SqliteException">A row cannot be written; those before it are, until the transaction is rolled back.</exception>
    public static void Insert(SqliteConnection connection, string insert, int columns, Func<int, object, object?> valueOf, IReadOnlyList<object> rows, CancellationToken ct)
    {
        var database = connection.Handle!;
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(database, insert, out var statement), database);
        using (statement)
        {
            foreach (var row in rows)
            {
                ct.ThrowIfCancellationRequested();
                for (var column = 0; column < columns; column++)
                {
                    SqliteException.ThrowExceptionForRC(Bind(statement, column + 1, valueOf(column, row)), database);
                }

                var done = raw.sqlite3_step(statement);
                if (done != raw.SQLITE_DONE)
                {
                    SqliteException.ThrowExceptionForRC(done, database);
                }

                _ = raw.sqlite3_reset(statement);
            }
        }
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
        value.TryFormat(text, out var length, DecimalFormat, CultureInfo.InvariantCulture);
        return raw.sqlite3_bind_text(statement, at, text[..length]);
    }
}

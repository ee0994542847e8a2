using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Npgsql;
using NpgsqlTypes;

namespace Trellis.Kernel.Data;

/// <summary>
/// The one way past the change tracker, for rows that come by the thousand: the new things of an import, what it said of them,
/// the figures of a published table, and the changes of a large audit entry. COPY where the database is PostgreSQL, prepared
/// statements where it is SQLite; always inside the transaction of the save that the rows belong to.
/// </summary>
internal static class BulkDoor
{
    /// <param name="kind">What the rows are. They are gone through once, and may be made as they are written.</param>
    public static async Task InsertAsync(DbContext db, Type kind, IEnumerable<object> rows, CancellationToken ct)
    {
        if (rows.TryGetNonEnumeratedCount(out var count) && count == 0)
        {
            return;
        }

        var insert = new Insert(db.Model.FindEntityType(kind)!);
        if (db.Database.GetDbConnection() is NpgsqlConnection postgres)
        {
            await CopyAsync(insert, postgres, rows, ct);
        }
        else
        {
            SqliteRows.Insert((SqliteConnection)db.Database.GetDbConnection(), insert.Table, insert.Count, insert.ValueOf, rows, ct);
        }
    }

    /// <summary>Takes out the derived rows whose key has one of these values.</summary>
    public static async Task DeleteAsync(DbContext db, IEntityType kind, string key, IEnumerable<int> values, CancellationToken ct)
    {
        var table = StoreObjectIdentifier.Table(kind.GetTableName()!, kind.GetSchema());
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"DELETE FROM \"{table.Name}\" WHERE \"{kind.FindProperty(key)!.GetColumnName(table)}\" = @value";
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.DbType) = ("@value", DbType.Int32);
        command.Parameters.Add(parameter);
        foreach (var value in values)
        {
            parameter.Value = value;
            await command.ExecuteNonQueryAsync(ct);
        }
    }

    /// <summary>Reads what a question answers, row by row.</summary>
    /// <param name="key">The whole number that is called @key in the question; null where it asks for none.</param>
    public static async Task ReadAsync(DbContext db, string question, int? key, Action<BulkRow> read, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        if (db.Database.GetDbConnection() is SqliteConnection embedded)
        {
            SqliteRows.Read(embedded, question, key, read, ct);
            return;
        }

        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = question;
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        if (key is not null)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ("@key", key);
            command.Parameters.Add(parameter);
        }

        await using var rows = await command.ExecuteReaderAsync(ct);
        while (await rows.ReadAsync(ct))
        {
            read(new BulkRow(rows));
        }
    }

    private static async Task CopyAsync(Insert insert, NpgsqlConnection connection, IEnumerable<object> rows, CancellationToken ct)
    {
        await using var copy = await connection.BeginBinaryImportAsync($"COPY {insert.Table} FROM STDIN (FORMAT BINARY)", ct);
        foreach (var row in rows)
        {
            // A row waits only when what is ready to be sent is full; a value never does.
            await copy.StartRowAsync(ct);
            for (var column = 0; column < insert.Count; column++)
            {
                Write(copy, insert.ValueOf(column, row), insert.TypeOf(column));
            }
        }

        await copy.CompleteAsync(ct);
    }

    /// <summary>Numbers by the million go without asking for the type by its name.</summary>
    private static void Write(NpgsqlBinaryImporter copy, object? value, string type)
    {
        switch (value)
        {
            case null:
                copy.WriteNull();
                break;
            case int number:
                copy.Write(number, NpgsqlDbType.Integer);
                break;
            case decimal number:
                copy.Write(number, NpgsqlDbType.Numeric);
                break;
            default:
                copy.Write(value, type);
                break;
        }
    }

    /// <summary>How a property is read; the one that says which of a table's kinds a row is stands in no class.</summary>
    internal static Func<object, object?> ValuesOf(IProperty property, IEntityType entity)
    {
        if (property == entity.FindDiscriminatorProperty())
        {
            var kind = entity.GetDiscriminatorValue();
            return _ => kind;
        }

        var getter = property.GetGetter();
        return getter.GetClrValue;
    }

    /// <summary>Where one kind of row goes, and how a row fills it.</summary>
    private sealed class Insert
    {
        private readonly List<(IProperty Property, Func<object, object?> ValueOf, RelationalTypeMapping Mapping, ValueConverter? Converter)> _columns;

        public Insert(IEntityType entity)
        {
            var table = StoreObjectIdentifier.Table(entity.GetTableName()!, entity.GetSchema());
            _columns = [.. entity.GetProperties().Select(p => (p, ValuesOf(p, entity), p.GetRelationalTypeMapping(), p.GetRelationalTypeMapping().Converter))];
            Table = $"\"{table.Name}\" ({string.Join(", ", _columns.Select(c => $"\"{c.Property.GetColumnName(table)}\""))})";
        }

        /// <summary>The table with its columns, as both databases name them.</summary>
        public string Table { get; }

        public int Count => _columns.Count;

        /// <summary>As the provider writes it; null for NULL.</summary>
        public object? ValueOf(int column, object row)
        {
            var value = _columns[column].ValueOf(row);
            return _columns[column].Converter is { } converter ? converter.ConvertToProvider(value) : value;
        }

        /// <summary>The name of the column's type without its length.</summary>
        public string TypeOf(int column) => _columns[column].Mapping.StoreTypeNameBase;
    }
}

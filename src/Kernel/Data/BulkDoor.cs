using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Npgsql;

namespace Trellis.Kernel.Data;

/// <summary>
/// The one way past the change tracker, for rows that come by the thousand: the new things of an import, what it said of them,
/// the figures of a published table, and the changes of a large audit entry. COPY where the database is PostgreSQL, one prepared
/// statement where it is SQLite; always inside the transaction of the save that the rows belong to.
/// </summary>
internal static class BulkDoor
{
    public static async Task InsertAsync(DbContext db, IReadOnlyList<object> rows, CancellationToken ct)
    {
        if (rows.Count == 0)
        {
            return;
        }

        var insert = new Insert(db.Model.FindEntityType(rows[0].GetType())!);
        if (db.Database.GetDbConnection() is NpgsqlConnection postgres)
        {
            await CopyAsync(insert, postgres, rows, ct);
        }
        else
        {
            SqliteRows.Insert((SqliteConnection)db.Database.GetDbConnection(), insert.Text, insert.Count, insert.ValueOf, rows, ct);
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

    private static async Task CopyAsync(Insert insert, NpgsqlConnection connection, IReadOnlyList<object> rows, CancellationToken ct)
    {
        await using var copy = await connection.BeginBinaryImportAsync(insert.Copy, ct);
        foreach (var row in rows)
        {
            await copy.StartRowAsync(ct);
            for (var column = 0; column < insert.Count; column++)
            {
                if (insert.ValueOf(column, row) is { } value)
                {
                    await copy.WriteAsync(value, insert.TypeOf(column), ct);
                }
                else
                {
                    await copy.WriteNullAsync(ct);
                }
            }
        }

        await copy.CompleteAsync(ct);
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

    /// <summary>The statement for one kind of row, and how a row fills it.</summary>
    private sealed class Insert
    {
        private readonly List<(IProperty Property, Func<object, object?> ValueOf, RelationalTypeMapping Mapping, ValueConverter? Converter)> _columns;

        public Insert(IEntityType entity)
        {
            var table = StoreObjectIdentifier.Table(entity.GetTableName()!, entity.GetSchema());
            _columns = [.. entity.GetProperties().Select(p => (p, ValuesOf(p, entity), p.GetRelationalTypeMapping(), p.GetRelationalTypeMapping().Converter))];
            var names = $"\"{table.Name}\" ({string.Join(", ", _columns.Select(c => $"\"{c.Property.GetColumnName(table)}\""))})";
            Copy = $"COPY {names} FROM STDIN (FORMAT BINARY)";
            Text = $"INSERT INTO {names} VALUES ({string.Join(", ", _columns.Select((_, i) => $"?{i + 1}"))})";
        }

        /// <summary>The statement for one row.</summary>
        public string Text { get; }

        public string Copy { get; }

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

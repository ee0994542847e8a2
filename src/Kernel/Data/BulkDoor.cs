using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Npgsql;

namespace Trellis.Kernel.Data;

/// <summary>
/// The one way past the change tracker, for rows that come by the thousand: the new things of an import, what it said of them,
/// the figures of a published table, and the changes of a large audit entry. COPY where the database is PostgreSQL, otherwise one
/// prepared statement; always inside the transaction of the save that the rows belong to.
/// </summary>
internal static class BulkDoor
{
    /// <summary>More in one statement gain nothing: finding each by its name takes longer, the more there are.</summary>
    private const int MostParameters = 100;

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
            await InsertAsync(insert, db.Database.GetDbConnection(), db.Database.CurrentTransaction!.GetDbTransaction(), rows, ct);
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

    /// <summary>Many rows a statement: each statement costs as much as a few rows.</summary>
    private static async Task InsertAsync(Insert insert, DbConnection connection, DbTransaction transaction, IReadOnlyList<object> rows, CancellationToken ct)
    {
        var many = Math.Max(1, MostParameters / insert.Count);
        var whole = rows.Count - rows.Count % many;
        await InsertAsync(insert, connection, transaction, rows, 0, whole, many, ct);
        await InsertAsync(insert, connection, transaction, rows, whole, rows.Count, 1, ct);
    }

    private static async Task InsertAsync(
        Insert insert, DbConnection connection, DbTransaction transaction, IReadOnlyList<object> rows, int from, int to, int atOnce, CancellationToken ct)
    {
        if (from == to)
        {
            return;
        }

        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = insert.Text(atOnce);
        for (var i = 0; i < atOnce; i++)
        {
            insert.AddParameters(command, rows[from + i], i);
        }

        var parameters = command.Parameters.Cast<DbParameter>().ToArray();
        await command.PrepareAsync(ct);
        for (var first = from; first < to; first += atOnce)
        {
            ct.ThrowIfCancellationRequested();
            for (var i = 0; i < atOnce; i++)
            {
                insert.Fill(parameters.AsSpan(i * insert.Count, insert.Count), rows[first + i]);
            }

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
        private readonly string into;

        public Insert(IEntityType entity)
        {
            var table = StoreObjectIdentifier.Table(entity.GetTableName()!, entity.GetSchema());
            _columns = [.. entity.GetProperties().Select(p => (p, ValuesOf(p, entity), p.GetRelationalTypeMapping(), p.GetRelationalTypeMapping().Converter))];
            var names = $"\"{table.Name}\" ({string.Join(", ", _columns.Select(c => $"\"{c.Property.GetColumnName(table)}\""))})";
            Copy = $"COPY {names} FROM STDIN (FORMAT BINARY)";
            into = $"INSERT INTO {names} VALUES ";
        }

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

        /// <summary>The statement for so many rows.</summary>
        public string Text(int rows) =>
            into + string.Join(", ", Enumerable.Range(0, rows).Select(row => $"({string.Join(", ", Enumerable.Range(row * Count, Count).Select(i => $"@p{i}"))})"));

        public void AddParameters(DbCommand command, object row, int number)
        {
            for (var i = 0; i < _columns.Count; i++)
            {
                var (property, valueOf, mapping, _) = _columns[i];
                command.Parameters.Add(mapping.CreateParameter(command, $"@p{number * Count + i}", valueOf(row), property.IsNullable, ParameterDirection.Input));
            }
        }

        public void Fill(ReadOnlySpan<DbParameter> parameters, object row)
        {
            for (var i = 0; i < parameters.Length; i++)
            {
                parameters[i].Value = ValueOf(i, row) ?? DBNull.Value;
            }
        }
    }
}

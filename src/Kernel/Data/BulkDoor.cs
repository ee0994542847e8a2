using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Trellis.Kernel.Data;

/// <summary>
/// The one way past the change tracker, for rows that come by the thousand: the new things of an import, what it said of them,
/// and the changes of a large audit entry. One prepared statement, or batches of it where the provider has them, always inside
/// the transaction of the save that the rows belong to.
/// </summary>
internal static class BulkDoor
{
    private const int RowsInABatch = 500;

    public static async Task InsertAsync(DbContext db, IReadOnlyList<object> rows, CancellationToken ct)
    {
        if (rows.Count == 0)
        {
            return;
        }

        var insert = new Insert(db.Model.FindEntityType(rows[0].GetType())!);
        var connection = db.Database.GetDbConnection();
        var transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        if (connection.CanCreateBatch)
        {
            await InBatchesAsync(insert, connection, transaction, rows, ct);
        }
        else
        {
            await OneByOneAsync(insert, connection, transaction, rows, ct);
        }
    }

    private static async Task OneByOneAsync(Insert insert, DbConnection connection, DbTransaction transaction, IReadOnlyList<object> rows, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = insert.Text;
        insert.AddParameters(command, rows[0]);
        await command.PrepareAsync(ct);
        foreach (var row in rows)
        {
            insert.Fill(command.Parameters, row);
            await command.ExecuteNonQueryAsync(ct);
        }
    }

    private static async Task InBatchesAsync(Insert insert, DbConnection connection, DbTransaction transaction, IReadOnlyList<object> rows, CancellationToken ct)
    {
        // Parameters are made by a command, which knows the provider's types, and lent to the batch.
        foreach (var chunk in rows.Chunk(RowsInABatch))
        {
            await using var batch = connection.CreateBatch();
            batch.Transaction = transaction;
            foreach (var row in chunk)
            {
                await using var maker = connection.CreateCommand();
                insert.AddParameters(maker, row);
                var command = batch.CreateBatchCommand();
                command.CommandText = insert.Text;
                var parameters = maker.Parameters.Cast<DbParameter>().ToList();
                maker.Parameters.Clear();
                parameters.ForEach(p => command.Parameters.Add(p));
                batch.BatchCommands.Add(command);
            }

            await batch.ExecuteNonQueryAsync(ct);
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

    /// <summary>The statement for one kind of row, and how a row fills it.</summary>
    private sealed class Insert
    {
        private readonly List<(IProperty Property, Func<object, object?> ValueOf, RelationalTypeMapping Mapping, ValueConverter? Converter)> _columns;

        public Insert(IEntityType entity)
        {
            var table = StoreObjectIdentifier.Table(entity.GetTableName()!, entity.GetSchema());
            _columns = [.. entity.GetProperties().Select(p => (p, ValuesOf(p, entity), p.GetRelationalTypeMapping(), p.GetRelationalTypeMapping().Converter))];
            Text = $"INSERT INTO \"{table.Name}\" ({string.Join(", ", _columns.Select(c => $"\"{c.Property.GetColumnName(table)}\""))}) "
                + $"VALUES ({string.Join(", ", _columns.Select((_, i) => $"@p{i}"))})";
        }

        public string Text { get; }

        public void AddParameters(DbCommand command, object row)
        {
            for (var i = 0; i < _columns.Count; i++)
            {
                var (property, valueOf, mapping, _) = _columns[i];
                command.Parameters.Add(mapping.CreateParameter(command, $"@p{i}", valueOf(row), property.IsNullable, ParameterDirection.Input));
            }
        }

        public void Fill(DbParameterCollection parameters, object row)
        {
            for (var i = 0; i < _columns.Count; i++)
            {
                var value = _columns[i].ValueOf(row);
                parameters[i].Value = (_columns[i].Converter is { } converter ? converter.ConvertToProvider(value) : value) ?? DBNull.Value;
            }
        }
    }
}

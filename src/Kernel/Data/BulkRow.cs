using System.Buffers.Text;
using System.Data.Common;
using System.Globalization;
using SQLitePCL;

namespace Trellis.Kernel.Data;

/// <summary>A row that is being read by the hundred thousand: of either database, and only while it is the one at hand.</summary>
/// <remarks>SQLite is asked for each cell itself, past ADO.NET, which looks at the type of each cell several times.</remarks>
public readonly struct BulkRow
{
    private readonly sqlite3_stmt? _embedded;
    private readonly DbDataReader? _served;

    internal BulkRow(sqlite3_stmt embedded) => _embedded = embedded;

    internal BulkRow(DbDataReader served) => _served = served;

    /// <summary>A whole number; 0 for NULL in the embedded database.</summary>
    public int Int(int column) => _embedded is { } row ? raw.sqlite3_column_int(row, column) : _served!.GetInt32(column);

    /// <summary>An id, which is not NULL.</summary>
    public Guid Id(int column) => _embedded is { } row ? Utf8Parser.TryParse(raw.sqlite3_column_blob(row, column), out Guid id, out _) ? id : throw new FormatException("An id in the database is none.") : _served!.GetGuid(column);

    /// <summary>Bytes, which are not NULL.</summary>
    public byte[] Bytes(int column) => _embedded is { } row ? raw.sqlite3_column_blob(row, column).ToArray() : _served!.GetFieldValue<byte[]>(column);

    /// <summary>Null for NULL.</summary>
    public decimal? Decimal(int column)
    {
        if (_embedded is { } row)
        {
            return raw.sqlite3_column_type(row, column) == raw.SQLITE_NULL
                ? null
                : decimal.Parse(raw.sqlite3_column_blob(row, column), NumberStyles.Number | NumberStyles.AllowExponent, CultureInfo.InvariantCulture);
        }

        return _served!.IsDBNull(column) ? null : _served.GetDecimal(column);
    }
}

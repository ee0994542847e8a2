namespace Trellis.Tables;

/// <summary>Reads a file of data (CSV, Excel, Parquet) into columns. What the file is follows from its content.</summary>
public static class ColumnTableReader
{
    /// <summary>What a file of data may ask of the machine: a million rows of a hundred columns are usual.</summary>
    public static ReadLimits Limits { get; } = new() { Bytes = 100 * 1024 * 1024, Rows = 5_000_000, Cells = 100_000_000, ExpandedBytes = 1024L * 1024 * 1024 };

    /// <summary>Reads a file that is in memory.</summary>
    /// <param name="bytes">The file from its beginning to its end.</param>
    /// <param name="fileName">For messages.</param>
    /// <param name="limits">Null for <see cref="Limits"/>.</param>
    /// <param name="cancel">Stops the reading with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The table, or a failure that says what is wrong with the file.</returns>
    public static async Task<TableResult> ReadAsync(ReadOnlyMemory<byte> bytes, string fileName, ReadLimits? limits = null, CancellationToken cancel = default)
    {
        var limit = new ReadingLimit(limits ?? Limits, fileName, cancel);
        try
        {
            if (bytes.Length > limit.Limits.Bytes)
            {
                throw limit.Refusal($"The file is larger than {limit.Limits.Bytes / (1024 * 1024):N0} MB.", "", "Give the part that is needed.");
            }

            return new TableResult(ParquetColumns.Is(bytes.Span) ? await ParquetColumns.ReadAsync(bytes, limit) : TextColumns.Read(bytes, limit), null);
        }
        catch (UnreadableException unreadable)
        {
            return new TableResult(null, unreadable.Failure);
        }
    }
}

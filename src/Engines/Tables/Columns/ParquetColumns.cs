using System.Globalization;
using Parquet;
using Parquet.Data;
using Parquet.Schema;

namespace Trellis.Tables;

/// <summary>Columns of a Parquet file: texts, numbers and dates; other kinds are read as empty.</summary>
internal static class ParquetColumns
{
    public static bool Is(ReadOnlySpan<byte> bytes) => bytes.StartsWith("PAR1"u8);

    public static async Task<ColumnTable> ReadAsync(ReadOnlyMemory<byte> bytes, ReadingLimit limit)
    {
        try
        {
            await using var stream = new MemoryStream(bytes.ToArray(), writable: false);
            await using var file = await ParquetReader.CreateAsync(stream, null, true, limit.Cancel);
            return await ReadAsync(file, limit);
        }
        catch (Exception damaged) when (damaged is not UnreadableException and not OperationCanceledException)
        {
            // The library throws whatever its decoders happen to meet in a damaged file.
            throw limit.Refusal("The Parquet file is damaged.", "", "Download it again.");
        }
    }

    private static async Task<ColumnTable> ReadAsync(ParquetReader file, ReadingLimit limit)
    {
        var rows = file.RowGroups.Sum(group => group.RowCount);
        if (rows > limit.Limits.Rows || file.Metadata?.RowGroups.Sum(group => group.TotalByteSize) > limit.Limits.ExpandedBytes)
        {
            throw limit.Refusal($"The file has {rows:N0} rows, more than can be read at once.", "", "Give the part that is needed.");
        }

        var fields = file.Schema.GetDataFields();
        var cells = fields.Select(_ => new string[rows]).ToArray();
        for (var column = 0; column < fields.Length; column++)
        {
            var texts = new Texts();
            var at = 0;
            foreach (var group in file.RowGroups)
            {
                limit.Cancel.ThrowIfCancellationRequested();
                await ReadAsync(group, fields[column], cells[column].AsMemory(at, (int)group.RowCount), texts, limit.Cancel);
                at += (int)group.RowCount;
            }
        }

        return new ColumnTable([.. fields.Select(f => f.Name)], cells, row => $"row {row + 1}");
    }

    private static Task ReadAsync(ParquetRowGroupReader group, DataField field, Memory<string> into, Texts texts, CancellationToken cancel) => field.ClrType switch
    {
        var text when text == typeof(string) || text == typeof(ReadOnlyMemory<char>) => FillAsync<ReadOnlyMemory<char>>(group, field, into, value => texts.Of(value.Span), cancel),
        var type when type == typeof(double) => NumbersAsync<double>(group, field, into, texts, cancel),
        var type when type == typeof(float) => NumbersAsync<float>(group, field, into, texts, cancel),
        var type when type == typeof(int) => NumbersAsync<int>(group, field, into, texts, cancel),
        var type when type == typeof(long) => NumbersAsync<long>(group, field, into, texts, cancel),
        var type when type == typeof(DateTime) => FillAsync<DateTime>(group, field, into, value => texts.Of(value.ToString(value.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "s", CultureInfo.InvariantCulture)), cancel),
        var type when type == typeof(DateOnly) => FillAsync<DateOnly>(group, field, into, value => texts.Of(value.ToString("O", CultureInfo.InvariantCulture)), cancel),
        var type when type == typeof(bool) => FillAsync<bool>(group, field, into, value => value ? "true" : "false", cancel),
        _ => Nothing(into),
    };

    private static Task NumbersAsync<T>(ParquetRowGroupReader group, DataField field, Memory<string> into, Texts texts, CancellationToken cancel)
        where T : struct, ISpanFormattable =>
        FillAsync<T>(group, field, into, value =>
        {
            Span<char> written = stackalloc char[32];
            return value.TryFormat(written, out var length, default, CultureInfo.InvariantCulture) ? texts.Of(written[..length]) : value.ToString("G", CultureInfo.InvariantCulture);
        }, cancel);

    private static Task Nothing(Memory<string> into)
    {
        into.Span.Fill("");
        return Task.CompletedTask;
    }

    private static async Task FillAsync<T>(ParquetRowGroupReader group, DataField field, Memory<string> into, Func<T, string> write, CancellationToken cancel)
        where T : struct
    {
        using var raw = (RawColumnData<T>)await group.ReadRawColumnDataBaseAsync(field, cancel);
        Fill(raw, into.Span, write);
    }

    /// <summary>A value follows for each row whose definition level is not nought; the others are empty.</summary>
    private static void Fill<T>(RawColumnData<T> raw, Span<string> into, Func<T, string> write)
        where T : struct
    {
        var levels = raw.DefinitionLevels;
        var values = raw.Values;
        var next = 0;
        for (var row = 0; row < into.Length; row++)
        {
            into[row] = levels.Length == 0 || levels[row] > 0 ? write(values[next++]) : "";
        }
    }
}

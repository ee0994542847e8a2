using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Trellis.Linkage;

/// <summary>Cuts a CSV text into rows and cells, some thousands of rows at a time, so that each column can then be read on a core of its own.</summary>
internal sealed class CsvBatch
{
    private const int MostRows = 1 << 15;

    private readonly ReadOnlyMemory<byte> text;
    private readonly byte delimiter;
    private readonly int[] wanted;
    private readonly int width;
    private readonly (int Start, int Length)[] cells;
    private readonly int[] places;
    private byte[] unquoted = [];
    private int unquotedEnd;
    private int at;

    // Of the bytes from one place on, as many as fit a vector, which end a cell: one bit each.
    private int looked = -Vector256<byte>.Count;
    private uint ends;

    /// <param name="text">The file.</param>
    /// <param name="delimiter">The sign between cells.</param>
    /// <param name="wanted">Of each column of the file, where its cells go; -1 for nowhere.</param>
    /// <param name="width">How many columns are wanted.</param>
    /// <param name="start">Where the first row under the headings begins.</param>
    public CsvBatch(ReadOnlyMemory<byte> text, byte delimiter, int[] wanted, int width, int start)
    {
        (this.text, this.delimiter, this.wanted, this.width, at) = (text, delimiter, wanted, width, start);
        cells = new (int, int)[MostRows * width];
        places = new int[MostRows * width];
    }

    public int Rows { get; private set; }

    /// <summary>A cell without spaces around it; empty where the row is too short.</summary>
    public ReadOnlySpan<byte> Cell(int row, int column)
    {
        var (start, length) = cells[(row * width) + column];
        var cell = start >= 0 ? text.Span.Slice(start, length) : unquoted.AsSpan(~start, length);
        return length > 0 && (cell[0] <= ' ' || cell[^1] <= ' ') ? cell.Trim(" \t\r\n"u8) : cell;
    }

    /// <summary>Where in the text a cell begins; of one in quotes, its quote.</summary>
    public int PlaceOf(int row, int column) => places[(row * width) + column];

    /// <summary>Cuts the next rows; false at the end of the text. A row without any text is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool Next()
    {
        Rows = 0;
        unquotedEnd = 0;
        var all = text.Span;
        while (at < all.Length && Rows < MostRows)
        {
            var row = cells.AsSpan(Rows * width, width);
            row.Clear();
            var (column, blank) = (0, true);
            while (true)
            {
                var start = at;
                int length;
                var begins = at;
                if (at < all.Length && all[at] == '"')
                {
                    (start, length) = Quoted(all);
                }
                else
                {
                    at = EndOfCell(all, at);
                    length = at - start;
                }

                blank &= length == 0 || (length == 1 && start >= 0 && all[start] == '\r');
                if (column < wanted.Length && wanted[column] >= 0)
                {
                    row[wanted[column]] = (start, length);
                    places[(Rows * width) + wanted[column]] = begins;
                }

                column++;
                if (at >= all.Length)
                {
                    break;
                }

                if (all[at++] != delimiter)
                {
                    break;
                }
            }

            Rows += blank ? 0 : 1;
        }

        return Rows > 0;
    }

    /// <summary>A quote inside quotes is doubled; one that never closes ends with the file; what stands behind the closing one is left out.</summary>
    private (int Start, int Length) Quoted(ReadOnlySpan<byte> all)
    {
        var start = ++at;
        var first = unquotedEnd;
        var doubled = false;
        int end;
        while (true)
        {
            var length = all[at..].IndexOf((byte)'"');
            end = length < 0 ? all.Length : at + length;
            doubled |= end + 1 < all.Length && all[end + 1] == '"';
            if (doubled)
            {
                Keep(all[at..end]);
            }

            at = Math.Min(all.Length, end + 1);
            if (at >= all.Length || all[at] != '"')
            {
                break;
            }

            Keep("\""u8);
            at++;
        }

        at = EndOfCell(all, at);
        return doubled ? (~first, unquotedEnd - first) : (start, end - start);
    }

    /// <summary>The place of the next sign that ends a cell, or the end of the text.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int EndOfCell(ReadOnlySpan<byte> all, int from)
    {
        while (true)
        {
            if (from < looked + Vector256<byte>.Count)
            {
                var left = ends >> (from - looked);
                if (left != 0)
                {
                    return from + BitOperations.TrailingZeroCount(left);
                }

                from = looked + Vector256<byte>.Count;
            }

            if (from > all.Length - Vector256<byte>.Count)
            {
                var length = all[from..].IndexOfAny(delimiter, (byte)'\n');
                return length < 0 ? all.Length : from + length;
            }

            var part = Vector256.Create(all.Slice(from, Vector256<byte>.Count));
            looked = from;
            ends = (Vector256.Equals(part, Vector256.Create(delimiter)) | Vector256.Equals(part, Vector256.Create((byte)'\n'))).ExtractMostSignificantBits();
        }
    }

    private void Keep(ReadOnlySpan<byte> part)
    {
        if (unquotedEnd + part.Length > unquoted.Length)
        {
            Array.Resize(ref unquoted, Math.Max(1024, (unquotedEnd + part.Length) * 2));
        }

        part.CopyTo(unquoted.AsSpan(unquotedEnd));
        unquotedEnd += part.Length;
    }
}

using System.Runtime.CompilerServices;

namespace Trellis.Linkage;

/// <summary>One file in memory.</summary>
/// <param name="Name">For messages and results.</param>
/// <param name="Text">CSV in UTF-8: headings, then a row for each record; parted by commas, semicolons or tabs.</param>
public sealed record RecordFile(string Name, ReadOnlyMemory<byte> Text);

/// <summary>Reads CSV files into a <see cref="RecordSet"/>. Values are put into dictionaries column by column, on as many cores as there are columns.</summary>
public static class RecordReader
{
    /// <summary>Reads the files, one behind the other.</summary>
    /// <param name="files">At most 255; each needs all columns that the mapping names.</param>
    /// <param name="map">Which column is what.</param>
    /// <param name="truth">The column that says which records are one person, for proof; null for none.</param>
    /// <param name="threads">How many cores to take; the outcome is the same with any number.</param>
    /// <param name="cancel">Stops the reading with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="FormatException">A file lacks a column; the message says which.</exception>
    public static RecordSet Read(IReadOnlyList<RecordFile> files, FieldMap map, string? truth = null, int threads = 2, CancellationToken cancel = default)
    {
        if (files.Count is 0 or > 255)
        {
            throw new FormatException("Give 1 to 255 files.");
        }

        var expected = 0L;
        foreach (var file in files)
        {
            expected += RowsExpected(file.Text.Span);
        }

        var set = new RecordSet(map, (int)Math.Min(expected, int.MaxValue / map.Fields.Count / 2));
        for (var source = 0; source < files.Count; source++)
        {
            ReadOne(set, files[source], source, truth, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancel });
        }

        return set;
    }

    private static void ReadOne(RecordSet set, RecordFile file, int source, string? truth, ParallelOptions parallel)
    {
        var text = file.Text.Span.StartsWith("\uFEFF"u8) ? file.Text[3..] : file.Text;
        var head = text.Span[..(text.Span.IndexOf((byte)'\n') is var end && end < 0 ? text.Length : end)];
        var delimiter = Delimiter(head);
        var names = System.Text.Encoding.UTF8.GetString(head).Split((char)delimiter).Select(n => n.Trim().Trim('"').Trim()).ToList();
        var wanted = new int[names.Count];
        Array.Fill(wanted, -1);
        var width = 0;
        int Want(string column)
        {
            var at = names.FindIndex(n => string.Equals(n, column.Trim(), StringComparison.OrdinalIgnoreCase));
            if (at < 0)
            {
                throw new FormatException($"{file.Name}: there is no column “{column}”. It has: {string.Join(", ", names)}.");
            }

            return wanted[at] >= 0 ? wanted[at] : wanted[at] = width++;
        }

        var map = set.Map;
        int[][] cells = [.. map.Fields.Select(f => f.Columns.Select(Want).ToArray())];
        var id = map.Id is null ? -1 : Want(map.Id);
        var agency = map.Agency is null ? -1 : Want(map.Agency);
        var label = truth is null ? -1 : Want(truth);
        set.SourceNames.Add(file.Name);
        set.SourceTexts.Add(text);
        set.Separators.Add(delimiter);
        // Names share a dictionary, so one worker reads them all; each other field is a piece of work for itself.
        var columns = map.Fields.Select((_, slot) => new FieldReading(set.Layout, slot, cells[slot], map.Fields[slot].Kind == FieldKind.AgencyId ? agency : -1)).ToList();
        List<FieldReading[]> work = [.. columns.Where(c => c.IsName).ToArray() is { Length: > 0 } shared ? new[] { shared } : [], .. columns.Where(c => !c.IsName).Select(c => new[] { c })];
        var batch = new CsvBatch(text, delimiter, wanted, width, Math.Min(text.Length, head.Length + 1));
        var rowsBefore = 0;
        while (batch.Next())
        {
            var first = set.Grow(batch.Rows, source);
            Cores.Share(work.Count + 1, parallel, piece =>
            {
                if (piece < work.Count)
                {
                    foreach (var column in work[piece])
                    {
                        column.Read(batch, set, first);
                    }

                    return;
                }

                for (var row = 0; row < batch.Rows; row++)
                {
                    set.SetIdPlace(first + row, id < 0 ? rowsBefore + row + 1 : batch.PlaceOf(row, id));
                }
            });
            if (label >= 0)
            {
                ReadTruth(set, batch, first, label);
            }

            rowsBefore += batch.Rows;
        }
    }

    /// <summary>Labels of the Febrl kind ("rec-12-org", "rec-12-dup-0") name the person before the part that tells records apart.</summary>
    private static void ReadTruth(RecordSet set, CsvBatch batch, int first, int label)
    {
        var truth = set.Truth ?? [];
        if (truth.Length < set.Count)
        {
            Array.Resize(ref truth, Math.Max(set.Count, truth.Length * 2));
        }

        for (var row = 0; row < batch.Rows; row++)
        {
            var text = batch.Cell(row, label);
            var copy = text.IndexOf("-dup-"u8);
            text = copy > 0 ? text[..copy] : text.EndsWith("-org"u8) ? text[..^4] : text;
            // Who has no label is a person by themselves.
            truth[first + row] = set.TruthWords.Add(text.IsEmpty ? System.Text.Encoding.UTF8.GetBytes($"\0{first + row}") : text);
        }

        set.Truth = truth;
    }

    private static byte Delimiter(ReadOnlySpan<byte> head)
    {
        var best = (byte)',';
        foreach (var sign in ";\t"u8)
        {
            best = head.Count(sign) > head.Count(best) ? sign : best;
        }

        return best;
    }

    /// <summary>By the length of the first rows, and a little more.</summary>
    private static int RowsExpected(ReadOnlySpan<byte> text)
    {
        var part = text[..Math.Min(text.Length, 1 << 16)];
        return (int)Math.Min(text.Length, ((long)part.Count((byte)'\n') + 1) * text.Length / Math.Max(1, part.Length) * 51 / 50);
    }

    /// <summary>One field being read: what a text means is worked out once for each distinct text.</summary>
    private sealed class FieldReading(FieldLayout layout, int slot, int[] cells, int agency)
    {
        private readonly Words raw = new();
        private int[] meaning = new int[1 << 10];
        private byte[] joined = new byte[256];
        private byte[] scratch = new byte[512];

        public bool IsName { get; } = layout.IsName(slot);

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Read(CsvBatch batch, RecordSet set, int first)
        {
            var rows = set.Rows;
            var slots = layout.Slots;
            for (var row = 0; row < batch.Rows; row++)
            {
                var text = cells.Length == 1 && agency < 0 ? batch.Cell(row, cells[0]) : Join(batch, row);
                rows[((first + row) * slots) + slot] = text.IsEmpty ? 0 : Meaning(text);
            }
        }

        private int Meaning(ReadOnlySpan<byte> text)
        {
            var known = raw.Count;
            var number = raw.Add(text);
            if (number == known)
            {
                if (number >= meaning.Length)
                {
                    Array.Resize(ref meaning, meaning.Length * 2);
                }

                if (scratch.Length < (text.Length * 2) + 32)
                {
                    scratch = new byte[(text.Length * 2) + 32];
                }

                meaning[number] = layout.Read(slot, text, scratch);
            }

            return meaning[number];
        }

        private ReadOnlySpan<byte> Join(CsvBatch batch, int row)
        {
            var length = 0;
            foreach (var cell in cells)
            {
                length = Append(batch.Cell(row, cell), length);
            }

            // An agency's identifier means something only together with the agency.
            return length == 0 || agency < 0 ? joined.AsSpan(0, length) : joined.AsSpan(0, Append(batch.Cell(row, agency), length, (byte)FieldLayout.AgencyMark));
        }

        private int Append(ReadOnlySpan<byte> part, int length, byte between = (byte)' ')
        {
            if (part.IsEmpty)
            {
                return length;
            }

            if (length + part.Length + 1 > joined.Length)
            {
                Array.Resize(ref joined, (length + part.Length + 1) * 2);
            }

            if (length > 0)
            {
                joined[length++] = between;
            }

            part.CopyTo(joined.AsSpan(length));
            return length + part.Length;
        }
    }
}

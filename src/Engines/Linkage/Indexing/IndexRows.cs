using System.Text;

namespace Trellis.Linkage;

/// <summary>Turns the texts of records into rows. Of many, what a text means is worked out once.</summary>
internal sealed class IndexRows
{
    private readonly RecordSet records;
    private readonly Words?[] raw;
    private readonly int[][] meanings;
    private readonly byte[][] scratch;
    private readonly int agencyId;

    public IndexRows(RecordSet records)
    {
        this.records = records;
        var slots = records.Layout.Slots;
        (raw, meanings, scratch) = (new Words?[slots], new int[slots][], new byte[slots][]);
        agencyId = records.Layout.SlotOf(FieldKind.AgencyId);
    }

    /// <exception cref="ArgumentException">The record has another number of values than the mapping has fields.</exception>
    public static void Check(RecordSet records, IndexedRecord? record)
    {
        if (record is not null && record.Values.Count != records.Layout.Slots)
        {
            throw new ArgumentException($"A record has {record.Values.Count} values; the mapping has {records.Layout.Slots} fields.", nameof(record));
        }
    }

    /// <summary>Takes in many records, each field on a core of its own; the number of the first.</summary>
    public int Read(IndexedRecord[] some, ParallelOptions parallel)
    {
        foreach (var record in some)
        {
            Check(records, record);
        }

        var first = records.Grow(some.Length, 0);
        var slots = Enumerable.Range(0, records.Layout.Slots).ToList();
        // Names share a dictionary, so one core reads them all.
        List<List<int>> work = [slots.FindAll(records.Layout.IsName), .. slots.FindAll(s => !records.Layout.IsName(s)).Select(s => new List<int> { s })];
        Parallel.ForEach(work, parallel, piece =>
        {
            foreach (var slot in piece)
            {
                raw[slot] ??= new Words();
                meanings[slot] ??= new int[Guests.All * 2];
                for (var i = 0; i < some.Length; i++)
                {
                    records.Set(first + i, slot, Meaning(slot, some[i]));
                }
            }
        });
        return first;
    }

    /// <summary>Takes in one record.</summary>
    public void Write(int number, IndexedRecord record)
    {
        for (var slot = 0; slot < raw.Length; slot++)
        {
            var text = Text(slot, record);
            records.Set(number, slot, text.IsEmpty ? 0 : records.Layout.Read(slot, text, new byte[(text.Length * 2) + 32]));
        }
    }

    private int Meaning(int slot, IndexedRecord record)
    {
        var text = Text(slot, record);
        if (text.IsEmpty)
        {
            return 0;
        }

        var known = raw[slot]!.Count;
        var number = raw[slot]!.Add(text);
        if (number == known)
        {
            if (number >= meanings[slot].Length)
            {
                Array.Resize(ref meanings[slot], number * 2);
            }

            meanings[slot][number] = records.Layout.Read(slot, text, new byte[(text.Length * 2) + 32]);
        }

        return meanings[slot][number];
    }

    /// <summary>The text of a field without spaces around it; an agency's identifier with the agency behind it.</summary>
    private ReadOnlySpan<byte> Text(int slot, IndexedRecord record)
    {
        var text = record.Values[slot].AsSpan().Trim();
        if (text.IsEmpty)
        {
            return [];
        }

        if (slot == agencyId && !string.IsNullOrWhiteSpace(record.Agency))
        {
            text = $"{text}{FieldLayout.AgencyMark}{record.Agency}";
        }

        if (scratch[slot] is null || scratch[slot].Length < text.Length * 3)
        {
            scratch[slot] = new byte[Math.Max(256, text.Length * 3)];
        }

        return scratch[slot].AsSpan(0, Encoding.UTF8.GetBytes(text, scratch[slot]));
    }
}

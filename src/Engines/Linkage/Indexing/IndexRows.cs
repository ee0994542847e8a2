using System.Text;

namespace Trellis.Linkage;

/// <summary>The text of a field of a record in UTF-8, as it stands in the record; empty for none.</summary>
/// <param name="record">A record of the caller's.</param>
/// <param name="field">The place of the field in the mapping, from 0.</param>
public delegate ReadOnlySpan<byte> FieldText<in T>(T record, int field);

/// <summary>Turns the texts of records into rows. Of many, what a text means is worked out once.</summary>
internal sealed class IndexRows
{
    private readonly RecordSet records;
    private readonly Words?[] raw;
    private readonly int[][] meanings;
    private readonly byte[][] encoded;
    private readonly byte[][] scratch;
    private readonly int agencyId;
    private byte[] identifier = new byte[256];

    public IndexRows(RecordSet records)
    {
        this.records = records;
        var slots = records.Layout.Slots;
        (raw, meanings, encoded, scratch) = (new Words?[slots], new int[slots][], new byte[slots][], new byte[slots][]);
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

        return Read(some, Text, record => record.Agency, parallel);
    }

    /// <inheritdoc cref="Read(IndexedRecord[], ParallelOptions)"/>
    public int Read<T>(T[] some, FieldText<T> textOf, Func<T, string?> agencyOf, ParallelOptions parallel)
    {
        var first = records.Grow(some.Length, 0);
        var slots = Enumerable.Range(0, records.Layout.Slots).ToList();
        // Names share a dictionary, so one core reads them all.
        List<List<int>> work = [slots.FindAll(records.Layout.IsName), .. slots.FindAll(s => !records.Layout.IsName(s)).Select(s => new List<int> { s })];
        Cores.Share(work.Count, parallel, piece =>
        {
            foreach (var slot in work[piece])
            {
                raw[slot] ??= new Words();
                meanings[slot] ??= new int[Guests.All * 2];
                for (var i = 0; i < some.Length; i++)
                {
                    var text = textOf(some[i], slot).Trim((byte)' ');
                    records.Set(first + i, slot, Meaning(slot, slot == agencyId ? Identifier(text, agencyOf(some[i])) : text));
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
            var text = Text(record, slot);
            text = slot == agencyId ? Identifier(text, record.Agency) : text;
            records.Set(number, slot, text.IsEmpty ? 0 : records.Layout.Read(slot, text, Scratch(slot, text.Length)));
        }
    }

    private int Meaning(int slot, ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
        {
            return 0;
        }

        if (slot == agencyId || records.Map.Fields[slot].Kind is FieldKind.NhsNumber or FieldKind.Upn or FieldKind.Phone)
        {
            // Nearly every record has another: there is nothing to remember.
            return records.Layout.Read(slot, text, Scratch(slot, text.Length));
        }

        var known = raw[slot]!.Count;
        var number = raw[slot]!.Add(text);
        if (number == known)
        {
            if (number >= meanings[slot].Length)
            {
                Array.Resize(ref meanings[slot], number * 2);
            }

            meanings[slot][number] = records.Layout.Read(slot, text, Scratch(slot, text.Length));
        }

        return meanings[slot][number];
    }

    private byte[] Scratch(int slot, int length)
    {
        var least = (length * 2) + 32;
        if (scratch[slot] is null || scratch[slot].Length < least)
        {
            scratch[slot] = new byte[least * 2];
        }

        return scratch[slot];
    }

    private ReadOnlySpan<byte> Text(IndexedRecord record, int slot)
    {
        var text = record.Values[slot].AsSpan().Trim();
        if (encoded[slot] is null || encoded[slot].Length < text.Length * 3)
        {
            encoded[slot] = new byte[Math.Max(256, text.Length * 3)];
        }

        return encoded[slot].AsSpan(0, Encoding.UTF8.GetBytes(text, encoded[slot]));
    }

    /// <summary>An agency's identifier with the agency behind it.</summary>
    private ReadOnlySpan<byte> Identifier(ReadOnlySpan<byte> text, string? agency)
    {
        if (text.IsEmpty || string.IsNullOrWhiteSpace(agency))
        {
            return text;
        }

        var most = text.Length + 1 + (agency.Length * 3);
        if (identifier.Length < most)
        {
            identifier = new byte[most];
        }

        text.CopyTo(identifier);
        identifier[text.Length] = (byte)FieldLayout.AgencyMark;
        return identifier.AsSpan(0, text.Length + 1 + Encoding.UTF8.GetBytes(agency, identifier.AsSpan(text.Length + 1)));
    }
}

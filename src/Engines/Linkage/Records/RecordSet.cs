using System.Text;

namespace Trellis.Linkage;

/// <summary>
/// Records of persons as rows of whole numbers: for each field the number of its value in that field's dictionary, 0 where it is missing. Values are kept in the form in which they are compared.
/// </summary>
public sealed class RecordSet
{
    private int[] rows;
    private byte[] sources;
    private int[] idPlaces;

    internal RecordSet(FieldMap map, int expected)
        : this(map, new FieldLayout(map), expected)
    {
    }

    /// <summary>Records whose values are numbered as those of others are.</summary>
    internal RecordSet(FieldMap map, FieldLayout layout, int expected)
    {
        Map = map;
        Layout = layout;
        IsByAgency = map.Agency is not null;
        rows = new int[Math.Max(16, expected) * Layout.Slots];
        sources = new byte[Math.Max(16, expected)];
        idPlaces = new int[Math.Max(16, expected)];
    }

    /// <summary>Which column was what.</summary>
    public FieldMap Map { get; }

    /// <summary>How many records there are, of all files together.</summary>
    public int Count { get; private set; }

    /// <summary>The names of the files, in the order in which they were given; a record tells its file by the place in this list.</summary>
    public IReadOnlyList<string> Sources => SourceNames;

    internal List<string> SourceNames { get; } = [];

    internal List<ReadOnlyMemory<byte>> SourceTexts { get; } = [];

    internal FieldLayout Layout { get; }

    /// <summary>Of each record the value of the column that says the truth, by number; null where none was asked for.</summary>
    internal int[]? Truth { get; set; }

    internal Words TruthWords { get; } = new();

    internal ReadOnlySpan<int> Row(int record) => rows.AsSpan(record * Layout.Slots, Layout.Slots);

    internal int[] Rows => rows;

    /// <summary>One field of all records.</summary>
    internal int[] Column(int slot)
    {
        var column = new int[Count];
        for (var record = 0; record < column.Length; record++)
        {
            column[record] = rows[(record * Layout.Slots) + slot];
        }

        return column;
    }

    /// <summary>How many records have each value of a field, of so many values.</summary>
    internal int[] CountsOf(int slot, int values)
    {
        var counts = new int[values];
        for (var record = 0; record < Count; record++)
        {
            counts[rows[(record * Layout.Slots) + slot]]++;
        }

        return counts;
    }

    /// <summary>The file of a record, from 0.</summary>
    public int SourceOf(int record) => sources[record];

    internal ReadOnlySpan<byte> SourceNumbers => sources.AsSpan(0, Count);

    /// <summary>The name of a record: what stands in the column "id", else its place among the rows of its file, from 1.</summary>
    public string IdOf(int record) => Map.Id is null ? idPlaces[record].ToString(System.Globalization.CultureInfo.InvariantCulture) : Encoding.UTF8.GetString(IdBytes(record));

    /// <summary>The same in UTF-8.</summary>
    public ReadOnlySpan<byte> IdBytes(int record)
    {
        if (Map.Id is null)
        {
            return Encoding.UTF8.GetBytes(IdOf(record));
        }

        var text = SourceTexts[sources[record]].Span[idPlaces[record]..];
        if (text is [(byte)'"', ..])
        {
            var end = text[1..].IndexOf((byte)'"');
            return end < 0 ? text[1..] : text.Slice(1, end);
        }

        var stop = text.IndexOfAny(Separators[sources[record]], (byte)'\n');
        return (stop < 0 ? text : text[..stop]).Trim(" \t\r"u8);
    }

    /// <summary>Whether each record may name its agency; otherwise a file is one agency's.</summary>
    internal bool IsByAgency { get; init; }

    /// <summary>Pairs of records to which one agency gave one identifier, each record with the first that has it.</summary>
    internal List<DecidedPair> Identified()
    {
        var pairs = new List<DecidedPair>();
        if (Layout.SlotOf(FieldKind.AgencyId) is not (>= 0 and var slot))
        {
            return pairs;
        }

        var first = new Dictionary<(int, int), int>();
        for (var record = 0; record < Count; record++)
        {
            var value = Row(record)[slot];
            if (value == 0 || (IsByAgency && !Layout.NamesAgency(value)))
            {
                continue;
            }

            var given = (value, IsByAgency ? -1 : sources[record]);
            if (!first.TryAdd(given, record))
            {
                pairs.Add(new DecidedPair(first[given], record));
            }
        }

        return pairs;
    }

    internal List<byte> Separators { get; } = [];

    /// <summary>The value of a field as it is compared, for people; empty where it is missing.</summary>
    public string ValueOf(int record, int field) => Layout.Write(field, Row(record)[field]);

    /// <summary>Makes room for records whose rows are then written in any order.</summary>
    internal int Grow(int added, int source)
    {
        var first = Count;
        Count += added;
        if (Count > sources.Length)
        {
            var room = Math.Max(Count, sources.Length + (sources.Length / 2));
            Array.Resize(ref rows, room * Layout.Slots);
            Array.Resize(ref sources, room);
            Array.Resize(ref idPlaces, room);
        }

        if (source > 0)
        {
            sources.AsSpan(first, added).Fill((byte)source);
        }

        return first;
    }

    /// <summary>Some of the records, in that order, as one file.</summary>
    internal RecordSet Copy(IReadOnlyList<int> some)
    {
        var copy = new RecordSet(Map, Layout, some.Count) { IsByAgency = IsByAgency };
        copy.SourceNames.Add("");
        copy.Grow(some.Count, 0);
        for (var i = 0; i < some.Count; i++)
        {
            Row(some[i]).CopyTo(copy.RowOf(i));
        }

        return copy;
    }

    /// <summary>All of the records, as one file.</summary>
    internal RecordSet Copy()
    {
        var copy = new RecordSet(Map, Layout, Count) { IsByAgency = IsByAgency };
        copy.SourceNames.Add("");
        copy.Grow(Count, 0);
        Rows.AsSpan(0, Count * Layout.Slots).CopyTo(copy.rows);
        return copy;
    }

    internal Span<int> RowOf(int record) => rows.AsSpan(record * Layout.Slots, Layout.Slots);

    internal void Set(int record, int slot, int value) => rows[(record * Layout.Slots) + slot] = value;

    internal void SetIdPlace(int record, int place) => idPlaces[record] = place;
}

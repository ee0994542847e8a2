using System.Text;

namespace Trellis.People.Records;

/// <summary>What a record tells that Trellis understands.</summary>
public enum PersonField
{
    /// <summary>The agency's own identifier of its record.</summary>
    Reference,
    Given,
    Middle,
    Family,
    Former,
    Birth,
    Sex,
    Address,
    Postcode,
    Phone,
    NhsNumber,
    Upn,

    /// <summary>The agency's own identifier of the household in which it counts the person. Fields that come later stand behind it: records are kept in this order.</summary>
    Household,
}

/// <summary>What stands in an agency's record, word for word: the fields that are compared, and all others under the agency's own names.</summary>
public sealed class RecordContent
{
    private const char FieldEnd = '\u001F';
    private const char PartEnd = '\u001E';
    private static readonly int Fields = Enum.GetValues<PersonField>().Length;

    private readonly string[] fields;

    public RecordContent(IReadOnlyDictionary<PersonField, string> known, IEnumerable<KeyValuePair<string, string>>? others = null)
    {
        fields = [.. Enumerable.Range(0, Fields).Select(f => Clean(known.GetValueOrDefault((PersonField)f, "")))];
        Others = [.. (others ?? []).Select(o => KeyValuePair.Create(Clean(o.Key), Clean(o.Value))).Where(o => o.Value.Length > 0)];
    }

    private RecordContent(string[] fields, IReadOnlyList<KeyValuePair<string, string>> others) => (this.fields, Others) = (fields, others);

    public string this[PersonField field] => fields[(int)field];

    public IReadOnlyList<KeyValuePair<string, string>> Others { get; }

    /// <summary>What the person is called, in one line; what is known of them otherwise where they have no name.</summary>
    public string Name => string.Join(' ', new[] { this[PersonField.Given], this[PersonField.Middle], this[PersonField.Family] }.Where(p => p.Length > 0)) is { Length: > 0 } name ? name : "No name";

    public bool IsEmpty => fields.Skip(1).All(f => f.Length == 0);

    public byte[] ToBytes() => Encoding.UTF8.GetBytes(string.Join(FieldEnd, fields) + PartEnd + string.Join(FieldEnd, Others.SelectMany(o => new[] { o.Key, o.Value })));

    public static RecordContent Of(ReadOnlySpan<byte> bytes)
    {
        var parts = Encoding.UTF8.GetString(bytes).Split(PartEnd);
        var known = parts[0].Split(FieldEnd);
        if (known.Length < Fields)
        {
            // Written before there was the last field.
            known = [.. known, .. Enumerable.Repeat("", Fields - known.Length)];
        }

        var others = parts[1].Length == 0 ? [] : parts[1].Split(FieldEnd);
        return new RecordContent(known, [.. others.Chunk(2).Select(o => KeyValuePair.Create(o[0], o[1]))]);
    }

    /// <summary>One field of what <see cref="ToBytes"/> wrote, without making texts of all.</summary>
    internal static ReadOnlySpan<byte> FieldOf(ReadOnlySpan<byte> bytes, PersonField field)
    {
        for (var before = (int)field; before > 0; before--)
        {
            var end = bytes.IndexOfAny((byte)FieldEnd, (byte)PartEnd);
            if (bytes[end] == PartEnd)
            {
                // Written before there was such a field.
                return [];
            }

            bytes = bytes[(end + 1)..];
        }

        return bytes[..bytes.IndexOfAny((byte)FieldEnd, (byte)PartEnd)];
    }

    /// <summary>How records of a household end their fields: for looking through very many without making texts of them.</summary>
    internal static byte[] EndOfFields(string household) => Encoding.UTF8.GetBytes($"{FieldEnd}{Clean(household)}{PartEnd}");

    public bool SaysTheSameAs(RecordContent other) => fields.SequenceEqual(other.fields) && Others.SequenceEqual(other.Others);

    /// <summary>Spaces at the ends, and what no text holds, are not what the agency said.</summary>
    private static string Clean(string text) => text.Any(char.IsControl) ? new string([.. text.Select(c => char.IsControl(c) ? ' ' : c)]).Trim() : text.Trim();
}

using System.Text;
using Trellis.Linkage;
using Trellis.People.Records;

namespace Trellis.People.Extracts;

/// <summary>One row of an extract that somebody should look at.</summary>
/// <param name="Place">"line 12".</param>
/// <param name="What">What is odd, without what stands there.</param>
public sealed record RowDoubt(string Place, string What);

/// <summary>What the rows of an extract say, under a mapping.</summary>
/// <param name="Records">Each with what tells it from the agency's others.</param>
/// <param name="Doubts">In the order of the rows.</param>
public sealed record ExtractReading(IReadOnlyList<(string Key, RecordContent Content)> Records, IReadOnlyList<RowDoubt> Doubts)
{
    /// <summary>Without an identifier of the agency a record is known by all that it says: changed, it is another.</summary>
    public static string KeyOf(RecordContent content) => content[PersonField.Reference] is { Length: > 0 } reference ? reference : Encoding.UTF8.GetString(content.ToBytes());

    public static ExtractReading Of(ExtractTable table, IReadOnlyDictionary<PersonField, string> columns)
    {
        var places = columns.Select(c => (Field: c.Key, At: Position(table, c.Value))).Where(c => c.At >= 0).ToList();
        var used = places.Select(p => p.At).ToHashSet();
        int[] others = [.. Enumerable.Range(0, table.Columns.Count).Where(c => !used.Contains(c) && table.Columns[c].Trim().Length > 0)];
        var records = new List<(string, RecordContent)>(table.Rows.Count);
        var doubts = new List<RowDoubt>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var row = 0; row < table.Rows.Count; row++)
        {
            var cells = table.Rows[row];
            var content = new RecordContent(places.ToDictionary(p => p.Field, p => cells[p.At]), others.Select(c => KeyValuePair.Create(table.Columns[c], cells[c])));
            var place = table.Places[row];
            if (content.IsEmpty)
            {
                doubts.Add(new(place, "Nothing in it tells of a person. It is left out"));
                continue;
            }

            var key = KeyOf(content);
            if (!seen.Add(key))
            {
                doubts.Add(new(place, content[PersonField.Reference].Length > 0 ? "The agency's identifier stands in an earlier row too. This row is left out" : "It says the same as an earlier row. It is left out"));
                continue;
            }

            doubts.AddRange(Oddities(content).Select(what => new RowDoubt(place, what)));
            records.Add((key, content));
        }

        return new ExtractReading(records, doubts);
    }

    private static IEnumerable<string> Oddities(RecordContent content)
    {
        if (content[PersonField.Given].Length + content[PersonField.Family].Length == 0)
        {
            yield return "It has no name";
        }

        if (content[PersonField.Birth] is { Length: > 0 } birth && BirthDateText.Normal(birth).Length == 0)
        {
            yield return "The date of birth is no date that can be read";
        }

        if (content[PersonField.NhsNumber] is { Length: > 0 } nhs && !NhsNumber.IsValid(Encoding.UTF8.GetBytes(nhs)))
        {
            yield return "The NHS number is wrong: its last digit does not fit the others";
        }

        if (content[PersonField.Upn] is { Length: > 0 } upn && !UniquePupilNumber.IsValid(Encoding.UTF8.GetBytes(upn)))
        {
            yield return "The UPN is wrong: its first letter does not fit the digits";
        }
    }

    private static int Position(ExtractTable table, string column)
    {
        for (var i = 0; i < table.Columns.Count; i++)
        {
            if (string.Equals(table.Columns[i].Trim(), column.Trim(), StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return -1;
    }
}

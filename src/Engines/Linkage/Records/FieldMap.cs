using System.Text.Json;

namespace Trellis.Linkage;

/// <summary>What a column of a file tells of a person.</summary>
public enum FieldKind
{
    /// <summary>Given name or names; "baby of ..." and "unborn" are known as stand-ins.</summary>
    Given,

    /// <summary>Middle names, where they stand apart.</summary>
    Middle,

    /// <summary>Family name.</summary>
    Family,

    /// <summary>Family name at birth or before.</summary>
    Former,

    /// <summary>Date of birth: whole, partial ("2009-06", "2009") or estimated.</summary>
    Birth,

    /// <summary>Sex: only whether both say the same.</summary>
    Sex,

    /// <summary>Postcode; those of the United Kingdom are understood by sector and district.</summary>
    Postcode,

    /// <summary>Address without its postcode, or a part of one.</summary>
    Address,

    /// <summary>Telephone number: its last nine digits count.</summary>
    Phone,

    /// <summary>E-mail address.</summary>
    Email,

    /// <summary>NHS number; one whose check digit does not fit is no evidence.</summary>
    NhsNumber,

    /// <summary>Unique pupil number; one whose check letter does not fit is no evidence.</summary>
    Upn,

    /// <summary>The identifier that the agency itself gives; with the column "agency" it means something within that agency alone. A person may have several.</summary>
    AgencyId,

    /// <summary>Anything else that persons keep, such as a birth place or an occupation.</summary>
    Other,
}

/// <summary>One thing that is compared, and the columns that hold it.</summary>
/// <param name="Kind">How it is read and compared.</param>
/// <param name="Name">The word for it in explanations and models.</param>
/// <param name="Columns">Its columns; several are read as one text with spaces between.</param>
public sealed record MappedField(FieldKind Kind, string Name, IReadOnlyList<string> Columns);

/// <summary>Which column is what. Read from a small JSON object; no code is needed for another file.</summary>
public sealed class FieldMap
{
    private static readonly Dictionary<string, FieldKind> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["given"] = FieldKind.Given, ["middle"] = FieldKind.Middle, ["family"] = FieldKind.Family, ["former"] = FieldKind.Former, ["birth"] = FieldKind.Birth, ["sex"] = FieldKind.Sex,
        ["postcode"] = FieldKind.Postcode, ["address"] = FieldKind.Address, ["phone"] = FieldKind.Phone, ["email"] = FieldKind.Email, ["nhsNumber"] = FieldKind.NhsNumber,
        ["upn"] = FieldKind.Upn, ["agencyId"] = FieldKind.AgencyId,
    };

    private FieldMap(string? id, string? agency, IReadOnlyList<MappedField> fields) => (Id, Agency, Fields) = (id, agency, fields);

    /// <summary>The column that names a record; null where records are named by their place in the file.</summary>
    public string? Id { get; }

    /// <summary>The column that says which agency holds the record; null for none.</summary>
    public string? Agency { get; }

    /// <summary>What is compared, in the order of <see cref="FieldKind"/>; at most twelve.</summary>
    public IReadOnlyList<MappedField> Fields { get; }

    /// <summary>A mapping without a file, for records that a program gives: each field has the name that explanations use.</summary>
    /// <param name="kinds">What is compared.</param>
    /// <param name="others">Names of other things that are compared, such as "birth place".</param>
    /// <exception cref="FormatException">Nothing is compared, a kind comes twice, or there are more than twelve fields.</exception>
    public static FieldMap Of(IEnumerable<FieldKind> kinds, params IEnumerable<string> others) =>
        Of(null, null, [.. kinds.Select(k => new MappedField(k, Words(k), [Words(k)])), .. others.Select(o => new MappedField(FieldKind.Other, o, [o]))]);

    /// <summary>The place of a kind among the fields; -1 where it is not compared.</summary>
    public int PlaceOf(FieldKind kind) => Fields.ToList().FindIndex(f => f.Kind == kind);

    /// <summary>
    /// Reads {"id": "unique_id", "agency": "agency", "given": "first_name", "family": "surname", "birth": "dob", "sex": "sex", "postcode": "postcode", "other": ["birth_place"]}. Each
    /// value is a column or a list of columns that are read as one; each of "other" stands for itself.
    /// </summary>
    /// <exception cref="FormatException">It is not such an object; the message says what to mend.</exception>
    public static FieldMap Parse(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            return Parse(document.RootElement);
        }
        catch (JsonException broken)
        {
            throw new FormatException($"The mapping is not JSON. {broken.Message}", broken);
        }
    }

    private static FieldMap Parse(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException("The mapping is not one JSON object.");
        }

        string? id = null, agency = null;
        var fields = new List<MappedField>();
        foreach (var property in root.EnumerateObject())
        {
            var columns = Columns(property);
            switch (property.Name.ToUpperInvariant())
            {
                case "ID":
                    id = columns[0];
                    break;
                case "AGENCY":
                    agency = columns[0];
                    break;
                case "OTHER":
                    fields.AddRange(columns.Select(c => new MappedField(FieldKind.Other, c, [c])));
                    break;
                default:
                    fields.Add(Kinds.TryGetValue(property.Name, out var kind)
                        ? new MappedField(kind, Words(kind), columns)
                        : throw new FormatException($"The mapping names “{property.Name}”, which is none of id, agency, {string.Join(", ", Kinds.Keys)}, other."));
                    break;
            }
        }

        return Of(id, agency, fields);
    }

    private static FieldMap Of(string? id, string? agency, List<MappedField> fields)
    {
        if (fields.Count is 0 or > 12)
        {
            throw new FormatException(fields.Count == 0 ? "The mapping names nothing to compare." : "The mapping names more than twelve things to compare: leave out those that tell least.");
        }

        return fields.GroupBy(f => f.Name, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice
            ? throw new FormatException($"The mapping names “{twice.Key}” twice.")
            : new FieldMap(id, agency, [.. fields.OrderBy(f => (int)f.Kind)]);
    }

    private static List<string> Columns(JsonProperty property)
    {
        List<string> columns = property.Value.ValueKind switch
        {
            JsonValueKind.String => [property.Value.GetString()!],
            JsonValueKind.Array when property.Value.EnumerateArray().All(v => v.ValueKind == JsonValueKind.String) => [.. property.Value.EnumerateArray().Select(v => v.GetString()!)],
            _ => [],
        };
        return columns.Count > 0 ? columns : throw new FormatException($"The mapping's “{property.Name}” is neither a column nor a list of columns.");
    }

    private static string Words(FieldKind kind) => kind switch
    {
        FieldKind.Given => "given name", FieldKind.Middle => "middle name", FieldKind.Family => "family name", FieldKind.Former => "former name", FieldKind.Birth => "date of birth",
        FieldKind.Sex => "sex", FieldKind.Postcode => "postcode", FieldKind.Address => "address", FieldKind.Phone => "phone", FieldKind.Email => "e-mail",
        FieldKind.NhsNumber => "NHS number", FieldKind.Upn => "UPN", FieldKind.AgencyId => "agency's identifier", _ => "other",
    };
}

using System.Text.Json;

namespace Trellis.People.Nhs;

/// <summary>A person as the NHS Personal Demographics Service knows them.</summary>
/// <param name="Score">How sure the service is that it is who was asked for, 0 to 1; 1 where it was asked for a number.</param>
public sealed record PdsPatient(string NhsNumber, string Given, string Family, string Birth, string Sex, string Address, string Postcode, string Phone, double Score)
{
    internal static readonly string[] Columns = ["NHS number", "Given name", "Family name", "Date of birth", "Sex", "Address", "Postcode", "Phone"];

    internal string[] Row => [NhsNumber, Given, Family, Birth, Sex, Address, Postcode, Phone];
}

/// <summary>What the service answered: FHIR R4 (a Bundle of Patients, one Patient, or an OperationOutcome).</summary>
/// <param name="Patients">Those that it gave, the likeliest first.</param>
/// <param name="TooMany">It knows several and names none.</param>
public sealed record PdsAnswer(IReadOnlyList<PdsPatient> Patients, bool TooMany)
{
    /// <exception cref="FormatException">It is no such answer; the message says so without what stands in it.</exception>
    public static PdsAnswer Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            var text = json.Span.StartsWith("\uFEFF"u8) ? json[3..] : json;
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 64 });
            var root = document.RootElement;
            return Text(root, "resourceType") switch
            {
                "Patient" => new PdsAnswer([Patient(root, 1)], false),
                "OperationOutcome" => new PdsAnswer([], Codes(root).Contains("TOO_MANY_MATCHES")),
                "Bundle" => new PdsAnswer([.. Items(root, "entry").Where(e => Text(Part(e, "resource"), "resourceType") == "Patient").Select(e => Patient(Part(e, "resource"), Score(e))).OrderByDescending(p => p.Score)], false),
                _ => throw new FormatException("It is no answer of the NHS Personal Demographics Service: a FHIR Bundle or Patient is expected."),
            };
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            throw new FormatException("It is no FHIR that can be read: the JSON is damaged.", wrong);
        }
    }

    private static PdsPatient Patient(JsonElement patient, double score)
    {
        var name = Current(Items(patient, "name"), "usual");
        var address = Current(Items(patient, "address"), "home");
        return new PdsPatient(
            Text(patient, "id"), Words(name, "given"), Text(name, "family"), Text(patient, "birthDate"), Text(patient, "gender"), Words(address, "line"), Text(address, "postalCode"),
            Text(Items(patient, "telecom").FirstOrDefault(t => Text(t, "system") == "phone"), "value"), score);
    }

    /// <summary>The one in use; the first where none says so.</summary>
    private static JsonElement Current(IEnumerable<JsonElement> items, string use)
    {
        var all = items.ToList();
        var found = all.FindIndex(i => Text(i, "use") == use);
        return all.Count == 0 ? default : all[Math.Max(found, 0)];
    }

    private static double Score(JsonElement entry) => Part(Part(entry, "search"), "score") is { ValueKind: JsonValueKind.Number } score ? score.GetDouble() : 0;

    private static IEnumerable<string> Codes(JsonElement outcome) => Items(outcome, "issue").SelectMany(i => Items(Part(i, "details"), "coding")).Select(c => Text(c, "code"));

    private static JsonElement Part(JsonElement of, string name) => of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var part) ? part : default;

    private static string Text(JsonElement of, string name) => Part(of, name) is { ValueKind: JsonValueKind.String } text ? text.GetString()! : "";

    private static IEnumerable<JsonElement> Items(JsonElement of, string name) => Part(of, name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];

    private static string Words(JsonElement of, string name) => string.Join(' ', Items(of, name).Where(w => w.ValueKind == JsonValueKind.String).Select(w => w.GetString()));
}

using System.Text.Json;
using System.Text.Json.Serialization;
using Trellis.Governance;
using Trellis.Measures;
using Trellis.Plans;
using Trellis.Risks;

namespace Trellis.Web.Samples;

/// <summary>A sample as its file has it; samples/README.md says what each part means.</summary>
/// <param name="Place">The code of the authority whose published figures are shown.</param>
internal sealed record SampleFile(
    IReadOnlyList<SampleDepartment> Departments, IReadOnlyList<SampleOfficer> Officers, IReadOnlyList<SampleForum> Forums,
    IReadOnlyList<SampleIndicator> Indicators, IReadOnlyList<SampleRisk> Risks, SamplePlan Plan, string? Place)
{
    private static readonly JsonSerializerOptions Written = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <summary>Reads a file of a sample.</summary>
    public static async Task<T> ReadAsync<T>(string path, CancellationToken ct)
    {
        await using var file = File.OpenRead(path);
        try
        {
            return (await JsonSerializer.DeserializeAsync<T>(file, Written, ct))!;
        }
        catch (JsonException wrong)
        {
            throw new InvalidDataException($"The sample {Path.GetFileName(path)} cannot be read: {wrong.Message}", wrong);
        }
    }
}

internal sealed record SampleDepartment(string Code, string Name, string? Head);

/// <param name="Answers">For a group, the officer who answers for it.</param>
internal sealed record SampleOfficer(string Key, string Name, string? Department, string? Answers);

internal sealed record SampleForum(string Key, string Name, string? Abbreviation, ForumKind Kind, string? Remit);

/// <param name="Target">What is to be reached in each month of the figures, in the last and in this one.</param>
/// <param name="EnteredFrom">From which month on somebody enters its figures, such as "m-36".</param>
internal sealed record SampleIndicator(
    string Key, string Title, string? Definition, string? Department, string? Officer, IReadOnlyList<string>? ReviewedBy, MeasureUnit Unit, int Decimals, Polarity Polarity,
    Frequency Frequency, Basis Basis, string? Numerator, string? Denominator, decimal? Target, string? EnteredFrom);

internal sealed record SampleRisk(string Key, string Title, RiskScope Scope, string Level, string? Owner, string? Controls);

internal sealed record SamplePlan(string Title, IReadOnlyList<SampleItem> Priorities);

/// <param name="Of">The key of the forum that is asked.</param>
internal sealed record SampleAsk(string What, string Of);

internal sealed record SampleMove(string Due, string Why);

/// <summary>Any item of the plan; which members count depends on its kind.</summary>
internal sealed record SampleItem(
    string Kind, string Title, string? Key, string? Number, string? LeadMember, string? LeadOfficer, string? Introduction, string? Body,
    string? Owner, IReadOnlyList<string>? Contributors, IReadOnlyList<string>? Departments, Progress? Progress, string? Why, SampleAsk? Ask,
    string? Due, SampleMove? Moved, Lifecycle? Lifecycle, string? Day, string? Forecast,
    IReadOnlyList<string>? AnsweredBy, IReadOnlyList<string>? MeasuredBy, IReadOnlyList<string>? Risks, IReadOnlyList<string>? ReportsTo,
    IReadOnlyList<SampleItem>? Below);

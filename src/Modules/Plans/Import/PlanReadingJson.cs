using System.Text.Json;
using System.Text.Json.Serialization;

namespace Trellis.Plans.Import;

/// <summary>A reading as one JSON object: the counts, the doubts, the account of the lines and the tree.</summary>
public static class PlanReadingJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    /// <summary>Writes UTF-8 to a stream and leaves it open.</summary>
    public static void Write(Stream stream, PlanReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        JsonSerializer.Serialize(
            stream,
            new
            {
                File = reading.FileName,
                Priorities = reading.Priorities.Count,
                Objectives = reading.Objectives.Count(),
                KeyActions = reading.KeyActions.Count(),
                Milestones = reading.Milestones.Count(),
                Indicators = reading.Indicators.Count(),
                NarrativeIndicators = reading.Priorities.Sum(priority => priority.NarrativeIndicators.Count),
                Risks = reading.Risks.Count(),
                Challenges = reading.Challenges.Count(),
                Sections = reading.Priorities.Sum(priority => priority.Sections.Count),
                ProgressStates = reading.Priorities.Sum(priority => priority.ProgressStates.Count),
                reading.LinesTotal,
                LinesNonEmpty = reading.Account.Count,
                reading.LinesMapped,
                reading.LinesLeft,
                Doubts = reading.Doubts.Count,
                DoubtList = reading.Doubts,
                LeftOver = reading.Account.Where(line => !line.IsMapped),
                Tree = reading.Priorities,
                Account = reading.Account,
            },
            Options
        );
    }
}

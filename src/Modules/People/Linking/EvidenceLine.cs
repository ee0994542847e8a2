using System.Text.Json;
using Trellis.Linkage;

namespace Trellis.People.Linking;

/// <summary>One thing in which two records agree or differ.</summary>
/// <param name="Field">"given name".</param>
/// <param name="Level">"equal, 1 in 3,000 to 10,000 have it".</param>
/// <param name="Weight">1 doubles the odds for one person, -1 halves them.</param>
public sealed record EvidenceLine(string Field, string Level, double Weight)
{
    /// <summary>What is missing on both sides says nothing, and is not kept.</summary>
    private const double Little = 0.05;

    public static List<EvidenceLine> Of(Explanation explanation) =>
        [.. explanation.Steps.Where(s => Math.Abs(s.Weight) >= Little).Select(s => new EvidenceLine(s.Evidence, s.Level, Math.Round(s.Weight, 1)))];

    public static string Write(IEnumerable<EvidenceLine> lines) => JsonSerializer.Serialize(lines);

    public static List<EvidenceLine> Read(string json) => JsonSerializer.Deserialize<List<EvidenceLine>>(json)!;
}

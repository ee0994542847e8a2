using System.Text.Json;
using Trellis.Spc;
using Trellis.Testing;

namespace Trellis.Engines.Tests.Spc;

/// <summary>One series with the answer of NHSRplotthedots 0.2.2.</summary>
internal sealed record OracleCase(JsonElement Whole)
{
    private JsonElement Input => Whole.GetProperty("input");

    private JsonElement Expected => Whole.GetProperty("expected");

    public string Id => Whole.GetProperty("id").GetString()!;

    public static IEnumerable<OracleCase> All() =>
        JsonDocument.Parse(File.ReadAllBytes(SharedFolder.PlaceOf("oracles/spc-cases.json"))).RootElement.GetProperty("cases").EnumerateArray().Select(c => new OracleCase(c));

    public Chart Draw()
    {
        var options = new ChartOptions
        {
            Direction = Enum.Parse<ImprovementDirection>(Input.GetProperty("improvementDirection").GetString()!, ignoreCase: true),
            FixAfter = Input.GetProperty("fixAfterNPoints") is { ValueKind: JsonValueKind.Number } points ? points.GetInt32() : null,
            ScreeningFactor = Input.GetProperty("screenOutliers").GetBoolean() ? 3.267 : double.PositiveInfinity,
            MinimumPoints = 0,
        };
        var rebaseAt = Input.GetProperty("rebaseAtIndex").EnumerateArray().Select(i => i.GetInt32()).ToArray();
        double[] targets = Input.GetProperty("target") is { ValueKind: JsonValueKind.Number } target ? [target.GetDouble()] : [];
        return XmrChart.Draw([.. Input.GetProperty("y").EnumerateArray().Select(Number)], options, rebaseAt, targets);
    }

    /// <summary>Where the chart and the answer part; nothing when they agree.</summary>
    public IEnumerable<string> Differences()
    {
        var chart = Draw();
        for (var i = 0; i < chart.Count; i++)
        {
            var point = chart[i];
            var lines = new[] { ("mean", point.Centre), ("lpl", point.LowerLimit), ("upl", point.UpperLimit) };
            foreach (var (name, actual) in lines.Where(l => !AreEqual(l.Item2, Number(Expected.GetProperty(l.Item1)[i]))))
            {
                yield return $"{Id}: {name}[{i}] is {actual}";
            }

            var found = new (string Name, object? Actual)[]
            {
                ("rebaseGroup", point.Segment),
                ("outsideLimits", point.Zone == Zone.Unknown ? null : point.Zone == Zone.Outside),
                ("closeToLimits", point.Zone == Zone.Unknown ? null : point.Zone == Zone.Near),
                ("relativeToMean", point.Side),
                ("specialCauseType", InTheirWords(point.Cause)),
                ("specialCause", point.Cause != SpecialCause.None),
                ("pointType", InTheirWords(point.Type)),
                ("shortGroupWarning", chart.Segments[point.Segment].Length < 13),
            };
            foreach (var (name, actual) in found.Where(f => !IsSame(f.Actual, Expected.GetProperty(f.Name)[i])))
            {
                yield return $"{Id}: {name}[{i}] is {actual}";
            }
        }

        var icon = chart.Variation.ToString();
        if (!IsSame(icon.EndsWith("High", StringComparison.Ordinal) || icon.EndsWith("Low", StringComparison.Ordinal) ? Snake(icon) : "common_cause", Expected.GetProperty("variationIcon")))
        {
            yield return $"{Id}: variationIcon is {icon}";
        }

        if (!IsSame(chart.Assurance == Assurance.None ? null : Snake(chart.Assurance.ToString()), Expected.GetProperty("assuranceType")))
        {
            yield return $"{Id}: assuranceType is {chart.Assurance}";
        }
    }

    private static double Number(JsonElement value) => value.ValueKind == JsonValueKind.Null ? double.NaN : value.GetDouble();

    private static bool AreEqual(double actual, double expected) =>
        double.IsNaN(expected) ? double.IsNaN(actual) : Math.Abs(actual - expected) <= 1e-9 * Math.Max(1, Math.Abs(expected));

    private static bool IsSame(object? actual, JsonElement expected) => JsonSerializer.Serialize(actual) == expected.GetRawText();

    private static string InTheirWords(PointType type) =>
        type == PointType.CommonCause ? "common_cause" : "special_cause_" + Snake(type.ToString());

    private static string InTheirWords(SpecialCause cause) => cause switch
    {
        SpecialCause.AboveUpperLimit => "Above UCL",
        SpecialCause.BelowLowerLimit => "Below LCL",
        SpecialCause.TrendUp => "7 Point Trend (Increasing)",
        SpecialCause.TrendDown => "7 Point Trend (Decreasing)",
        SpecialCause.TwoOfThreeAbove => "2 in 3 Above CL",
        SpecialCause.TwoOfThreeBelow => "2 in 3 Below CL",
        SpecialCause.RunAbove => "7 Points Above CL",
        SpecialCause.RunBelow => "7 Points Below CL",
        _ => "Common Cause",
    };

    private static string Snake(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
}

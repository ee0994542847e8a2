using System.Text.Json;
using System.Text.Json.Nodes;
using Trellis.Spc;

namespace Trellis.Cli.Commands;

/// <summary>A chart in the words and the shape of NHSRplotthedots, null for what it calls NA.</summary>
internal static class SpcAnswer
{
    /// <summary>There a group with fewer points is marked as short, whatever limits it gets.</summary>
    private const int Short = 13;

    public static JsonObject Of(Chart chart, SpcCase drawn)
    {
        ChartPoint[] points = [.. Enumerable.Range(0, chart.Count).Select(i => chart[i])];
        Segment[] segments = [.. chart.Segments];
        // Rebasing at the very first point cuts nothing off, and yet makes that group the first after a rebasing.
        var firstGroup = drawn.RebaseAt is [0, ..] ? 1 : 0;
        return new JsonObject
        {
            ["mean"] = Each(p => Number(p.Centre)),
            ["lpl"] = Each(p => Number(p.LowerLimit)),
            ["upl"] = Each(p => Number(p.UpperLimit)),
            ["rebaseGroup"] = Each(p => p.Segment + firstGroup),
            ["outsideLimits"] = Each(p => p.Zone == Zone.Unknown ? null : p.Zone == Zone.Outside),
            ["closeToLimits"] = Each(p => p.Zone == Zone.Unknown ? null : p.Zone == Zone.Near),
            ["relativeToMean"] = Each(p => p.Side),
            ["specialCauseType"] = Each(p => InWords(p.Cause, drawn.Options.RunLength)),
            ["specialCause"] = Each(p => p.Cause != SpecialCause.None),
            ["pointType"] = Each(p => InWords(p.Type)),
            ["shortGroupWarning"] = Each(p => segments[p.Segment].Length < Short),
            ["variationIcon"] = Snake(chart.Variation.ToString()),
            ["assuranceType"] = chart.Assurance == Assurance.None ? null : Snake(chart.Assurance.ToString()),
            ["assuranceIcon"] = chart.Assurance switch
            {
                Assurance.ConsistentPass => "pass",
                Assurance.ConsistentFail => "fail",
                Assurance.Inconsistent => "inconsistent",
                _ => null,
            },
        };

        JsonArray Each(Func<ChartPoint, JsonNode?> of) => [.. points.Select(of)];
    }

    /// <summary>A line for each segment without limits.</summary>
    public static List<string> Refusals(Chart chart)
    {
        var lines = new List<string>();
        foreach (var segment in chart.Segments)
        {
            if (segment.Refusal != LimitRefusal.None)
            {
                lines.Add($"points {segment.Start + 1} to {segment.Start + segment.Length}: no limits. {segment.Refusal.InWords()}");
            }
        }

        return lines;
    }

    private static JsonNode? Number(double value) => double.IsNaN(value) ? null : value;

    private static string InWords(SpecialCause cause, int runLength) => cause switch
    {
        SpecialCause.AboveUpperLimit => "Above UCL",
        SpecialCause.BelowLowerLimit => "Below LCL",
        SpecialCause.TrendUp => $"{runLength} Point Trend (Increasing)",
        SpecialCause.TrendDown => $"{runLength} Point Trend (Decreasing)",
        SpecialCause.TwoOfThreeAbove => "2 in 3 Above CL",
        SpecialCause.TwoOfThreeBelow => "2 in 3 Below CL",
        SpecialCause.RunAbove => $"{runLength} Points Above CL",
        SpecialCause.RunBelow => $"{runLength} Points Below CL",
        _ => "Common Cause",
    };

    private static string InWords(PointType type) =>
        type == PointType.CommonCause ? "common_cause" : "special_cause_" + Snake(type.ToString());

    private static string Snake(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
}

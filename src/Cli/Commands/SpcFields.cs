using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Trellis.Kernel.Terminal;
using Trellis.Spc;

namespace Trellis.Cli.Commands;

/// <summary>The fields of a case's input, each with what is wrong when it cannot be read.</summary>
internal sealed class SpcFields(string caseName, JsonObject input)
{
    /// <summary>Beyond it the engine refuses a value.</summary>
    private const double Largest = 1e100;

    public CommandFailedException Wrong(string field, string what) => new(ExitCode.BadFile, $"Case {caseName}: input.{field} {what}.");

    /// <summary>A list of numbers, NaN for null.</summary>
    public double[] Numbers(string field) =>
        input[field] is JsonArray list ? [.. list.Select((value, i) => Number(value, $"{field}[{i}]"))] : throw Wrong(field, "is not a list");

    /// <summary>None, one, or one for each point.</summary>
    public double[] Targets(int points) => input["target"] switch
    {
        null => [],
        JsonArray each when each.Count == points => Numbers("target"),
        JsonArray each => throw Wrong("target", $"has {each.Count} values for {points} in y"),
        var one => [Number(one, "target")],
    };

    /// <summary>Ascending and each once, in whatever order they stand.</summary>
    public int[] RebaseAt(int points) => input["rebaseAtIndex"] switch
    {
        null => [],
        JsonArray list => [.. list.Select((value, i) => Integer(value, $"rebaseAtIndex[{i}]", 0, points - 1)).Distinct().Order()],
        _ => throw Wrong("rebaseAtIndex", "is not a list"),
    };

    public int? FixAfter() => input["fixAfterNPoints"] is { } points ? Integer(points, "fixAfterNPoints", 1, int.MaxValue) : null;

    public bool ScreensOutliers() => input["screenOutliers"] switch
    {
        null => true,
        var given when given.GetValueKind() is JsonValueKind.True or JsonValueKind.False => given.GetValue<bool>(),
        _ => throw Wrong("screenOutliers", "is neither true nor false"),
    };

    public ImprovementDirection Direction() => Text(input["improvementDirection"]) switch
    {
        "increase" => ImprovementDirection.Increase,
        "decrease" => ImprovementDirection.Decrease,
        "neutral" => ImprovementDirection.Neutral,
        _ => throw Wrong("improvementDirection", "is none of increase, decrease and neutral"),
    };

    /// <summary>The charts need no dates, only that the points stand in their order. The first may stand for all.</summary>
    public void CheckDates(int points)
    {
        if (input["date"] is not { } given)
        {
            return;
        }

        if (given is not JsonArray dates || (dates.Count != points && dates.Count != 1))
        {
            throw Wrong("date", $"is not a list of {points} dates, as many as y");
        }

        var before = DateOnly.MinValue;
        for (var i = 0; i < dates.Count; i++)
        {
            if (!DateOnly.TryParseExact(Text(dates[i]), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            {
                throw Wrong($"date[{i}]", "is not a date such as 2024-04-01");
            }

            if (i > 0 && date <= before)
            {
                throw Wrong($"date[{i}]", "is not after the one before it");
            }

            before = date;
        }
    }

    private double Number(JsonNode? value, string field)
    {
        if (value is null)
        {
            return double.NaN;
        }

        return value.GetValueKind() == JsonValueKind.Number && value.GetValue<double>() is var number && Math.Abs(number) <= Largest
            ? number
            : throw Wrong(field, "is neither a number nor null");
    }

    private int Integer(JsonNode? value, string field, int least, int most) =>
        value is JsonValue given && given.GetValueKind() == JsonValueKind.Number && given.TryGetValue<int>(out var number) && number >= least && number <= most
            ? number
            : throw Wrong(field, most == int.MaxValue ? $"is not a whole number from {least}" : $"is not a whole number from {least} to {most}");

    private static string? Text(JsonNode? value) => value?.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;
}

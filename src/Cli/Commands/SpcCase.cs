using System.Text.Json;
using System.Text.Json.Nodes;
using Trellis.Kernel.Terminal;
using Trellis.Spc;

namespace Trellis.Cli.Commands;

/// <summary>One series of a file for <see cref="SpcCommand"/>.</summary>
internal sealed record SpcCase(JsonObject Whole, string Name, double[] Values, double[] Targets, int[] RebaseAt, ChartOptions Options)
{
    public Chart Draw() => XmrChart.Draw(Values, Options, RebaseAt, Targets);

    /// <summary>Reads a case strictly: what cannot be meant ends the command, named by case and field.</summary>
    public static SpcCase Read(JsonNode? node, int index, ChartOptions general)
    {
        var name = node is JsonObject { } named && named["id"] is JsonValue id && id.GetValueKind() == JsonValueKind.String ? id.GetValue<string>() : $"number {index + 1}";
        if (node is not JsonObject whole || whole["input"] is not JsonObject input)
        {
            throw new CommandFailedException(ExitCode.BadFile, $"Case {name}: input is not an object.");
        }

        var fields = new SpcFields(name, input);
        var values = fields.Numbers("y");
        if (values.Length == 0)
        {
            throw fields.Wrong("y", "has no values");
        }

        fields.CheckDates(values.Length);
        return new SpcCase(whole, name, values, fields.Targets(values.Length), fields.RebaseAt(values.Length), general with
        {
            Direction = fields.Direction(),
            FixAfter = fields.FixAfter(),
            ScreeningFactor = fields.ScreensOutliers() ? general.ScreeningFactor : double.PositiveInfinity,
        });
    }
}

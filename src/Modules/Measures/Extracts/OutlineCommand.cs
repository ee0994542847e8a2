using System.CommandLine;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Trellis.GovUk;
using Trellis.Kernel.Terminal;

namespace Trellis.Measures.Extracts;

/// <summary>Makes the file of outlines that maps of England are drawn from, of the boundaries that the Office for National Statistics publishes.</summary>
internal sealed class OutlineCommand
{
    private const string Code = "CTYUA23CD";
    private const int Width = 480;
    private const int Height = 560;

    private readonly Argument<FileInfo> file = new("file") { Description = "Counties and unitary authorities, December 2023, as GeoJSON" };

    public static Command Make(CommandHost host) => new OutlineCommand().MakeOutlines(host);

    private Command MakeOutlines(CommandHost host)
    {
        var command = host.Make("outlines", "Write the outlines of England's authorities, simplified, from a GeoJSON file", RunAsync);
        command.Hidden = true;
        command.Arguments.Add(file);
        return command;
    }

    private async Task<int> RunAsync(CommandRun run, CancellationToken ct)
    {
        var from = run.Asked.GetRequiredValue(file);
        if (!from.Exists)
        {
            return run.Fail(ExitCode.Usage, $"There is no file {from.Name}.");
        }

        try
        {
            var shapes = MapShapes.Read(Encoding.UTF8.GetBytes(OfEngland(await File.ReadAllTextAsync(from.FullName, ct))), Width, Height);
            await run.Out.WriteLineAsync("# Outlines of the authorities of England as SVG paths. Source: Office for National Statistics, counties and unitary authorities, December 2023,");
            await run.Out.WriteLineAsync("# licensed under the Open Government Licence v3.0. Contains OS data © Crown copyright and database right 2023.");
            await run.Out.WriteLineAsync(FormattableString.Invariant($"size;{shapes.Width:0.#};{shapes.Height:0.#}"));
            foreach (var shape in shapes.Shapes)
            {
                await run.Out.WriteLineAsync($"{shape.Properties[Code]};{shape.Path}");
            }
        }
        catch (Exception wrong) when (wrong is FormatException or JsonException)
        {
            return run.Fail(ExitCode.Usage, $"{from.Name}: {wrong.Message}");
        }

        return ExitCode.Done;
    }

    /// <summary>Without the other countries, so that England fills the sheet.</summary>
    private static string OfEngland(string json)
    {
        if (JsonNode.Parse(json) is not JsonObject collection || collection["features"] is not JsonArray features)
        {
            throw new FormatException("This is no GeoJSON collection of features.");
        }

        var english = features.Where(f => f?["properties"]?[Code]?.GetValue<string>().StartsWith('E') == true).Select(f => f!.DeepClone());
        return new JsonObject { ["type"] = "FeatureCollection", ["features"] = new JsonArray([.. english]) }.ToJsonString();
    }
}

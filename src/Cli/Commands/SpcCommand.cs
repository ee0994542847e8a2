using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Trellis.Kernel.Terminal;
using Trellis.Spc;

namespace Trellis.Cli.Commands;

/// <summary>XmR charts of the series in a file, without a database: to try the engine, and to hold it against another.</summary>
internal sealed class SpcCommand
{
    private static readonly JsonSerializerOptions Written = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Argument<FileInfo> file = new("FILE") { Description = "JSON with the series: {\"cases\": [{\"id\": …, \"input\": {\"y\": [...], …}}]}" };
    private readonly Option<int> runLength = new("--run-length") { Description = "Points of a trend, and of a run on one side of the mean: 6 or 7", DefaultValueFactory = _ => 7 };
    private readonly Option<string> twoOfThree = new("--two-of-three") { Description = "Which points count: near (inside the limit) or near-or-outside", DefaultValueFactory = _ => "near" };
    private readonly Option<int> minimumPoints = new("--minimum-points") { Description = "Refuse limits for a segment with fewer values (0: never for that)", DefaultValueFactory = _ => 0 };

    public static Command Make(CommandHost host) => new SpcCommand().MakeSpc(host);

    private Command MakeSpc(CommandHost host)
    {
        runLength.AcceptOnlyFromAmong("6", "7");
        twoOfThree.AcceptOnlyFromAmong("near", "near-or-outside");
        minimumPoints.Validators.Add(given =>
        {
            if (given.Tokens is [var token] && int.TryParse(token.Value, out var points) && points < 0)
            {
                given.AddError("--minimum-points is 0 or more.");
            }
        });
        var command = host.Make("spc", "Draw the XmR charts of series in a file", RunAsync);
        command.Arguments.Add(file);
        command.Options.Add(runLength);
        command.Options.Add(twoOfThree);
        command.Options.Add(minimumPoints);
        return command;
    }

    /// <summary>Prints the file again with the answers in it, when all its cases could be read.</summary>
    private async Task<int> RunAsync(CommandRun run, CancellationToken ct)
    {
        var given = run.Asked.GetRequiredValue(file);
        var root = await ReadAsync(given, ct);
        var options = new ChartOptions
        {
            RunLength = run.Asked.GetValue(runLength),
            TwoOfThree = run.Asked.GetValue(twoOfThree) == "near" ? TwoOfThree.Near : TwoOfThree.NearOrOutside,
            MinimumPoints = run.Asked.GetValue(minimumPoints),
        };
        if (root["cases"] is not JsonArray cases)
        {
            throw new CommandFailedException(ExitCode.BadFile, $"{given.Name}: there is no list “cases”.");
        }

        var refusals = new List<string>();
        for (var i = 0; i < cases.Count; i++)
        {
            var read = SpcCase.Read(cases[i], i, options);
            var chart = read.Draw();
            read.Whole["actual"] = SpcAnswer.Of(chart, read);
            refusals.AddRange(SpcAnswer.Refusals(chart).Select(refusal => $"{read.Name}, {refusal}"));
        }

        await run.Out.WriteLineAsync(root.ToJsonString(Written));
        foreach (var refusal in refusals)
        {
            await run.Error.WriteLineAsync(refusal);
        }

        return ExitCode.Done;
    }

    private static async Task<JsonObject> ReadAsync(FileInfo given, CancellationToken ct)
    {
        if (!given.Exists)
        {
            throw new CommandFailedException(ExitCode.BadFile, $"{given.Name}: there is no such file.");
        }

        try
        {
            await using var stream = given.OpenRead();
            return await JsonNode.ParseAsync(stream, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false }, cancellationToken: ct) as JsonObject
                ?? throw new CommandFailedException(ExitCode.BadFile, $"{given.Name}: it is not one JSON object.");
        }
        catch (JsonException broken)
        {
            throw new CommandFailedException(ExitCode.BadFile, $"{given.Name}: it is not JSON. {broken.Message}");
        }
    }
}

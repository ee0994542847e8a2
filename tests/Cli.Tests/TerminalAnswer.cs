using System.CommandLine;
using System.Text.Json;

namespace Trellis.Cli.Tests;

/// <summary>What a command said when it was typed.</summary>
internal sealed record TerminalAnswer(int Code, string Out, string Error)
{
    public JsonElement Json => JsonDocument.Parse(Out).RootElement;

    /// <summary>Types a command into the program, within the test.</summary>
    public static async Task<TerminalAnswer> OfAsync(params string[] words)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await Terminal.RunAsync(words, new InvocationConfiguration { Output = output, Error = error });
        return new TerminalAnswer(code, output.ToString(), error.ToString());
    }
}

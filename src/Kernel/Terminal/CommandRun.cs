using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;

namespace Trellis.Kernel.Terminal;

/// <summary>Opens the place that the options name.</summary>
/// <param name="mustExist">Fail when there is no database yet, rather than make one.</param>
public delegate Task<ServiceProvider> OpenPlace(bool mustExist, CancellationToken ct);

/// <summary>One run of a terminal command: what was typed, the services that the pages use too, and where to write.</summary>
public sealed class CommandRun(ParseResult asked, bool json, IProgressView progress, OpenPlace open) : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Written = new()
    {
        WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    };

    private ServiceProvider? place;
    private AsyncServiceScope scope;

    public ParseResult Asked => asked;

    /// <summary>The answer is for a program: one JSON object on the output, and nothing else there.</summary>
    public bool Json => json;

    public TextWriter Out => asked.InvocationConfiguration.Output;

    public TextWriter Error => asked.InvocationConfiguration.Error;

    /// <summary>Shows how far long work is, where somebody is looking.</summary>
    public IProgressView Progress => progress;

    /// <summary>The services over the prepared database.</summary>
    public async Task<IServiceProvider> ServicesAsync(bool mustExist, CancellationToken ct)
    {
        if (place is null)
        {
            place = await open(mustExist, ct);
            scope = place.CreateAsyncScope();
        }

        return scope.ServiceProvider;
    }

    /// <summary>Writes the answer: the object where a program reads, the lines where a person does.</summary>
    public int Answer(int code, object forPrograms, params IEnumerable<string> forPeople)
    {
        if (json)
        {
            Out.WriteLine(JsonSerializer.Serialize(forPrograms, Written));
        }
        else
        {
            foreach (var line in forPeople)
            {
                Out.WriteLine(line);
            }
        }

        return code;
    }

    public int Fail(int code, string message)
    {
        if (json)
        {
            Out.WriteLine(new JsonObject { ["error"] = message, ["exitCode"] = code }.ToJsonString(Written));
        }

        Error.WriteLine(message);
        return code;
    }

    /// <summary>Says what is wrong with the first thing that a write refused.</summary>
    public int Fail<T>(Result<T> result) => result switch
    {
        { IsNotFound: true } => Fail(ExitCode.NotFound, "There is no such thing."),
        { Conflict: not null } => Fail(ExitCode.Refused, "Somebody changed it at the same moment. Try again."),
        _ => Fail(ExitCode.Refused, string.Join(Environment.NewLine, result.Errors.Select(e => e.Message + "."))),
    };

    public async ValueTask DisposeAsync()
    {
        if (place is not null)
        {
            await scope.DisposeAsync();
            await place.DisposeAsync();
        }
    }
}

/// <summary>A bar on the terminal, or nothing where nobody looks.</summary>
public interface IProgressView
{
    /// <summary>Runs work that reports how far it is, from 0 to 1.</summary>
    Task<T> ShowAsync<T>(string what, Func<IProgress<double>, Task<T>> work);
}

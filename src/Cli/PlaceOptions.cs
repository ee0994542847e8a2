using System.CommandLine;
using Trellis.Kernel.Terminal;
using Trellis.Web.Hosting;

namespace Trellis.Cli;

/// <summary>The options of every command: which place, and for whom the answer is written.</summary>
internal sealed class PlaceOptions
{
    public Option<string?> Data { get; } = new("--data")
    {
        Description = "The folder of the embedded database and the keys (otherwise the setting Trellis:Data, or ./data)", Recursive = true, HelpName = "FOLDER",
    };

    public Option<string?> Postgres { get; } = new("--postgres")
    {
        Description = "The connection to PostgreSQL, when that holds the database (otherwise the setting Trellis:Postgres)", Recursive = true, HelpName = "CONNECTION",
    };

    public Option<bool> Json { get; } = new("--json") { Description = "Answer with one JSON object", Recursive = true };

    public CommandRun Begin(ParseResult typed)
    {
        var json = typed.GetValue(Json);
        return new CommandRun(typed, json, new ProgressView(json || Console.IsOutputRedirected), (mustExist, ct) => OpenAsync(typed, mustExist, ct));
    }

    /// <summary>Settings of the environment and of the options, as the web host reads them too.</summary>
    public IConfigurationRoot Configuration(ParseResult typed)
    {
        var given = new Dictionary<string, string?>(StringComparer.Ordinal);
        if (typed.GetValue(Data) is { } data)
        {
            given["Trellis:Data"] = data;
        }

        if (typed.GetValue(Postgres) is { } postgres)
        {
            given["Trellis:Postgres"] = postgres;
        }

        return new ConfigurationBuilder().AddEnvironmentVariables().AddInMemoryCollection(given).Build();
    }

    private async Task<ServiceProvider> OpenAsync(ParseResult typed, bool mustExist, CancellationToken ct)
    {
        var configuration = Configuration(typed);
        var place = Place.Of(configuration);
        if (mustExist && place.Postgres is null && !File.Exists(place.DatabaseFile))
        {
            throw new CommandFailedException(ExitCode.NotFound, $"There is no database in {place.Folder}. Name its folder with --data, or start one with: trellis serve");
        }

        var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddLogging().AddTrellis(configuration).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<FirstStart>().BringUpAsync(ct);
        return services;
    }
}

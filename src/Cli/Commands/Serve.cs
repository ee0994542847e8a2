using System.CommandLine;
using System.Net;
using System.Net.Sockets;
using Trellis.Kernel.Terminal;
using Trellis.Web.Hosting;

namespace Trellis.Cli.Commands;

/// <summary>Starts the pages.</summary>
internal static class Serve
{
    private const int UsualPort = 5080;
    private const int PortsTried = 50;

    public static Command Make(PlaceOptions places)
    {
        var port = new Option<int?>("--port") { Description = $"The port on this machine (otherwise {UsualPort}, or the next that is free)" };
        var urls = new Option<string?>("--urls") { Description = "The addresses to listen on, for a server behind a proxy; they take the place of --port", HelpName = "ADDRESSES" };
        var samples = new Option<string?>("--samples") { Description = "Load the plan in this folder into an empty database", HelpName = "FOLDER" };
        var open = new Option<bool>("--open") { Description = "Open the address in the browser" };
        var command = new Command("serve", "Start the pages, until Ctrl-C") { port, urls, samples, open };
        command.SetAction((typed, ct) =>
        {
            if (typed.GetValue(port) is < 0 or > 65535)
            {
                typed.InvocationConfiguration.Error.WriteLine("The port must be a number from 0 to 65535.");
                return Task.FromResult(ExitCode.Usage);
            }

            var address = typed.GetValue(urls) ?? $"http://localhost:{typed.GetValue(port) ?? FreePort()}";
            return RunAsync(places.Configuration(typed), address, typed.GetValue(samples), typed.GetValue(open), ct);
        });
        return command;
    }

    /// <summary>The program was started without a word, as by a double click: its things go where this person's programs keep theirs.</summary>
    public static Task<int> OnLaptopAsync(ParseResult typed, PlaceOptions places, CancellationToken ct)
    {
        var configuration = places.Configuration(typed);
        configuration["Trellis:Data"] ??= Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "Trellis");
        return RunAsync(configuration, $"http://localhost:{FreePort()}", null, open: true, ct);
    }

    private static async Task<int> RunAsync(IConfigurationRoot configuration, string address, string? samples, bool open, CancellationToken ct)
    {
        List<string> settings = [$"--urls={address}"];
        Add("Trellis:Data", configuration["Trellis:Data"]);
        Add("Trellis:Postgres", configuration["Trellis:Postgres"]);
        Add("Trellis:Samples", samples);
        await using var app = TrellisApp.Build([.. settings]);
        var firstPage = await TrellisApp.StartAsync(app, ct);
        if (open)
        {
            Browser.Open(firstPage);
        }

        await app.WaitForShutdownAsync(ct);
        return ExitCode.Done;

        void Add(string setting, string? value)
        {
            if (value is not null)
            {
                settings.Add($"--{setting}={value}");
            }
        }
    }

    private static int FreePort()
    {
        for (var port = UsualPort; port < UsualPort + PortsTried; port++)
        {
            if (IsFree(IPAddress.Loopback, port) && (!Socket.OSSupportsIPv6 || IsFree(IPAddress.IPv6Loopback, port)))
            {
                return port;
            }
        }

        throw new CommandFailedException(ExitCode.Failed, $"The ports {UsualPort} to {UsualPort + PortsTried - 1} are all taken. Name another with --port.");
    }

    private static bool IsFree(IPAddress address, int port)
    {
        try
        {
            using var listener = new TcpListener(address, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}

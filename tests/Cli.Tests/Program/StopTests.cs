using System.Net;
using System.Net.Sockets;
using System.Text;
using Trellis.Kernel.Terminal;
using Trellis.Testing;

namespace Trellis.Cli.Tests.Program;

public sealed class StopTests
{
    private const int Requests = 20;

    /// <summary>Requests whose second half comes only after the program was asked to stop.</summary>
    [Fact]
    public async Task Stop_RequestsUnderWay_EachGetsItsAnswer()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such signal");
        await using var place = await TestPlace.MakeAsync(DatabaseKind.Sqlite);
        using var program = RealProgram.Serve(place.Folder);
        await program.ReadyAsync();
        var clients = new List<TcpClient>();
        for (var i = 0; i < Requests; i++)
        {
            var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, program.Address.Port);
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
                $"POST /sign-in HTTP/1.1\r\nHost: localhost:{program.Address.Port}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 8\r\nConnection: close\r\n\r\na=1&"));
            clients.Add(client);
        }

        await Task.Delay(1000);
        program.AskToStop();
        await Task.Delay(300);
        foreach (var client in clients)
        {
            await client.GetStream().WriteAsync("b=2&"u8.ToArray());
            using var reader = new StreamReader(client.GetStream());
            Assert.StartsWith("HTTP/1.1 4", await reader.ReadToEndAsync(), StringComparison.Ordinal);
            client.Dispose();
        }

        Assert.Equal(ExitCode.Done, await program.EndAsync());
        await place.TypeAsync("audit", "verify");
        Assert.Contains(" 0 entries not yet sealed", (await place.TypeAsync("audit", "verify")).Out, StringComparison.Ordinal);
    }
}

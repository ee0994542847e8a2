using System.Collections;
using System.Net;
using System.Text;
using Trellis.Kernel.Access;
using Trellis.Testing;

namespace Trellis.Cli.Tests.Program;

/// <summary>What becomes of a return that is checked and forgotten: it is nowhere but in the program's memory.</summary>
public sealed class ForgottenTests
{
    private const string Planted = "NUMBAT4711";

    /// <summary>So many rows that the framework would put the file on a disk if it were let.</summary>
    private const int Rows = 20_000;

    [Fact]
    public async Task CheckAndForget_APlantedChild_IsOnNoDiskInNoLogAndInNoTelemetry()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The cookie of one program is taken by the other only where both find the keys in one folder");
        var host = await TrellisHost.StartToLeapAsync(DatabaseKind.Sqlite);
        host.Clock.SetUtcNow(TimeProvider.System.GetUtcNow());
        using var signedIn = await new AccountBuilder { Name = "Planting analyst", Roles = [Role.Performance] }.SignInAsync(host);
        await host.App.StopAsync();
        var temporary = Directory.CreateDirectory(Path.Combine(host.Folder, "temporary")).FullName;
        using var collector = new Collector();
        using var program = RealProgram.Serve(host.Folder, environment: Environment(temporary, collector, host.Folder));
        await program.ReadyAsync();
        using var analyst = new Visitor(program.Address);
        foreach (Cookie cookie in signedIn.Cookies.GetAllCookies())
        {
            analyst.Cookies.Add(new Cookie(cookie.Name, cookie.Value, "/", "localhost"));
        }

        var result = await analyst.SendAsync(FilledForm.Of(await analyst.GetAsync("/returns/check"), "check").Fill(("Form.Year", "2026")).Choose("Form.Files", $"{Planted}-header.csv", Header()));
        var failures = await analyst.GetAsync($"{result.Address.AbsolutePath}/failures?rule=103");
        await analyst.GetAsync($"{result.Address.AbsolutePath}/children/0");
        await analyst.Http.GetAsync($"{result.Address.AbsolutePath}/export.xlsx");
        await analyst.GetAsync($"{result.Address.AbsolutePath}/children/999999");
        await analyst.SendAsync(result, "forget");
        var limits = OperatingSystem.IsLinux() ? await File.ReadAllTextAsync($"/proc/{program.Id}/limits") : "";
        program.AskToStop();
        await program.EndAsync();

        Assert.Equal("SSDA903 of 2026", result.Heading);
        Assert.Contains(Planted, failures.Main, StringComparison.Ordinal);
        // What is looked through would show it: other words of the same visit are there.
        Assert.True(IsIn(host.Folder, "Planting analyst"));
        Assert.True(collector.Heard("/returns/check"));
        Assert.False(IsIn(host.Folder, Planted));
        Assert.False(collector.Heard(Planted));
        Assert.DoesNotContain(Planted, program.Said, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(temporary));
        if (limits.Length > 0)
        {
            Assert.Matches(@"Max core file size\s+0\s+0", limits);
        }

        await host.DisposeAsync();
    }

    private static byte[] Header()
    {
        var text = new StringBuilder("CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n").Append(Planted).Append(",M,04/05/2015,XXXX,UN3,,\n");
        for (var row = 0; row < Rows; row++)
        {
            text.Append('C').Append(row).Append(",M,04/05/2015,WBRI,UN3,,\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>Were a body put on a disk, it would be in a folder that is not there, and the request would fail.</summary>
    private static Dictionary<string, string> Environment(string temporary, Collector collector, string folder) => new(
        System.Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Select(e => KeyValuePair.Create((string)e.Key, (string?)e.Value ?? "")), StringComparer.Ordinal)
    {
        ["ASPNETCORE_TEMP"] = Path.Combine(temporary, "none"), ["TMPDIR"] = temporary, ["Trellis__Logs"] = Path.Combine(folder, "log.json"),
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address, ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
    };

    private static bool IsIn(string folder, string word) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Any(file =>
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(word)) >= 0 || bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(word)) >= 0;
    });

    /// <summary>Takes what the program tells of itself to whoever watches it.</summary>
    private sealed class Collector : IDisposable
    {
        private readonly HttpListener listener = new();
        private readonly MemoryStream heard = new();

        public Collector()
        {
            var free = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
            free.Start();
            Address = $"http://localhost:{((IPEndPoint)free.LocalEndpoint).Port}/";
            free.Stop();
            listener.Prefixes.Add(Address);
            listener.Start();
            _ = Task.Run(ListenAsync);
        }

        public string Address { get; }

        public bool Heard(string word)
        {
            lock (heard)
            {
                return heard.ToArray().AsSpan().IndexOf(Encoding.UTF8.GetBytes(word)) >= 0;
            }
        }

        public void Dispose() => listener.Close();

        private async Task ListenAsync()
        {
            while (listener.IsListening)
            {
                try
                {
                    var asked = await listener.GetContextAsync();
                    using var body = new MemoryStream();
                    await asked.Request.InputStream.CopyToAsync(body);
                    lock (heard)
                    {
                        body.WriteTo(heard);
                    }

                    asked.Response.Close();
                }
                catch (Exception ended) when (ended is HttpListenerException or ObjectDisposedException)
                {
                    return;
                }
            }
        }
    }
}

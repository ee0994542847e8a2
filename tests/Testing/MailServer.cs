using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Trellis.Testing;

/// <summary>A letter as it came over the wire.</summary>
public sealed record Letter(string From, IReadOnlyList<string> To, string Text)
{
    /// <summary>The headers up to the first empty line, as they came.</summary>
    public string Headers => Text[..Text.IndexOf("\r\n\r\n", StringComparison.Ordinal)];
}

/// <summary>A mail server that speaks as much SMTP as it takes to receive, and fails when told to.</summary>
public sealed class MailServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Task listening;

    public MailServer()
    {
        listener.Start();
        listening = ListenAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public ConcurrentQueue<Letter> Letters { get; } = [];

    /// <summary>What it answers in place of taking a recipient: "451 Later"; null to take everybody.</summary>
    public string? Refusal { get; set; }

    /// <summary>Hangs up as soon as somebody calls.</summary>
    public bool HangsUp { get; set; }

    /// <summary>The settings by which the program finds it.</summary>
    public string[] Settings =>
        [$"--Mail:Host=127.0.0.1", $"--Mail:Port={Port}", "--Mail:StartTls=false", "--Mail:From=plan@example.gov.uk", "--Site:Address=https://plan.example.gov.uk/"];

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await listening;
        stop.Dispose();
    }

    private async Task ListenAsync()
    {
        var calls = new List<Task>();
        try
        {
            while (true)
            {
                calls.Add(AnswerAsync(await listener.AcceptTcpClientAsync(stop.Token)));
            }
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(calls);
        }
    }

    private async Task AnswerAsync(TcpClient caller)
    {
        using var _ = caller;
        if (HangsUp)
        {
            return;
        }

        try
        {
            using var reader = new StreamReader(caller.GetStream(), Encoding.UTF8);
            await using var writer = new StreamWriter(caller.GetStream(), new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
            await TalkAsync(reader, writer);
        }
        catch (Exception end) when (end is IOException or OperationCanceledException)
        {
            // The caller hung up.
        }
    }

    private async Task TalkAsync(StreamReader reader, StreamWriter writer)
    {
        var from = "";
        var to = new List<string>();
        await writer.WriteLineAsync("220 test");
        while (await reader.ReadLineAsync(stop.Token) is { } line)
        {
            switch (line.Split(' ', ':')[0].ToUpperInvariant())
            {
                case "EHLO" or "HELO":
                    await writer.WriteLineAsync("250 test");
                    break;
                case "MAIL":
                    (from, to) = (Address(line), []);
                    await writer.WriteLineAsync("250 OK");
                    break;
                case "RCPT":
                    to.Add(Address(line));
                    await writer.WriteLineAsync(Refusal ?? "250 OK");
                    break;
                case "DATA":
                    await writer.WriteLineAsync("354 Go on");
                    Letters.Enqueue(new Letter(from, to, await ReadLetterAsync(reader)));
                    await writer.WriteLineAsync("250 Taken");
                    break;
                case "QUIT":
                    await writer.WriteLineAsync("221 Bye");
                    return;
                default:
                    await writer.WriteLineAsync("250 OK");
                    break;
            }
        }
    }

    private async Task<string> ReadLetterAsync(StreamReader reader)
    {
        var letter = new StringBuilder();
        while (await reader.ReadLineAsync(stop.Token) is { } line and not ".")
        {
            letter.Append(line).Append("\r\n");
        }

        return letter.ToString();
    }

    private static string Address(string line) => line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)];
}

using System.Buffers.Text;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Trellis.Bench;

/// <summary>
/// One browser's connection as a raw socket: the generator shares the machine with the server, so it must cost little.
/// </summary>
internal sealed class Connection : IDisposable
{
    private static readonly byte[] Shown = "HTTP/1.1 200"u8.ToArray();
    private static readonly byte[] LedOn = "HTTP/1.1 302"u8.ToArray();

    private readonly Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] buffer = new byte[1 << 18];
    private readonly string host;
    private readonly string? form;
    private string? session;
    private (string Path, byte[] Request)? kept;

    private Connection(Uri address, string? cookies)
    {
        host = address.Authority;
        var each = cookies?.Split("; ") ?? [];
        session = each.FirstOrDefault(c => c.StartsWith("session=", StringComparison.Ordinal));
        form = each.FirstOrDefault(c => c.StartsWith("form=", StringComparison.Ordinal));
    }

    /// <param name="cookies">As a browser sends them: the session, and the one that belongs to the token of forms.</param>
    public static async Task<Connection> OpenAsync(Uri address, string? cookies)
    {
        var connection = new Connection(address, cookies);
        await connection.socket.ConnectAsync(IPAddress.Loopback, address.Port);
        return connection;
    }

    /// <returns>How many milliseconds the answer took, which must be "200".</returns>
    public async Task<double> GetAsync(string path)
    {
        if (kept?.Path != path)
        {
            kept = (path, Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\n{Head()}\r\n"));
        }

        return await AskAsync(kept.Value.Request, Shown);
    }

    /// <returns>How many milliseconds the answer took, which must lead on to another page.</returns>
    public Task<double> PostAsync(string path, IEnumerable<KeyValuePair<string, string>> fields)
    {
        var body = string.Join('&', fields.Select(f => $"{Uri.EscapeDataString(f.Key)}={Uri.EscapeDataString(f.Value)}"));
        return AskAsync(
            Encoding.ASCII.GetBytes($"POST {path} HTTP/1.1\r\n{Head()}Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {body.Length}\r\n\r\n{body}"),
            LedOn);
    }

    public void Dispose() => socket.Dispose();

    private string Head()
    {
        var cookies = string.Join("; ", new[] { session, form }.OfType<string>());
        return $"Host: {host}\r\n{(cookies.Length > 0 ? $"Cookie: {cookies}\r\n" : "")}";
    }

    private async Task<double> AskAsync(byte[] request, byte[] expected)
    {
        var began = Stopwatch.GetTimestamp();
        await socket.SendAsync(request);
        var have = 0;
        while (!IsWhole(buffer.AsSpan(0, have)))
        {
            if (have == buffer.Length)
            {
                throw new InvalidOperationException("The answer is larger than the generator expects.");
            }

            var read = await socket.ReceiveAsync(buffer.AsMemory(have));
            have += read > 0 ? read : throw new InvalidOperationException("The server closed the connection.");
        }

        var took = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        if (!buffer.AsSpan(0, have).StartsWith(expected))
        {
            throw new InvalidOperationException("The server answered: " + Encoding.ASCII.GetString(buffer, 0, Math.Min(have, 300)));
        }

        KeepSession(buffer.AsSpan(0, have));
        return took;
    }

    /// <summary>A session is renewed every half minute, and a browser sends the new one from then on.</summary>
    private void KeepSession(ReadOnlySpan<byte> answer)
    {
        var at = answer.IndexOf("Set-Cookie: session="u8);
        if (at >= 0)
        {
            var cookie = answer[(at + "Set-Cookie: ".Length)..];
            session = Encoding.ASCII.GetString(cookie[..cookie.IndexOf((byte)';')]);
            kept = null;
        }
    }

    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var end = answer.IndexOf("\r\n\r\n"u8);
        if (end < 0)
        {
            return false;
        }

        var length = answer[..end].IndexOf("Content-Length: "u8);
        if (length < 0)
        {
            return answer.EndsWith("\r\n0\r\n\r\n"u8);
        }

        return Utf8Parser.TryParse(answer[(length + 16)..], out int bytes, out _) && answer.Length >= end + 4 + bytes;
    }
}

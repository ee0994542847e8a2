using System.Buffers.Text;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Trellis.Bench;

/// <summary>What an address did under load.</summary>
/// <param name="CpuMs">Processor time of server and generator for one request: a busy machine changes it least.</param>
/// <param name="Kilobytes">What one request allocates.</param>
/// <param name="PausedPercent">The share of the time in which the collector held everything up.</param>
internal sealed record LoadResult(double PerSecond, double MedianMs, double P99Ms, double CpuMs, double Kilobytes, double PausedPercent);

/// <summary>
/// Keeps a number of connections busy with one request after another, over raw sockets: the generator shares the machine
/// with the server, so it must cost little.
/// </summary>
internal static class Load
{
    public const int Connections = 16;

    public static async Task<LoadResult> RunAsync(Uri address, string path, string? cookie, TimeSpan warm, TimeSpan measured)
    {
        await RoundAsync(address, path, cookie, warm);
        var (cpu, allocated, paused) = (Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes(), GC.GetTotalPauseDuration());
        var clock = Stopwatch.StartNew();
        var times = await RoundAsync(address, path, cookie, measured);
        var seconds = clock.Elapsed.TotalSeconds;
        var count = times.Count;
        times.Sort();
        return new LoadResult(
            count / seconds, times[count / 2], times[(int)(count * 0.99)], (Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds / count,
            (GC.GetTotalAllocatedBytes() - allocated) / 1024.0 / count, (GC.GetTotalPauseDuration() - paused).TotalSeconds / seconds * 100);
    }

    /// <summary>One request at a time: how long it takes when nobody else asks.</summary>
    public static async Task<double> AloneMsAsync(Uri address, string path, string? cookie, int times)
    {
        using var connection = await Connection.OpenAsync(address, path, cookie);
        var measured = new List<double>(times);
        for (var i = 0; i < times; i++)
        {
            measured.Add(await connection.AskAsync());
        }

        measured.Sort();
        return measured[times / 2];
    }

    private static async Task<List<double>> RoundAsync(Uri address, string path, string? cookie, TimeSpan length)
    {
        var until = Stopwatch.GetTimestamp() + (long)(length.TotalSeconds * Stopwatch.Frequency);
        var each = await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(async () =>
        {
            using var connection = await Connection.OpenAsync(address, path, cookie);
            var times = new List<double>();
            while (Stopwatch.GetTimestamp() < until)
            {
                times.Add(await connection.AskAsync());
            }

            return times;
        })));
        return [.. each.SelectMany(t => t)];
    }

    private sealed class Connection : IDisposable
    {
        private readonly Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        private readonly string head;
        private byte[] request;
        private readonly byte[] buffer = new byte[1 << 18];

        private Connection(Uri address, string path, string? cookie)
        {
            head = $"GET {path} HTTP/1.1\r\nHost: {address.Authority}\r\n";
            request = Encoding.ASCII.GetBytes($"{head}{(cookie is null ? "" : $"Cookie: {cookie}\r\n")}\r\n");
        }

        public static async Task<Connection> OpenAsync(Uri address, string path, string? cookie)
        {
            var connection = new Connection(address, path, cookie);
            await connection.socket.ConnectAsync(IPAddress.Loopback, address.Port);
            return connection;
        }

        public async Task<double> AskAsync()
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
            if (!buffer.AsSpan(0, have).StartsWith("HTTP/1.1 200"u8))
            {
                throw new InvalidOperationException("The server answered: " + Encoding.ASCII.GetString(buffer, 0, Math.Min(have, 60)));
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
                request = Encoding.ASCII.GetBytes($"{head}Cookie: {Encoding.ASCII.GetString(cookie[..cookie.IndexOf((byte)';')])}\r\n\r\n");
            }
        }

        public void Dispose() => socket.Dispose();

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
}

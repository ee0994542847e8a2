using System.Diagnostics;

namespace Trellis.Bench;

/// <summary>What an address did under load.</summary>
/// <param name="CpuMs">Processor time of server and generator for one request: a busy machine changes it least.</param>
/// <param name="Kilobytes">What one request allocates.</param>
/// <param name="PausedPercent">The share of the time in which the collector held everything up.</param>
internal sealed record LoadResult(double PerSecond, double MedianMs, double P99Ms, double CpuMs, double Kilobytes, double PausedPercent);

/// <summary>Keeps a number of connections busy with one request after another.</summary>
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
        using var connection = await Connection.OpenAsync(address, cookie);
        var measured = new List<double>(times);
        for (var i = 0; i < times; i++)
        {
            measured.Add(await connection.GetAsync(path));
        }

        measured.Sort();
        return measured[times / 2];
    }

    private static async Task<List<double>> RoundAsync(Uri address, string path, string? cookie, TimeSpan length)
    {
        var until = Stopwatch.GetTimestamp() + (long)(length.TotalSeconds * Stopwatch.Frequency);
        var each = await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(async () =>
        {
            using var connection = await Connection.OpenAsync(address, cookie);
            var times = new List<double>();
            while (Stopwatch.GetTimestamp() < until)
            {
                times.Add(await connection.GetAsync(path));
            }

            return times;
        })));
        return [.. each.SelectMany(t => t)];
    }
}

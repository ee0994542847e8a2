using System.Diagnostics;
using System.Globalization;

namespace Trellis.Bench;

/// <summary>The published program run to its end, as a person would: from start to exit.</summary>
internal static class PublishedRun
{
    /// <summary>Seconds, and its largest memory in megabytes. What it prints goes nowhere.</summary>
    public static (double Seconds, double Megabytes, int ExitCode) Run(string program, params string[] arguments)
    {
        var clock = Stopwatch.StartNew();
        using var process = System.Diagnostics.Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var read = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        var peak = 0L;
        while (!process.WaitForExit(5))
        {
            peak = Math.Max(peak, Peak(process.Id));
        }

        read.Wait();
        return (clock.Elapsed.TotalSeconds, peak / 1024.0, process.ExitCode);
    }

    /// <summary>Kilobytes; 0 when the process is just gone.</summary>
    private static long Peak(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(l => l.StartsWith("VmHWM", StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0;
        }
    }
}

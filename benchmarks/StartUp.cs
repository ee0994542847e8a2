using System.Diagnostics;
using System.Globalization;

namespace Trellis.Bench;

/// <summary>How soon the published program shows its first page, and how much memory it then keeps.</summary>
internal static class StartUp
{
    private const int Port = 5963;
    private const int Times = 5;

    /// <summary>The sign-in page: the first that somebody sees, from no cache.</summary>
    private const string FirstPage = "/sign-in";

    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(5);

    public static string? Published()
    {
        var program = Path.Combine(Environment.CurrentDirectory, "artifacts", "trellis-linux-x64", "trellis");
        return File.Exists(program) ? program : null;
    }

    public static async Task MeasureAsync(string program, string folder, Report report)
    {
        var (first, atFirst) = await OnceAsync(program, folder);
        var later = new List<(double Seconds, double Megabytes)>();
        for (var i = 0; i < Times; i++)
        {
            later.Add(await OnceAsync(program, folder));
        }

        Report.Say("first page at the very first start (makes the database)", $"{first,8:N2} s, then {atFirst:N0} MB");
        report.AtMost($"first page after start, median of {Times}", later.Select(l => l.Seconds).Order().ElementAt(Times / 2), 1.5, "s");
        report.AtMost("memory at rest", later.Select(l => l.Megabytes).Order().ElementAt(Times / 2), 200, "MB");
    }

    /// <summary>Lets the program make its database.</summary>
    public static async Task MakeAsync(string program, string[] place)
    {
        using var process = Start(program, place);
        await ShowsAsync(process, FirstPage);
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>How long until the program says that it is ready, and its memory then.</summary>
    public static async Task<(double Seconds, double Megabytes)> ReadyAsync(string program, string[] place)
    {
        var clock = Stopwatch.StartNew();
        using var process = Start(program, place);
        await ShowsAsync(process, "/health/ready");
        var seconds = clock.Elapsed.TotalSeconds;
        var megabytes = await MegabytesAsync(process);
        process.Kill();
        await process.WaitForExitAsync();
        return (seconds, megabytes);
    }

    private static async Task<(double Seconds, double Megabytes)> OnceAsync(string program, string folder)
    {
        var clock = Stopwatch.StartNew();
        using var process = Start(program, ["--data", folder]);
        await ShowsAsync(process, FirstPage);
        var seconds = clock.Elapsed.TotalSeconds;
        await Task.Delay(Rest);
        var megabytes = await MegabytesAsync(process);
        process.Kill();
        await process.WaitForExitAsync();
        return (seconds, megabytes);
    }

    private static async Task<double> MegabytesAsync(Process process)
    {
        var line = (await File.ReadAllLinesAsync($"/proc/{process.Id}/status")).First(l => l.StartsWith("VmRSS", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024.0;
    }

    private static Process Start(string program, string[] place) =>
        Process.Start(new ProcessStartInfo(program, ["serve", "--port", $"{Port}", .. place]) { RedirectStandardOutput = true, UseShellExecute = false })!;

    private static async Task ShowsAsync(Process process, string address)
    {
        var clock = Stopwatch.StartNew();
        using var http = new HttpClient();
        while (true)
        {
            try
            {
                using var page = await http.GetAsync(new Uri($"http://localhost:{Port}{address}"));
                page.EnsureSuccessStatusCode();
                break;
            }
            catch (HttpRequestException) when (!process.HasExited && clock.Elapsed < TimeSpan.FromMinutes(1))
            {
                await Task.Delay(20);
            }
        }
    }
}

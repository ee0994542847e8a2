using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Trellis.Cli.Tests.Program;

/// <summary>The program as a process of its own, to be stopped or killed.</summary>
internal sealed class RealProgram : IDisposable
{
    private readonly Process process;
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private readonly TaskCompletionSource<string> firstLink = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private RealProgram(ProcessStartInfo start, int port)
    {
        Address = new Uri($"http://localhost:{port}");
        process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data?.StartsWith("Trellis is ready", StringComparison.Ordinal) == true)
            {
                ready.TrySetResult();
            }
            else if (line.Data?.Contains("/start/", StringComparison.Ordinal) == true)
            {
                firstLink.TrySetResult(line.Data[line.Data.IndexOf("http", StringComparison.Ordinal)..]);
            }
        };
        process.ErrorDataReceived += (_, line) => Said += line.Data + "\n";
        process.EnableRaisingEvents = true;
        process.Exited += (_, _) => ready.TrySetException(new InvalidOperationException("It ended before it was ready: " + Said));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public Uri Address { get; }

    public int Id => process.Id;

    /// <summary>What it wrote to the error stream.</summary>
    public string Said { get; private set; } = "";

    public Task<string> FirstLinkAsync() => firstLink.Task.WaitAsync(TimeSpan.FromSeconds(60));

    public Task ReadyAsync() => ready.Task.WaitAsync(TimeSpan.FromSeconds(60));

    /// <param name="program">The program's path; the one built with these tests when null.</param>
    /// <param name="environment">When given, all that the program finds in its environment.</param>
    public static RealProgram Serve(string folder, string? samples = null, string? program = null, IReadOnlyDictionary<string, string>? environment = null)
    {
        var port = FreePort();
        var start = new ProcessStartInfo(program ?? Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "trellis.exe" : "trellis"))
        {
            RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = Path.GetTempPath(),
        };
        foreach (var word in (string[])["serve", "--port", $"{port}", "--data", folder])
        {
            start.ArgumentList.Add(word);
        }

        if (samples is not null)
        {
            start.ArgumentList.Add("--samples");
            start.ArgumentList.Add(samples);
        }

        if (environment is not null)
        {
            start.Environment.Clear();
            foreach (var (name, value) in environment)
            {
                start.Environment[name] = value;
            }
        }

        return new RealProgram(start, port);
    }

    /// <summary>As when the power goes: nothing in it runs any more.</summary>
    public async Task KillAsync()
    {
        ready.TrySetResult();
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
    }

    /// <summary>Asks it to stop, as the system does when it shuts down.</summary>
    public void AskToStop()
    {
        const int SigTerm = 15;
        _ = Kill(process.Id, SigTerm);
    }

    /// <returns>Its exit code.</returns>
    public async Task<int> EndAsync()
    {
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
        return process.ExitCode;
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }

        process.Dispose();
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int id, int signal);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Trellis.Papers.Headless;

/// <summary>Chromium could not do it; the message says why.</summary>
internal sealed class HeadlessFailedException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>Chromium as a process of its own, for one page: offline, without scripts, in a folder of its own that is gone afterwards.</summary>
internal sealed class HeadlessChromium(string? program, TimeSpan? limit)
{
    private const string Profile = "profile";
    private const string NoScripts = """{"profile":{"default_content_setting_values":{"javascript":2}}}""";
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge"];
    private readonly Lazy<string?> found = new(() => program ?? OnPath());

    public bool IsThere => found.Value is { } path && File.Exists(path);

    /// <param name="html">The page.</param>
    /// <param name="made">The name of the file that Chromium shall make.</param>
    /// <param name="asked">What is asked of Chromium, by where the file shall be.</param>
    /// <param name="ct">Ends it.</param>
    /// <exception cref="HeadlessFailedException">There is no Chromium, it took too long, or it made no file.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; the process and all that it started are ended.</exception>
    public async Task<byte[]> MakeAsync(string html, string made, Func<string, IEnumerable<string>> asked, CancellationToken ct)
    {
        if (!IsThere)
        {
            throw new HeadlessFailedException("There is no Chromium");
        }

        var folder = Directory.CreateTempSubdirectory("trellis-paper-");
        try
        {
            var (page, file) = (Path.Combine(folder.FullName, "paper.html"), Path.Combine(folder.FullName, made));
            await File.WriteAllTextAsync(page, html, Encoding.UTF8, ct);
            // Switched off in the profile: the setting of the engine would also stop the page by which Chromium prints.
            var profile = Directory.CreateDirectory(Path.Combine(folder.FullName, Profile, "Default"));
            await File.WriteAllTextAsync(Path.Combine(profile.FullName, "Preferences"), NoScripts, ct);
            await RunAsync(folder.FullName, page, asked(file), ct);
            return File.Exists(file) ? await File.ReadAllBytesAsync(file, ct) : throw new HeadlessFailedException("Chromium ended without making a file");
        }
        finally
        {
            Remove(folder);
        }
    }

    private async Task RunAsync(string folder, string page, IEnumerable<string> asked, CancellationToken ct)
    {
        using var process = new Process { StartInfo = Start(folder, page, asked) };
        try
        {
            process.Start();
        }
        catch (Win32Exception failure)
        {
            throw new HeadlessFailedException("Chromium could not be started", failure);
        }

        var said = Task.WhenAll(process.StandardOutput.ReadToEndAsync(CancellationToken.None), process.StandardError.ReadToEndAsync(CancellationToken.None));
        using var inTime = CancellationTokenSource.CreateLinkedTokenSource(ct);
        inTime.CancelAfter(limit ?? TimeSpan.FromSeconds(60));
        try
        {
            await process.WaitForExitAsync(inTime.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            ct.ThrowIfCancellationRequested();
            throw new HeadlessFailedException("Chromium took too long");
        }

        await said;
        if (process.ExitCode != 0)
        {
            throw new HeadlessFailedException($"Chromium ended with code {process.ExitCode}");
        }
    }

    private ProcessStartInfo Start(string folder, string page, IEnumerable<string> asked)
    {
        var start = new ProcessStartInfo(found.Value!) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = folder };
        foreach (var argument in (IEnumerable<string>)
        [
            "--headless", "--disable-gpu", "--disable-extensions", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--disable-dev-shm-usage", "--no-first-run", "--no-default-browser-check", "--disable-crash-reporter", "--disable-breakpad",
            "--host-resolver-rules=MAP * ~NOTFOUND", "--proxy-server=127.0.0.1:9",
            $"--user-data-dir={Path.Combine(folder, Profile)}", .. asked,
        ])
        {
            start.ArgumentList.Add(argument);
        }

        // Chromium's own walls do not stand for the all-powerful user; a service runs as another.
        if (OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess)
        {
            start.ArgumentList.Add("--no-sandbox");
        }

        start.ArgumentList.Add(new Uri(page).AbsoluteUri);
        return start;
    }

    private static void Remove(DirectoryInfo folder)
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (IOException)
        {
            // A child that ends a moment later may still write; the system clears its folder of temporary files.
        }
        catch (UnauthorizedAccessException)
        {
            // The same on Windows.
        }
    }

    private static string? OnPath()
    {
        var ending = OperatingSystem.IsWindows() ? ".exe" : "";
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return Names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name + ending))).FirstOrDefault(File.Exists);
    }
}

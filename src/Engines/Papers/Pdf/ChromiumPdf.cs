using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Trellis.Papers.Html;

namespace Trellis.Papers.Pdf;

/// <summary>No PDF could be made; the message says what to do.</summary>
public sealed class PdfFailedException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>
/// Makes tagged PDF with Chromium as a process of its own: offline, without scripts, in a folder of its own that is gone
/// afterwards. Title, language, headings as bookmarks, tables and lists come from the HTML of <see cref="HtmlPaper"/>.
/// </summary>
/// <param name="program">The path of Chromium or Chrome; null looks for it where programs are found (PATH).</param>
/// <param name="limit">How long one PDF may take; null for 60 seconds.</param>
public sealed class ChromiumPdf(string? program = null, TimeSpan? limit = null)
{
    /// <summary>The media type of the file.</summary>
    public const string ContentType = "application/pdf";

    /// <summary>What is said where there is no Chromium.</summary>
    public const string Missing = "PDF needs Chromium: install it or set Papers:Chromium";

    private const string Profile = "profile";
    private const string NoScripts = """{"profile":{"default_content_setting_values":{"javascript":2}}}""";
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge"];
    private readonly Lazy<string?> found = new(() => program ?? OnPath());

    /// <summary>True where PDF can be made.</summary>
    public bool IsThere => found.Value is { } path && File.Exists(path);

    /// <returns>The bytes of a PDF 1.4 or later, tagged, with bookmarks.</returns>
    /// <exception cref="PdfFailedException">There is no Chromium, it took too long, or it gave no PDF.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; the process and all that it started are ended.</exception>
    public async Task<byte[]> WriteAsync(PaperDocument paper, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(paper);
        if (!IsThere)
        {
            throw new PdfFailedException(Missing);
        }

        var folder = Directory.CreateTempSubdirectory("trellis-paper-");
        try
        {
            var page = Path.Combine(folder.FullName, "paper.html");
            var made = Path.Combine(folder.FullName, "paper.pdf");
            await File.WriteAllTextAsync(page, HtmlPaper.Document(paper), Encoding.UTF8, ct);
            // Switched off in the profile: the setting of the engine would also stop the page by which Chromium prints.
            var profile = Directory.CreateDirectory(Path.Combine(folder.FullName, Profile, "Default"));
            await File.WriteAllTextAsync(Path.Combine(profile.FullName, "Preferences"), NoScripts, ct);
            await RunAsync(folder.FullName, page, made, ct);
            return File.Exists(made) ? await File.ReadAllBytesAsync(made, ct) : throw new PdfFailedException("Chromium ended without making a PDF");
        }
        finally
        {
            Remove(folder);
        }
    }

    private async Task RunAsync(string folder, string page, string made, CancellationToken ct)
    {
        using var process = new Process { StartInfo = Start(folder, page, made) };
        try
        {
            process.Start();
        }
        catch (Win32Exception failure)
        {
            throw new PdfFailedException(Missing, failure);
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
            throw new PdfFailedException("Chromium took too long to make the PDF");
        }

        await said;
        if (process.ExitCode != 0)
        {
            throw new PdfFailedException($"Chromium ended with code {process.ExitCode} and made no PDF");
        }
    }

    private ProcessStartInfo Start(string folder, string page, string made)
    {
        var start = new ProcessStartInfo(found.Value!) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = folder };
        foreach (var argument in (ReadOnlySpan<string>)
        [
            "--headless", "--disable-gpu", "--disable-extensions", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--disable-dev-shm-usage", "--no-first-run", "--no-default-browser-check", "--disable-crash-reporter", "--disable-breakpad",
            "--no-pdf-header-footer", "--export-tagged-pdf", "--generate-pdf-document-outline",
            "--host-resolver-rules=MAP * ~NOTFOUND", "--proxy-server=127.0.0.1:9",
            $"--user-data-dir={Path.Combine(folder, Profile)}", $"--print-to-pdf={made}",
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

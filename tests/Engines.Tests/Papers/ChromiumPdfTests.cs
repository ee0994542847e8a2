using System.IO.Compression;
using System.Text;
using Trellis.Papers.Pdf;

namespace Trellis.Engines.Tests.Papers;

public sealed class ChromiumPdfTests
{
    [Fact]
    public async Task Write_Everything_IsTaggedWithTitleLanguageAndBookmarks()
    {
        var chromium = new ChromiumPdf();
        Assert.SkipUnless(chromium.IsThere, ChromiumPdf.Missing);

        var text = Inflated(await chromium.WriteAsync(SamplePaper.Make(), TestContext.Current.CancellationToken));

        Assert.StartsWith("%PDF-", text, StringComparison.Ordinal);
        foreach (var sign in (string[])["/StructTreeRoot", "/MarkInfo", "/Lang (en-GB)", "/Outlines", "(Plan for play)", "/TH", "/LI"])
        {
            Assert.Contains(sign, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Write_NoChromium_SaysWhatToDo()
    {
        var failure = await Assert.ThrowsAsync<PdfFailedException>(() => new ChromiumPdf("/nowhere/chromium").WriteAsync(SamplePaper.Make(), CancellationToken.None));

        Assert.Equal("PDF needs Chromium: install it or set Papers:Chromium", failure.Message);
    }

    [Fact]
    public async Task Write_Cancelled_EndsTheProcess()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The program that stands for a slow Chromium is a shell script.");
        var folder = Directory.CreateTempSubdirectory().FullName;
        var slow = Path.Combine(folder, "slow");
        await File.WriteAllTextAsync(slow, $"#!/bin/sh\nsleep 600 & echo $! > {folder}/child\nwait\n", TestContext.Current.CancellationToken);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(slow, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        using var stop = new CancellationTokenSource();

        var writing = new ChromiumPdf(slow).WriteAsync(SamplePaper.Make(), stop.Token);
        while (!File.Exists(Path.Combine(folder, "child")) || new FileInfo(Path.Combine(folder, "child")).Length == 0)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => writing);
        var child = (await File.ReadAllTextAsync(Path.Combine(folder, "child"), TestContext.Current.CancellationToken)).Trim();
        var status = Path.Combine("/proc", child, "stat");

        // The signal is sent by then; the system takes the child away a moment later.
        for (var i = 0; i < 200 && IsAlive(status); i++)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        Assert.False(IsAlive(status));
    }

    private static bool IsAlive(string status)
    {
        try
        {
            return !File.ReadAllText(status).Contains(") Z", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>The file with what its compressed streams hold behind it.</summary>
    private static string Inflated(byte[] pdf)
    {
        var text = new StringBuilder(Encoding.Latin1.GetString(pdf));
        var plain = text.ToString();
        for (var at = plain.IndexOf("stream\n", StringComparison.Ordinal); at >= 0; at = plain.IndexOf("stream\n", at + 7, StringComparison.Ordinal))
        {
            try
            {
                using var inflate = new ZLibStream(new MemoryStream(pdf, at + 7, pdf.Length - at - 7), CompressionMode.Decompress);
                using var made = new MemoryStream();
                inflate.CopyTo(made);
                text.Append(Encoding.Latin1.GetString(made.ToArray()));
            }
            catch (InvalidDataException)
            {
                // A stream that is not compressed, such as a picture: its text is there already.
            }
        }

        return text.ToString();
    }
}

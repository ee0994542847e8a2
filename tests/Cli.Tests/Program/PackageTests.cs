using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using Trellis.Kernel.Terminal;
using Trellis.Testing;

namespace Trellis.Cli.Tests.Program;

/// <summary>The zip for a council laptop, made by the command that makes it and started as it would be there.</summary>
public sealed class PackageTests
{
    [Fact]
    public async Task LinuxZip_UnpackedInAPathWithSpaces_StartsWithNothingInstalled()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "It is the zip for Linux");
        var zip = await MakeAsync();
        var folder = Directory.CreateTempSubdirectory("council laptop ").FullName;
        try
        {
            await ZipFile.ExtractToDirectoryAsync(zip, Path.Combine(folder, "Trellis"));
            var program = Path.Combine(folder, "Trellis", "trellis");
            // No path to dotnet or node, no libicu, no home of a developer.
            var bare = new Dictionary<string, string>(StringComparer.Ordinal) { ["PATH"] = "/nowhere", ["HOME"] = folder };
            using var running = RealProgram.Serve(Path.Combine(folder, "its data"), Path.Combine(folder, "Trellis", "samples"), program, bare);
            await running.ReadyAsync();

            using var anybody = new Visitor(running.Address);
            var start = await anybody.GetAsync(new Uri(await running.FirstLinkAsync()).AbsolutePath);
            Assert.Equal("Start as the first administrator", start.Heading);
            foreach (var file in start.Document.QuerySelectorAll("link[rel=stylesheet]").Select(l => l.GetAttribute("href")!))
            {
                Assert.Equal(HttpStatusCode.OK, (await anybody.Http.GetAsync(file)).StatusCode);
            }

            running.AskToStop();
            Assert.Equal(ExitCode.Done, await running.EndAsync());
            Assert.Equal("", running.Said.Trim());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<string> MakeAsync()
    {
        var root = Root();
        using var package = Process.Start(new ProcessStartInfo(Path.Combine(root, "package"), ["linux-x64"]) { RedirectStandardOutput = true, UseShellExecute = false, WorkingDirectory = root })!;
        var said = await package.StandardOutput.ReadToEndAsync();
        await package.WaitForExitAsync();
        Assert.True(package.ExitCode == 0, said);
        return Path.Combine(root, "artifacts", "trellis-linux-x64.zip");
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Trellis.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("These tests lie outside the repository.");
        }

        return folder.FullName;
    }
}

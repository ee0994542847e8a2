namespace Trellis.GovUk.Tests.Charts;

/// <summary>A file that is not part of the repository: tests skip without it.</summary>
internal static class SharedFile
{
    public static byte[] Read(string name)
    {
        var file = Path.Combine(Folder(), name);
        Assert.SkipUnless(File.Exists(file), $"The file is not here: set TRELLIS_SHARED to the folder that holds {name}.");
        return File.ReadAllBytes(file);
    }

    /// <summary>TRELLIS_SHARED, else "shared" beside the repository.</summary>
    private static string Folder()
    {
        if (Environment.GetEnvironmentVariable("TRELLIS_SHARED") is { Length: > 0 } named)
            return named;
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Trellis.slnx")))
            folder = folder.Parent;
        return Path.Combine(folder?.Parent?.FullName ?? "", "shared");
    }
}

using Xunit;

namespace Trellis.Testing;

/// <summary>Material that is no part of the repository: TRELLIS_SHARED, else "shared" beside the repository. Tests skip without it.</summary>
public static class SharedFolder
{
    /// <summary>Where a file of it lies, such as brief/plan.txt; skips the test when it is not there.</summary>
    public static string PlaceOf(string name)
    {
        var file = Path.Combine(Folder(), name);
        Assert.SkipUnless(File.Exists(file), $"This material is not here: set TRELLIS_SHARED to the folder that holds {name}.");
        return file;
    }

    /// <summary>Whether a file of it is here, for tests that make one case of each thing it holds.</summary>
    public static bool Holds(string name) => File.Exists(Path.Combine(Folder(), name));

    private static string Folder()
    {
        if (Environment.GetEnvironmentVariable("TRELLIS_SHARED") is { Length: > 0 } named)
        {
            return named;
        }

        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Trellis.slnx")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder?.Parent?.FullName ?? "", "shared");
    }
}

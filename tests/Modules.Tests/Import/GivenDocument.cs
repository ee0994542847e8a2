using Trellis.Plans.Import;
using Trellis.Tables;

namespace Trellis.Modules.Tests.Import;

/// <summary>The council's document that was given with the brief. It is not part of the repository: tests skip without it.</summary>
internal static class GivenDocument
{
    private const string Name = "brief/council-plan-priority-1.txt";

    public static string Text()
    {
        var file = Path.Combine(Shared(), Name);
        Assert.SkipUnless(
            File.Exists(file),
            $"The given document is not here: set TRELLIS_SHARED to the folder that holds {Name}."
        );
        return File.ReadAllText(file);
    }

    public static PlanReading Read(IReadOnlyDictionary<string, string>? answers = null) =>
        PlanText.Read(Text(), answers: answers);

    /// <summary>TRELLIS_SHARED, else "shared" beside the repository.</summary>
    private static string Shared()
    {
        var named = Environment.GetEnvironmentVariable("TRELLIS_SHARED");
        if (!string.IsNullOrEmpty(named))
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

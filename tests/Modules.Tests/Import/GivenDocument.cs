using Trellis.Plans.Import;
using Trellis.Tables;
using Trellis.Testing;

namespace Trellis.Modules.Tests.Import;

/// <summary>The council's document that was given with the brief. It is not part of the repository: tests skip without it.</summary>
internal static class GivenDocument
{
    private const string Name = "brief/council-plan-priority-1.txt";

    public static string Text() => File.ReadAllText(SharedFolder.PlaceOf(Name));

    public static PlanReading Read(IReadOnlyDictionary<string, string>? answers = null) =>
        PlanText.Read(Text(), answers: answers);
}

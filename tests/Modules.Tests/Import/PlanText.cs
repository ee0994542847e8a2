using System.Text;
using Trellis.Plans.Import;
using Trellis.Tables;

namespace Trellis.Modules.Tests.Import;

/// <summary>Reads text as a plan.</summary>
internal static class PlanText
{
    public static PlanReading Read(string text, string name = "plan.txt", IReadOnlyDictionary<string, string>? answers = null) =>
        PlanReader.Read(Document(text, name), answers);

    public static SourceDocument Document(string text, string name = "plan.txt") => Document(Encoding.UTF8.GetBytes(text), name);

    public static SourceDocument Document(byte[] bytes, string name)
    {
        var result = DocumentReader.Read(bytes, name);
        Assert.Null(result.Failure);
        return result.Document!;
    }
}

using System.Text;
using Trellis.Plans.Import;
using Trellis.Tables;
using Xunit;

namespace Trellis.Testing;

/// <summary>The council's document that was given with the brief. It is no part of the repository: tests skip without it.</summary>
public static class GivenDocument
{
    public const string FileName = "council-plan-priority-1.txt";

    /// <summary>Where it lies; skips the test when it is not there.</summary>
    public static string Place() => SharedFolder.PlaceOf($"brief/{FileName}");

    public static byte[] Bytes() => File.ReadAllBytes(Place());

    /// <summary>The document with some of its words replaced; each must be there, so that a test does not change nothing.</summary>
    public static byte[] With(params (string Old, string New)[] changes)
    {
        var text = Encoding.UTF8.GetString(Bytes());
        foreach (var (old, changed) in changes)
        {
            Assert.Contains(old, text, StringComparison.Ordinal);
            text = text.Replace(old, changed, StringComparison.Ordinal);
        }

        return Encoding.UTF8.GetBytes(text);
    }

    /// <summary>What the reader makes of it when a person takes every doubt as proposed.</summary>
    public static PlanReading Settled() => Settled(Bytes());

    public static PlanReading Settled(byte[] bytes)
    {
        var document = DocumentReader.Read(bytes, FileName, null, CancellationToken.None).Document!;
        var answers = new Dictionary<string, string>(StringComparer.Ordinal);
        var reading = PlanReader.Read(document, answers);
        while (reading.Doubts.Any(d => !d.IsSettled && !answers.ContainsKey(d.Id)))
        {
            foreach (var doubt in reading.Doubts.Where(d => !d.IsSettled))
            {
                answers[doubt.Id] = doubt.Proposed;
            }

            reading = PlanReader.Read(document, answers);
        }

        return reading;
    }
}

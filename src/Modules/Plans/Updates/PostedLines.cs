using Microsoft.AspNetCore.Http;

namespace Trellis.Plans.Updates;

/// <summary>The lines of an owner's page as the browser sends them.</summary>
internal static class PostedLines
{
    public const string Prefix = "Form.";

    /// <summary>Null where the form holds nothing of this line.</summary>
    public static TypedLine? Of(IFormCollection form, OwedLine line)
    {
        var name = Prefix + line.Key;
        if (!form.TryGetValue($"{name}.Stamp", out var stamp))
        {
            return null;
        }

        return new TypedLine(line, new UpdateForm
        {
            Progress = Text("Progress"),
            NoChange = Text("NoChange") is not null,
            Text = line.Item is Section section && Same(Text("Text"), section.Body) ? null : Text("Text"),
            Why = Text("Why"),
            LateWhy = Text("LateWhy"),
            AskWhat = Text("AskWhat"),
            AskOf = Text("AskOf"),
            Milestones = line.Milestones
                .Select(m => (m.Reference, Typed: new MilestoneForm { State = Text(m.Reference), When = Text($"{m.Reference}.When") }))
                .Where(m => m.Typed.State is not null || m.Typed.When is not null)
                .ToDictionary(m => m.Reference, m => m.Typed, StringComparer.Ordinal),
        }, stamp.ToString());

        string? Text(string field) => form.TryGetValue($"{name}.{field}", out var typed) && typed.ToString() is { Length: > 0 } text ? text : null;

        // A browser sends line breaks as CR and LF.
        static bool Same(string? typed, string body) => typed?.ReplaceLineEndings("\n").Trim() == body.ReplaceLineEndings("\n").Trim();
    }
}

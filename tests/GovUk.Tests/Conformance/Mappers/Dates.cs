using Microsoft.AspNetCore.Components;

namespace Trellis.GovUk.Tests.Conformance;

internal static partial class Mappers
{
    private static readonly string[] DateBoxes = ["day", "month", "year"];

    private static RenderFragment DateInput(Options o)
    {
        var given = FieldsetField(o);
        given["Items"] = DateParts(o);
        return given.In<DateInput>();
    }

    /// <summary>The macro takes the boxes as a list, or one by one, or by defaults; ours takes the list.</summary>
    private static List<DatePart> DateParts(Options o)
    {
        var boxes = DateBoxes.Where(box => o[box].IsGiven || !o.Has(box)).ToList();
        return o.Items().Any()
            ? [.. o.Items().Select(item => DatePart(o, item, Array.Find(DateBoxes, box => item.Text("name") == (o[box].Text("name") ?? box))))]
            : [.. boxes.Select(box => DatePart(o, o[box], box))];
    }

    private static DatePart DatePart(Options o, Options item, string? box)
    {
        var name = item.Text("name") ?? box!;
        var prefixed = o.Text("namePrefix") is { } prefix ? $"{prefix}-{name}" : name;
        var classes = item.Text("classes");
        return new(prefixed, item.Text("label") ?? char.ToUpperInvariant(name[0]) + name[1..])
        {
            Id = item.Text("id") ?? $"{o.Text("id")}-{name}",
            Value = item.Text("value") ?? (box is null ? null : ValueOf(o, box)) ?? o["values"].Text(prefixed),
            Class = classes,
            Width = classes?.Contains("govuk-input--width-", StringComparison.Ordinal) == true ? null : box == "year" ? 4 : 2,
            Error = classes?.Contains("govuk-input--error", StringComparison.Ordinal) == true ? true : item.Bool("error"),
            Inputmode = item.Text("inputmode") ?? "numeric",
            Autocomplete = item.Text("autocomplete"),
            Pattern = item.Text("pattern"),
            Attributes = item.Attributes(),
        };
    }

    private static string? ValueOf(Options o, string box) => o.Has(box) ? o[box].Text("value") : o["values"].Text(box);
}

using Trellis.Measures.Entry;
using Trellis.Measures.Figures;

namespace Trellis.Measures.Pages.Entry;

public static class EntryWords
{
    /// <summary>A figure with what it was made of: "31.2% (37 of 119)".</summary>
    public static string Figure(Indicator indicator, FigureValue said)
    {
        var value = said.Value is { } known ? indicator.Unit.Say(known, indicator.Decimals) : said.Shorthand.Mark();
        var counts = said is { Numerator: { } numerator, Denominator: { } denominator } ? $" ({ShownNumber.Of(numerator, 0)} of {ShownNumber.Of(denominator, 0)})" : "";
        var mark = said.Status.Mark();
        return $"{value}{counts}{(mark.Length > 0 ? " " : "")}{mark}";
    }

    public static string State(EntryLine line) => line.Entry?.State switch
    {
        EntryState.Sent => "Waits to be signed off",
        EntryState.SignedOff => line.IsLocked ? $"Signed off; {line.Cycle!.Title} is locked" : "Signed off",
        _ => line.IsLocked ? $"In; {line.Cycle!.Title} is locked" : "In",
    };
}

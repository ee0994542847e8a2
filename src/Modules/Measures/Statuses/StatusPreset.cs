namespace Trellis.Measures.Statuses;

/// <summary>Rules as councils use them, to begin with.</summary>
public sealed record StatusPreset(string Key, string Words, string Rules)
{
    public static readonly StatusPreset WithinTenPercent = new("ten-percent", "Amber within 10% of the target", "meets target: green; within 10%: amber; otherwise: red");

    public static readonly IReadOnlyList<StatusPreset> All =
    [
        WithinTenPercent,
        new("five-percent", "Amber within 5% of the target", "meets target: green; within 5%: amber; otherwise: red"),
        new("two-points", "Amber within 2 points of the target", "meets target: green; within 2: amber; otherwise: red"),
        new("last-year", "Amber where the target is missed but last year is beaten", "meets target: green; better than last year: amber; otherwise: red"),
        new("floor", "Red below a floor of 60, amber within 10% of the target", "below floor 60: red; meets target: green; within 10%: amber; otherwise: red"),
    ];
}

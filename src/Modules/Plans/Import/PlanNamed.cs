namespace Trellis.Plans.Import;

/// <summary>Another plan named in a text: the one that an action delivers, or whose indicators a row means as a whole.</summary>
internal static class PlanNamed
{
    private static readonly string[] Beginnings =
    [
        "delivery of the ",
        "delivery of ",
        "deliver the ",
        "deliver ",
        "implementation of the ",
        "implementation of ",
        "implement the ",
        "implement ",
    ];

    private static readonly string[] SetEndings =
    [
        " key performance indicators",
        " performance indicators",
        " performance measures",
        " indicators",
        " measures",
        " kpis",
    ];

    private static readonly string[] PlanWords = ["plan", "strategy", "programme", "framework", "plans"];

    public static string? DeliveredBy(string title)
    {
        var start = Array.Find(Beginnings, beginning => title.StartsWith(beginning, StringComparison.OrdinalIgnoreCase));
        var name = start is null ? "" : title[start.Length..].Trim();
        return IsPlan(name) ? name : null;
    }

    public static string? WholeSetOf(string text)
    {
        var trimmed = text.TrimEnd('.', ' ');
        var end = Array.Find(SetEndings, ending => trimmed.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
        var name = end is null ? "" : trimmed[..^end.Length].Trim();
        return IsPlan(name) ? name : null;
    }

    private static bool IsPlan(string name) => Words.Of(name) is [.., var last] && PlanWords.Contains(last);
}

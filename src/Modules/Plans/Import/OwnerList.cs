namespace Trellis.Plans.Import;

/// <summary>Names in a cell: "A / B" is two owners of whom the first is accountable, on one line or two; "All managers" is a group.</summary>
internal static class OwnerList
{
    private static readonly string[] GroupWords =
    [
        "all",
        "managers",
        "officers",
        "team",
        "teams",
        "partners",
        "staff",
        "everyone",
        "heads",
        "leads",
        "directors",
        "group",
        "board",
        "members",
        "various",
        "services",
    ];

    public static IReadOnlyList<ReadOwner> Of(string text) =>
        [.. text.Split('\n').SelectMany(CellText.Parts).Select((name, i) => new ReadOwner(name, i == 0, IsGroup(name)))];

    public static bool IsGroup(string name) => Words.Of(name).Any(GroupWords.Contains);
}

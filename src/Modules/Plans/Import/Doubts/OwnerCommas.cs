namespace Trellis.Plans.Import;

/// <summary>
/// A comma may stand between two owners or within one post: "Service Manager, Early Help". A post that is known is taken whole;
/// where what follows the comma says a post itself, or nothing before it does, they are several; the rest is asked.
/// </summary>
internal static class OwnerCommas
{
    private const string One = "one";
    private static readonly string[] PostWords = ["manager", "head", "director", "lead", "officer", "chief", "coordinator", "principal", "consultant", "commissioner", "superintendent", "nurse"];

    /// <param name="known">The officers that the council has already, by name; those with a comma in it are enough.</param>
    public static void Ask(IEnumerable<ReadPriority> priorities, IReadOnlySet<string> known, DoubtBook doubts)
    {
        var answers = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var action in priorities.SelectMany(p => p.Objectives).SelectMany(o => o.Actions).Where(a => a.OwnerText.Contains(',', StringComparison.Ordinal)))
        {
            if (!answers.TryGetValue(action.OwnerText, out var isOne))
            {
                answers[action.OwnerText] = isOne = known.Contains(action.OwnerText.Trim()) || (MayBeOne(action.OwnerText) && IsSaidToBeOne(action, doubts));
            }

            if (isOne)
            {
                action.Owners = [new ReadOwner(action.OwnerText.Trim(), Accountable: true, OwnerList.IsGroup(action.OwnerText.Split(',')[0]))];
            }
        }
    }

    private static bool IsSaidToBeOne(ReadKeyAction action, DoubtBook doubts) => doubts.Ask(
        DoubtKind.OwnerComma,
        action.Lines,
        $"Is “{action.OwnerText}” one post, or are they several owners?",
        [
            new DoubtOption(One, $"One post, “{action.OwnerText}”, is accountable."),
            new DoubtOption("several", $"“{action.Owners[0].Name}” is accountable; the others contribute."),
        ],
        One) == One;

    private static bool MayBeOne(string text)
    {
        var parts = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return CellText.Parts(text).Length == parts.Length && parts.Length == 2 && SaysPost(parts[0]) && !SaysPost(parts[1]) && !OwnerList.IsGroup(parts[0]);
    }

    private static bool SaysPost(string name) => Words.Of(name).Any(PostWords.Contains);
}

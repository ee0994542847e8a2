using Trellis.Kernel;
using Trellis.Kernel.Things;
using Trellis.Plans.Import;

namespace Trellis.Plans.Importing;

/// <summary>What a person answered with "later": the item gets a note, listed until somebody has looked at it.</summary>
internal static class LeftForAfter
{
    /// <summary>The notes and the links that list them. An answer that only takes the proposal promises nothing and leaves none.</summary>
    /// <param name="rows">What each row of the reading became, parents before children.</param>
    public static List<Thing> Of(PlanReading reading, IEnumerable<(ReadRow? Read, Thing Thing)> rows, Process process, TimeProvider clock)
    {
        var promised = reading.Doubts.Where(d => d.Answer is "later" or "change" && d.Answer != d.Proposed && d.Lines.Count > 0).ToList();
        if (promised.Count == 0)
        {
            return [];
        }

        var items = rows.Where(row => row.Thing is PlanItem).ToList();
        var byLine = items.SelectMany(row => (row.Read?.Lines ?? []).Select(line => (line, row.Thing))).ToLookup(row => row.line, row => row.Thing);
        var left = new List<Thing>();
        foreach (var doubt in promised)
        {
            if ((ItemOf(doubt, [.. byLine[doubt.Lines[0]]]) ?? items.Select(row => row.Thing).OfType<Priority>().FirstOrDefault()) is { } item)
            {
                var note = new Note { Id = ThingId.New(clock), ThingId = item.Id, Text = TextOf(doubt, reading), AccountId = process.Who.AccountId, At = clock.GetUtcNow() };
                left.AddRange([note, ThingLinks.New(clock, item.Id, item.GetType().Name, LinkKind.ToPutRight, note.Id, nameof(Note))]);
            }
        }

        return left;
    }

    /// <summary>The key action where the doubt is about what only an action has; otherwise the innermost, a milestone before its action.</summary>
    private static Thing? ItemOf(Doubt doubt, List<Thing> rows) =>
        (doubt.Kind is DoubtKind.BlankCell or DoubtKind.Progress or DoubtKind.GroupOwner ? rows.OfType<KeyAction>().FirstOrDefault() : null) ?? rows.LastOrDefault();

    private static string TextOf(Doubt doubt, PlanReading reading)
    {
        var text = $"{doubt.Question} Answered in the import of {reading.FileName}: {doubt.Options.First(o => o.Key == doubt.Answer).Consequence}";
        return text.Length > Note.LongestText ? text[..Note.LongestText] : text;
    }
}

namespace Trellis.Plans.Import;

/// <summary>Which row of the plan is which row of the document.</summary>
internal sealed class RowPairs
{
    private readonly Dictionary<string, ExistingRow> byPlace = [];
    private readonly HashSet<Guid> paired = [];

    public static RowPairs Of(IReadOnlyList<ExistingRow> existing, IReadOnlyList<ReadRow> read)
    {
        var pairs = new RowPairs();
        foreach (var kind in Enum.GetValues<RowKind>())
        {
            var here = existing.Where(row => row.Kind == kind).ToList();
            var there = read.Where(row => row.Kind == kind).ToList();
            pairs.PairUnderSameParent(here, there);
            pairs.PairAcrossParents(here, there);
        }

        return pairs;
    }

    public ExistingRow? Existing(ReadRow row) => byPlace.GetValueOrDefault(row.Place);

    public bool IsPaired(ExistingRow row) => paired.Contains(row.Id);

    /// <summary>The row of the plan that a place in the document was paired with.</summary>
    public ExistingRow? At(string place) => byPlace.GetValueOrDefault(place);

    private void PairUnderSameParent(List<ExistingRow> here, List<ReadRow> there)
    {
        var children = here.ToLookup(row => row.DocumentParentId);
        foreach (var group in there.GroupBy(row => row.ParentPlace))
        {
            var parent = group.Key is null ? null : byPlace.GetValueOrDefault(group.Key);
            if (group.Key is not null && parent is null)
            {
                continue;
            }

            var siblings = children[parent?.Id].ToList();
            var rows = group.ToList();
            ByText(siblings, rows);
            ByPosition(siblings, rows);
            ByLikeness(siblings, rows);
        }
    }

    /// <summary>What no parent has kept may have moved: the same text under another parent, while it is the only one left of its text.</summary>
    private void PairAcrossParents(List<ExistingRow> here, List<ReadRow> there)
    {
        var left = here.Where(row => !IsPaired(row)).ToLookup(TextOf);
        foreach (var group in there.Where(row => !byPlace.ContainsKey(row.Place)).GroupBy(TextOf))
        {
            if (group.Key.Length > 0 && left[group.Key].Count() == 1 && group.Count() == 1)
            {
                Pair(left[group.Key].First(), group.First());
            }
        }
    }

    private void ByText(List<ExistingRow> siblings, List<ReadRow> rows)
    {
        var texts = siblings
            .Where(row => !IsPaired(row))
            .GroupBy(TextOf)
            .ToDictionary(group => group.Key, group => new Queue<ExistingRow>(group.OrderBy(row => row.DocumentPosition)));
        foreach (var row in rows.OrderBy(row => row.Position))
        {
            if (texts.TryGetValue(TextOf(row), out var same) && same.TryDequeue(out var first))
            {
                Pair(first, row);
            }
        }
    }

    /// <summary>The same place counts when the texts still have something in common, or when another field says the same.</summary>
    private void ByPosition(List<ExistingRow> siblings, List<ReadRow> rows)
    {
        var places = siblings
            .Where(row => !IsPaired(row))
            .GroupBy(row => row.DocumentPosition)
            .ToDictionary(group => group.Key, group => group.First());
        foreach (var row in rows.Where(row => !byPlace.ContainsKey(row.Place)))
        {
            if (
                places.TryGetValue(row.Position, out var same)
                && !IsPaired(same)
                && Likeness.Of(TextOf(same), TextOf(row)) >= Likeness.Slight
            )
            {
                Pair(same, row);
            }
        }
    }

    private void ByLikeness(List<ExistingRow> siblings, List<ReadRow> rows)
    {
        var left = siblings.Where(row => !IsPaired(row)).Take(200).ToList();
        foreach (var row in rows.Where(row => !byPlace.ContainsKey(row.Place)))
        {
            var best = left.Where(candidate => !IsPaired(candidate))
                .MaxBy(candidate => Likeness.Of(TextOf(candidate), TextOf(row)));
            if (best is not null && Likeness.Of(TextOf(best), TextOf(row)) >= Likeness.Strong)
            {
                Pair(best, row);
            }
        }
    }

    private void Pair(ExistingRow existing, ReadRow read)
    {
        byPlace[read.Place] = existing;
        paired.Add(existing.Id);
    }

    /// <summary>A row is known by what the document called it; an edit here does not make it another row.</summary>
    private static string TextOf(ExistingRow row) =>
        Words.Plain(row.AsImported.GetValueOrDefault(PlanFields.Text) ?? row.Current.GetValueOrDefault(PlanFields.Text, ""));

    private static string TextOf(ReadRow row) => Words.Plain(row.Fields.GetValueOrDefault(PlanFields.Text, ""));
}

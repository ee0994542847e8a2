namespace Trellis.Returns;

/// <summary>Two submissions of the same return beside each other: by rule, what is mended, what is still there and what is new.</summary>
/// <param name="Rule">The rule, as the later submission has it.</param>
/// <param name="Fixed">Failures of the earlier one that are gone.</param>
/// <param name="Same">Failures that are there in both.</param>
/// <param name="New">Failures of the later one that were not there.</param>
public sealed record Comparison(CheckedRule Rule, int Fixed, int Same, int New)
{
    /// <summary>
    /// Compares child by child: of one child's failures of one rule in one table, as many are the same as there are in both. Rows are not told apart, because a row that was mended elsewhere is another row
    /// to any program. Rules without failures in either are left out; those that were not run in one of the two are too, for nobody knows.
    /// </summary>
    public static IReadOnlyList<Comparison> Of(CheckResult earlier, CheckResult later)
    {
        var before = Counts(earlier);
        var now = Counts(later);
        var compared = new List<Comparison>();
        foreach (var rule in later.Rules.Where(r => r.Lacks is null))
        {
            if (earlier.Rules.FirstOrDefault(r => r.Code == rule.Code) is not { Lacks: null })
            {
                continue;
            }

            var (was, stands) = (before.GetValueOrDefault(rule.Code, []), now.GetValueOrDefault(rule.Code, []));
            var same = was.Sum(one => Math.Min(one.Value, stands.GetValueOrDefault(one.Key)));
            var (gone, added) = (was.Values.Sum() - same, stands.Values.Sum() - same);
            if (same + gone + added > 0)
            {
                compared.Add(new Comparison(rule, gone, same, added));
            }
        }

        return compared;
    }

    private static Dictionary<string, Dictionary<(string Child, string? Table), int>> Counts(CheckResult result) =>
        result.Failures().GroupBy(f => f.Rule.Code).ToDictionary(g => g.Key, g => g.CountBy(f => (f.ChildName, f.Table)).ToDictionary());
}

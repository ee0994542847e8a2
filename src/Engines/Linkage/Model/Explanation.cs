namespace Trellis.Linkage;

/// <summary>One step from what is known of any two records to the verdict on these two.</summary>
/// <param name="Evidence">The field, or what else was weighed.</param>
/// <param name="Level">How the two agree or differ in it, in words.</param>
/// <param name="A">The value of the first record as it was compared; empty where missing.</param>
/// <param name="B">That of the second.</param>
/// <param name="Weight">What it adds, in binary logarithms of odds: 1 doubles the odds for one person, -1 halves them.</param>
/// <param name="Sum">The logarithm of odds with all steps up to here.</param>
public sealed record ExplanationStep(string Evidence, string Level, string A, string B, double Weight, double Sum);

/// <summary>Why two records are taken for one person or for two: the steps add up to the verdict exactly.</summary>
/// <param name="Steps">First how rare pairs of one person are, then the evidence, at the end what a common household or origin explains away.</param>
/// <param name="Probability">That both are of one person.</param>
public sealed record Explanation(IReadOnlyList<ExplanationStep> Steps, double Probability)
{
    internal static Explanation Of(LinkageModel model, Comparison comparison, RecordSet records, int a, int b) => Of(model, comparison, records, records.Row(a), records.Row(b), new ExplanationStep(
        "any two records", $"about one pair in {model.AllPairs / model.Same.Pairs:N0} is of one person", "", "", Math.Log2(model.Same.Pairs / model.AllPairs), 0));

    /// <summary>Of two rows, of which the first step tells what is known before they are compared.</summary>
    internal static Explanation Of(LinkageModel model, Comparison comparison, RecordSet records, ReadOnlySpan<int> a, ReadOnlySpan<int> b, ExplanationStep first)
    {
        var pattern = comparison.Pattern(a, b, new SimilarityCache(SimilarityCache.ForFew));
        var sum = first.Weight;
        var steps = new List<ExplanationStep> { first with { Sum = sum } };
        for (var e = 0; e < comparison.Evidence.Length; e++)
        {
            var evidence = comparison.Evidence[e];
            var level = evidence.LevelOf(pattern);
            var weight = Math.Log2(model.Same.Rates[e]![level] / model.Evidence[e].Chance[evidence.GroupIn(pattern)][level]);
            sum += weight;
            var field = records.Map.Fields.ToList().FindIndex(f => f.Name == evidence.Name);
            steps.Add(new ExplanationStep(evidence.Name, evidence.Levels[level].Words, records.Layout.Write(field, a[field]), records.Layout.Write(field, b[field]), weight, sum));
        }

        var ofKind = new double[model.Related.Count + 1];
        var chance = new PatternScores(model, comparison.Evidence).Expect(pattern, ofKind);
        for (var k = 1; k < ofKind.Length; k++)
        {
            var weight = Math.Log2(chance / (chance + ofKind[k]));
            chance += ofKind[k];
            sum += weight;
            steps.Add(new ExplanationStep($"people of {model.Related[k - 1].Name}", "agree like this too", "", "", weight, sum));
        }

        return new Explanation(steps, 1 / (1 + Math.Pow(2, -sum)));
    }
}

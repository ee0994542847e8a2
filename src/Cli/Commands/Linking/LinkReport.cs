using System.Globalization;
using Trellis.Linkage;
using Trellis.Papers;

namespace Trellis.Cli.Commands.Linking;

/// <summary>The page about a run: what the model promises, what each level of agreement weighs, and an example of each.</summary>
internal static class LinkReport
{
    /// <summary>Enough pairs to find an example of nearly every level.</summary>
    private const int Looked = 20_000;

    public static PaperDocument Of(RecordSet records, Linker linker, LinkResult result)
    {
        var examples = Examples(records, linker, result);
        return new PaperDocument(
            "How the records were linked", [string.Join(", ", records.Sources)],
            [
                ParagraphBlock.Of($"{records.Count:N0} records are {result.Persons.Where((p, i) => p == i).Count():N0} persons. Pairs make persons from a probability of {Plain(result.Threshold)} on."),
                ParagraphBlock.Of("This page shows values of records as examples. Keep it as safely as the records."),
                new HeadingBlock(2, "What the model expects"),
                Table(
                    "Expected precision and recall at each threshold", ["Threshold", "Pairs", "Precision", "Recall", "F1"],
                    Expectation.Of(result.Model, result.Pairs).Select(q => new[] { Plain(q.Threshold), $"{q.Pairs:N0}", $"{q.Precision:P2}", $"{q.Recall:P2}", $"{q.F1:P2}" })),
                Table(
                    "Kinds of pairs", ["Kind", "Pairs, by estimate"],
                    result.Model.Related.Prepend(result.Model.Same).Select(k => new[] { k.Name, $"{k.Pairs:N0}" }).Append(["chance", $"{result.Model.AllPairs:N0}"])),
                new HeadingBlock(2, "What agreement weighs"),
                ParagraphBlock.Of("A weight of 1 doubles the odds that two records are of one person, -1 halves them."),
                .. result.Model.Evidence.SelectMany((e, i) => Weights(result.Model, e, i, examples)),
            ]);
    }

    private static IEnumerable<PaperBlock> Weights(LinkageModel model, ModelEvidence evidence, int number, Dictionary<(int, string), ExplanationStep> examples)
    {
        yield return new HeadingBlock(3, evidence.Name);
        foreach (var (chance, group) in evidence.Chance.Select((c, g) => (c, g)))
        {
            yield return Table(
                evidence.Chance.Length == 1 ? $"Weights of {evidence.Name}" : $"Weights of {evidence.Name} where the given names {(group == 0 ? "differ" : group == 1 ? "are alike" : "are equal")}",
                ["Level", "In pairs of one person", "By chance", "Weight", "Example"],
                evidence.Levels.Select((level, l) => (level, l, same: model.Same.Rates[number]![l])).Where(x => x.same > 1e-5 || chance[x.l] > 1e-5).Select(x => new[]
                {
                    x.level, $"{x.same:P3}", chance[x.l] < 0.0001 ? $"1 in {1 / chance[x.l]:N0}" : $"{chance[x.l]:P3}", $"{Math.Log2(x.same / chance[x.l]):+0.0;-0.0}",
                    examples.TryGetValue((number, x.level), out var step) ? $"{step.A} / {step.B}" : "",
                }));
        }
    }

    /// <summary>Of each evidence and level the values of the first pair, likely of one person, that shows it.</summary>
    private static Dictionary<(int, string), ExplanationStep> Examples(RecordSet records, Linker linker, LinkResult result)
    {
        var examples = new Dictionary<(int, string), ExplanationStep>();
        foreach (var pair in result.Pairs.Where(p => p.Probability >= 0.5).Take(Looked))
        {
            var steps = linker.Explain(result.Model, pair.A, pair.B).Steps;
            for (var e = 0; e < result.Model.Evidence.Count; e++)
            {
                examples.TryAdd((e, steps[e + 1].Level), steps[e + 1]);
            }
        }

        return examples;
    }

    private static TableBlock Table(string caption, string[] columns, IEnumerable<string[]> rows) => new(
        caption, [.. columns.Select((c, i) => new TableColumn(c, i == 0 ? 2 : 1))], [.. rows.Select(r => new PaperRow([PaperCell.Head(r[0]), .. r.Skip(1).Select(PaperCell.Of)]))]);

    private static string Plain(double number) => number.ToString("0.###", CultureInfo.InvariantCulture);
}

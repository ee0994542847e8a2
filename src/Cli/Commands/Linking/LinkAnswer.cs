using System.Globalization;
using Trellis.Kernel.Terminal;
using Trellis.Linkage;

namespace Trellis.Cli.Commands.Linking;

/// <summary>What the command says of its work: to people in lines, to programs as one object.</summary>
internal static class LinkAnswer
{
    private const double Usual = 0.95;
    private static readonly double[] Tried = [0.5, 0.7, 0.9, 0.99];

    public static int Give(CommandRun run, LinkWork work, LinkSpent spent, LinkProof? proof)
    {
        var (records, result) = (work.Records, work.Result);
        var proven = proof is null ? null : Prove(proof, work);
        var persons = Persons(result);
        var expected = Expectation.Of(result.Model, result.Pairs);
        return run.Answer(
            result.Doubts.Count > 0 && result.Doubts.Any(d => d.Kind == DoubtKind.DecisionsContradict) ? ExitCode.NeedsPerson : ExitCode.Done,
            run.Json ? ForPrograms(work, spent, persons, expected, proven) : "",
            [
                $"{records.Count:N0} records of {records.Sources.Count:N0} files are {persons:N0} persons; {result.Compared:N0} pairs were compared.",
                $"Pairs make persons from {result.Threshold} on, where the model expects precision {At(expected, result.Threshold).Precision:P2} and recall {At(expected, result.Threshold).Recall:P2}.",
                .. ProofLines(proven),
                .. DoubtLines(result),
                .. ExplanationLines(work.Why),
                .. FoundLines(work),
                $"{spent.WallSeconds:N2} s, {spent.CpuSeconds:N2} s of processor, {spent.Megabytes:N0} MB.",
            ]);
    }

    private static object ForPrograms(LinkWork work, LinkSpent spent, int persons, IReadOnlyList<ExpectedQuality> expected, Proof? proven)
    {
        var (records, result) = (work.Records, work.Result);
        return new
        {
            records = records.Count,
            files = records.Sources,
            compared = result.Compared,
            threshold = result.Threshold,
            persons,
            pairs = result.Pairs.Count(p => p.Probability >= result.Threshold),
            wallSeconds = spent.WallSeconds,
            cpuSeconds = spent.CpuSeconds,
            peakMegabytes = spent.Megabytes,
            expected,
            proof = proven,
            doubts = result.Doubts.Select(d => new { kind = InWords(d.Kind), a = Name(records, d.A), b = Name(records, d.B), d.Probability }),
            explanation = work.Why,
            found = work.Found?.Select(f => new { id = Name(records, f.Record), person = Name(records, result.Persons[f.Record]), f.Probability, f.Weight }),
        };
    }

    private static int Persons(LinkResult result)
    {
        var persons = 0;
        for (var record = 0; record < result.Persons.Length; record++)
        {
            persons += result.Persons[record] == record ? 1 : 0;
        }

        return persons;
    }

    private static IEnumerable<string> DoubtLines(LinkResult result) =>
        result.Doubts.Count == 0 ? [] : result.Doubts.GroupBy(d => d.Kind).Select(g => $"To look at: {g.Count():N0} pairs. {InWords(g.Key)}");

    private static ExpectedQuality At(IReadOnlyList<ExpectedQuality> expected, double threshold) => expected.LastOrDefault(e => e.Threshold <= threshold);

    private static Proof Prove(LinkProof proof, LinkWork work)
    {
        var (linker, result) = (work.Linker, work.Result);
        var persons = Tried.Append(Usual).Order().Select(t => proof.Persons(linker.PersonsAt(result, t), t)).ToList();
        return new Proof(
            proof.TruePairs, new Proven(proof.Pairs(result.Pairs, Usual), proof.BestPairs(result.Pairs)), new Proven(persons.First(p => p.Threshold == Usual), persons.MaxBy(p => p.F1)),
            proof.Calibrations(result.Pairs));
    }

    private static IEnumerable<string> ProofLines(Proof? proof) => proof is null ? [] :
    [
        $"Against the truth, {proof.TruePairs:N0} pairs of one person:",
        $"  pairs    at 0.95: {Of(proof.Pairs.At95)}; at best ({proof.Pairs.Best.Threshold:0.000}): {Of(proof.Pairs.Best)}",
        $"  clusters at 0.95: {Of(proof.Clusters.At95)}; at best ({proof.Clusters.Best.Threshold:0.000}): {Of(proof.Clusters.Best)}",
        .. proof.Calibration.Select(c => $"  scored {c.From.ToString(CultureInfo.InvariantCulture)} to {c.To.ToString(CultureInfo.InvariantCulture)}: {c.Pairs:N0} pairs, promised {c.Promised:0.0000}, true {c.True:0.0000}"),
    ];

    private static string Of(Quality quality) => $"precision {quality.Precision:0.0000}, recall {quality.Recall:0.0000}, F1 {quality.F1:0.0000}";

    private static IEnumerable<string> ExplanationLines(Explanation? why) => why is null ? [] :
    [
        .. why.Steps.Select(s => $"{s.Weight,8:+0.00;-0.00} {s.Sum,8:+0.00;-0.00}  {s.Evidence}: {s.Level}{(s.A.Length + s.B.Length > 0 ? $" ({s.A} / {s.B})" : "")}"),
        $"The probability that both are of one person is {why.Probability:0.000000}.",
    ];

    private static IEnumerable<string> FoundLines(LinkWork work) => work.Found switch
    {
        null => [],
        [] => ["Nobody was found."],
        _ => work.Found.Select(f =>
            $"{f.Probability,8:0.0000}  {Name(work.Records, f.Record)}: {string.Join(", ", Enumerable.Range(0, work.Records.Map.Fields.Count).Select(field => work.Records.ValueOf(f.Record, field)).Where(v => v.Length > 0))}"),
    };

    private static string Name(RecordSet records, int record) => records.Sources.Count == 1 ? records.IdOf(record) : $"{records.Sources[records.SourceOf(record)]}:{records.IdOf(record)}";

    private static string InWords(DoubtKind kind) => kind switch
    {
        DoubtKind.DecisionsContradict => "Decisions make them one person and two at once; they are kept apart.",
        DoubtKind.OneByDecisionOnly => "Decided to be one person, which the model thinks unlikely.",
        DoubtKind.TwoByDecisionOnly => "Decided to be two persons, which the model takes for one.",
        DoubtKind.OneByAgencyIdentifierOnly => "One agency gave them one identifier, so they are one person, which the model thinks unlikely.",
        DoubtKind.AgencyIdentifierContradictsDecision => "One agency gave them one identifier, and they are decided to be two persons; they are kept apart.",
        DoubtKind.SameIdentifierApart => "They have one identifier and are not taken for one person.",
        _ => "They have two identifiers and are taken for one person.",
    };

    private sealed record Proven(Quality At95, Quality Best);

    private sealed record Proof(double TruePairs, Proven Pairs, Proven Clusters, IReadOnlyList<Calibration> Calibration);
}

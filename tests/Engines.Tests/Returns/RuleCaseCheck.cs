using Trellis.Returns;

namespace Trellis.Engines.Tests.Returns;

/// <summary>Asks a rule the cases that are written beside it: at least one that fails and one that passes.</summary>
internal static class RuleCaseCheck
{
    public static void Ask<TChild>(Rule<TChild> rule, TableShape[] shapes, int newest, Func<ReturnData, TChild> walker)
        where TChild : ChildRows
    {
        var cases = RuleCase.Read(rule.Cases, [.. shapes.Select(s => s.Name)]);
        Assert.All(cases, one => Assert.Equal(Expected(one), Judged(one)));
        Assert.Contains(cases, c => c.FailsTheReturn || c.Tables.Any(t => t.Failing.Count > 0));
        Assert.Contains(cases, c => !c.FailsTheReturn && c.Tables.Any(t => t.Failing.Count < t.Rows.Count));

        string[] Judged(RuleCase one)
        {
            var year = one.Year ?? Math.Min(rule.Until ?? newest, newest);
            Assert.True(rule.HoldsIn(year), $"The case is of {year}, in which the rule does not hold.");
            var data = CaseReturn.Of(shapes, new CollectionYear(year), one.Tables);
            data.Authority = new Code(data.Words.IdOf(one.Authority ?? ""));
            var result = Checker.Run(data, [rule], () => walker(data), default);
            Assert.Null(result.Rules[0].Lacks);
            return [.. result.Failures().Select(f => f.Table is null ? "the return" : $"{f.Table} {f.Row}").Order()];
        }
    }

    private static string[] Expected(RuleCase one) =>
        [.. one.Tables.Where(t => !t.IsLastYear).SelectMany(t => t.Failing.Select(row => $"{t.Name} {row}")).Concat(one.FailsTheReturn ? ["the return"] : Array.Empty<string>()).Order()];
}

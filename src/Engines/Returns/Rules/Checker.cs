using System.Runtime.CompilerServices;

namespace Trellis.Returns;

/// <summary>Runs rules over a return: child by child on all cores, in an order that does not depend on how many there are.</summary>
internal static class Checker
{
    /// <summary>Enough children that taking turns costs nothing, few enough that the last core does not wait.</summary>
    private const int Portion = 512;

    /// <summary>So many children are asked one rule after the other: their rows and the code of the rule both stay in the processor's nearest memory.</summary>
    private const int Handful = 64;

    public static CheckResult Run<TChild>(ReturnData data, IReadOnlyList<Rule<TChild>> rules, Func<TChild> walker, CancellationToken cancel)
        where TChild : ChildRows
    {
        var lacking = rules.Select(r => Lacks(data, r.Tables)).ToArray();
        var run = Enumerable.Range(0, rules.Count).Where(r => lacking[r] is null).ToArray();
        var byChild = run.Where(r => rules[r].Check is not null).Select(r => (Number: r, Check: rules[r].Check!)).ToArray();
        var portions = (data.Children + Portion - 1) / Portion;
        var found = new List<FoundFailure>();
        var turn = new Lock();
        var walk = new ParallelOptions { CancellationToken = cancel };
        Parallel.For(0, portions, walk, walker, (portion, _, child) =>
        {
            var last = Math.Min(data.Children, (portion + 1) * Portion);
            for (var first = portion * Portion; first < last; first += Handful)
            {
                Ask(child, byChild, first, Math.Min(last, first + Handful));
            }

            return child;
        },
        child =>
        {
            lock (turn)
            {
                found.AddRange(child.Found);
            }
        });

        var whole = new WholeReturn(data);
        foreach (var number in run.Where(r => rules[r].CheckWhole is not null))
        {
            whole.Rule = number;
            rules[number].CheckWhole!(whole);
        }

        found.AddRange(whole.Found);
        return new CheckResult(data, Sorted(found), [.. rules.Select((r, i) => new CheckedRule(r.Code, r.Severity, r.Message, r.Fields, lacking[i]))]);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Ask<TChild>(TChild child, (int Number, Action<TChild> Check)[] rules, int first, int last)
        where TChild : ChildRows
    {
        foreach (var (number, check) in rules)
        {
            child.Rule = number;
            for (child.Index = first; child.Index < last; child.Index++)
            {
                check(child);
            }
        }
    }

    /// <summary>By rule, table and row, each once.</summary>
    private static FoundFailure[] Sorted(List<FoundFailure> found)
    {
        found.Sort((a, b) => a.Rule != b.Rule ? a.Rule.CompareTo(b.Rule) : a.Table != b.Table ? a.Table.CompareTo(b.Table) : a.Row.CompareTo(b.Row));
        var kept = new List<FoundFailure>(found.Count);
        foreach (var failure in found)
        {
            if (kept.Count == 0 || kept[^1] != failure)
            {
                kept.Add(failure);
            }
        }

        return [.. kept];
    }

    /// <summary>The tables that are not there, in words; nothing when all are.</summary>
    public static string? Lacks(ReturnData data, IReadOnlyList<string> tables)
    {
        var missing = tables.Where(t => !t.Split('|').Any(one => IsThere(data, one))).ToList();
        return missing.Count == 0 ? null : string.Join(", ", missing.Select(InWords));
    }

    private static bool IsThere(ReturnData data, string needed)
    {
        if (needed == "Authority")
        {
            return data.Authority.IsGiven;
        }

        var (table, column) = needed.Split('.') is [var whole, var part] ? (whole, part) : (needed, null);
        var lastYear = table.EndsWith(CaseTable.LastYear, StringComparison.Ordinal);
        var name = lastYear ? table[..^CaseTable.LastYear.Length] : table;
        var shape = data.Shapes.FirstOrDefault(s => s.Name == name) ?? throw new InvalidOperationException($"A rule asks for the table {name}, which no return has.");
        return (lastYear ? data.Last : data.Now)[shape.Number] is { } there && (column is null || there.Given[shape.Find(column)]);
    }

    private static string InWords(string needed) => needed == "Authority" ? "the code of the authority" : string.Join(" or ", needed.Split('|').Select(one =>
    {
        var name = one.Replace(CaseTable.LastYear, "", StringComparison.Ordinal).Split('.') is [var table, var column] ? $"the column {column} of {table}" : one.Replace(CaseTable.LastYear, "", StringComparison.Ordinal);
        return one.Contains(CaseTable.LastYear, StringComparison.Ordinal) ? $"last year's {name}" : name;
    }));
}

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
        var lacking = new string?[rules.Count];
        var (byRow, byChild) = (new Action<AllRows<TChild>>?[rules.Count], new Action<TChild>?[rules.Count]);
        for (var number = 0; number < rules.Count; number++)
        {
            lacking[number] = Lacks(data, rules[number].Tables);
            (byRow[number], byChild[number]) = lacking[number] is null ? (rules[number].CheckRows, rules[number].Check) : (null, null);
        }

        var portions = Math.Max(1, (data.Children + Portion - 1) / Portion);
        var next = -1;
        var cores = new Task<FoundFailures>[Math.Max(1, Math.Min(Environment.ProcessorCount, portions))];
        for (var core = 0; core < cores.Length; core++)
        {
            cores[core] = Task.Run(Walk, cancel);
        }

        Task.WhenAll(cores).GetAwaiter().GetResult();
        var found = new List<FoundFailures>();
        foreach (var core in cores)
        {
            found.Add(core.Result);
        }

        found.Add(AskWhole(data, rules, lacking));
        var judged = new CheckedRule[rules.Count];
        for (var number = 0; number < judged.Length; number++)
        {
            var rule = rules[number];
            judged[number] = new CheckedRule(rule.Code, rule.Severity, rule.Message, rule.Fields, lacking[number]);
        }

        return new CheckResult(data, Sorted(found), judged);

        FoundFailures Walk()
        {
            var child = walker();
            var rows = new AllRows<TChild>(data, child.Found);
            for (int portion; (portion = Interlocked.Increment(ref next)) < portions;)
            {
                cancel.ThrowIfCancellationRequested();
                rows.Part = (portion, portions);
                AskRows(rows, byRow);
                var last = Math.Min(data.Children, (portion + 1) * Portion);
                for (var first = portion * Portion; first < last; first += Handful)
                {
                    AskChildren(child, byChild, first, Math.Min(last, first + Handful));
                }
            }

            return child.Found;
        }
    }

    private static void AskRows<TChild>(AllRows<TChild> rows, Action<AllRows<TChild>>?[] rules)
        where TChild : ChildRows
    {
        for (var number = 0; number < rules.Length; number++)
        {
            rows.Found.Rule = number;
            rules[number]?.Invoke(rows);
        }
    }

    private static void AskChildren<TChild>(TChild child, Action<TChild>?[] rules, int first, int last)
        where TChild : ChildRows
    {
        for (var number = 0; number < rules.Length; number++)
        {
            if (rules[number] is not { } check)
            {
                continue;
            }

            child.Found.Rule = number;
            for (child.Index = first; child.Index < last; child.Index++)
            {
                check(child);
            }
        }
    }

    private static FoundFailures AskWhole<TChild>(ReturnData data, IReadOnlyList<Rule<TChild>> rules, string?[] lacking)
        where TChild : ChildRows
    {
        var found = new FoundFailures();
        var whole = new WholeReturn(data, found);
        for (var number = 0; number < rules.Count; number++)
        {
            if (lacking[number] is null && rules[number].CheckWhole is { } check)
            {
                found.Rule = number;
                check(whole);
            }
        }

        return found;
    }

    /// <summary>By rule, table and row, each once.</summary>
    private static long[] Sorted(List<FoundFailures> found)
    {
        var count = 0;
        foreach (var part in found)
        {
            count += part.All.Length;
        }

        var all = new long[count];
        var end = 0;
        foreach (var part in found)
        {
            part.All.CopyTo(all.AsSpan(end));
            end += part.All.Length;
        }

        all = InOrder(all);
        var kept = 0;
        for (var i = 0; i < all.Length; i++)
        {
            if (i == 0 || all[i] != all[i - 1])
            {
                all[kept++] = all[i];
            }
        }

        return all[..kept];
    }

    /// <summary>By their bytes, the last first, leaving out those that are the same in all. The library's own sort is compiled as it runs, which takes longer than this.</summary>
    private static long[] InOrder(long[] all)
    {
        var (from, to) = (all, new long[all.Length]);
        var differ = 0L;
        foreach (var one in all)
        {
            differ |= one ^ all[0];
        }

        for (var shift = 0; shift < 64; shift += 8)
        {
            if ((differ >> shift & 0xFF) == 0)
            {
                continue;
            }

            var starts = new int[257];
            foreach (var one in from)
            {
                starts[(one >> shift & 0xFF) + 1]++;
            }

            for (var digit = 0; digit < 256; digit++)
            {
                starts[digit + 1] += starts[digit];
            }

            foreach (var one in from)
            {
                to[starts[one >> shift & 0xFF]++] = one;
            }

            (from, to) = (to, from);
        }

        return from;
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

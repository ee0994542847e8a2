namespace Trellis.Returns;

/// <summary>Counts indicators over a return: child by child on all cores, in an order that does not depend on how many there are.</summary>
internal static class Counter
{
    /// <summary>As of the checker: enough children that taking turns costs nothing.</summary>
    private const int Portion = 512;

    public static IReadOnlyList<CountedIndicator> Run<TChild>(ReturnData data, IReadOnlyList<Indicator<TChild>> indicators, Func<TChild> walker, Day on, CancellationToken cancel)
        where TChild : ChildRows
    {
        var lacking = indicators.Select(i => Checker.Lacks(data, i.Tables.Split(' '))).ToArray();
        var counted = Enumerable.Range(0, indicators.Count).Where(i => lacking[i] is null && indicators[i].Count is not null).ToArray();
        var found = new List<FoundCase>();
        var turn = new Lock();
        Parallel.For(0, (data.Children + Portion - 1) / Portion, new ParallelOptions { CancellationToken = cancel }, () => (Child: walker(), Tally: new Tally()), (portion, _, walk) =>
        {
            var (child, tally) = walk;
            child.On = on;
            var last = Math.Min(data.Children, (portion + 1) * Portion);
            for (child.Index = portion * Portion; child.Index < last; child.Index++)
            {
                foreach (var number in counted)
                {
                    (tally.Indicator, tally.Groups) = (number, indicators[number].Groups);
                    indicators[number].Count!(child, tally);
                }
            }

            return walk;
        },
        walk =>
        {
            lock (turn)
            {
                found.AddRange(walk.Tally.Found);
            }
        });

        found.AddRange(InLists(data, indicators, lacking));
        var ordered = found.ToArray();
        Array.Sort(ordered, (a, b) => a.Indicator != b.Indicator ? a.Indicator.CompareTo(b.Indicator) : a.Table != b.Table ? a.Table.CompareTo(b.Table) : a.Row.CompareTo(b.Row));
        var results = new List<CountedIndicator>(indicators.Count);
        var start = 0;
        for (var number = 0; number < indicators.Count; number++)
        {
            var end = start;
            while (end < ordered.Length && ordered[end].Indicator == number)
            {
                end++;
            }

            var (code, title, source) = (indicators[number].Code, indicators[number].TitleOn(on), indicators[number].Source);
            results.Add(new CountedIndicator(data, new ArraySegment<FoundCase>(ordered, start, end - start), indicators[number].Groups)
            {
                Code = code, Title = title, Source = source, Unit = indicators[number].Unit, Report = indicators[number].Report, Lacks = lacking[number],
                On = indicators[number].IsOfADay && on.IsDay ? on.Date : null,
            });
            start = end;
        }

        return results;
    }

    private static List<FoundCase> InLists<TChild>(ReturnData data, IReadOnlyList<Indicator<TChild>> indicators, string?[] lacking)
        where TChild : ChildRows
    {
        var (rows, tally) = (new AllRows<TChild>(data, new FoundFailures()), new Tally());
        for (var number = 0; number < indicators.Count; number++)
        {
            if (lacking[number] is null && indicators[number].CountList is { } count)
            {
                (tally.Indicator, tally.Groups) = (number, indicators[number].Groups);
                count(rows, tally);
            }
        }

        return tally.Found;
    }
}

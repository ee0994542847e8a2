using System.Globalization;
using Trellis.Returns;

namespace Trellis.Engines.Tests.Returns;

/// <summary>Counts the cases that are written beside an indicator: at least six children (or rows of a list that names none), some of them in it and some not.</summary>
internal static class IndicatorCaseCheck
{
    private const int Fewest = 6;

    public static void Ask<TChild>(Indicator<TChild> indicator, TableShape[] shapes, Func<ReturnData, TChild> walker)
        where TChild : ChildRows
    {
        var children = 0;
        var marks = new List<string>();
        var rows = 0;
        var isAskedOfAnotherDay = false;
        foreach (var one in RuleCase.Read(indicator.Cases, [.. shapes.Select(s => s.Name)]))
        {
            var data = CaseReturn.Of(shapes, new CollectionYear(one.Year ?? 2026), one.Tables);
            var on = one.On is { } day ? new Day(day) : data.AsAt;
            var result = Counter.Run(data, [indicator], () => walker(data), on, TestContext.Current.CancellationToken)[0];
            Assert.Null(result.Lacks);
            string[] expected = [.. one.Tables.Where(t => !t.IsLastYear).SelectMany(t => t.Marks.Select(m => $"{t.Name} {m.Row} {m.Mark}")).Order()];
            Assert.Equal(expected, result.Cases().Select(c => $"{c.Table} {c.Row} {MarkOf(c, indicator.Unit)}").Order());
            Assert.Equal(result.Groups.Sum(g => g.Count), indicator.Groups.Count > 0 ? result.Numerator : 0);
            isAskedOfAnotherDay |= one.On is not null;
            children += data.Children + (indicator.CountList is null ? 0 : one.Tables.Sum(t => t.Rows.Count));
            marks.AddRange(one.Tables.SelectMany(t => t.Marks.Select(m => m.Mark)));
            rows += one.Tables.Sum(t => t.Rows.Count);
        }

        Assert.Equal(indicator.IsOfADay, isAskedOfAnotherDay);
        Assert.InRange(children, Fewest, int.MaxValue);
        Assert.Contains(marks, m => m != ".");
        Assert.True(marks.Count < rows, "Every row is a case of it.");
        Assert.True(indicator.Unit != Unit.Percentage || marks.Contains("."), "Nobody is in the denominator alone.");
    }

    private static string MarkOf(CountedCase one, Unit unit) => unit switch
    {
        Unit.Percentage => one.Amount == 0 ? "." : "!",
        Unit.Days or Unit.Score => "!" + one.Amount.ToString(CultureInfo.InvariantCulture),
        _ => "!" + one.Group,
    };
}

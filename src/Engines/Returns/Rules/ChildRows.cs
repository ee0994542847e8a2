namespace Trellis.Returns;

/// <summary>All rows of one child, this year's and last year's. One object walks from child to child, so a rule keeps nothing of it.</summary>
public abstract class ChildRows
{
    private protected ChildRows(ReturnData data) => Data = data;

    /// <summary>The collection year.</summary>
    public CollectionYear Year => Data.Year;

    /// <summary>The day at whose end an indicator counts what stands. Rules know no such day.</summary>
    public Day On { get; internal set; }

    internal ReturnData Data { get; }

    internal int Index { get; set; }

    internal FoundFailures Found { get; } = new();

    /// <summary>The row fails the rule that is being asked.</summary>
    public void Fail<T>(T row)
        where T : struct, IRow<T> => Found.Add(row.Row);

    /// <summary>The row, where there is one, fails the rule that is being asked.</summary>
    public void Fail<T>(T? row)
        where T : struct, IRow<T>
    {
        if (row is { } one)
        {
            Found.Add(one.Row);
        }
    }

    /// <summary>Every pair of a row of one table and a row of another of which it is true fails the rule, both of them.</summary>
    public void FailPairs<TOne, TOther>(RowList<TOne> ones, RowList<TOther> others, Func<TOne, TOther, bool> fail)
        where TOne : struct, IRow<TOne>
        where TOther : struct, IRow<TOther> => FailPairs(ones, others, fail, (one, other, holds) => holds(one, other));

    /// <summary>As the other, for what a rule compares the pairs with: given by hand, it costs no closure.</summary>
    public void FailPairs<TOne, TOther, TWith>(RowList<TOne> ones, RowList<TOther> others, TWith with, Func<TOne, TOther, TWith, bool> fail)
        where TOne : struct, IRow<TOne>
        where TOther : struct, IRow<TOther>
    {
        foreach (var one in ones)
        {
            foreach (var other in others)
            {
                if (fail(one, other, with))
                {
                    Found.Add(one.Row);
                    Found.Add(other.Row);
                }
            }
        }
    }

    private protected RowList<T> Rows<T>(TableShape shape)
        where T : struct, IRow<T> => Rows<T>(Data.Now[shape.Number]);

    private protected RowList<T> RowsLastYear<T>(TableShape shape)
        where T : struct, IRow<T> => Rows<T>(Data.Last[shape.Number]);

    private RowList<T> Rows<T>(RowTable? table)
        where T : struct, IRow<T>
    {
        var (start, end) = table?.RangeOf(Index) ?? (0, 0);
        return new RowList<T>(table, start, end, Found);
    }
}

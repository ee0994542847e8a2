namespace Trellis.Returns;

/// <summary>A return as a whole, for rules that look across children.</summary>
public sealed class WholeReturn : IFailures
{
    private readonly List<FoundFailure> _found = [];

    internal WholeReturn(ReturnData data) => Data = data;

    /// <summary>The collection year.</summary>
    public CollectionYear Year => Data.Year;

    internal ReturnData Data { get; }

    internal int Rule { get; set; }

    internal List<FoundFailure> Found => _found;

    /// <summary>The return fails the rule as a whole.</summary>
    public void FailReturn() => _found.Add(new FoundFailure(Rule, -1, -1));

    /// <summary>The row fails the rule.</summary>
    public void Fail<T>(T row)
        where T : struct, IRow<T> => ((IFailures)this).Fail(row.Row);

    /// <summary>Every row whose text another row has too fails the rule. Rows without text are left out.</summary>
    public void FailRepeated<T>(IEnumerable<T> rows, Func<T, Code> text)
        where T : struct, IRow<T>
    {
        foreach (var same in rows.Where(r => text(r).IsGiven).GroupBy(text).Where(g => g.Skip(1).Any()))
        {
            foreach (var row in same)
            {
                Fail(row);
            }
        }
    }

    void IFailures.Fail(Row row) => _found.Add(new FoundFailure(Rule, row.Table.Shape.Number, row.Index));

    internal IEnumerable<T> Rows<T>(TableShape shape)
        where T : struct, IRow<T>
    {
        var table = Data.Now[shape.Number];
        return table is null ? [] : Enumerable.Range(0, table.Rows).Select(row => T.Of(new Row(table, row)));
    }
}

namespace Trellis.Returns;

/// <summary>A return as a whole, for rules that look across children.</summary>
public sealed class WholeReturn
{
    private readonly FoundFailures _found;

    internal WholeReturn(ReturnData data, FoundFailures found)
    {
        Data = data;
        _found = found;
    }

    /// <summary>The collection year.</summary>
    public CollectionYear Year => Data.Year;

    internal ReturnData Data { get; }

    /// <summary>The return fails the rule as a whole.</summary>
    public void FailReturn() => _found.AddReturn();

    /// <summary>The row fails the rule.</summary>
    public void Fail<T>(T row)
        where T : struct, IRow<T> => _found.Add(row.Row);

    internal TableRows<T> Rows<T>(TableShape shape)
        where T : struct, IRow<T>
    {
        var table = Data.Now[shape.Number];
        return new TableRows<T>(table, 0, table?.Rows ?? 0, _found);
    }
}

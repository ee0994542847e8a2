namespace Trellis.Returns;

/// <summary>
/// The rows of a return one by one, whoever's they are: for rules that a row breaks by itself. They are asked of a part of each table at once, which costs a fraction of going from child to child; the tables
/// of each return are named beside its children.
/// </summary>
/// <typeparam name="TChild">The children of the return.</typeparam>
public sealed class AllRows<TChild>
    where TChild : ChildRows
{
    internal AllRows(ReturnData data, FoundFailures found)
    {
        Data = data;
        Found = found;
    }

    /// <summary>The collection year.</summary>
    public CollectionYear Year => Data.Year;

    internal ReturnData Data { get; }

    internal FoundFailures Found { get; }

    /// <summary>Which of so many equal parts of every table is asked.</summary>
    internal (int Number, int Of) Part { get; set; } = (0, 1);

    internal TableRows<T> Of<T>(TableShape shape)
        where T : struct, IRow<T>
    {
        var table = Data.Now[shape.Number];
        var rows = (long)(table?.Rows ?? 0);
        return new TableRows<T>(table, (int)(rows * Part.Number / Part.Of), (int)(rows * (Part.Number + 1) / Part.Of), Found);
    }
}

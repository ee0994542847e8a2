namespace Trellis.Returns;

/// <summary>A return that was read.</summary>
public abstract class StatutoryReturn
{
    private protected StatutoryReturn(ReturnData data) => Data = data;

    /// <summary>What the return is called.</summary>
    public abstract string Name { get; }

    /// <summary>The collection year.</summary>
    public CollectionYear Year => Data.Year;

    /// <summary>How many different children it and last year's name.</summary>
    public int Children => Data.Children;

    /// <summary>Its tables with their rows, those that were given.</summary>
    public IReadOnlyList<KeyValuePair<string, int>> Tables => [.. Data.Now.OfType<RowTable>().Select(t => KeyValuePair.Create(t.Shape.Name, t.Rows))];

    internal ReturnData Data { get; }

    /// <summary>Runs all rules of a year, by default the return's own. A rule whose tables or lists are not there is not run, and the result says what it lacked.</summary>
    public abstract CheckResult Check(int? rulesOf = null, CancellationToken cancel = default);

    /// <summary>Counts all indicators from the children up, in a fixed order. One whose tables are not there says what it lacked.</summary>
    public abstract IReadOnlyList<CountedIndicator> Count(CancellationToken cancel = default);
}

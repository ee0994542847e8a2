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

    /// <summary>The identifier of a child by its number within this return, from 0; empty where its row names none.</summary>
    public string NameOf(int child) => Data.NameOf(child);

    /// <summary>The number of the child with an identifier, whatever its case and the spaces around it; nothing where no row names it.</summary>
    public int? Find(string identifier)
    {
        var name = identifier.Trim();
        for (var child = 0; child < Children && name.Length > 0; child++)
        {
            if (NameOf(child).Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return child;
            }
        }

        return null;
    }

    /// <summary>This year's rows of a child, table by table; tables without a row of it are left out.</summary>
    public IReadOnlyList<ChildTable> RowsOf(int child)
    {
        var tables = new List<ChildTable>();
        foreach (var table in Data.Now.OfType<RowTable>().Where(t => !t.Shape.IsList))
        {
            int[] columns = [.. Enumerable.Range(0, table.Shape.Columns.Length).Where(c => table.Given[c])];
            var rows = new List<ChildTableRow>();
            foreach (var row in table.RowsOf(child))
            {
                rows.Add(new ChildTableRow(row, Array.ConvertAll(columns, c => table.TextOf(c, row))));
            }

            if (rows.Count > 0)
            {
                tables.Add(new ChildTable(table.Shape.Name, Array.ConvertAll(columns, c => table.Shape.Columns[c].Name), rows));
            }
        }

        return tables;
    }

    /// <summary>Who was the social worker of which children in the year, by the number of the worker; none where the return does not say.</summary>
    public virtual IReadOnlyList<SocialWorker> SocialWorkers() => [];

    /// <summary>Runs all rules of a year, by default the return's own. A rule whose tables or lists are not there is not run, and the result says what it lacked.</summary>
    public abstract CheckResult Check(int? rulesOf = null, CancellationToken cancel = default);

    /// <summary>Counts all indicators from the children up, in a fixed order. One whose tables are not there says what it lacked.</summary>
    public IReadOnlyList<CountedIndicator> Count(CancellationToken cancel = default) => CountOn(Days.Last, cancel);

    /// <summary>The days at whose end can be counted: those of the year, or the one of which the return speaks.</summary>
    public abstract (Day First, Day Last) Days { get; }

    /// <summary>Counts all indicators, those of a day (<see cref="Indicator{TChild}.IsOfADay"/>) at the end of any day of the year; what is counted over the year is the same as ever.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The day is none of <see cref="Days"/>.</exception>
    public IReadOnlyList<CountedIndicator> CountAt(DateOnly day, CancellationToken cancel = default) =>
        new Day(day) is var on && on.IsWithin(Days.First, Days.Last) ? CountOn(on, cancel)
        : throw new ArgumentOutOfRangeException(nameof(day), $"The return tells who was there on days from {Days.First} to {Days.Last}.");

    private protected abstract IReadOnlyList<CountedIndicator> CountOn(Day day, CancellationToken cancel);
}

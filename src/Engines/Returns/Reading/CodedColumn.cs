namespace Trellis.Returns;

/// <summary>A column whose codes are stated, by collection year.</summary>
internal sealed class CodedColumn
{
    private readonly (int From, CodeSet? Codes)[] _versions;

    /// <summary>From the first year that is known: each version says from which year it holds and its codes, parted by spaces; nothing where the column is not there.</summary>
    public CodedColumn(TableShape table, string name, params (int From, string? Codes)[] versions)
    {
        (Table, Name, Column) = (table, name, table.Find(name));
        _versions = new (int, CodeSet?)[versions.Length];
        for (var i = 0; i < versions.Length; i++)
        {
            _versions[i] = (versions[i].From, versions[i].Codes is { } codes ? CodeSet.Of(codes) : null);
        }
    }

    public TableShape Table { get; }

    public string Name { get; }

    public int Column { get; }

    /// <summary>Says which cells hold no code of the year. Of a year before the first that is known nothing is said.</summary>
    public void Say(RowTable table, int year, Departures departures)
    {
        if (Array.FindLastIndex(_versions, v => v.From <= year) is not (>= 0 and var version))
        {
            return;
        }

        var (codes, cells) = (_versions[version].Codes, table.Cells[Column]);
        var said = codes is null ? $"Returns of {year} have no such column. What stands there was kept." : $"It is no code of {year}. It was kept as it stands.";
        for (var row = 0; row < table.Rows; row++)
        {
            if (cells[row] != 0 && codes?.Contains(new Code(cells[row])) != true)
            {
                departures.Add(table.File, table.Line[row], Name, said);
            }
        }
    }
}

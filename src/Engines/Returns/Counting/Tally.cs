namespace Trellis.Returns;

/// <summary>Where an indicator notes its cases, a row for each.</summary>
public sealed class Tally
{
    private readonly List<FoundCase> _found = [];

    internal int Indicator { get; set; }

    internal IReadOnlyList<Group> Groups { get; set; } = [];

    internal List<FoundCase> Found => _found;

    /// <summary>The row is counted.</summary>
    public void Add<T>(T row)
        where T : struct, IRow<T> => Note(row.Row, 1, -1);

    /// <summary>The row is in the denominator, and where it is so in the numerator too.</summary>
    public void Add<T>(T row, bool isIn)
        where T : struct, IRow<T> => Note(row.Row, isIn ? 1 : 0, -1);

    /// <summary>The row is in the denominator and adds so many days or points to the numerator.</summary>
    public void AddAmount<T>(T row, decimal amount)
        where T : struct, IRow<T> => Note(row.Row, amount, -1);

    /// <summary>The row is counted in the group of a code.</summary>
    public void AddBy<T>(T row, Code code)
        where T : struct, IRow<T> => AddTo(row.Row, g => g.Takes(code));

    /// <summary>The row is counted in the group of a number.</summary>
    public void AddBy<T>(T row, int? number)
        where T : struct, IRow<T> => AddTo(row.Row, g => g.Takes(number));

    private void AddTo(Row row, Func<Group, bool> takes)
    {
        var group = 0;
        while (!takes(Groups[group]))
        {
            group++;
        }

        Note(row, 1, group);
    }

    private void Note(Row row, decimal amount, int group) => _found.Add(new FoundCase(Indicator, row.Table.Shape.Number, row.Index, amount, group));
}

/// <summary>A case of an indicator by numbers; a group of -1 is none.</summary>
internal readonly record struct FoundCase(int Indicator, int Table, int Row, decimal Amount, int Group);

using System.Collections.Concurrent;

namespace Trellis.Returns;

/// <summary>What rules found in a return.</summary>
public sealed class CheckResult
{
    private readonly ReturnData _data;
    private readonly long[] _found;
    private readonly ConcurrentDictionary<(int Rule, int Table), MarkedCells> _marked = [];
    private FieldsOfTable? _latest;

    internal CheckResult(ReturnData data, long[] found, IReadOnlyList<CheckedRule> rules)
    {
        _data = data;
        _found = found;
        Rules = rules;
    }

    /// <summary>Every rule of the year, in the order of the list, with what it lacked where it was not run.</summary>
    public IReadOnlyList<CheckedRule> Rules { get; }

    /// <summary>How many failures there are.</summary>
    public int Count => _found.Length;

    /// <summary>The failures in order: by rule, by table, by row; those of the whole return have no table.</summary>
    public IEnumerable<Failure> Failures()
    {
        foreach (var found in _found)
        {
            var (rule, table, row) = FoundFailure.Of(found);
            yield return table < 0
                ? new Failure(Rules[rule], null, null, null)
                : new Failure(Rules[rule], _data.Shapes[table].Name, row, _data.Now[table]!.Child[row] is >= 0 and var child ? child : null) { Named = _data };
        }
    }

    /// <summary>The same with some of its failures alone, by their places among all; every rule stays listed.</summary>
    /// <param name="places">From 0 to <see cref="Count"/> - 1, ascending.</param>
    public CheckResult Only(IEnumerable<int> places) => new(_data, [.. places.Select(place => _found[place])], Rules);

    /// <summary>How many failures each rule has that has any, in the order of the list.</summary>
    public IReadOnlyList<(CheckedRule Rule, int Count)> Counts()
    {
        var counts = new int[Rules.Count];
        foreach (var found in _found)
        {
            counts[FoundFailure.Of(found).Rule]++;
        }

        var counted = new List<(CheckedRule, int)>();
        for (var number = 0; number < counts.Length; number++)
        {
            if (counts[number] > 0)
            {
                counted.Add((Rules[number], counts[number]));
            }
        }

        return counted;
    }

    /// <summary>The failures of one rule by its code.</summary>
    public IEnumerable<Failure> Of(string code) => Failures().Where(f => f.Rule.Code == code);

    /// <summary>The fields of a rule that stand in a table; all of them when none does.</summary>
    public IReadOnlyList<string> FieldsIn(CheckedRule rule, string table)
    {
        // Failures come by rule and table, so the answer is mostly that of a moment ago.
        var latest = _latest;
        if (latest is null || latest.Rule != rule || latest.Table != table)
        {
            _latest = latest = new FieldsOfTable(rule, table, Fields(rule, table));
        }

        return latest.Fields;
    }

    internal FoundFailure FoundAt(int place) => FoundFailure.Of(_found[place]);

    internal string NameOfTable(int table) => _data.Shapes[table].Name;

    internal string NameOf(int table, int row) => _data.Now[table]!.Child[row] is >= 0 and var child ? _data.NameOf(child) : "";

    /// <summary>What a rule marks in a table; thousands of failures ask the same, and several people at once.</summary>
    internal MarkedCells MarkedBy(int rule, int table) => _marked.GetOrAdd((rule, table), _ =>
    {
        var (rows, fields) = (_data.Now[table]!, FieldsIn(Rules[rule], _data.Shapes[table].Name));
        return new MarkedCells(rows, string.Join(' ', fields), [.. fields.Select(rows.Shape.Find).Where(c => c >= 0)]);
    });

    /// <summary>What stands in the marked cells of a row: "DECOM 01/04/2025; DEC empty".</summary>
    internal static string ValuesOf(MarkedCells marked, int row) => string.Join("; ", marked.Columns.Select(c =>
    {
        var column = marked.Rows.Shape.Columns[c];
        return $"{column.Name} {(marked.Rows.Cells[c][row] != 0 ? marked.Rows.TextOf(c, row) : "empty")}";
    }));

    /// <summary>What stands in the cells that a failure marks, in the order of the table; nothing where it is of the return as a whole.</summary>
    public IEnumerable<KeyValuePair<string, string>> CellsOf(Failure failure)
    {
        if (failure is not { Table: { } table, Row: { } row })
        {
            return [];
        }

        var marked = FieldsIn(failure.Rule, table);
        return CellsOf(table, row).Where(c => marked.Contains(c.Key, StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>What stands in a row, by column.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> CellsOf(string table, int row)
    {
        var rows = _data.Now.OfType<RowTable>().First(t => t.Shape.Name == table);
        return [.. rows.Shape.Columns.Select((c, i) => KeyValuePair.Create(c.Name, rows.TextOf(i, row)))];
    }

    private IReadOnlyList<string> Fields(CheckedRule rule, string table)
    {
        var shape = _data.Shapes.First(s => s.Name == table);
        string[] there = [.. rule.Fields.Where(f => shape.Find(f) >= 0)];
        return there.Length > 0 ? there : rule.Fields;
    }

    private sealed record FieldsOfTable(CheckedRule Rule, string Table, IReadOnlyList<string> Fields);
}

/// <summary>The cells that a rule marks in the rows of a table.</summary>
internal sealed record MarkedCells(RowTable Rows, string Fields, int[] Columns);

/// <summary>A rule that was to be run, and what it lacked if it was not.</summary>
public sealed record CheckedRule(string Code, Severity Severity, string Message, IReadOnlyList<string> Fields, string? Lacks);

/// <summary>A row that fails a rule; without table and row, the return as a whole.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Table">The table, by its name in the return.</param>
/// <param name="Row">The data row of the table's file, from 0.</param>
/// <param name="Child">The number of the child within this check; nothing for a row that is no child's, such as the header of a census.</param>
public sealed record Failure(CheckedRule Rule, string? Table, int? Row, int? Child)
{
    internal ReturnData? Named { get; init; }

    /// <summary>The identifier that the authority gives the child; empty where the row names none.</summary>
    public string ChildName => Child is { } child ? Named!.NameOf(child) : "";
}

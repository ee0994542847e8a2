namespace Trellis.Returns;

/// <summary>An indicator with its value in one return, and the children behind it.</summary>
public sealed class CountedIndicator
{
    private readonly ReturnData _data;
    private readonly ArraySegment<FoundCase> _found;
    private readonly IReadOnlyList<Group> _groups;

    internal CountedIndicator(ReturnData data, ArraySegment<FoundCase> found, IReadOnlyList<Group> groups)
    {
        (_data, _found, _groups) = (data, found, groups);
        Numerator = found.Sum(f => f.Amount);
        Groups = [.. groups.Select((g, i) => new CountedGroup(g.Code, g.Title, found.Count(f => f.Group == i)))];
    }

    /// <summary>As the definition has it.</summary>
    public required string Code { get; init; }

    /// <summary>What is counted, in plain words.</summary>
    public required string Title { get; init; }

    /// <summary>The publication whose definition it follows.</summary>
    public required string Source { get; init; }

    /// <summary>The report of COLLECT that shows the figure; nothing where none does.</summary>
    public string? Report { get; init; }

    /// <summary>The day at whose end it was counted; nothing of what is counted over the year.</summary>
    public DateOnly? On { get; init; }

    /// <summary>What the value is.</summary>
    public required Unit Unit { get; init; }

    /// <summary>The tables that it needed and that were not there; then nothing was counted.</summary>
    public required string? Lacks { get; init; }

    /// <summary>How many are counted; of an average, the days or points of all together.</summary>
    public decimal Numerator { get; }

    /// <summary>How many cases there are, counted or not. Of a count it is the numerator again.</summary>
    public int Denominator => _found.Count;

    /// <summary>The value in its unit, unrounded; nothing when it could not be counted, or when there is nobody to take a share or an average of.</summary>
    public decimal? Value =>
        Lacks is not null ? null
        : Unit is Unit.Children or Unit.Events ? Numerator
        : Denominator == 0 ? null
        : Unit == Unit.Percentage ? 100 * Numerator / Denominator
        : Numerator / Denominator;

    /// <summary>The parts of a breakdown, in order, those that nobody is in too. They add up to the numerator.</summary>
    public IReadOnlyList<CountedGroup> Groups { get; }

    /// <summary>The children behind it, in the order of the file; of a list that names no child, its rows.</summary>
    public IEnumerable<CountedCase> Cases()
    {
        foreach (var f in _found)
        {
            var child = _data.Now[f.Table]!.Child[f.Row];
            yield return new CountedCase(child < 0 ? "" : _data.NameOf(child), _data.Shapes[f.Table].Name, f.Row, f.Amount, f.Group < 0 ? null : _groups[f.Group].Code) { ChildNumber = child };
        }
    }
}

/// <summary>One part of a breakdown with how many are in it.</summary>
public sealed record CountedGroup(string Code, string Title, int Count);

/// <summary>A case behind an indicator.</summary>
/// <param name="Child">The identifier that the authority gives the child; empty where the row names none.</param>
/// <param name="Table">The table, by its name in the return.</param>
/// <param name="Row">The data row of the table's file, from 0.</param>
/// <param name="Amount">What it adds to the numerator: 1 or 0, or days or points of an average.</param>
/// <param name="Group">The code of its group in a breakdown.</param>
public sealed record CountedCase(string Child, string Table, int Row, decimal Amount, string? Group)
{
    /// <summary>The number of the child within the return; -1 in a list that names no child.</summary>
    public required int ChildNumber { get; init; }
}

namespace Trellis.Returns;

/// <summary>What a column holds.</summary>
internal enum ColumnKind
{
    /// <summary>A code, an identifier or a number, kept as it was written.</summary>
    Text,

    /// <summary>A date.</summary>
    Date,
}

/// <summary>A column by the name that the return gives it.</summary>
internal sealed record ColumnShape(string Name, ColumnKind Kind);

/// <summary>A table of a return: its columns, which of them names the child, and which one puts a child's rows in order of time.</summary>
internal sealed class TableShape
{
    /// <summary>From a line such as <c>"CHILD DOB:date MISSING"</c>.</summary>
    public TableShape(int number, string name, string columns, string? orderedBy = null)
    {
        Number = number;
        Name = name;
        Columns = [.. columns.Split(' ').Select(c => c.EndsWith(":date", StringComparison.Ordinal) ? new ColumnShape(c[..^5], ColumnKind.Date) : new ColumnShape(c, ColumnKind.Text))];
        OrderedBy = orderedBy is null ? -1 : Find(orderedBy);
    }

    /// <summary>Where it stands among the tables of its return.</summary>
    public int Number { get; }

    public string Name { get; }

    /// <summary>The first one names the child.</summary>
    public ColumnShape[] Columns { get; }

    public int OrderedBy { get; }

    /// <summary>A list beside the return, whose first column names no child.</summary>
    public bool IsList { get; init; }

    public int Find(string column) => Array.FindIndex(Columns, c => string.Equals(c.Name, column, StringComparison.OrdinalIgnoreCase));
}

namespace Trellis.Returns;

/// <summary>Which elements of a return in XML are rows of which table, and which stand for cells.</summary>
/// <param name="Child">The element of a child, within which everything belongs to that child.</param>
/// <param name="Name">The column that names the child, in the table of the first kind of row.</param>
/// <param name="Rows">Elements that are a row.</param>
/// <param name="Cells">Elements that are a cell of a table that has no element of its own: it has one row for each child, if any of its cells is there.</param>
/// <param name="RowsOfOneCell">Elements that are a whole row of one cell, and its column.</param>
/// <param name="Numbered">Rows that others name: the column that holds their number, in their own table and in those of the rows within them.</param>
/// <param name="Shared">Columns of the table of the first kind that every other table of the child repeats.</param>
/// <param name="Dates">How dates are written.</param>
internal sealed record XmlOutline(
    string Child,
    (TableShape Table, string Column) Name,
    IReadOnlyDictionary<string, TableShape> Rows,
    IReadOnlyDictionary<string, (TableShape Table, string Column)> Cells,
    IReadOnlyDictionary<string, (TableShape Table, string Column)> RowsOfOneCell,
    IReadOnlyDictionary<string, string> Numbered,
    IReadOnlyList<string> Shared,
    DateForm Dates);

namespace Trellis.Returns;

/// <summary>One child's rows of one table of this year.</summary>
/// <param name="Name">The table, by its name in the return.</param>
/// <param name="Columns">The columns that the file brought, in the order of the return.</param>
/// <param name="Rows">In order of time, where the table has one.</param>
public sealed record ChildTable(string Name, IReadOnlyList<string> Columns, IReadOnlyList<ChildTableRow> Rows);

/// <summary>A row with what stands in it, column by column; a date as day/month/year.</summary>
/// <param name="Row">The data row of the table's file, from 0.</param>
/// <param name="Cells">As many as the table has columns.</param>
public sealed record ChildTableRow(int Row, IReadOnlyList<string> Cells);

/// <summary>A social worker as the SSDA903 names them, and the children whose worker they were in the year.</summary>
/// <param name="Name">Their registration number, as it stands in the return.</param>
/// <param name="Children">The numbers of the children within the return.</param>
public sealed record SocialWorker(string Name, IReadOnlySet<int> Children);

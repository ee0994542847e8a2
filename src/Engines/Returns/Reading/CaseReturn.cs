using System.Text;

namespace Trellis.Returns;

/// <summary>Makes a return of tables given as text, for the cases of rules.</summary>
internal static class CaseReturn
{
    public static ReturnData Of(TableShape[] shapes, CollectionYear year, IEnumerable<CaseTable> tables)
    {
        var data = new ReturnData(shapes, year);
        foreach (var table in tables)
        {
            var shape = shapes.First(s => s.Name == table.Name);
            var filler = new RowFiller(new RowTable(shape, data.Words), table.Name, new Departures());
            int[] columns = [.. table.Columns.Select(shape.Find)];
            foreach (var column in columns.Where(c => c >= 0))
            {
                filler.Table.Given[column] = true;
            }

            for (var line = 0; line < table.Rows.Count; line++)
            {
                for (var c = 0; c < columns.Length; c++)
                {
                    if (columns[c] >= 0)
                    {
                        filler.Set(columns[c], Encoding.UTF8.GetBytes(table.Rows[line][c]), line + 1);
                    }
                }

                filler.End();
            }

            data.Take(filler.Table, table.IsLastYear);
        }

        data.Group();
        return data;
    }
}

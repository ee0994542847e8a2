using System.Globalization;
using System.Text;

namespace Trellis.Returns.AnnexA;

/// <summary>
/// Reads the lists of an Annex A, from the sheets of a workbook or from a CSV file each. Annex A has no list of rules: what a row lacks, what is none of the answers of its column and what lies outside the time of its list is a departure, with sheet, line
/// and column.
/// </summary>
internal sealed class ListReader
{
    /// <summary>Titles and notes may stand above the headings.</summary>
    private const int Look = 20;

    private readonly ReturnData _data;
    private readonly string _file;
    private readonly Departures _departures;
    private readonly Dictionary<ListForm, (string Place, List<int> Lines)> _read = [];

    private ListReader(ReturnData data, string file, Departures departures)
    {
        _data = data;
        _file = file;
        _departures = departures;
    }

    /// <summary>Reads every sheet that is a list; false when none is. A list that none of them is is said to be lacking in the file.</summary>
    /// <exception cref="UnreadableException">A sheet is damaged or not to be trusted.</exception>
    public static bool Read(ReturnData data, IEnumerable<ListSheet> sheets, string file, DateOnly? asAt, Departures departures)
    {
        var reader = new ListReader(data, file, departures);
        foreach (var sheet in sheets)
        {
            reader.Read(sheet);
        }

        if (reader._read.Count == 0)
        {
            return false;
        }

        data.AsAt = asAt is { } day ? new Day(day) : reader.Latest();
        data.Year = new CollectionYear(data.AsAt.Date.Month > 3 ? data.AsAt.Date.Year + 1 : data.AsAt.Date.Year);
        foreach (var list in Lists.All.Where(reader._read.ContainsKey))
        {
            reader.SayOutside(list);
        }

        foreach (var list in Lists.All.Where(l => !reader._read.ContainsKey(l)))
        {
            departures.Add(file, 1, null, $"List {list.Number} is not there. Nothing of it was read or counted.");
        }

        return true;
    }

    private void Read(ListSheet sheet)
    {
        var (named, place) = (Headings.Named(sheet.Name), sheet.Place);
        ListForm? list = null;
        int[] columns = [];
        RowFiller? filler = null;
        var looked = 0;
        foreach (var row in sheet.Rows)
        {
            if (filler is not null)
            {
                Fill(filler, list!, columns, sheet, row);
            }
            else if (++looked <= Look && Headings.Find([.. Enumerable.Range(0, row.Count).Select(c => row[c].Text ?? "")], named) is { } found)
            {
                (list, columns) = found;
                if (!_read.TryAdd(list, (place, [])))
                {
                    _departures.Add(place, row.Number, null, $"List {list.Number} was read from elsewhere already. This was not read.");
                    return;
                }

                filler = new RowFiller(new RowTable(list.Shape, _data.Words), place, _departures);
                SayColumns(list, columns, row, place, filler.Table);
            }
        }

        if (filler is not null)
        {
            _data.Take(filler.Table, lastYear: false);
        }

        if (filler is null)
        {
            _departures.Add(place, 1, null, "It is none of the eleven lists by its headings. It was not read.");
        }
        else if (filler.Table.Rows == 0)
        {
            _departures.Add(place, 1, null, "There are no rows under the headings.");
        }
    }

    private void SayColumns(ListForm list, int[] columns, SheetRow headings, string place, RowTable table)
    {
        for (var c = 0; c < columns.Length; c++)
        {
            if (columns[c] >= 0)
            {
                table.Given[columns[c]] = true;
            }
            else if (!headings[c].IsEmpty)
            {
                _departures.Add(place, headings.Number, $"column {c + 1}", $"List {list.Number} has no column of that heading; it was left out.");
            }
        }

        for (var c = 0; c < list.Columns.Length; c++)
        {
            if (!table.Given[c])
            {
                _departures.Add(place, headings.Number, list.Columns[c].Name, "There is no column of that heading; it is taken as empty.");
            }
        }
    }

    private void Fill(RowFiller filler, ListForm list, int[] columns, ListSheet sheet, SheetRow row)
    {
        var isBlank = true;
        for (var c = 0; c < columns.Length; c++)
        {
            isBlank &= columns[c] < 0 || row[c].IsEmpty;
        }

        if (isBlank)
        {
            return;
        }

        for (var c = 0; c < columns.Length; c++)
        {
            if (columns[c] >= 0)
            {
                var column = list.Columns[columns[c]];
                filler.Set(columns[c], Encoding.UTF8.GetBytes(TextOf(column, row[c], sheet, row.Number)), row.Number);
            }
        }

        _read[list].Lines.Add(row.Number);
        filler.End();
    }

    private string TextOf(ListColumn column, SheetCell cell, ListSheet sheet, int line)
    {
        if (cell.IsError)
        {
            Say("The cell holds an error of Excel. It was taken as empty.");
        }

        if (cell.IsEmpty || cell.IsError)
        {
            if (column.IsRequired)
            {
                Say("It is empty, and every row must have it.");
            }

            return "";
        }

        var text = cell.Text!;
        switch (column.Holds)
        {
            case Holds.Date when cell.Number is { } number && sheet.DayOf(number) is { } day:
                return day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

            case Holds.Answer when column.Codes!.Find(text) is { } code:
                return code;

            case Holds.Answer:
                Say("It is none of the answers of the column. It was left as it stands.");
                break;

            case Holds.Number or Holds.Age when !int.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var whole) || whole < (column.Holds == Holds.Age ? -1 : 0):
                Say("It is no whole number. It was left as it stands.");
                break;

            case Holds.Postcode when !Postcode.IsWellFormed(Encoding.UTF8.GetBytes(text.Trim())):
                Say("It has not the form of a postcode. It was left as it stands.");
                break;
        }

        return text;

        void Say(string what) => _departures.Add(sheet.Place, line, column.Name, what);
    }

    /// <summary>Nobody said of when the lists are: all that they tell has happened, so the latest day in them tells it.</summary>
    private Day Latest()
    {
        var latest = default(Day);
        foreach (var list in _read.Keys)
        {
            var table = _data.Now[list.Shape.Number]!;
            foreach (var (column, _) in list.Columns.Index().Where(c => c.Item.Holds == Holds.Date && c.Item.Name != Windows.MayLieAhead))
            {
                for (var row = 0; row < table.Rows; row++)
                {
                    var day = new Row(table, row).Day(column);
                    latest = day > latest || (!latest.IsDay && day.IsDay) ? day : latest;
                }
            }
        }

        if (latest.IsDay)
        {
            _departures.Add(_file, 1, null, $"The day of the lists was not given. {latest}, the latest day in them, is taken.");
        }

        return latest.IsDay ? latest : new CollectionYear(Ssda903.RuleList.LastYear).End;
    }

    private void SayOutside(ListForm list)
    {
        var (place, lines) = _read[list];
        var table = _data.Now[list.Shape.Number]!;
        var start = Windows.StartOf(list, _data.AsAt);
        for (var row = 0; row < table.Rows; row++)
        {
            if (Windows.Outside(list, table, row, _data.AsAt) is { } column)
            {
                _departures.Add(place, lines[row], column, start.IsDay ? $"It lies outside the time of the list, {start} to {_data.AsAt}." : $"It lies after {_data.AsAt}, the day of the list.");
            }
        }
    }
}

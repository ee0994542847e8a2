namespace Trellis.Returns;

/// <summary>What a check found, as an Excel workbook for those who mend it: every failure, how many each rule has, and what was read.</summary>
public static class CheckWorkbook
{
    /// <summary>How many rows a sheet of Excel holds.</summary>
    private const int MostRows = 1_048_576;

    /// <summary>
    /// Writes it, without a need to seek. "Failures" has a row for each failure, in the order of the rules: rule, severity, child, table, row (from 1), fields, what stands in them, what to do; where one
    /// sheet is full another goes on. "By rule" has every rule of the year with its number of failures, or what it lacked. "Read" tells of the files.
    /// </summary>
    public static void Write(Stream stream, CheckResult result, ReadReturn read) => Write(stream, result, read, MostRows);

    /// <param name="stream">Where it goes.</param>
    /// <param name="result">What was found.</param>
    /// <param name="read">What was read.</param>
    /// <param name="rows">How many rows a sheet holds, its headings counted.</param>
    internal static void Write(Stream stream, CheckResult result, ReadReturn read, int rows)
    {
        using var book = new WorkbookWriter(stream);
        for (var first = 0; first == 0 || first < result.Count; first += rows - 1)
        {
            WriteFailures(book, result, first, Math.Min(result.Count, first + rows - 1), first / (rows - 1));
        }

        WriteRules(book, result);
        WriteRead(book, read);
    }

    private static void WriteFailures(WorkbookWriter book, CheckResult result, int first, int last, int full)
    {
        book.Begin(full == 0 ? "Failures" : $"Failures {full + 1}", ("Rule", 9), ("Severity", 11), ("Child", 14), ("Table", 16), ("Row", 8), ("Fields", 24), ("Values", 34), ("What to do", 100));
        for (var at = first; at < last; at++)
        {
            var (number, place, row) = result.FoundAt(at);
            var rule = result.Rules[number];
            book.BeginRow();
            book.Repeated(rule.Code);
            book.Repeated(rule.Severity.InWords());
            if (place < 0)
            {
                book.Skip(3);
                book.Repeated(string.Join(' ', rule.Fields));
                book.Skip(1);
            }
            else
            {
                var marked = result.MarkedBy(number, place);
                book.Text(result.NameOf(place, row));
                book.Repeated(marked.Rows.Shape.Name);
                book.Number(row + 1);
                book.Repeated(marked.Fields);
                book.Text(CheckResult.ValuesOf(marked, row));
            }

            book.Repeated(rule.Message);
        }

        book.End();
    }

    private static void WriteRules(WorkbookWriter book, CheckResult result)
    {
        var counts = result.Counts().ToDictionary(c => c.Rule, c => c.Count);
        book.Begin("By rule", ("Rule", 9), ("Severity", 11), ("Failures", 10), ("Not run", 45), ("What to do", 100));
        foreach (var rule in result.Rules)
        {
            book.BeginRow();
            book.Repeated(rule.Code);
            book.Repeated(rule.Severity.InWords());
            if (rule.Lacks is { } lacks)
            {
                book.Skip(1);
                book.Repeated($"not run: needs {lacks}");
            }
            else
            {
                book.Number(counts.GetValueOrDefault(rule));
                book.Skip(1);
            }

            book.Repeated(rule.Message);
        }

        book.End();
    }

    private static void WriteRead(WorkbookWriter book, ReadReturn read)
    {
        book.Begin("Read", ("File or table", 34), ("Line", 8), ("Column", 24), ("What", 100));
        if (read.Return is { } given)
        {
            Line($"{given.Name} of {given.Year.Number}", 0, null, $"{given.Children:N0} children.");
            foreach (var (table, rows) in given.Tables)
            {
                Line(table, 0, null, $"{rows:N0} rows.");
            }
        }

        foreach (var departure in read.Refused.Concat(read.Departures))
        {
            Line(departure.File, departure.Line, departure.Column, departure.What);
        }

        book.End();

        void Line(string place, int line, string? column, string what)
        {
            book.BeginRow();
            book.Text(place);
            if (line > 0)
            {
                book.Number(line);
            }
            else
            {
                book.Skip(1);
            }

            book.Text(column ?? "");
            book.Repeated(what);
        }
    }
}

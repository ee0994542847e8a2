namespace Trellis.Returns;

/// <summary>What a check found, as a table that any spreadsheet opens.</summary>
public static class CheckCsv
{
    /// <summary>A line for each failure: rule, severity, child, table, row (from 1), fields, what to do.</summary>
    public static void Write(TextWriter text, CheckResult result)
    {
        text.Write("rule,severity,child,table,row,fields,message\r\n");
        var (latest, before, between, behind) = ((Rule: -1, Table: -1), "", "", "");
        for (var place = 0; place < result.Count; place++)
        {
            var (number, table, row) = result.FoundAt(place);
            if (latest != (number, table))
            {
                // Thousands of failures say the same but for child and row.
                var rule = result.Rules[number];
                var name = table < 0 ? null : result.NameOfTable(table);
                var fields = string.Join(' ', name is null ? rule.Fields : result.FieldsIn(rule, name));
                (latest, before, between, behind) = ((number, table), $"{rule.Code},{rule.Severity.InWords()},", $",{name},", $",{fields},{Quoted(rule.Message)}\r\n");
            }

            text.Write(before);
            text.Write(table < 0 ? "" : Quoted(result.NameOf(table, row)));
            text.Write(between);
            if (table >= 0)
            {
                text.Write(row + 1);
            }

            text.Write(behind);
        }
    }

    /// <summary>Quoted where it must be; a text that a spreadsheet would take for a formula is kept a text.</summary>
    private static string Quoted(string text)
    {
        var safe = text is ['=' or '+' or '-' or '@', ..] ? "'" + text : text;
        return safe.AsSpan().IndexOfAny(",\"\r\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}

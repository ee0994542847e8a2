namespace Trellis.Returns;

/// <summary>What a check found, as a table that any spreadsheet opens.</summary>
public static class CheckCsv
{
    /// <summary>A line for each failure: rule, severity, child, table, row (from 1), fields, what to do.</summary>
    public static void Write(TextWriter text, CheckResult result)
    {
        text.Write("rule,severity,child,table,row,fields,message\r\n");
        foreach (var failure in result.Failures())
        {
            text.Write($"{failure.Rule.Code},{failure.Rule.Severity.InWords()},");
            text.Write(Quoted(failure.ChildName));
            text.Write(failure.Row is { } row ? $",{failure.Table},{row + 1}," : ",,,");
            text.Write(string.Join(' ', failure.Table is { } table ? result.FieldsIn(failure.Rule, table) : failure.Rule.Fields));
            text.Write(',');
            text.Write(Quoted(failure.Rule.Message));
            text.Write("\r\n");
        }
    }

    /// <summary>Quoted where it must be; a text that a spreadsheet would take for a formula is kept a text.</summary>
    private static string Quoted(string text)
    {
        var safe = text is ['=' or '+' or '-' or '@', ..] ? "'" + text : text;
        return safe.AsSpan().IndexOfAny(",\"\r\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}

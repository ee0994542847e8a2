using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Trellis.Returns;

namespace Trellis.Cli.Commands.Returns;

/// <summary>What a check found, for programs, for spreadsheets and for whoever sits at the terminal.</summary>
internal static class CheckReport
{
    /// <summary><c>{rules: [{code, severity, failures: [{table, row, fields}]}], notRun: [{code, needs}], departures: […], refused: […]}</c>; rules with nothing found are left out. Rows count from 0.</summary>
    public static void WriteJson(TextWriter text, CheckResult result, ReadReturn read)
    {
        var written = new ArrayBufferWriter<byte>(1 << 16);
        using var json = new Utf8JsonWriter(written, new JsonWriterOptions { SkipValidation = true });
        json.WriteStartObject();
        json.WriteStartArray("rules");
        CheckedRule? open = null;
        foreach (var failure in result.Failures())
        {
            if (failure.Rule != open)
            {
                End(json, open);
                HandOver(json, written, text);
                open = failure.Rule;
                json.WriteStartObject();
                json.WriteString("code", open.Code);
                json.WriteString("severity", InWords(open.Severity));
                json.WriteStartArray("failures");
            }

            json.WriteStartObject();
            json.WriteString("table", failure.Table);
            if (failure is { Table: { } table, Row: { } row })
            {
                json.WriteNumber("row", row);
                WriteFields(json, result.FieldsIn(open, table));
            }
            else
            {
                json.WriteNull("row");
                WriteFields(json, open.Fields);
            }

            json.WriteEndObject();
        }

        End(json, open);
        json.WriteEndArray();
        json.WriteStartArray("notRun");
        foreach (var rule in result.Rules.Where(r => r.Lacks is not null))
        {
            json.WriteStartObject();
            json.WriteString("code", rule.Code);
            json.WriteString("needs", rule.Lacks);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteDepartures(json, "departures", read.Departures);
        WriteDepartures(json, "refused", read.Refused);
        json.WriteEndObject();
        HandOver(json, written, text);
        text.WriteLine();
    }

    /// <summary>A line for each failure: rule, severity, child, table, row, fields, what to do.</summary>
    public static void WriteCsv(TextWriter text, CheckResult result)
    {
        text.Write("rule,severity,child,table,row,fields,message\r\n");
        foreach (var failure in result.Failures())
        {
            text.Write($"{failure.Rule.Code},{InWords(failure.Rule.Severity)},");
            text.Write(Quoted(failure.ChildName));
            text.Write(failure.Row is { } row ? $",{failure.Table},{row + 1}," : ",,,");
            text.Write(string.Join(' ', failure.Table is { } table ? result.FieldsIn(failure.Rule, table) : failure.Rule.Fields));
            text.Write(',');
            text.Write(Quoted(failure.Rule.Message));
            text.Write("\r\n");
        }
    }

    /// <summary>What was read, what was found by rule, and what was not asked.</summary>
    public static void WriteText(TextWriter text, StatutoryReturn given, CheckResult result, ReadReturn read)
    {
        text.WriteLine($"{given.Name} of {given.Year.Number}: {string.Join(", ", given.Tables.Select(t => $"{t.Key} {t.Value:N0}"))}");
        foreach (var departure in read.Refused.Concat(read.Departures))
        {
            text.WriteLine($"  {departure.File}{(departure.Line > 0 ? $", line {departure.Line}" : "")}{(departure.Column is { } column ? $", {column}" : "")}: {departure.What}");
        }

        foreach (var (rule, count) in result.Counts())
        {
            text.WriteLine($"{rule.Code,-10} {InWords(rule.Severity),-10} {count,8:N0}  {rule.Message}");
        }

        var notRun = result.Rules.Where(r => r.Lacks is not null).GroupBy(r => r.Lacks).ToList();
        foreach (var lacking in notRun)
        {
            text.WriteLine($"Not run, for want of {lacking.Key}: {string.Join(' ', lacking.Select(r => r.Code))}");
        }

        text.WriteLine(result.Count == 0 ? "Nothing was found." : $"{result.Count:N0} failures of {result.Counts().Count:N0} rules; {result.Rules.Count:N0} rules hold in this year.");
    }

    internal static string InWords(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Query => "query",
        _ => "not stated",
    };

    /// <summary>Rule by rule, so that a report of a million rows is never whole in memory. The writer escapes all but ASCII.</summary>
    private static void HandOver(Utf8JsonWriter json, ArrayBufferWriter<byte> written, TextWriter text)
    {
        json.Flush();
        text.Write(Encoding.ASCII.GetString(written.WrittenSpan));
        written.ResetWrittenCount();
    }

    private static void End(Utf8JsonWriter json, CheckedRule? open)
    {
        if (open is not null)
        {
            json.WriteEndArray();
            json.WriteEndObject();
        }
    }

    private static void WriteFields(Utf8JsonWriter json, IReadOnlyList<string> fields)
    {
        json.WriteStartArray("fields");
        foreach (var field in fields)
        {
            json.WriteStringValue(field);
        }

        json.WriteEndArray();
    }

    private static void WriteDepartures(Utf8JsonWriter json, string name, IReadOnlyList<Departure> departures)
    {
        json.WriteStartArray(name);
        foreach (var departure in departures)
        {
            json.WriteStartObject();
            json.WriteString("file", departure.File);
            json.WriteNumber("line", departure.Line);
            json.WriteString("column", departure.Column);
            json.WriteString("what", departure.What);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string Quoted(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 && !text.StartsWith('=') ? text : string.Create(CultureInfo.InvariantCulture, $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
}

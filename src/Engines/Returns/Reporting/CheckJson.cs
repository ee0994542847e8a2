using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Trellis.Returns;

/// <summary>What a check found, for programs.</summary>
public static class CheckJson
{
    /// <summary><c>{rules: [{code, severity, failures: [{table, row, fields}]}], notRun: [{code, needs}], departures: […], refused: […]}</c>; rules with nothing found are left out. Rows count from 0.</summary>
    public static void Write(TextWriter text, CheckResult result, ReadReturn read)
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
                json.WriteString("severity", open.Severity.InWords());
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
}

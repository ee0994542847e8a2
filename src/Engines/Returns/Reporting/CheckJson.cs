using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace Trellis.Returns;

/// <summary>What a check found, for programs.</summary>
public static class CheckJson
{
    /// <summary>The digits of the longest row.</summary>
    private const int Longest = 11;

    /// <summary><c>{rules: [{code, severity, failures: [{table, row, fields}]}], notRun: [{code, needs}], departures: […], refused: […]}</c>; rules with nothing found are left out. Rows count from 0.</summary>
    public static void Write(TextWriter text, CheckResult result, ReadReturn read)
    {
        var written = new ArrayBufferWriter<byte>(1 << 16);
        using var json = new Utf8JsonWriter(written, new JsonWriterOptions { SkipValidation = true });
        json.WriteStartObject();
        json.WriteStartArray("rules");
        var (open, openTable) = (-1, -1);
        var (before, behind, whole) = (Array.Empty<byte>(), Array.Empty<byte>(), new byte[Longest]);
        for (var place = 0; place < result.Count; place++)
        {
            var (rule, table, row) = result.FoundAt(place);
            if (rule != open)
            {
                End(json, open >= 0);
                HandOver(json, written, text);
                json.WriteStartObject();
                json.WriteString("code", result.Rules[rule].Code);
                json.WriteString("severity", result.Rules[rule].Severity.InWords());
                json.WriteStartArray("failures");
            }

            if (rule != open || table != openTable)
            {
                (open, openTable) = (rule, table);
                (before, behind) = Around(result, rule, table);
                whole = new byte[before.Length + Longest + behind.Length];
                before.CopyTo(whole, 0);
            }

            var length = before.Length;
            if (table >= 0)
            {
                Utf8Formatter.TryFormat(row, whole.AsSpan(length), out var digits);
                length += digits;
            }

            behind.CopyTo(whole, length);
            json.WriteRawValue(whole.AsSpan(0, length + behind.Length), skipInputValidation: true);
        }

        End(json, open >= 0);
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

    /// <summary>What a failure of a rule in a table says before and behind its row: thousands say the same. Of the return as a whole there is no row to come between.</summary>
    private static (byte[] Before, byte[] Behind) Around(CheckResult result, int rule, int table)
    {
        var written = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(written, new JsonWriterOptions { SkipValidation = true });
        var name = table < 0 ? null : result.NameOfTable(table);
        json.WriteStartObject();
        json.WriteString("table", name);
        json.WriteNull("row");
        json.Flush();
        var row = written.WrittenCount - (name is null ? 0 : "null".Length);
        WriteFields(json, name is null ? result.Rules[rule].Fields : result.FieldsIn(result.Rules[rule], name));
        json.WriteEndObject();
        json.Flush();
        return (written.WrittenSpan[..row].ToArray(), written.WrittenSpan[(name is null ? row : row + "null".Length)..].ToArray());
    }

    private static void End(Utf8JsonWriter json, bool isOpen)
    {
        if (isOpen)
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

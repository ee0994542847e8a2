using System.Collections;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Trellis.Kernel.Audit;

/// <summary>How values stand in the audit: as text that stays readable when the program that wrote it is gone.</summary>
internal static class AuditJson
{
    public static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    public static string Text(object value) => value switch
    {
        string text => text,
        bool yes => yes ? "yes" : "no",
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset moment => moment.ToString("O", CultureInfo.InvariantCulture),
        byte[] bytes => $"{bytes.Length} bytes",
        IEnumerable list => string.Join(", ", list.Cast<object>().Select(Text)),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    public static IEnumerable<(string Field, string? Before, string? After)> Read(string fields)
    {
        using var json = JsonDocument.Parse(fields);
        foreach (var property in json.RootElement.EnumerateObject())
        {
            yield return (property.Name, property.Value[0].GetString(), property.Value[1].GetString());
        }
    }
}

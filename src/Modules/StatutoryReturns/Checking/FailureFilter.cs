using System.Globalization;
using Microsoft.AspNetCore.Http;
using Trellis.Returns;

namespace Trellis.StatutoryReturns.Checking;

/// <summary>Which failures are asked for: what stands behind "?" in the list's address. Children, workers and teams are named by their number there, never by what they are called.</summary>
public sealed record FailureFilter
{
    public string? Rule { get; init; }
    public Severity? Severity { get; init; }
    public string? Table { get; init; }
    public int? Child { get; init; }
    public int? Worker { get; init; }
    public int? Team { get; init; }

    /// <summary>Those that were explained too.</summary>
    public bool Explained { get; init; }

    public bool IsNarrow => this with { Explained = false } != new FailureFilter();

    /// <summary>What cannot be understood is left out: an old link shows more, not an error.</summary>
    public static FailureFilter Of(IQueryCollection query)
    {
        return new FailureFilter
        {
            Rule = Text("rule"), Table = Text("table"), Child = Number("child"), Worker = Number("worker"), Team = Number("team"), Explained = Text("explained") is not null,
            Severity = Enum.TryParse<Severity>(Text("severity"), ignoreCase: true, out var severity) && Enum.IsDefined(severity) ? severity : null,
        };

        string? Text(string name) => query[name].ToString() is { Length: > 0 } text ? text : null;

        int? Number(string name) => int.TryParse(Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    public override string ToString()
    {
        (string Name, string? Value)[] parts =
        [
            ("rule", Rule), ("severity", $"{Severity}"), ("table", Table), ("child", $"{Child}"), ("worker", $"{Worker}"), ("team", $"{Team}"), ("explained", Explained ? "yes" : null),
        ];
        var given = parts.Where(p => !string.IsNullOrEmpty(p.Value)).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}").ToList();
        return given.Count == 0 ? "" : "?" + string.Join('&', given);
    }
}

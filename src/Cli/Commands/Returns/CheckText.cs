using Trellis.Returns;

namespace Trellis.Cli.Commands.Returns;

/// <summary>What a check found, for whoever sits at the terminal.</summary>
internal static class CheckText
{
    /// <summary>What was read, what was found by rule, and what was not asked.</summary>
    public static void Write(TextWriter text, StatutoryReturn given, CheckResult result, ReadReturn read)
    {
        text.WriteLine($"{given.Name} of {given.Year.Number}: {string.Join(", ", given.Tables.Select(t => $"{t.Key} {t.Value:N0}"))}");
        foreach (var departure in read.Refused.Concat(read.Departures))
        {
            text.WriteLine($"  {departure.File}{(departure.Line > 0 ? $", line {departure.Line}" : "")}{(departure.Column is { } column ? $", {column}" : "")}: {departure.What}");
        }

        foreach (var (rule, count) in result.Counts())
        {
            text.WriteLine($"{rule.Code,-10} {rule.Severity.InWords(),-10} {count,8:N0}  {rule.Message}");
        }

        var notRun = result.Rules.Where(r => r.Lacks is not null).GroupBy(r => r.Lacks).ToList();
        foreach (var lacking in notRun)
        {
            text.WriteLine($"Not run, for want of {lacking.Key}: {string.Join(' ', lacking.Select(r => r.Code))}");
        }

        text.WriteLine(result.Count == 0 ? "Nothing was found." : $"{result.Count:N0} failures of {result.Counts().Count:N0} rules; {result.Rules.Count:N0} rules hold in this year.");
    }
}

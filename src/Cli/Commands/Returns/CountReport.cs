using Trellis.Kernel.Terminal;
using Trellis.Returns;

namespace Trellis.Cli.Commands.Returns;

/// <summary>What is counted in a return: figures alone, nobody's name.</summary>
internal static class CountReport
{
    public static int Print(CommandRun run, StatutoryReturn given, IReadOnlyList<CountedIndicator> counted, ReadReturn read) => run.Answer(
        ExitCode.Done,
        new
        {
            indicators = counted.Where(i => i.Lacks is null).Select(i => new
            {
                i.Code, i.Title, unit = InWords(i.Unit), i.Numerator, i.Denominator, i.Value, i.On, i.Source, report = i.Report, groups = i.Groups.Select(g => new { g.Code, g.Title, g.Count }),
            }),
            notCounted = counted.Where(i => i.Lacks is not null).Select(i => new { i.Code, needs = i.Lacks }),
            departures = read.Departures,
            refused = read.Refused,
        },
        Lines(given, counted));

    private static IEnumerable<string> Lines(StatutoryReturn given, IReadOnlyList<CountedIndicator> counted)
    {
        yield return $"{given.Name} of {given.Year.Number}";
        foreach (var indicator in counted)
        {
            yield return $"{indicator.Code,-34} {Said(indicator),16}  {indicator.Title}";
            foreach (var group in indicator.Lacks is null ? indicator.Groups : [])
            {
                yield return $"  {group.Code,-32} {group.Count,16:N0}  {group.Title}";
            }
        }
    }

    private static string Said(CountedIndicator indicator) => indicator switch
    {
        { Lacks: { } lacks } => $"needs {lacks}",
        { Value: null } => "nobody",
        { Unit: Unit.Percentage, Value: { } share } => $"{share:N1} % of {indicator.Denominator:N0}",
        { Unit: Unit.Children or Unit.Events, Value: { } count } => $"{count:N0}",
        { Value: { } average } => $"{average:N1} {InWords(indicator.Unit)}",
    };

    private static string InWords(Unit unit) => unit.ToString().ToLowerInvariant();
}

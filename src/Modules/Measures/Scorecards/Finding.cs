using Trellis.Measures.Figures;
using Trellis.Measures.Statuses;

namespace Trellis.Measures.Scorecards;

/// <summary>What a chart shows, in a sentence or two that stand above it.</summary>
public static class Finding
{
    public static string Of(IndicatorView view)
    {
        if (view.Judgement is not { } judgement)
        {
            return $"There is no figure for {view.Place.Name} yet.";
        }

        var indicator = view.Indicator;
        var latest = judgement.Latest;
        var said = $"{view.Place.Name}: {indicator.Unit.Say(latest.Value!.Value, indicator.Decimals)}{Marks(latest)} {When(latest)}";
        return string.Join(" ", new[] { $"{said}{Change(view, judgement)}.", Process(judgement), Guarded(view.Guard), Beside(view, judgement) }.Where(s => s.Length > 0));
    }

    private static string Process(Judgement judgement) => judgement.Process.Variation switch
    {
        Variation.None => "",
        Variation.CommonCause => "It varies as usual: the newest change may be chance.",
        var changed => $"{changed.Words()}: this is more than chance.",
    };

    /// <summary>What must not get worse while this one is brought down.</summary>
    private static string Guarded(Guard? guard) => guard?.State switch
    {
        null => "",
        GuardState.Holds => $"Meanwhile this did not get worse: {guard.Indicator.Title}.",
        GuardState.GetsWorse => $"Meanwhile this got worse, so it is not called better: {guard.Indicator.Title}.",
        _ => $"Whether it is safe is not known, so it is not called better: there is no figure of {guard.Indicator.Title}.",
    };

    private static string Change(IndicatorView view, Judgement judgement)
    {
        if ((judgement.YearBefore ?? judgement.Previous) is not { } before)
        {
            return "";
        }

        var (now, then) = (judgement.Latest.Value!.Value, before.Value!.Value);
        var places = ShownNumber.Deciding(now, then, view.Indicator.Decimals);
        var when = judgement.YearBefore is null ? $"in {before.Period.Words}" : "a year before";
        return now == then ? $", the same as {when}" : $", {(now > then ? "up" : "down")} from {view.Indicator.Unit.Say(then, places)} {when}";
    }

    private static string Beside(IndicatorView view, Judgement judgement)
    {
        var england = view.Comparators.FirstOrDefault(c => c.Name == "England")?.Values.TryGetValue(judgement.Latest.Period, out var value) == true ? (decimal?)value : null;
        var compared = view.Neighbours.Where(n => n.Value is not null).ToList();
        var rank = compared.FindIndex(n => n.IsOurs);
        var parts = new List<string>();
        if (england is { } national)
        {
            parts.Add($"England: {view.Indicator.Unit.Say(national, ShownNumber.Deciding(judgement.Latest.Value!.Value, national, view.Indicator.Decimals))}");
        }

        if (rank >= 0 && compared.Count > 1)
        {
            parts.Add($"{Ordinal(rank + 1)} of {compared.Count} among neighbours{(view.Nature.Polarity is Polarity.None or Polarity.PlanIsBest ? ", counted from the highest" : "")}");
        }

        return parts.Count == 0 ? "" : string.Join("; ", parts) + ".";
    }

    private static string When(Figure figure) => figure.Period.IsMoment ? $"on {figure.Period.Words}" : figure.Period.Months == 12 && !figure.Period.Words.StartsWith('S') && figure.Period.EndMonth != 12
        ? $"in the {char.ToLowerInvariant(figure.Period.Words[0])}{figure.Period.Words[1..]}" : $"in {figure.Period.Words}";

    private static string Marks(Figure figure) => figure.Said.Status.Mark() is { Length: > 0 } mark ? $" {mark}" : "";

    private static string Ordinal(int number) => (number % 100, number % 10) switch
    {
        (11 or 12 or 13, _) => $"{number}th",
        (_, 1) => $"{number}st",
        (_, 2) => $"{number}nd",
        (_, 3) => $"{number}rd",
        _ => $"{number}th",
    };
}

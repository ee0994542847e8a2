namespace Trellis.Measures.Statuses;

/// <summary>Says in one sentence why a figure has its colour, or none.</summary>
public static class StatusSentence
{
    /// <param name="rule">The rule that was true; null where none was.</param>
    /// <param name="decimals">With how many places the indicator is published; more are shown where they decide.</param>
    public static string Why(JudgedFigure figure, StatusRule? rule, int decimals)
    {
        if (figure.IsOfTooFew)
        {
            return $"The percentage is of {figure.Denominator:N0}, too few to judge by.";
        }

        if (rule is not { } found)
        {
            return figure switch
            {
                { Polarity: Polarity.None } => "For this indicator neither more nor less is better.",
                { Target: null } => "There is no target for this period.",
                _ => "No rule speaks of this figure.",
            };
        }

        var places = figure.Target is { } target ? Figures.ShownNumber.Deciding(figure.Value, target, decimals) : decimals;
        var value = Figures.ShownNumber.Of(figure.Value, places);
        return $"{Sentence(figure, found, value, places)}.";
    }

    private static string Sentence(JudgedFigure figure, StatusRule rule, string value, int places) => rule.Test switch
    {
        StatusTest.BelowFloor => $"{value} is {(figure.Polarity == Polarity.High ? "below" : "above")} the floor of {Figures.ShownNumber.Of(rule.Amount, 0)}",
        StatusTest.MeetsTarget => $"{Against(figure, value, places)}, so the target is met",
        StatusTest.WithinPercent => $"{Against(figure, value, places)}, no more than {rule.Amount:0.####}% off",
        StatusTest.WithinPoints => $"{Against(figure, value, places)}, no more than {rule.Amount:0.####} off",
        StatusTest.BetterThanLastYear => $"{(figure.Target is null ? value : Against(figure, value, places))}, but better than {Figures.ShownNumber.Of(figure.LastYear!.Value, Figures.ShownNumber.Deciding(figure.Value, figure.LastYear.Value, places))} a year before",
        _ => figure.Target is null ? $"{value} is no better than {Figures.ShownNumber.Of(figure.LastYear!.Value, places)} a year before" : Against(figure, value, places),
    };

    /// <summary>"94.96 against 95: below target by 0.04".</summary>
    private static string Against(JudgedFigure figure, string value, int places)
    {
        var target = figure.Target!.Value;
        var said = $"{value} against {Figures.ShownNumber.Of(target, places)}";
        return (figure.Value - target) switch
        {
            0 => $"{said}: on target",
            > 0 => $"{said}: above target by {Figures.ShownNumber.Of(figure.Value - target, places)}",
            _ => $"{said}: below target by {Figures.ShownNumber.Of(target - figure.Value, places)}",
        };
    }
}

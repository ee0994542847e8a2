namespace Trellis.Measures.Statuses;

/// <summary>A figure with what it is judged by, all of it unrounded.</summary>
/// <param name="LastYear">The same period a year ago.</param>
/// <param name="Denominator">Of how many a percentage is, where that is known.</param>
public readonly record struct JudgedFigure(decimal Value, decimal? Target, decimal? LastYear, Polarity Polarity, MeasureUnit Unit, decimal? Denominator)
{
    /// <summary>A percentage of fewer people than this says nothing: one of them moves it by five points and more.</summary>
    public const int FewestOfAPercentage = 20;

    /// <summary>True where the percentage is of too few people to be judged; a page shows the counts then.</summary>
    public bool IsOfTooFew => Unit == MeasureUnit.Percentage && Denominator < FewestOfAPercentage;

    /// <summary>By how much the target is missed, 0 when it is met; null without a target or a better side.</summary>
    public decimal? MissedBy => Target is not { } target ? null : Polarity switch
    {
        Polarity.High => Math.Max(0, target - Value),
        Polarity.Low => Math.Max(0, Value - target),
        Polarity.PlanIsBest => Math.Abs(Value - target),
        _ => null,
    };

    /// <summary>Null where the rule asks for something that is not there.</summary>
    public bool? Passes(StatusRule rule) => rule.Test switch
    {
        StatusTest.MeetsTarget => MissedBy is { } missed ? missed == 0 : null,
        StatusTest.WithinPercent => MissedBy is { } missed ? missed <= Math.Abs(Target!.Value) * rule.Amount / 100 : null,
        StatusTest.WithinPoints => MissedBy is { } missed ? missed <= rule.Amount : null,
        StatusTest.BetterThanLastYear => BeatsLastYear,
        StatusTest.BelowFloor => Polarity switch
        {
            Polarity.High => Value < rule.Amount,
            Polarity.Low => Value > rule.Amount,
            _ => null,
        },
        _ => null,
    };

    private bool? BeatsLastYear => LastYear is not { } before ? null : Polarity switch
    {
        Polarity.High => Value > before,
        Polarity.Low => Value < before,
        Polarity.PlanIsBest when Target is { } target => Math.Abs(Value - target) < Math.Abs(before - target),
        _ => null,
    };
}

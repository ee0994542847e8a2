namespace Trellis.Spc;

/// <summary>What a finding means, given which way is better.</summary>
internal static class Verdicts
{
    public static PointType Type(SpecialCause cause, ImprovementDirection direction) => (Sign(cause), direction) switch
    {
        (0, _) => PointType.CommonCause,
        (> 0, ImprovementDirection.Neutral) => PointType.NeutralHigh,
        (< 0, ImprovementDirection.Neutral) => PointType.NeutralLow,
        (> 0, ImprovementDirection.Increase) or (< 0, ImprovementDirection.Decrease) => PointType.Improvement,
        _ => PointType.Concern,
    };

    public static VariationIcon Icon(SpecialCause cause, ImprovementDirection direction)
    {
        var isHigh = Sign(cause) > 0;
        return Type(cause, direction) switch
        {
            PointType.Improvement => isHigh ? VariationIcon.ImprovementHigh : VariationIcon.ImprovementLow,
            PointType.Concern => isHigh ? VariationIcon.ConcernHigh : VariationIcon.ConcernLow,
            PointType.NeutralHigh => VariationIcon.NeutralHigh,
            PointType.NeutralLow => VariationIcon.NeutralLow,
            _ => VariationIcon.CommonCause,
        };
    }

    public static Assurance Of(double target, double lower, double upper, ImprovementDirection direction)
    {
        if (direction == ImprovementDirection.Neutral || double.IsNaN(target) || double.IsNaN(lower))
        {
            return Assurance.None;
        }

        var isIncrease = direction == ImprovementDirection.Increase;
        return target > upper ? (isIncrease ? Assurance.ConsistentFail : Assurance.ConsistentPass)
            : target < lower ? (isIncrease ? Assurance.ConsistentPass : Assurance.ConsistentFail)
            : Assurance.Inconsistent;
    }

    /// <summary>1 when the cause is upwards, -1 downwards, 0 for none.</summary>
    private static int Sign(SpecialCause cause) => cause switch
    {
        SpecialCause.None => 0,
        SpecialCause.AboveUpperLimit or SpecialCause.TrendUp or SpecialCause.TwoOfThreeAbove or SpecialCause.RunAbove => 1,
        _ => -1,
    };
}

using Trellis.Kernel;
using Trellis.Measures;

namespace Trellis.Plans.Measuring;

/// <summary>Which way of an indicator is better for one plan, where that is another than for the indicator itself.</summary>
public sealed class PlanPolarity : Thing
{
    public const int LongestWhy = 1000;

    public Guid PlanId { get; internal init; }
    public Guid IndicatorId { get; internal init; }
    public Polarity Polarity { get; internal set; }

    /// <summary>The plan brings it down only where that is safe: then no page calls it better while its guard does not hold.</summary>
    public bool WhereSafe { get; internal set; }

    public string Why { get; internal set; } = "";
}

using System.Linq.Expressions;
using Trellis.Measures.Statuses;

namespace Trellis.Measures.Scorecards;

/// <summary>
/// Where an indicator stands among those that need attention: a change that is no chance, then a target that the process will not reach, before what is
/// merely red.
/// </summary>
public static class Urgency
{
    /// <summary>The smaller the sooner, as a database can tell it too.</summary>
    internal static readonly Expression<Func<IndicatorStatus?, int>> Order = status =>
        status == null ? 9
        : status.Variation == Variation.Concern ? 0
        : status.Assurance == Assurance.Fail ? 1
        : status.Rag == Rag.Red ? 2
        : status.FromYearBefore == Direction.Worsening ? 3
        : status.Rag == Rag.Amber ? 4
        : status.FromPrevious == Direction.Worsening ? 5
        : 6;

    private static readonly Func<IndicatorStatus?, int> Told = Order.Compile();

    public static int Of(IndicatorStatus? status) => Told(status);
}

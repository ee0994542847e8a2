using Trellis.Measures;

namespace Trellis.Plans;

/// <summary>What joins the things of a plan to each other and to those of other modules.</summary>
public static class LinkKind
{
    /// <summary>A challenge to the objective that answers it.</summary>
    public const string AnsweredBy = "answered by";

    /// <summary>An objective, action or section to an indicator.</summary>
    public const string MeasuredBy = "measured by";

    /// <summary>An indicator to the board that reviews it.</summary>
    public const string ReviewedBy = IndicatorReviews.ReviewedBy;

    /// <summary>A milestone to a board or outside body that it goes to.</summary>
    public const string ReportsTo = "reports to";

    /// <summary>A priority or objective to a risk.</summary>
    public const string Threatened = "at risk from";

    /// <summary>An item to the note that says what somebody left for after an import; taken away once it was looked at.</summary>
    public const string ToPutRight = "to put right";
}

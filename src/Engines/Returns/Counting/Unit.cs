namespace Trellis.Returns;

/// <summary>What the value of an indicator is.</summary>
public enum Unit
{
    /// <summary>How many children; each is counted once.</summary>
    Children,

    /// <summary>How many events, such as referrals or plans; a child has as many as there were.</summary>
    Events,

    /// <summary>The numerator in the hundred of the denominator, on unrounded numbers.</summary>
    Percentage,

    /// <summary>Days on average.</summary>
    Days,

    /// <summary>Points of a questionnaire on average.</summary>
    Score,
}

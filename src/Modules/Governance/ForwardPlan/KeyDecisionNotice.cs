namespace Trellis.Governance.ForwardPlan;

/// <summary>Whether a key decision stood on the published forward plan for long enough.</summary>
public static class KeyDecisionNotice
{
    /// <summary>The last day on which the forward plan can name it for a meeting on that day.</summary>
    public static DateOnly PublishBy(Forum forum, DateOnly meeting) => Notice.LastClearDay(meeting, forum.KeyDecisionDays);

    /// <summary>What is wrong, in a sentence; null when there were days enough.</summary>
    /// <param name="publishedOn">Null when the forward plan does not name it.</param>
    public static string? Fault(Forum forum, DateOnly meeting, DateOnly? publishedOn) => publishedOn switch
    {
        null => $"A key decision needs {forum.KeyDecisionDays} clear days on the published forward plan: this one is not on it. It had to be published by {PublishBy(forum, meeting):d MMMM yyyy}.",
        { } day when day > PublishBy(forum, meeting) =>
            $"A key decision needs {forum.KeyDecisionDays} clear days on the published forward plan: this one was published on {day:d MMMM yyyy}, after {PublishBy(forum, meeting):d MMMM yyyy}.",
        _ => null,
    };
}
